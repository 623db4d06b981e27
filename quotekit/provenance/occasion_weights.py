"""
The weights with which a statement's membership of an occasion is judged.

They were fitted by ``benchmarks/occasions.py`` to articles whose attributions have outlets; see the evaluation in the
documentation. A logistic regression adds up the weights of the features of
:func:`quotekit.provenance.occasion_features.pair_features`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

from quotekit.provenance.occasion_features import Features, StatementFacts
from quotekit.provenance.occasions import Occasion

__all__ = ["WEIGHTS", "judge", "probability"]

#: The weights by the names of the features.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "bias": -0.34,
        "others": -0.90,
        "others: continues": 1.39,
        "others: papers of release": 1.40,
        "others: paragraphs": -1.19,
        "others: people of poll": 1.32,
        "others: post": -0.39,
        "others: thought": -1.16,
        "own back": -0.29,
        "own back: continues": 1.05,
        "own back: head": 1.58,
        "own back: paragraphs": -1.16,
        "own back: post": -0.40,
        "own back: thought": -0.18,
        "own onward": 0.85,
        "own onward: continues": 1.25,
        "own onward: mentioned": 0.81,
        "own onward: paragraphs": -0.71,
        "own onward: post": 0.19,
        "own onward: thought": -0.37,
    }
)


def probability(features: Features, weights: Mapping[str, float] = WEIGHTS) -> float:
    """
    Return the probability that a statement was made on an occasion.

    Args:
        features: The features of the two.

        weights: The weights by the names of the features; a feature without a weight does not count.

    Returns:
        The probability, from 0 to 1.

    Example:
        >>> near, far = ({"own onward": 1.0, "own onward: paragraphs": apart} for apart in (0.0, 3.0))
        >>> probability(near) > probability(far)
        True
    """
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-total))


def judge(_: StatementFacts, __: Occasion, features: Features) -> float:
    """Return the probability that a statement was made on an occasion, by the library's weights."""
    return probability(features)
