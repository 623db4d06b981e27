"""The quotations of an attribution."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.records import Attribution, Kind, Spans

__all__ = ["quotations_of"]


def quotations_of(attribution: Attribution) -> Iterator[Spans]:
    """
    Find the quotations of an attribution.

    Args:
        attribution: The attribution.

    Yields:
        The whole of a direct quotation, whatever interrupts it; each quoted part of a mixed one.

    Example:
        >>> import quotekit
        >>> article = quotekit.extract('"It rained," Nora Lind said. "It will rain again."')
        >>> [quotation.text for quotation in quotations_of(article.attributions[0])]
        ['It rained, … It will rain again.']
    """
    if attribution.kind is Kind.DIRECT:
        if attribution.quoted:
            yield attribution.quoted
    else:
        yield from (Spans([piece]) for piece in attribution.quoted)
