"""Chains of outlets: a tweet quoted in an interview reached the reader through Twitter and then CNN."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from quotekit.english.words import normalize
from quotekit.records import Outlet

__all__ = ["OutletChain", "extend_chain", "without_spans"]

#: The outlets that carried a statement, nearest to the speaker first.
OutletChain: TypeAlias = tuple[Outlet, ...]


def extend_chain(chain: OutletChain, others: Iterable[Outlet]) -> OutletChain:
    """
    Add outlets to the end of a chain, except those whose names are already in it.

    Args:
        chain: The chain.

        others: The outlets to add, nearest to the speaker first.

    Returns:
        The longer chain.

    Example:
        >>> [outlet.name for outlet in extend_chain((Outlet("Twitter"),), [Outlet("twitter"), Outlet("CNN")])]
        ['Twitter', 'CNN']
    """
    names = {normalize(outlet.name) for outlet in chain}
    return (*chain, *(outlet for outlet in others if normalize(outlet.name) not in names))


def without_spans(chain: Iterable[Outlet]) -> OutletChain:
    """Return outlets without spans, for statements that do not name them."""
    return tuple(Outlet(outlet.name) for outlet in chain)
