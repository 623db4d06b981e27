"""Complete contents that have only a part of a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.records import Spans, TextSpan
from quotekit.text import Bounds, Quotation, TextIndex

__all__ = ["restore_quotations"]

_WORD = re.compile(r"[^\W_]")
# A content with less of a quotation is not completed.
_MIN_SHARE = 1 / 3


def restore_quotations(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Give a content that has a good part of a quotation all of it.

    The model reads a long quotation in parts and sometimes misses its beginning. The rest is left out if it belongs to
    another draft, or if the cue or source is inside it: then somebody quotes within the quotation.

    Args:
        context: The text, and the model's settings: only drafts at or above its confidence threshold have a claim to
            the rest.

        drafts: The drafts.

    Returns:
        The drafts, some with more content.
    """
    confident = [draft for draft in drafts if draft.confidence >= context.config.min_confidence]
    claims = _claims(context.index, confident)
    return [_with_whole_quotations(context.index, draft, claims) for draft in drafts]


def _claims(index: TextIndex, drafts: Iterable[Draft]) -> Mapping[int, set[TextSpan]]:
    """Return the spans of drafts that have a part of a quotation, by the start of the quotation."""
    claims: dict[int, set[TextSpan]] = {}
    for span in {span for draft in drafts for span in draft.spans}:
        for quotation in index.outer_quotations_in(span.start, span.end):
            claims.setdefault(quotation.start, set()).add(span)
    return claims


def _with_whole_quotations(index: TextIndex, draft: Draft, claims: Mapping[int, set[TextSpan]]) -> Draft:
    """Return a draft with the rest of the quotations that its content has a good part of."""
    before = [(piece.start, piece.end) for piece in draft.content]
    bounds = before
    for quotation in index.outer_quotations_in(before[0][0], before[-1][1]):
        if quotation.closed and _is_torn(index, bounds, quotation) and _is_free(draft, quotation, claims):
            bounds = _with_rest(bounds, quotation)
    return draft if bounds == before else attrs.evolve(draft, content=Spans.of(index.text, bounds))


def _is_torn(index: TextIndex, bounds: Sequence[Bounds], quotation: Quotation) -> bool:
    """Return whether bounds have a good part of a quotation and cut it at a word."""
    inner_start, inner_end = quotation.inner_start, quotation.inner_end
    if not any(_cuts(index, piece, quotation) for piece in bounds):
        return False
    inside = sum(max(0, min(end, inner_end) - max(start, inner_start)) for start, end in bounds)
    return inside >= _MIN_SHARE * (inner_end - inner_start)


def _cuts(index: TextIndex, piece: Bounds, quotation: Quotation) -> bool:
    """Return whether an edge of a piece has words of the quotation on its outer side."""
    (start, end), inner_start, inner_end = piece, quotation.inner_start, quotation.inner_end
    lost = [(inner_start, start)] if inner_start < start < inner_end else []
    lost += [(end, inner_end)] if inner_start < end < inner_end else []
    return any(_WORD.search(index.text, *bounds) for bounds in lost)


def _is_free(draft: Draft, quotation: Quotation, claims: Mapping[int, set[TextSpan]]) -> bool:
    """Return whether no other draft has a part of a quotation, and neither cue nor source is inside it."""
    if claims.get(quotation.start, set()).difference(draft.spans):
        return False
    return not any(span.start < quotation.end and quotation.start < span.end for span in (*draft.cue, *draft.source))


def _with_rest(bounds: Sequence[Bounds], quotation: Quotation) -> list[Bounds]:
    """Return bounds in which the pieces that touch a quotation are one piece with all of it."""
    apart = [piece for piece in bounds if piece[1] <= quotation.start or quotation.end <= piece[0]]
    touching = [piece for piece in bounds if piece not in apart]
    return sorted([*apart, (min(quotation.start, touching[0][0]), max(quotation.end, touching[-1][1]))])
