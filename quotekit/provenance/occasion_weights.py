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
        "bias": -0.52,
        "others": -1.51,
        "others: continues": 1.27,
        "others: interviewer": 0.92,
        "others: interviews": 1.25,
        "others: joined": 1.18,
        "others: papers of release": 0.78,
        "others: paragraphs": -0.61,
        "others: people of poll": 2.46,
        "others: possessive": -0.86,
        "others: post": -0.04,
        "others: release": 0.78,
        "others: returns": 0.69,
        "others: sole": 0.84,
        "others: thought": -0.72,
        "own back": -0.14,
        "own back: continues": 0.96,
        "own back: head": 1.99,
        "own back: mentioned": 0.67,
        "own back: paragraphs": -1.19,
        "own back: possessive": -0.32,
        "own back: post": -1.45,
        "own back: release": 1.27,
        "own back: sole": 0.90,
        "own back: thought": -0.23,
        "own onward": 1.13,
        "own onward: continues": 1.92,
        "own onward: interviewer": 0.78,
        "own onward: mentioned": 0.73,
        "own onward: paragraphs": -0.76,
        "own onward: possessive": -1.26,
        "own onward: post": -0.24,
        "own onward: release": 0.83,
        "own onward: sole": 0.37,
        "own onward: thought": -0.92,
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
