"""Edits to the text of a training article, which move its annotation along."""

from __future__ import annotations

import bisect
import re

import attrs

from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.evaluation.annotated import Bounds
from quotekit.training.silver_names import NamedArticle, NameSpan

__all__ = ["BLANK_LINE", "Edit", "apply_edits", "join_paragraphs"]

#: What to put for the characters from start to end, end exclusive.
Edit = tuple[int, int, str]
#: What stands between two paragraphs.
BLANK_LINE = re.compile(r"\n\s*\n")


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
        named = moved(changed.named, is_end=True)
        return attrs.evolve(changed, names=names, named=named, silent=spans(changed.silent))
    return changed


def join_paragraphs(text: str, to: str) -> list[Edit]:
    """
    Put something else between paragraphs than a blank line.

    Args:
        text: The text.

        to: What to put there.

    Returns:
        The edits, in text order: start, end (characters, end exclusive) and what to put there.
    """
    return [(m.start(), m.end(), to) for m in BLANK_LINE.finditer(text)]
