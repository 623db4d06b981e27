"""Quotation marks of a training article in another style, or lost by a converter or a careless writer."""

from __future__ import annotations

import random

from quotekit.text import Quotation, pair_marks
from quotekit.training.edits import Edit

__all__ = ["STYLES", "lose_marks", "restyle"]

# Of the articles: how many lose all marks; of the other ones' quotations, those that lose one.
_ALL_LOST = 0.3
_OPENING_LOST = 0.05
_CLOSING_LOST = 0.15
#: Styles of quotation marks: opening and closing.
STYLES = (("“", "”"), ('"', '"'), ("''", "''"), ("«", "»"), ("‘", "’"), ("'", "'"), ("„", "“"))
_INNER = {
    "“": ("‘", "’"),
    '"': ("'", "'"),
    "''": ("'", "'"),
    "«": ("“", "”"),
    "‘": ("“", "”"),
    "'": ('"', '"'),
    "„": ("‚", "‘"),
}


def restyle(text: str, style: tuple[str, str]) -> list[Edit]:
    """
    Write every pair of marks in another style, and pairs inside others in the one that goes with it.

    Args:
        text: The text.

        style: One of :data:`STYLES`, or two empty strings to take the marks away.

    Returns:
        The edits: start, end (characters, end exclusive) and what to put there.
    """
    edits: list[Edit] = []
    for quotation in pair_marks(text):
        if quotation.depth > 1:
            continue
        opening, closing = _INNER.get(style[0], style) if quotation.depth else style
        edits.append((quotation.start, quotation.inner_start, opening))
        if quotation.closed:
            edits.append((quotation.inner_end, quotation.end, closing))
    return edits


def lose_marks(text: str, rng: random.Random) -> list[Edit]:
    """
    Take away one mark of some pairs, or all marks.

    Args:
        text: The text.

        rng: Where chance comes from.

    Returns:
        The edits: start, end (characters, end exclusive) and nothing to put there.
    """
    everything = rng.random() < _ALL_LOST
    edits: list[Edit] = []
    for quotation in pair_marks(text):
        edits += _lose(quotation, rng, everything=everything)
    return edits


def _lose(quotation: Quotation, rng: random.Random, *, everything: bool) -> list[Edit]:
    opening = (quotation.start, quotation.inner_start, "")
    closing = (quotation.inner_end, quotation.end, "")
    if everything:
        return [opening, closing]
    draw = rng.random()
    return [opening] if draw < _OPENING_LOST else [closing] if draw < _CLOSING_LOST else []
