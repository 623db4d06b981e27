"""
Choose an antecedent among candidates if the choice is safe.

Each mention before a pronoun adds weight to its referent: most as the subject of the previous sentence, less in
other positions ("under Mr. Bush", "Mr. Bush's tax cut", "when Mr. Bush left"), and less with each sentence in between.
A referent is chosen only if its weight is clearly the highest, since a wrong name is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from quotekit.speakers.candidate import Candidate, Fit
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.features import Features, feature_rows
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Reason, Referent, Unresolvable
from quotekit.speakers.standings import Place
from quotekit.speakers.weights import Weights

__all__ = ["WeightedChooser", "decide", "weigh"]

# The fields of the weights.
_FIELDS: Mapping[Fit | Place, str] = {one: one.value for one in (*Fit, *Place)}


@attrs.frozen
class WeightedChooser:
    """
    Chooses the candidate whose weight is clearly the highest.

    This is the default of :func:`quotekit.speakers.resolve_speakers`.
    """

    #: How much each feature counts.
    weights: Weights = attrs.field(factory=Weights)

    def __call__(self, query: Query, candidates: Sequence[Candidate], discourse: Discourse) -> Referent:
        """Return the referent of a query, or the reason why it cannot be resolved safely."""
        return decide(feature_rows(query, candidates, discourse), self.weights)


def decide(rows: Iterable[Features], weights: Weights) -> Referent:
    """
    Choose the referent whose weight is clearly the highest.

    Within a sentence only a referent's mention with the highest weight counts; weights are summed over sentences.

    Args:
        rows: The features of the candidates, in text order.

        weights: How much each feature counts.

    Returns:
        The referent; :class:`~quotekit.speakers.referents.Unresolvable` if none is clearly best.

    Example:
        >>> from quotekit.speakers.referents import Named
        >>> from quotekit.speakers.standings import Place
        >>> subject = Features(Candidate(0, 7, Named(0)), Place.SUBJECT, sentences_back=1)
        >>> other = Features(Candidate(34, 41, Named(1)), Place.PHRASE_PART, sentences_back=0)
        >>> decide([subject, other], Weights())
        Named(entity=0)
        >>> decide([subject, other], Weights(margin=4.0)).reason.value
        'uncertain'
    """
    return _clear_best(weigh(rows, weights), weights)


def weigh(rows: Iterable[Features], weights: Weights) -> dict[Referent, float]:
    """
    Add up the weights of each referent.

    Args:
        rows: The features of the candidates, in text order.

        weights: How much each feature counts.

    Returns:
        The weights by referent.

    Example:
        >>> from quotekit.speakers.referents import Named
        >>> from quotekit.speakers.standings import Place
        >>> subject = Features(Candidate(0, 7, Named(0)), Place.SUBJECT, sentences_back=0)
        >>> weigh([subject], Weights())
        {Named(entity=0): 3.0}
    """
    # Referents by number: hashing one takes longer than hashing a number.
    numbers: dict[Referent, int] = {}
    by_sentence: dict[tuple[int, int], float] = {}
    for row in rows:
        weight = _weight_of_mention(row, weights)
        if row.asked_by is not None:
            # The person who was asked answers.
            weight = weights.subject
            asking = row.sentences_back, numbers.setdefault(row.asked_by, len(numbers))
            by_sentence[asking] = min(by_sentence.get(asking, 0), weights.phrase_part)
        fit = row.candidate.fit
        if fit is not Fit.NONE:
            place = row.sentences_back, numbers.setdefault(row.candidate.referent, len(numbers))
            share = 1.0 if fit is Fit.AGREES else getattr(weights, _FIELDS[fit])
            by_sentence[place] = max(by_sentence.get(place, 0), weight * share * weights.decay**row.sentences_back)
    totals: dict[int, float] = {}
    for (_, number), weight in by_sentence.items():
        totals[number] = totals.get(number, 0) + weight
    referents = list(numbers)
    return {referents[number]: weight for number, weight in totals.items()}


def _weight_of_mention(row: Features, weights: Weights) -> float:
    """Return the weight of a candidate, by its position and by who is being quoted there."""
    weight: float = getattr(weights, _FIELDS[row.place])
    if row.is_introduced:
        weight = max(weight, weights.introduced)
    if row.is_in_own_words:
        return weight * weights.own
    return weight * weights.reported if row.is_reported else weight


def _clear_best(totals: dict[Referent, float], weights: Weights) -> Referent:
    """Return the referent with the highest weight, if it is high enough and well above the runner-up."""
    ranked = sorted(totals, key=lambda referent: -totals[referent])
    if not ranked or totals[ranked[0]] < weights.minimum:
        return Unresolvable(Reason.UNCERTAIN)
    if len(ranked) > 1 and totals[ranked[0]] < weights.margin * totals[ranked[1]]:
        return Unresolvable(Reason.UNCERTAIN)
    return ranked[0]
