"""Drafts without credits, datelines and captions, which are nobody's statements."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.records import Spans

__all__ = ["strip_boilerplate"]

_BOUNDS = tuple[int, int]


def strip_boilerplate(text: str, draft: Sequence[Draft], boilerplate: Sequence[_BOUNDS]) -> list[Draft]:
    """
    Take away the attributions that stand in boilerplate, and what others have of it.

    Args:
        text: The article's text.

        draft: What the tagger found.

        boilerplate: The stretches from :func:`find_boilerplate`.

    Returns:
        The attributions whose cues are prose, with nothing else in their contents and sources; the same ones if there
        is no boilerplate.
    """
    if not boilerplate:
        return list(draft)
    kept = []
    for one in draft:
        content = _without(text, one.content, boilerplate)
        if content and _without(text, one.cue, boilerplate) == one.cue:
            kept.append(
                attrs.evolve(one, content=content, source=_without(text, one.source, boilerplate) or one.source)
            )
    return kept


def _without(text: str, spans: Spans, boilerplate: Sequence[_BOUNDS]) -> Spans:
    """Spans with what lies in boilerplate cut out of them."""
    bounds = [(piece.start, piece.end) for piece in spans]
    first = bisect_right(boilerplate, spans.start or 0, key=lambda stretch: stretch[1])
    for start, end in boilerplate[first:]:
        if not bounds or start >= bounds[-1][1]:
            break
        cut = [part for a, b in bounds for part in ((a, min(b, start)), (max(a, end), b)) if part[0] < part[1]]
        bounds = [trimmed for a, b in cut if (trimmed := _trimmed(text, a, b))]
    return Spans.of(text, bounds)


def _trimmed(text: str, start: int, end: int) -> _BOUNDS | None:
    """Bounds without the white space at both ends; None where there is nothing else."""
    piece = text[start:end]
    bare = piece.strip()
    begin = start + piece.find(bare)
    return (begin, begin + len(bare)) if bare else None
