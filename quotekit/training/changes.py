"""
Changes to a training article that keep its annotation: other marks, lost marks, lost paragraphs, other forms.

A change is a list of edits to the text; offsets are moved along with it.
"""

from __future__ import annotations

import bisect
import random
import re

import attrs

from quotekit.marks import Quotation, pair_marks
from quotekit.training.corpora import Document, GoldAttribution, Spans
from quotekit.training.recast import recast

__all__ = ["apply_edits", "change"]

Edit = tuple[int, int, str]

# How often each change is made.
_RECAST = 0.2
_LOWERED = 0.03
_RESTYLED = 0.35
_CARELESS = 0.08
_UNPARAGRAPHED = 0.12
# Of the careless articles: how many lose all marks; of the other ones' quotations, those that lose one.
_ALL_LOST = 0.3
_OPENING_LOST = 0.05
_CLOSING_LOST = 0.15
_STYLES = (("“", "”"), ('"', '"'), ("''", "''"), ("«", "»"), ("‘", "’"), ("'", "'"), ("„", "“"))
_WEIGHTS = (6, 6, 1, 1, 2, 2, 1)
_INNER = {
    "“": ("‘", "’"),
    '"': ("'", "'"),
    "''": ("'", "'"),
    "«": ("“", "”"),
    "‘": ("“", "”"),
    "'": ('"', '"'),
    "„": ("‚", "‘"),
}
_BLANK_LINE = re.compile(r"\n\s*\n")


def change(document: Document, rng: random.Random) -> Document:
    """
    Change an article at random as an editor, a converter or a careless writer might.

    Args:
        document: The article.

        rng: Where chance comes from.

    Returns:
        The article changed, or just as it was: about half are.
    """
    if rng.random() < _RECAST:
        document = recast(document, rng)
    if rng.random() < _LOWERED and len(document.text.lower()) == len(document.text):
        document = attrs.evolve(document, text=document.text.lower())
    edits: list[Edit] = []
    if rng.random() < _RESTYLED:
        style = rng.choices(_STYLES, _WEIGHTS)[0]
        edits += _restyle(document.text, style)
    elif rng.random() < _CARELESS:
        edits += _lose_marks(document.text, rng)
    if rng.random() < _UNPARAGRAPHED:
        to = rng.choice((" ", "\n", "\n"))
        edits += [(m.start(), m.end(), to) for m in _BLANK_LINE.finditer(document.text)]
    return apply_edits(document, edits) if edits else document


def _restyle(text: str, style: tuple[str, str]) -> list[Edit]:
    """Write every pair of marks in another style."""
    edits: list[Edit] = []
    for quotation in pair_marks(text):
        if quotation.depth > 1:
            continue
        opening, closing = _INNER[style[0]] if quotation.depth else style
        edits.append((quotation.start, quotation.inner_start, opening))
        if quotation.closed:
            edits.append((quotation.inner_end, quotation.end, closing))
    return edits


def _lose_marks(text: str, rng: random.Random) -> list[Edit]:
    """Take away one mark of some pairs, or all marks."""
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


def apply_edits(document: Document, edits: list[Edit]) -> Document:
    """
    Edit an article's text and move its annotation along.

    Args:
        document: The article.

        edits: What to put for the characters from start to end, end exclusive; edits must not overlap.

    Returns:
        The new article; spans that lost all their characters are gone.
    """
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[tuple[int, int, int]] = []
    last = 0
    size = 0
    for start, end, new in sorted(edits):
        if start < last or start == end:
            continue
        pieces += [document.text[last:start], new]
        size += start - last
        starts.append(start)
        shifts.append((end, size, size + len(new)))
        size += len(new)
        last = end
    text = "".join([*pieces, document.text[last:]])

    def moved(offset: int, *, is_end: bool) -> int:
        i = bisect.bisect_right(starts, offset - is_end) - 1
        if i < 0:
            return offset
        end, new_start, new_end = shifts[i]
        if offset >= end:
            return new_end + offset - end
        return new_end if is_end else new_start

    def spans(old: Spans) -> Spans:
        new = ((moved(start, is_end=False), moved(end, is_end=True)) for start, end in old)
        return tuple((start, end) for start, end in new if start < end)

    attributions = (
        GoldAttribution(*(spans(role) for role in (a.content, a.cue, a.source))) for a in document.attributions
    )
    kept = tuple(a for a in attributions if a.content)
    return attrs.evolve(document, text=text, attributions=kept, ignore=spans(document.ignore))
