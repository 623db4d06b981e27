"""Leads: statements whose outlets are named only later in the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from quotekit.provenance.asides import is_aside
from quotekit.provenance.carriers import Carrier
from quotekit.provenance.context import Chains, Context
from quotekit.provenance.occasions import has_occasion
from quotekit.provenance.outlet_chains import without_spans
from quotekit.provenance.statements import Statement

__all__ = ["carry_back_to_head", "carry_back_to_paraphrases"]

# The headline, the lead and one more paragraph.
_HEAD_PARAGRAPHS = 3


def carry_back_to_paraphrases(context: Context, chains: Chains) -> Chains:
    """
    Give a paraphrase the outlets of the quotation that backs it up in the next paragraph.

    Args:
        context: The text.

        chains: The outlets found so far.

    Returns:
        The outlets, with those of paraphrases.
    """
    carried = list(chains)
    outermost = [statement for statement in context.in_text_order() if not statement.is_nested]
    for statement, following in pairwise(outermost):
        carrier = context.carriers.get(following.number)
        if not carried[statement.number] and carrier and _paraphrases(context, statement, following, carrier):
            carried[statement.number] = without_spans(carried[following.number])
    return carried


def carry_back_to_head(context: Context, chains: Chains) -> Chains:
    """
    Give statements in headline and lead the outlets of the next statement by the same speaker there.

    Args:
        context: The text.

        chains: The outlets found so far.

    Returns:
        The outlets, with those of headline and lead.
    """
    carried = list(chains)
    head = [s for s in context.statements if s.paragraph < _HEAD_PARAGRAPHS and s.speaker is not None]
    for statement in head:
        if not carried[statement.number] and not statement.is_nested and not is_aside(context.index, statement):
            later = next(_later_by_same_speaker(statement, (s for s in head if carried[s.number])), None)
            if later is not None:
                carried[statement.number] = without_spans(carried[later.number])
    return carried


def _later_by_same_speaker(statement: Statement, others: Iterable[Statement]) -> Iterator[Statement]:
    """Yield the statements that come after a given one and have the same speaker."""
    return (s for s in others if s.speaker_key == statement.speaker_key and s.anchor > statement.anchor)


def _paraphrases(context: Context, statement: Statement, following: Statement, carrier: Carrier) -> bool:
    """Return whether a statement sums up what its speaker says at the start of the next paragraph."""
    if following.paragraph - statement.paragraph != 1 or not _opens_with_words(following, carrier):
        return False
    if statement.speaker is None or statement.speaker_key != following.speaker_key:
        return False
    return has_occasion(statement) and not is_aside(context.index, statement)


def _opens_with_words(statement: Statement, carrier: Carrier) -> bool:
    """Return whether content, cue and outlet come in this order: "“It is late,” Holm told CNN."."""
    return not carrier.is_written and statement.content[0].start < statement.anchor < carrier.start
