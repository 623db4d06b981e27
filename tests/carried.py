"""Which outlets carry the attributions of a marked text, for tests of the rules that find them."""

from __future__ import annotations

from quotekit.names import find_mentions
from quotekit.provenance import find_via
from quotekit.text import TextIndex
from tests.marked import parse_marked, resolved_drafts

__all__ = ["outlet_names"]


def outlet_names(marked: str) -> list[list[str]]:
    """The names of the outlets of each attribution, nearest to the speaker first."""
    text, attributions = parse_marked(marked)
    via = find_via(TextIndex(text), resolved_drafts(attributions), find_mentions(TextIndex(text)))
    return [[outlet.name for outlet in chain] for chain in via]
