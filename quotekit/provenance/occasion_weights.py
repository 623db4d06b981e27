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

__all__ = ["WEIGHTS", "judge"]

#: The weights by the names of the features.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "bias": -0.89,
        "others": -0.56,
        "others: continues": 0.87,
        "others: papers of release": 2.10,
        "others: paragraphs": -0.84,
        "others: people of poll": 1.61,
        "others: post": -0.25,
        "others: thought": -0.73,
        "own back": -0.43,
        "own back: continues": 1.81,
        "own back: head": 1.86,
        "own back: mentioned": -0.39,
        "own back: paragraphs": -1.35,
        "own back: post": -0.80,
        "own back: thought": -0.18,
        "own onward": 0.98,
        "own onward: continues": 1.74,
        "own onward: mentioned": -0.66,
        "own onward: paragraphs": -0.84,
        "own onward: post": -0.42,
        "own onward: thought": -0.99,
    }
)


def judge(_: StatementFacts, __: Occasion, features: Features) -> float:
    """
    Return the probability that a statement was made on an occasion.

    Args:
        _: The statement.

        __: The occasion.

        features: Their features.

    Returns:
        The probability, from 0 to 1.
    """
    total = WEIGHTS["bias"] + sum(WEIGHTS.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-total))
