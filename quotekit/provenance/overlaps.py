"""Choose among phrases that overlap."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

__all__ = ["without_overlap"]


class _Located(Protocol):
    """Something with a position in the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_T = TypeVar("_T", bound=_Located)


def without_overlap(found: Iterable[_T]) -> list[_T]:
    """
    Keep the first of phrases that overlap, and of those that start together the longest.

    Args:
        found: The phrases, in any order.

    Returns:
        The phrases that are kept, in text order.

    Example:
        >>> from quotekit.records import TextSpan
        >>> [span.text for span in without_overlap([TextSpan(5, 9, "Talk"), TextSpan(0, 9, "Reef Talk")])]
        ['Reef Talk']
    """
    kept: list[_T] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
