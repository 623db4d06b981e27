"""What tests read from marked texts: drafts, attributions, quotations and speakers of the package, from marks."""

from __future__ import annotations

from quotekit.attributions.draft import Draft
from quotekit.text import Quotation
from tests.markup import Mark, Marked, MarkupError

__all__ = ["drafts_of", "quotations_of"]


def drafts_of(marked: Marked) -> list[Draft]:
    """Return the attributions that a text marks, in the order of their numbers."""
    return [
        Draft(*(marked.spans(role, number) for role in ("t", "c", "s"))) for number in marked.numbers("t", "c", "s")
    ]


def quotations_of(marked: Marked) -> tuple[Quotation, ...]:
    """Return the quotations that a text marks; both of their marks must have characters."""
    quotations = marked.of("q")
    return tuple(_quotation(marked, mark, sum(_encloses(other, mark) for other in quotations)) for mark in quotations)


def _encloses(outer: Mark, inner: Mark) -> bool:
    return outer is not inner and outer.start <= inner.start and inner.end <= outer.end


def _quotation(marked: Marked, mark: Mark, depth: int) -> Quotation:
    if len(mark.edges) not in (1, 2) or mark.edges[0] == mark.start or mark.edges[1:] == (mark.end,):
        raise MarkupError(marked.text, mark.start, "a quotation has an opening mark, and a closing one or none")
    if mark.answer not in (None, "continued"):
        raise MarkupError(marked.text, mark.start, "a quotation is continued or not")
    inner_start, inner_end = mark.edges[0], [*mark.edges, mark.end][1]
    closed, continues = len(mark.edges) > 1, mark.answer is not None
    return Quotation(mark.start, mark.end, inner_start, inner_end, depth, closed, continues)
