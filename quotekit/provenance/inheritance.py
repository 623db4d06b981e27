"""Inheritance: an outlet that carries or makes a statement also carries the statements nested in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from quotekit.names.outlets import NamedOutlet
from quotekit.provenance.context import Chains, Context
from quotekit.provenance.outlet_chains import OutletChain, extend_chain, without_spans
from quotekit.provenance.statements import Statement
from quotekit.records import Outlet, SpeakerKind

__all__ = ["inherit_from_parents"]

_CITING_CUES = ("according to", "per")
_ARTICLE_CHARS = len("the ")


def inherit_from_parents(context: Context, chains: Chains) -> Chains:
    """
    Give nested statements the outlets of their parents, and the outlets that make their parents.

    Args:
        context: The text.

        chains: The outlets found so far.

    Returns:
        The outlets, with the inherited ones at the end of each chain.
    """
    statements, starts = context.statements, [outlet.start for outlet in context.outlets]
    whole: dict[int, OutletChain] = {}
    for statement in statements:
        for one in reversed(_unresolved_ancestry(statement, statements, whole)):
            above: OutletChain = ()
            if one.parent is not None:
                above = (*_speaking_outlet(statements[one.parent], context.outlets, starts), *whole[one.parent])
            whole[one.number] = extend_chain(chains[one.number], without_spans(above))
    return [whole[statement.number] for statement in statements]


def _unresolved_ancestry(
    statement: Statement, statements: Sequence[Statement], resolved: dict[int, OutletChain]
) -> list[Statement]:
    """Return a statement and its ancestors, innermost first, up to the first that is already resolved."""
    found: list[Statement] = []
    number: int | None = statement.number
    while number is not None and number not in resolved:
        found.append(statements[number])
        number = statements[number].parent
    return found


def _speaking_outlet(statement: Statement, outlets: Sequence[NamedOutlet], starts: Sequence[int]) -> OutletChain:
    """Return the outlet that is the source of a statement, if one is; *starts* are the outlets' offsets."""
    source = statement.source
    reports = statement.reports or statement.cue_lemma in _CITING_CUES
    if not reports or not source or not statement.is_spoken_by(SpeakerKind.ORGANIZATION):
        return ()
    in_source = outlets[bisect_left(starts, source[0].start) : bisect_right(starts, source[-1].end - 1)]
    whole = (outlet for outlet in in_source if len(source.text) - (outlet.end - outlet.start) <= _ARTICLE_CHARS)
    return tuple(Outlet(outlet.name) for outlet in whole)[:1]
