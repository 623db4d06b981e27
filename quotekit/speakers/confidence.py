"""Estimate how likely a decision on a speaker is right, and leave out names that are too unlikely."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import attrs

from quotekit.english.pronouns import THIRD_PERSON_PLURAL
from quotekit.names.mention import is_personal
from quotekit.records import SpeakerKind
from quotekit.speakers.antecedents import weigh
from quotekit.speakers.candidates import candidates
from quotekit.speakers.decision import Decision
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.features import feature_rows
from quotekit.speakers.nearby import last_end_before
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Author, Described, Document, Joint, Named, Reason, Referent, Unresolvable
from quotekit.speakers.weights import Weights

__all__ = [
    "DEFAULT_MIN_CONFIDENCE",
    "WEIGHTS",
    "confidence_features",
    "estimate_confidence",
    "is_named",
    "probability",
    "without_name",
]

#: The default of the lowest confidence of a name that is given.
DEFAULT_MIN_CONFIDENCE = 0.6
#: The file of the weights.
WEIGHTS = Path(__file__).with_name("confidence_weights.json")
_MAX_RATIO = 50.0
# The sieves that decide by whose turn it is, wherever the speaker is named.
_BY_TURN = frozenset({"first person", "question or answer"})
# Added to the weights of referents, so that their logarithms are finite.
_FLOOR = 0.01


@cache
def _weights() -> Mapping[str, float]:
    """Load the weights of the features, learned by ``benchmarks/speaker_weights.py``."""
    weights: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights


def estimate_confidence(decision: Decision, query: Query, discourse: Discourse, attribution: float) -> float:
    """
    Estimate how likely a decision is right.

    Args:
        decision: The decision.

        query: What it decides on.

        discourse: What was known when it was made.

        attribution: The confidence of the attribution.

    Returns:
        The probability.
    """
    return probability(confidence_features(decision, query, discourse, attribution), _weights())


def probability(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """
    Compute a probability from features by logistic regression.

    Args:
        features: The features by name.

        weights: How much each of them counts.

    Returns:
        The probability.

    Example:
        >>> round(probability({"always": 1.0}, {"always": 2.0}), 2)
        0.88
    """
    score = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-score))


def confidence_features(decision: Decision, query: Query, discourse: Discourse, attribution: float) -> dict[str, float]:
    """
    Compute what shows how safe a decision is.

    Args:
        decision: As for :func:`estimate_confidence`.

        query: As for :func:`estimate_confidence`.

        discourse: As for :func:`estimate_confidence`.

        attribution: As for :func:`estimate_confidence`.

    Returns:
        The features by name; those that are not given are zero.
    """
    return {"attribution": attribution, **dict(_features(decision, query, discourse))}


def _features(decision: Decision, query: Query, discourse: Discourse) -> Iterator[tuple[str, float]]:
    yield "always", 1.0
    yield f"sieve: {decision.how}", 1.0
    yield "named", float(is_named(decision.referent))
    yield "in quotation", float(discourse.index.is_quoted(query.start))
    if decision.probability is not None:
        yield "weighed", decision.probability
    if isinstance(decision.referent, Named):
        yield from _of_entity(decision, decision.referent.entity, query, discourse)
    if query.gender is not None and isinstance(decision.referent, Named):
        yield from _of_pronoun(decision.referent, query, discourse)
    if query.is_description and not is_named(decision.referent):
        yield f"described, {query.phrase.kind}", 1.0
        yield f"described, article: {query.phrase.article or 'none'}", 1.0
        yield "described, by shape", float(query.phrase.by_shape)


def _of_entity(decision: Decision, entity: int, query: Query, discourse: Discourse) -> Iterator[tuple[str, float]]:
    """Yield what is known of a named speaker."""
    known = discourse.entities[entity]
    yield "mentions", math.log1p(len(known.mentions))
    yield f"kind: {known.kind or 'unknown'}", 1.0
    yield "one word", float(" " not in known.name)
    if is_personal(known.kind):
        yield "surely a person", float(discourse.is_surely_person(entity))
    if decision.how in _BY_TURN:
        # Who says "I", or gives an answer, may have been named at the very beginning.
        return
    if not query.phrase.named:
        end = last_end_before(entity, query.start, discourse)
        index = discourse.index
        here = index.narrative_sentence_of(query.start)
        yield "only ahead", float(end is None)
        yield "sentences back", 0.0 if end is None else math.log1p(here - index.narrative_sentence_of(end - 1))
    else:
        (name, *_) = query.phrase.named
        words = len(query.source.text.split()) - len(name.name.text.split()) if query.source else 0
        yield "words besides the name", math.log1p(max(0, words))


def _of_pronoun(referent: Named, query: Query, discourse: Discourse) -> Iterator[tuple[str, float]]:
    """Yield how far the antecedent of a pronoun is ahead of its rivals."""
    totals = weigh(feature_rows(query, candidates(query, discourse), discourse), Weights())
    mine = totals.pop(referent, 0.0)
    rival = max(totals.values(), default=0.0)
    yield "rivals", math.log1p(len(totals))
    yield "margin", math.log(min(_MAX_RATIO, (mine + _FLOOR) / (rival + _FLOOR)))
    yield "weight", math.log(mine + _FLOOR)
    yield "gender known", float(discourse.gender_of(referent.entity) is not None)


def is_named(referent: Referent) -> bool:
    """
    Return whether a referent has a name.

    Args:
        referent: The referent.

    Returns:
        Whether it has one.
    """
    match referent:
        case Named() | Joint():
            return True
        case Document():
            return bool(referent.makers)
        case Author():
            return bool(referent.names)
        case Described():
            return referent.name is not None
        case Unresolvable():
            return False


def without_name(decision: Decision, query: Query) -> Decision:
    """
    Replace a decision whose name is too unlikely.

    Args:
        decision: The decision.

        query: What it decides on.

    Returns:
        A decision for an unnamed speaker if the source is a description, a document or "they"; otherwise for nobody.
    """
    kind = SpeakerKind.GROUP if query.pronoun in THIRD_PERSON_PLURAL else query.phrase.kind
    is_described = query.is_description or kind in (SpeakerKind.DOCUMENT, SpeakerKind.GROUP)
    if not is_described or kind is None:
        return attrs.evolve(decision, referent=Unresolvable(Reason.UNCERTAIN), speech=None, mentions=())
    kind = SpeakerKind.UNNAMED if kind is SpeakerKind.PERSON else kind
    referent = Described(kind, tuple(query.source.text.lower().split()), query.start)
    return attrs.evolve(decision, referent=referent, speech=None, mentions=(query.source_bounds,))
