"""Decide on a description by the weights of its candidates."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import attrs

from quotekit.records import SpeakerKind
from quotekit.speakers.decision import Decision, decide_entities
from quotekit.speakers.descriptions.candidates import description_candidates
from quotekit.speakers.descriptions.features import Row, description_rows
from quotekit.speakers.discourse import Discourse, Speech
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Named, Referent

__all__ = ["Scorer", "description_weights", "probabilities"]

_WEIGHTS = Path(__file__).with_name("weights.json")
_KINDS = (SpeakerKind.UNNAMED, SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)


@cache
def description_weights() -> Mapping[str, float]:
    """Load the weights of the features, learned by ``quotekit.training.description_weights``."""
    weights: dict[str, float] = json.loads(_WEIGHTS.read_text(encoding="utf-8"))
    return weights


def probabilities(rows: Sequence[Row], weights: Mapping[str, float]) -> list[float]:
    """
    Compute how likely each candidate is.

    Args:
        rows: The features of the candidates.

        weights: How much each feature counts.

    Returns:
        A probability for each candidate; they add up to 1.

    Example:
        >>> [round(share, 2) for share in probabilities([{"near": 1.0}, {"far": 1.0}], {"near": 2.0})]
        [0.88, 0.12]
    """
    scores = [sum(weights.get(name, 0.0) * value for name, value in row.items()) for row in rows]
    odds = [math.exp(score - max(scores)) for score in scores]
    return [share / sum(odds) for share in odds]


@attrs.frozen
class Scorer:
    """
    Decides on a description by its likeliest candidate; passes if that has no name.

    It is one of the sieves of :func:`quotekit.speakers.resolve_speakers`.
    """

    #: The probability that a name must have.
    minimum: float = 0.5

    def __call__(self, query: Query, discourse: Discourse) -> Decision | None:
        """Decide on a query, or pass."""
        if not query.is_description or query.phrase.kind not in _KINDS:
            return None
        found = description_candidates(query, discourse)
        shares = probabilities(description_rows(query, found, discourse), description_weights())
        best = max(range(len(found)), key=shares.__getitem__)
        referent = found[best].referent
        if referent is None or shares[best] < self.minimum:
            return None
        return attrs.evolve(_decide(referent, query, discourse), probability=shares[best])


def _decide(referent: Referent, query: Query, discourse: Discourse) -> Decision:
    if isinstance(referent, Named):
        return decide_entities((referent.entity,), query, discourse, is_mention=True)
    speech = Speech(query.start, query.end, referent, SpeakerKind.DOCUMENT)
    return Decision(referent, speech=speech, mentions=(query.bounds, *query.coreferent))


