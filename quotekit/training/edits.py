"""Edits to the text of a training article that keep its annotation aligned."""

from __future__ import annotations

import bisect
import re

import attrs

from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.evaluation.annotated import Bounds
from quotekit.training.silver_names import NamedArticle, NameSpan

__all__ = ["BLANK_LINE", "Edit", "apply_edits", "join_paragraphs"]

#: Start, end (characters, end exclusive; equal for an insertion) and the replacement.
Edit = tuple[int, int, str]
#: The separator of two paragraphs.
BLANK_LINE = re.compile(r"\n\s*\n")


def apply_edits(article: AnnotatedArticle, edits: list[Edit]) -> AnnotatedArticle:
    """
    Edit an article's text and realign its annotation.

    Args:
        article: The article.

        edits: The replacements. An empty range is an insertion: spans that end there end before it, and spans that
            begin there begin after it. Edits that overlap an earlier one are skipped.

    Returns:
        The edited article, without the spans that lost all their characters.
    """
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[tuple[int, int, int]] = []
    last = 0
    size = 0
    for start, end, new in sorted(edits):
        if start < last:
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
    edited = attrs.evolve(article, text=text, attributions=kept, ignore=spans(article.ignore))
    if isinstance(edited, NamedArticle):
        bounds = ((spans(((name.start, name.end),)), name.kind) for name in edited.names)
        names = tuple(NameSpan(*new[0], kind) for new, kind in bounds if new)
        names_end = moved(edited.names_end, is_end=True)
        return attrs.evolve(edited, names=names, names_end=names_end, final=spans(edited.final))
    return edited


def join_paragraphs(text: str, separator: str) -> list[Edit]:
    """
    Replace the blank lines between paragraphs.

    Args:
        text: The text.

        separator: The replacement.

    Returns:
        The edits, in text order.
    """
    return [(m.start(), m.end(), separator) for m in BLANK_LINE.finditer(text)]
