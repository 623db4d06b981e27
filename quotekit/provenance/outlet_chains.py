"""Chains of outlets, nearest to the speaker first: a tweet quoted in an interview came by Twitter and then by CNN."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from quotekit.english.words import normalize
from quotekit.records import Outlet

__all__ = ["OutletChain", "extend_chain", "without_spans"]

#: The outlets through which words came, nearest to the speaker first.
OutletChain: TypeAlias = tuple[Outlet, ...]


def extend_chain(chain: OutletChain, others: Iterable[Outlet]) -> OutletChain:
    """
    Add outlets at the end of a chain, but for those whose names it has already.

    Example:
        >>> [outlet.name for outlet in extend_chain((Outlet("Twitter"),), [Outlet("twitter"), Outlet("CNN")])]
        ['Twitter', 'CNN']
    """
    names = {normalize(outlet.name) for outlet in chain}
    return (*chain, *(outlet for outlet in others if normalize(outlet.name) not in names))


def without_spans(chain: Iterable[Outlet]) -> OutletChain:
    """Return the outlets without the places where they are named, for statements elsewhere in the text."""
    return tuple(Outlet(outlet.name) for outlet in chain)
