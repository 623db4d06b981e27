"""Revise the decisions of the rules: weigh all candidates together, with what the model makes of their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Protocol

import attrs
import numpy as np

from quotekit.records import SpeakerKind
from quotekit.speakers.confidence import without_name
from quotekit.speakers.decision import Decision, decide_document, decide_entities
from quotekit.speakers.descriptions.contradictions import contradictions
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.ranking.columns import KINDS
from quotekit.speakers.ranking.evidence import Gatherer
from quotekit.speakers.ranking.made import Made
from quotekit.speakers.ranking.network import Network
from quotekit.speakers.referents import Author, Described, Document, Joint, Named, Referent, Unresolvable

if TYPE_CHECKING:
    from quotekit.tagger.word_states import WordStates

__all__ = ["Ranker", "Reviser"]

#: The name under which these decisions are recorded.
_HOW = "ranking"
# These decide by more than the words of a source and of names.
_FINAL = frozenset({"body again", "cluster", "conversation", "joint names", "name", "named body", "question or answer"})
# The correction that reads transcripts.
_TURNS = "turns"
_MIN_PROBABILITY = 0.55
# A description is more often of somebody who is not named than a pronoun is.
_MIN_OF_DESCRIPTIONS = 0.6
_MIN_KIND = 0.6
_INDEFINITE = frozenset({"a", "an", "another", "one"})
# What rules a candidate out however likely it is, and what does so unless it is this likely; other contradictions the
# network weighs.
_DECISIVE = frozenset({"age", "gender"})
_WEIGHTY = _DECISIVE | {"office of nobody", "party"}
_OVERRULED_FROM = 0.8
# "The company" is not one that is first named below.
_ONLY_AHEAD = "only ahead"
_NAMED_KINDS = (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION, SpeakerKind.GROUP)
_UNNAMED_KINDS = (SpeakerKind.GROUP, SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT, SpeakerKind.UNNAMED)
# Attributions are weighed so many at a time, to bound the memory.
_BLOCK = 64


class Reviser(Protocol):
    """Revises the decisions of the rules."""

    def __call__(self, made: Sequence[Made], discourse: Discourse) -> Mapping[int, Decision]:
        """Return the decisions that replace those of the rules, by draft."""


@attrs.frozen(eq=False)
class Ranker:
    """Revises decisions by the probabilities of a network."""

    #: The network.
    network: Network
    #: The states of the article's words.
    states: WordStates
    #: The probability that a name must have; the default if None.
    min_probability: float | None = None

    def __call__(self, made: Sequence[Made], discourse: Discourse) -> Mapping[int, Decision]:
        """Return the decisions that replace those of the rules, by draft."""
        numbers = [number for number, one in enumerate(made) if _may_revise(one)]
        if not numbers or not discourse.entities:
            return {}
        names = frozenset(entity.name for entity in discourse.entities)
        revised = {
            number: self._revise(made[number], odds, discourse, names)
            for number, odds in self._weigh(numbers, Gatherer(made, discourse, self.states, self.network.sieves))
        }
        return {number: decision for number, decision in revised.items() if decision is not None}

    def _weigh(self, numbers: Sequence[int], gatherer: Gatherer) -> Iterator[tuple[int, _Odds]]:
        """Yield the numbers of attributions, each with its likeliest candidate."""
        for low in range(0, len(numbers), _BLOCK):
            block = numbers[low : low + _BLOCK]
            evidence = gatherer.gather(block)
            found = self.network.likelihoods(evidence)
            rows = np.arange(len(block))
            best = found.of_entities.argmax(1)
            columns = (evidence.candidates[rows, best], found.of_entities[rows, best], found.of_nobody, found.of_kinds)
            for number, entity, probability, of_nobody, of_kinds in zip(
                block, *(column.tolist() for column in columns), strict=True
            ):
                yield number, _Odds(entity, probability, of_nobody, dict(zip(KINDS, of_kinds, strict=True)))

    def _revise(self, one: Made, odds: _Odds, discourse: Discourse, names: AbstractSet[str]) -> Decision | None:
        """Return the decision that replaces one of the rules; None if theirs stays as it is."""
        is_likely = odds.probability >= max(self._least(one, odds, discourse), odds.of_nobody)
        if is_likely:
            return None if _is_ruled_out(one, odds, discourse) else _named(one, odds, discourse)
        decision = one.decision
        if decision is not None and _names_one(decision.referent, names):
            decision = attrs.evolve(without_name(decision, one.query), how=_HOW)
        revised = _of_kind(one, decision, odds)
        # What stays as it is may still lose a name that is too unlikely, by the rules.
        return None if revised is one.decision else revised

    def _least(self, one: Made, odds: _Odds, discourse: Discourse) -> float:
        """Return the probability that the likeliest candidate must have."""
        if self.min_probability is not None:
            return self.min_probability
        is_new = one.decision is None or not _is_of(one.decision.referent, odds.entity, discourse)
        return _MIN_OF_DESCRIPTIONS if is_new and one.query.is_description else _MIN_PROBABILITY


@attrs.frozen
class _Odds:
    """The likeliest candidate of an attribution, and how likely each kind of speaker is."""

    entity: int
    probability: float
    of_nobody: float
    kinds: Mapping[SpeakerKind | None, float]

    @property
    def is_document(self) -> bool:
        """Whether a document speaks, rather than whoever made it."""
        return self.kinds[SpeakerKind.DOCUMENT] > sum(self.kinds[kind] for kind in _NAMED_KINDS)


def _may_revise(one: Made) -> bool:
    """Return whether a decision may be replaced."""
    decision = one.decision
    if _TURNS in one.draft.changed_by:
        # The label of a turn is all that there is of the speaker.
        return False
    if decision is None:
        return True
    is_final = decision.how in _FINAL or isinstance(decision.referent, Joint | Author)
    # "Her campaign" is named by its owner.
    is_owned = (
        isinstance(decision.referent, Described) and decision.referent.name is not None and one.query.phrase.whose
    )
    return not is_final and not is_owned


def _is_ruled_out(one: Made, odds: _Odds, discourse: Discourse) -> bool:
    """Return whether the words of a source cannot refer to the likeliest candidate."""
    entity = odds.entity
    if one.decision is not None and _is_of(one.decision.referent, entity, discourse):
        return False
    phrase = one.query.phrase
    if one.query.is_description:
        is_owner = phrase.owner is not None and discourse.mentions.entity_of(phrase.owner) == entity
        if phrase.kind is SpeakerKind.UNNAMED and (is_owner or one.query.owner == entity):
            # "Holm's wife" is not Holm.
            return True
        against = frozenset(contradictions(entity, one.query, discourse))
        if _ONLY_AHEAD in against and phrase.kind is SpeakerKind.ORGANIZATION:
            return True
        if odds.probability >= _OVERRULED_FROM:
            return not _DECISIVE.isdisjoint(against)
        return bool(against) if phrase.article in _INDEFINITE else not _WEIGHTY.isdisjoint(against)
    known = discourse.gender_of(entity)
    return one.query.gender is not None and known is not None and known != one.query.gender


def _named(one: Made, odds: _Odds, discourse: Discourse) -> Decision:
    """Return the decision that the likeliest candidate speaks."""
    decision, query = one.decision, one.query
    if decision is not None and _is_of(decision.referent, odds.entity, discourse):
        return attrs.evolve(decision, confidence=odds.probability)
    # A document is what a source refers to; without one, its maker speaks.
    if odds.is_document and query.source:
        found = decide_document((odds.entity,), query, discourse)
    else:
        found = decide_entities((odds.entity,), query, discourse, is_mention=bool(query.source))
    return attrs.evolve(found, how=_HOW, probability=odds.probability, confidence=odds.probability)


def _is_of(referent: Referent, entity: int, discourse: Discourse) -> bool:
    """Return whether a referent is an entity, or a document that it made."""
    return referent == Named(entity) or (
        isinstance(referent, Document) and discourse.entities[entity].name in referent.makers
    )


def _names_one(referent: Referent, names: AbstractSet[str]) -> bool:
    """Return whether a referent is an entity, or a document that one of those with these names made."""
    return isinstance(referent, Named) or (isinstance(referent, Document) and not names.isdisjoint(referent.makers))


def _of_kind(one: Made, decision: Decision | None, odds: _Odds) -> Decision | None:
    """Return a decision on a speaker without a name, of the likeliest kind."""
    kind = max(_UNNAMED_KINDS, key=odds.kinds.__getitem__)
    is_likely = odds.kinds[kind] >= _MIN_KIND
    referent = None if decision is None else decision.referent
    if decision is not None and isinstance(referent, Described) and referent.name is None:
        if is_likely and referent.kind is not kind:
            return attrs.evolve(decision, referent=attrs.evolve(referent, kind=kind), how=_HOW)
    elif is_likely and one.query.source and (referent is None or isinstance(referent, Unresolvable)):
        referent = Described(kind, start=one.query.start)
        return Decision(referent, _HOW, mentions=(one.query.source_bounds,), confidence=odds.kinds[kind])
    return decision
