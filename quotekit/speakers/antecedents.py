"""
Choose an antecedent among candidates, where it is safe.

Each mention before a pronoun adds weight to its referent: most as the subject of the sentence before, less in another
phrase ("under Mr. Bush", "Mr. Bush's tax cut", "when Mr. Bush left"), less with each sentence in between. The referent
with clearly the most weight is chosen. A wrong name is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from quotekit.speakers.candidate import Candidate, Fit
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.features import Features, feature_rows
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Reason, Referent, Unresolvable
from quotekit.speakers.weights import Weights

__all__ = ["WeightedChooser", "decide"]


@attrs.frozen
class WeightedChooser:
    """
    Chooses the candidate with clearly the most weight.

    It is what :func:`quotekit.speakers.resolve_speakers` uses if nothing else is given.
    """

    #: How much each feature counts.
    weights: Weights = attrs.field(factory=Weights)

    def __call__(self, query: Query, candidates: Sequence[Candidate], discourse: Discourse) -> Referent:
        """Return the referent of a query, or why it is not safe to say."""
        return decide(feature_rows(query, candidates, discourse), self.weights)


def decide(rows: Iterable[Features], weights: Weights) -> Referent:
    """
    Choose the referent with clearly the most weight.

    Of a referent's mentions in one sentence the one with the most weight counts; its sentences are added up.

    Args:
        rows: The features of the candidates, in text order.

        weights: How much each feature counts.

    Returns:
        The referent; :class:`~quotekit.speakers.referents.Unresolvable` where none is clearly the best one.

    Example:
        >>> from quotekit.speakers.features import Place
        >>> from quotekit.speakers.referents import Named
        >>> subject = Features(Candidate(0, 7, Named(0)), Place.SUBJECT, sentences_back=1)
        >>> other = Features(Candidate(34, 41, Named(1)), Place.PHRASE_PART, sentences_back=0)
        >>> decide([subject, other], Weights())
        Named(entity=0)
        >>> decide([subject, other], Weights(margin=4.0)).reason.value
        'uncertain'
    """
    by_sentence: dict[tuple[int, Referent], float] = {}
    for row in rows:
        weight = _weight_of_mention(row, weights)
        if row.asked_by is not None:
            # Whoever was asked answers.
            weight = weights.subject
            asking = row.sentences_back, row.asked_by
            by_sentence[asking] = min(by_sentence.get(asking, 0), weights.phrase_part)
        if row.candidate.fit is not Fit.NONE:
            place = row.sentences_back, row.candidate.referent
            fit = getattr(weights, row.candidate.fit.value, 1.0)
            by_sentence[place] = max(by_sentence.get(place, 0), weight * fit * weights.decay**row.sentences_back)
    totals: dict[Referent, float] = {}
    for (_, referent), weight in by_sentence.items():
        totals[referent] = totals.get(referent, 0) + weight
    return _clear_best(totals, weights)


def _weight_of_mention(row: Features, weights: Weights) -> float:
    """Return the weight of a candidate by its place and by whose words it stands in."""
    weight: float = getattr(weights, row.place.value)
    if row.is_in_own_words:
        return weight * weights.own
    return weight * weights.reported if row.is_reported else weight


def _clear_best(totals: dict[Referent, float], weights: Weights) -> Referent:
    """Return the referent with the most weight, if it is enough, and enough more than that of the next."""
    ranked = sorted(totals, key=lambda referent: -totals[referent])
    if not ranked or totals[ranked[0]] < weights.minimum:
        return Unresolvable(Reason.UNCERTAIN)
    if len(ranked) > 1 and totals[ranked[0]] < weights.margin * totals[ranked[1]]:
        return Unresolvable(Reason.UNCERTAIN)
    return ranked[0]
