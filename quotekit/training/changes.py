"""
Changes to a training article that keep its annotation.

Other names and verbs, sentences joined and split, paragraphs in which nothing is said, other marks, lost marks, lost
paragraphs, other forms.
"""

from __future__ import annotations

import random
import re

import attrs

from quotekit.evaluation import AnnotatedArticle
from quotekit.marks import Quotation, pair_marks
from quotekit.training.edits import Edit, apply_edits
from quotekit.training.recast import recast
from quotekit.training.sentences import join_sentences, split_sentences
from quotekit.training.silence import add_silence
from quotekit.training.swaps import rename, reword

__all__ = ["change"]

# How often each change is made.
_RECAST = 0.2
_RENAMED = 0.35
_REWORDED = 0.3
_JOINED = 0.15
_SPLIT = 0.15
_SILENT = 0.25
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
_EDITS = (
    (rename, _RENAMED),
    (reword, _REWORDED),
    (join_sentences, _JOINED),
    (split_sentences, _SPLIT),
)
_BLANK_LINE = re.compile(r"\n\s*\n")


def change(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Change an article at random as an editor, a converter or a careless writer might.

    Args:
        article: The article.

        rng: Where chance comes from.

    Returns:
        The article changed, or just as it was: about one in ten is.
    """
    if rng.random() < _RECAST:
        article = recast(article, rng)
    for edit, often in _EDITS:
        if rng.random() < often:
            article = apply_edits(article, edit(article, rng))
    if rng.random() < _SILENT:
        article = add_silence(article, rng)
    if rng.random() < _LOWERED and len(article.text.lower()) == len(article.text):
        article = attrs.evolve(article, text=article.text.lower())
    edits: list[Edit] = []
    if rng.random() < _RESTYLED:
        style = rng.choices(_STYLES, _WEIGHTS)[0]
        edits += _restyle(article.text, style)
    elif rng.random() < _CARELESS:
        edits += _lose_marks(article.text, rng)
    if rng.random() < _UNPARAGRAPHED:
        to = rng.choice((" ", "\n", "\n"))
        edits += [(m.start(), m.end(), to) for m in _BLANK_LINE.finditer(article.text)]
    return apply_edits(article, edits) if edits else article


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
