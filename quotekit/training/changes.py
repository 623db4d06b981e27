"""
Changes to a training article that keep its annotation: other names and verbs, other marks, lost marks, lost paragraphs, other forms.

A change is a list of edits to the text; offsets are moved along with it.
"""

from __future__ import annotations

import bisect
import random
import re

import attrs

from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.evaluation.annotated import Bounds
from quotekit.marks import Quotation, pair_marks
from quotekit.training.names import NamedArticle, NameSpan
from quotekit.training.recast import recast
from quotekit.training.swaps import rename, reword

__all__ = ["apply_edits", "change"]

Edit = tuple[int, int, str]

# How often each change is made.
_RECAST = 0.2
_RENAMED = 0.35
_REWORDED = 0.3
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


def change(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Change an article at random as an editor, a converter or a careless writer might.

    Args:
        article: The article.

        rng: Where chance comes from.

    Returns:
        The article changed, or just as it was: about a third are.
    """
    if rng.random() < _RECAST:
        article = recast(article, rng)
    for swap, often in ((rename, _RENAMED), (reword, _REWORDED)):
        if rng.random() < often:
            article = apply_edits(article, swap(article, rng))
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


def apply_edits(article: AnnotatedArticle, edits: list[Edit]) -> AnnotatedArticle:
    """
    Edit an article's text and move its annotation along.

    Args:
        article: The article.

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
        pieces += [article.text[last:start], new]
        size += start - last
        starts.append(start)
        shifts.append((end, size, size + len(new)))
        size += len(new)
        last = end
    text = "".join([*pieces, article.text[last:]])

    def moved(offset: int, *, is_end: bool) -> int:
        i = bisect.bisect_right(starts, offset - is_end) - 1
        if i < 0:
            return offset
        end, new_start, new_end = shifts[i]
        if offset >= end:
            return new_end + offset - end
        return new_end if is_end else new_start

    def spans(old: Bounds) -> Bounds:
        new = ((moved(start, is_end=False), moved(end, is_end=True)) for start, end in old)
        return tuple((start, end) for start, end in new if start < end)

    attributions = (Annotation(*(spans(role) for role in (a.content, a.cue, a.source))) for a in article.attributions)
    kept = tuple(a for a in attributions if a.content)
    changed = attrs.evolve(article, text=text, attributions=kept, ignore=spans(article.ignore))
    if isinstance(changed, NamedArticle):
        bounds = ((spans(((name.start, name.end),)), name.kind) for name in changed.names)
        names = tuple(NameSpan(*new[0], kind) for new, kind in bounds if new)
        return attrs.evolve(changed, names=names, named=moved(changed.named, is_end=True))
    return changed
