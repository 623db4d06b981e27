"""Turn the features of candidates into probabilities."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

__all__ = ["Row", "probabilities"]

#: The features of a candidate, by name; those that are not given are zero.
Row: TypeAlias = Sequence[tuple[str, float]]


def probabilities(rows: Iterable[Row], weights: Mapping[str, float]) -> list[float]:
    """
    Compute how likely each candidate is.

    Args:
        rows: The features of the candidates.

        weights: How much each feature counts.

    Returns:
        A probability for each candidate; they add up to 1.

    Example:
        >>> [round(share, 2) for share in probabilities([[("near", 1.0)], [("far", 1.0)]], {"near": 2.0})]
        [0.88, 0.12]
    """
    scores = [sum([weights.get(name, 0.0) * value for name, value in row if value]) for row in rows]
    best = max(scores)
    odds = [math.exp(score - best) for score in scores]
    total = sum(odds)
    return [share / total for share in odds]
