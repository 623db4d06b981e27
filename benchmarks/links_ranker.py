"""
A ranker of antecedents: a conditional logit that gives every candidate, and nobody, a chance.

What it learns from are queries of which is known what is right.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import Any

import attrs
import numpy as np
from links_queries import DESCRIPTION, FORMS, Query

STRENGTHS = (0.001, 0.003, 0.01)
FOLDS = 5
_STEPS = 120
_RATE = 0.08
_BLOCKS = {form: i for i, form in enumerate(dict.fromkeys([*FORMS.values(), DESCRIPTION]), 1)}

Chances = dict[Hashable, float]
Foretold = list[tuple[Query, Chances]]


@attrs.frozen(eq=False)
class Ranker:
    """Chooses whoever has the highest chance."""

    #: The weight of each feature: in all forms, then in each of them.
    weights: Any
    #: Whether what the sieves say is a feature, too.
    sieves: bool

    @classmethod
    def learn(cls, queries: Sequence[Query], strength: float, *, sieves: bool) -> Ranker:
        """
        Learn from queries of which is known what is right.

        Args:
            queries: The queries.

            strength: How far to hold weights down.

            sieves: Whether what the sieves say is a feature, too.

        Returns:
            The ranker.
        """
        features = np.concatenate([matrix(query, sieves=sieves) for query in queries])
        right = np.concatenate([query.right for query in queries])
        query_of = np.repeat(np.arange(len(queries)), [len(query.rows) for query in queries])
        weights, mean, square = np.zeros((3, features.shape[1]), np.float32)
        # Adam.
        for step in range(1, _STEPS + 1):
            odds = np.exp(np.clip(features @ weights, -50, 50))
            chances, wanted = (o / np.bincount(query_of, o)[query_of] for o in (odds, odds * right))
            slope = features.T @ (chances - wanted).astype(np.float32) / len(queries) + strength * weights
            mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
            rate = _RATE * math.sqrt(1 - 0.99**step) / (1 - 0.9**step)
            weights = weights - rate * mean / (np.sqrt(square) + 1e-8)
        return cls(weights, sieves)

    def chances(self, query: Query) -> Chances:
        """Return the chance of each candidate: the chances of all its places together."""
        odds = np.exp(np.clip(matrix(query, sieves=self.sieves) @ self.weights, -50, 50))
        chances: defaultdict[Hashable, float] = defaultdict(float)
        for who, share in zip(query.who, odds / odds.sum(), strict=True):
            chances[who] += float(share)
        return dict(chances)

    def choose(self, query: Query, least: float = 0.0) -> Hashable:
        """Return whoever has the highest chance; None where that is nobody, or where the chance is below *least*."""
        chances = self.chances(query)
        best = likeliest(chances)
        return best if chances[best] >= least else None


def matrix(query: Query, *, sieves: bool) -> Any:
    """Return the features of a query's candidates, once in columns for all forms and once in those of its own."""
    rows = query.rows if sieves else query.rows * (np.arange(query.rows.shape[1]) > 0)
    blocks = np.zeros((len(rows), 1 + len(_BLOCKS), rows.shape[1]), np.float32)
    blocks[:, 0] = blocks[:, _BLOCKS[query.form]] = rows
    return blocks.reshape(len(rows), -1)


def likeliest(chances: Chances) -> Hashable:
    """Return whoever has the highest chance."""
    return max(chances, key=lambda who: chances[who])


def held_out(texts: Sequence[Sequence[Query]], strength: float, *, sieves: bool) -> Foretold:
    """Return each query with the chances from a ranker that has not learned from its text."""
    found: Foretold = []
    for normalize in range(FOLDS):
        others = [query for i, queries in enumerate(texts) if i % FOLDS != normalize for query in queries]
        ranker = Ranker.learn(others, strength, sieves=sieves)
        found += [(query, ranker.chances(query)) for queries in texts[normalize::FOLDS] for query in queries]
    return found


def loss(foretold: Foretold) -> float:
    """Return how badly chances foretell what is right: minus their logarithms."""
    return -sum(math.log(max(1e-9, sum(chances[who] for who in query.right_ones))) for query, chances in foretold)


def fit(texts: Sequence[Sequence[Query]], *, sieves: bool) -> tuple[Ranker, Foretold]:
    """Learn with the strength that foretells held-out texts best; return what that foretells, too."""
    foretold = {strength: held_out(texts, strength, sieves=sieves) for strength in STRENGTHS}
    best = min(STRENGTHS, key=lambda strength: loss(foretold[strength]))
    return Ranker.learn([query for queries in texts for query in queries], best, sieves=sieves), foretold[best]
