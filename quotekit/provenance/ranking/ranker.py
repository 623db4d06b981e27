"""Revise the outlets of statements: weigh all chains together, with what the model makes of their words."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import attrs
import numpy as np

from quotekit.provenance.outlet_chains import OutletChain, without_spans
from quotekit.provenance.ranking.evidence import Gatherer
from quotekit.provenance.ranking.network import OutletNetwork
from quotekit.provenance.ranking.places import Place, chain_key

if TYPE_CHECKING:
    from quotekit.provenance.occasion_features import StatementFacts
    from quotekit.tagger.word_states import WordStates
    from quotekit.text import TextIndex

__all__ = ["OutletRanker", "RuledText"]

_MIN_PROBABILITY = 0.4
# What a statement's own sentence names for it, as the rules say, stays unless it is this sure that nothing carried it.
_MAX_OF_NONE = 0.9
# Statements are weighed so many at a time, to bound the memory.
_BLOCK = 64


@attrs.frozen(eq=False)
class RuledText:
    """A text once the rules have given outlets to its statements."""

    #: The text.
    index: TextIndex
    #: What is known of its statements, in text order.
    facts: Sequence[StatementFacts]
    #: The places that may name outlets, in text order.
    places: Sequence[Place]
    #: The chains that the rules give the statements, by number.
    given: Sequence[OutletChain]
    #: The numbers of the statements whose own sentences name their outlets.
    named: AbstractSet[int]


@attrs.frozen(eq=False)
class OutletRanker:
    """Revises chains of outlets by the probabilities of a network."""

    #: The network.
    network: OutletNetwork
    #: The states of the text's words.
    states: WordStates

    def __call__(self, text: RuledText) -> tuple[OutletChain, ...]:
        """Return the chains of the statements, by number."""
        if not text.places or not text.facts:
            return tuple(text.given)
        gatherer = Gatherer(text.index, text.facts, text.places, given=text.given, named=text.named, states=self.states)
        facts = {fact.statement.number: fact for fact in text.facts}
        found: list[OutletChain] = []
        for low in range(0, len(text.given), _BLOCK):
            numbers = range(low, min(low + _BLOCK, len(text.given)))
            evidence = gatherer.gather(numbers)
            of_chains, of_none = self.network.likelihoods(evidence)
            rows = np.arange(len(numbers))
            best = of_chains.argmax(1)
            columns = (of_chains[rows, best], of_none, evidence.places[rows, best])
            for number, probability, none, place in zip(numbers, *(column.tolist() for column in columns), strict=True):
                if probability >= _MIN_PROBABILITY:
                    found.append(_chosen(text, facts[number], text.places[place]))
                else:
                    found.append(text.given[number] if number in text.named and none < _MAX_OF_NONE else ())
        return tuple(found)


def _chosen(text: RuledText, fact: StatementFacts, place: Place) -> OutletChain:
    """Return the outlets of a place for a statement, with spans if its sentence names them for it."""
    statement = fact.statement
    given = text.given[statement.number]
    if set(place.key) <= set(chain_key(given)) or (fact.is_elsewhere and not given):
        # The rules know the nearest place, the order, and the outlets of the statement around this one; and what is
        # said elsewhere, "told reporters", has no outlet.
        return given
    is_own = text.index.sentence_of(place.start) == statement.sentence
    is_free = place.sign.statement in (None, statement.number)
    return place.outlets if is_own and is_free else without_spans(place.outlets)
