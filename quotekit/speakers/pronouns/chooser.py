"""Choose the likeliest referent of a pronoun among its candidates."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import attrs

from quotekit.english.pronouns import PRONOUN_GENDER
from quotekit.speakers.antecedents import WeightedChooser
from quotekit.speakers.candidate import Candidate
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.features import feature_rows
from quotekit.speakers.probabilities import Row, probabilities
from quotekit.speakers.pronouns.features import referent_rows
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Reason, Referent, Unresolvable

__all__ = ["PRONOUN_WEIGHTS", "LikeliestChooser", "likelihoods", "pronoun_weights"]

#: The file of the weights.
PRONOUN_WEIGHTS = Path(__file__).with_name("weights.json")


@cache
def pronoun_weights() -> Mapping[str, float]:
    """Load the weights of the features, learned by ``benchmarks/speaker_weights.py``."""
    weights: dict[str, float] = json.loads(PRONOUN_WEIGHTS.read_text(encoding="utf-8"))
    return weights


def likelihoods(rows: Mapping[Referent | None, Row], weights: Mapping[str, float]) -> dict[Referent | None, float]:
    """
    Compute how likely each referent is.

    Args:
        rows: The features of the referents, as from :func:`quotekit.speakers.pronouns.features.referent_rows`.

        weights: How much each feature counts.

    Returns:
        A probability for each referent, and for none of them; they add up to 1.

    Example:
        >>> from quotekit.speakers.referents import Named
        >>> rows = {Named(0): [("near", 1.0)], None: [("nobody", 1.0)]}
        >>> [round(share, 2) for share in likelihoods(rows, {"near": 2.0}).values()]
        [0.88, 0.12]
    """
    return dict(zip(rows, probabilities(rows.values(), weights), strict=True))


@attrs.frozen
class LikeliestChooser:
    """
    Chooses the likeliest referent of "he" or "she" by learned weights, if it is likely enough.

    This is the default of :func:`quotekit.speakers.resolve_speakers`.
    """

    #: The probability that the referent must have.
    minimum: float = 0.5
    #: Chooses for other pronouns, and for descriptions.
    others: WeightedChooser = attrs.field(factory=WeightedChooser)

    def __call__(self, query: Query, candidates: Sequence[Candidate], discourse: Discourse) -> Referent:
        """Return the referent of a query, or the reason why it cannot be resolved safely."""
        if query.pronoun not in PRONOUN_GENDER:
            return self.others(query, candidates, discourse)
        rows = referent_rows(query, feature_rows(query, candidates, discourse), discourse)
        found = likelihoods(rows, pronoun_weights())
        best = max(found, key=found.__getitem__)
        return Unresolvable(Reason.UNCERTAIN) if best is None or found[best] < self.minimum else best
