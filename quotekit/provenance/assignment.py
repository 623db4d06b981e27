"""Assign carriers to the statements in their sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import attrs

from quotekit.provenance.carrier_types import CarrierType
from quotekit.provenance.carriers import Carrier
from quotekit.provenance.fit import can_carry
from quotekit.provenance.outlet_chains import extend_chain
from quotekit.provenance.statements import Statement
from quotekit.text import TextIndex

__all__ = ["assign_carriers"]

_REACH_CHARS = 600
# What can precede "interview with" at the start of a sentence.
_BEFORE_OPENING = re.compile(r"\W{0,30}(?:\w{1,40}\W{1,30}){0,4}")
# A clause that a comma separates from the statement: ", speaking", ", after".
_SUBORDINATE = re.compile(r",[”\"*_’']{0,16}\s{1,9}(?:after|as|asked|before|speaking|when|where|which|while|who)\b")


def assign_carriers(
    index: TextIndex, statements: Sequence[Statement], carriers: Iterable[Carrier]
) -> dict[int, Carrier]:
    """
    Assign each carrier to the nearest statement in its sentence that it can carry.

    Args:
        index: The text.

        statements: The text's statements.

        carriers: The text's carriers, in text order.

    Returns:
        The first carrier of each statement that has one, by the number of the statement, with the outlets that report
        it.
    """
    assigned: dict[int, Carrier] = {}
    ordered = sorted(statements, key=lambda statement: statement.anchor)
    anchors = [statement.anchor for statement in ordered]
    for carrier in carriers:
        first = bisect_left(anchors, carrier.start - _REACH_CHARS)
        last = bisect_right(anchors, carrier.end + _REACH_CHARS)
        sentence = index.sentence_of(carrier.start)
        near = [statement for statement in ordered[first:last] if statement.sentence == sentence]
        nearest = _nearest(index, carrier, [one for one in near if can_carry(index, carrier, one)])
        if nearest is not None:
            first_one = assigned.get(nearest.number)
            assigned[nearest.number] = carrier if first_one is None else _joined(first_one, carrier)
    return assigned


def _joined(first: Carrier, second: Carrier) -> Carrier:
    """Return the first carrier, with the outlets of one that reports it: "on Reef Talk, as reported by CNN"."""
    if second.type is not CarrierType.REPORTED or first.type is CarrierType.REPORTED:
        return first
    return attrs.evolve(first, outlets=extend_chain(first.outlets, second.outlets))


def _nearest(index: TextIndex, carrier: Carrier, statements: list[Statement]) -> Statement | None:
    """Return the nearest of the statements that a carrier can carry, main clauses first; None if there is none."""
    sentence_start = index.sentence_at(carrier.start)[0]
    opens = _BEFORE_OPENING.fullmatch(index.text, sentence_start, carrier.start) is not None
    if carrier.type is CarrierType.ON and not opens:
        # "Experts on Twitter said" does not show where they said it.
        statements = [one for one in statements if one.anchor < carrier.start]
    if opens and carrier.type is not CarrierType.SAYING:
        statements = _in_main_clause(index, carrier, statements)
    return min(statements, key=lambda one: _distance(carrier, one), default=None)


def _in_main_clause(index: TextIndex, carrier: Carrier, statements: list[Statement]) -> list[Statement]:
    """Prefer the main clause after an opening phrase: "Writing for a panel that agreed, she said ..."."""
    start = _main_clause_start(index, carrier.end)
    if start is None or any(one.anchor <= carrier.start for one in statements):
        return statements
    return [one for one in statements if one.anchor > start] or statements


def _main_clause_start(index: TextIndex, at: int) -> int | None:
    """Return the offset of the comma after an opening phrase, "when asked about it" included; None if there is none."""
    comma = index.text.find(",", at, at + _REACH_CHARS)
    if comma >= 0 and index.match_after(_SUBORDINATE, comma):
        comma = index.text.find(",", comma + 1, comma + _REACH_CHARS)
    return comma if comma >= 0 else None


def _distance(carrier: Carrier, statement: Statement) -> int:
    """Return the number of characters between a carrier and a cue."""
    return min(max(0, carrier.start - p.end, p.start - carrier.end) for p in statement.marker)
