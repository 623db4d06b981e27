"""Spans in brat: fragments without line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

__all__ = ["Fragment", "join", "split"]

#: Start and end offset.
Fragment = tuple[int, int]

_SPACE = re.compile(r"\s+")
# All characters that some readers take for a line break.
_BREAK = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def split(text: str, spans: Iterable[Fragment]) -> list[Fragment]:
    r"""
    Split spans at line breaks.

    Args:
        text: The article's text.

        spans: Start and end of each span.

    Returns:
        The fragments, none of them empty, without the white space around line breaks.

    Example:
        >>> split("one\n two three", [(0, 8), (9, 14)])
        [(0, 3), (5, 8), (9, 14)]
    """
    return [(start + low, start + high) for start, end in spans for low, high in _parts(text[start:end])]


def join(text: str, fragments: Iterable[Fragment]) -> list[Fragment]:
    r"""
    Join fragments that are separated by a line break alone.

    Args:
        text: The article's text.

        fragments: Start and end of each fragment, in any order.

    Returns:
        The spans in text order.

    Example:
        >>> join("one\n two three", [(0, 3), (5, 8), (9, 14)])
        [(0, 8), (9, 14)]
    """
    spans: list[Fragment] = []
    for start, end in sorted(fragments):
        between = text[spans[-1][1] : start] if spans else ""
        if between.isspace() and _BREAK.search(between):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _parts(piece: str) -> Iterator[Fragment]:
    """Yield the parts of a piece of text between line breaks, in offsets of the piece."""
    start = 0
    for space in _SPACE.finditer(piece):
        if _BREAK.search(space.group()):
            if start < space.start():
                yield start, space.start()
            start = space.end()
    if start < len(piece):
        yield start, len(piece)
