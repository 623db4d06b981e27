"""Quotation marks of a training article in another style, or lost as by a converter or a careless writer."""

from __future__ import annotations

import random

from quotekit.text import Quotation, pair_marks
from quotekit.training.edits import Edit

__all__ = ["STYLES", "drop_marks", "restyle_marks"]

# Probability that an article loses all its marks; otherwise, that a quotation loses its opening mark, or any one mark.
_ALL_DROPPED = 0.3
_OPENING_DROPPED = 0.05
_EITHER_DROPPED = 0.15
#: Styles of quotation marks: opening and closing.
STYLES = (("“", "”"), ('"', '"'), ("''", "''"), ("«", "»"), ("‘", "’"), ("'", "'"), ("„", "“"))
# The style of quotations inside others, by the opening mark of the outer ones.
_INNER = {
    "“": ("‘", "’"),
    '"': ("'", "'"),
    "''": ("'", "'"),
    "«": ("“", "”"),
    "‘": ("“", "”"),
    "'": ('"', '"'),
    "„": ("‚", "‘"),
}


def restyle_marks(text: str, style: tuple[str, str]) -> list[Edit]:
    """
    Write every pair of quotation marks in another style, and inner pairs in the style that goes with it.

    Args:
        text: The text.

        style: One of :data:`STYLES`, or two empty strings to remove the marks.

    Returns:
        The edits.
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


def drop_marks(text: str, rng: random.Random) -> list[Edit]:
    """
    Remove one mark of some pairs of quotation marks, or all marks.

    Args:
        text: The text.

        rng: Source of randomness.

    Returns:
        The edits, whose replacements are empty.
    """
    everything = rng.random() < _ALL_DROPPED
    edits: list[Edit] = []
    for quotation in pair_marks(text):
        edits += _drop(quotation, rng, everything=everything)
    return edits


def _drop(quotation: Quotation, rng: random.Random, *, everything: bool) -> list[Edit]:
    """Remove both marks, one or none."""
    opening = (quotation.start, quotation.inner_start, "")
    closing = (quotation.inner_end, quotation.end, "")
    if everything:
        return [opening, closing]
    draw = rng.random()
    return [opening] if draw < _OPENING_DROPPED else [closing] if draw < _EITHER_DROPPED else []
