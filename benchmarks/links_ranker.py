"""
A ranker of antecedents: a conditional logit that gives every candidate, and nobody, a probability.

It is trained on choices of which it is known what is right.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np
from links_queries import DESCRIPTION, FORMS, NOBODY, Choice

from quotekit.speakers.referents import Referent

STRENGTHS = (0.001, 0.003, 0.01)
FOLDS = 5
_STEPS = 120
_RATE = 0.08
_BLOCKS = {form: i for i, form in enumerate(dict.fromkeys([*FORMS.values(), DESCRIPTION]), 1)}

Chances = dict[Referent, float]
Foretold = list[tuple[Choice, Chances]]


@attrs.frozen(eq=False)
class Ranker:
    """Chooses whoever has the highest chance."""

    #: The weight of each feature: in all forms, then in each of them.
    weights: Any
    #: Whether what the library's weights say is a feature, too.
    with_weights: bool

    @classmethod
    def learn(cls, choices: Sequence[Choice], strength: float, *, with_weights: bool) -> Ranker:
        """
        Learn from choices of which is known what is right.

        Args:
            choices: The choices.

            strength: How far to hold weights down.

            with_weights: Whether what the library's weights say is a feature, too.

        Returns:
            The ranker.
        """
        features = np.concatenate([matrix(choice, with_weights=with_weights) for choice in choices])
        right = np.concatenate([choice.right for choice in choices])
        choice_of = np.repeat(np.arange(len(choices)), [len(choice.rows) for choice in choices])
        weights, mean, square = np.zeros((3, features.shape[1]), np.float32)
        # Adam.
        for step in range(1, _STEPS + 1):
            odds = np.exp(np.clip(features @ weights, -50, 50))
            chances, wanted = (o / np.bincount(choice_of, o)[choice_of] for o in (odds, odds * right))
            slope = features.T @ (chances - wanted).astype(np.float32) / len(choices) + strength * weights
            mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
            rate = _RATE * math.sqrt(1 - 0.99**step) / (1 - 0.9**step)
            weights = weights - rate * mean / (np.sqrt(square) + 1e-8)
        return cls(weights, with_weights)

    def chances(self, choice: Choice) -> Chances:
        """Return the chance of each candidate: the chances of all its places together."""
        odds = np.exp(np.clip(matrix(choice, with_weights=self.with_weights) @ self.weights, -50, 50))
        chances: defaultdict[Referent, float] = defaultdict(float)
        for referent, share in zip(choice.referents, odds / odds.sum(), strict=True):
            chances[referent] += float(share)
        return dict(chances)

    def choose(self, choice: Choice, least: float = 0.0) -> Referent:
        """Return the likeliest referent; nobody where its probability is below *least*."""
        chances = self.chances(choice)
        best = likeliest(chances)
        return best if chances[best] >= least else NOBODY


def matrix(choice: Choice, *, with_weights: bool) -> Any:
    """Return the features of a choice's candidates, once in columns for all forms and once in those of its own."""
    rows = choice.rows if with_weights else choice.rows * (np.arange(choice.rows.shape[1]) > 0)
    blocks = np.zeros((len(rows), 1 + len(_BLOCKS), rows.shape[1]), np.float32)
    blocks[:, 0] = blocks[:, _BLOCKS[choice.form]] = rows
    return blocks.reshape(len(rows), -1)


def likeliest(chances: Chances) -> Referent:
    """Return whoever has the highest chance."""
    return max(chances, key=lambda referent: chances[referent])


def held_out(texts: Sequence[Sequence[Choice]], strength: float, *, with_weights: bool) -> Foretold:
    """Return each choice with the chances from a ranker that has not learned from its text."""
    found: Foretold = []
    for fold in range(FOLDS):
        others = [choice for i, choices in enumerate(texts) if i % FOLDS != fold for choice in choices]
        ranker = Ranker.learn(others, strength, with_weights=with_weights)
        found += [(choice, ranker.chances(choice)) for choices in texts[fold::FOLDS] for choice in choices]
    return found


def loss(foretold: Foretold) -> float:
    """Return how badly chances foretell what is right: minus their logarithms."""
    return -sum(
        math.log(max(1e-9, sum(chances[referent] for referent in choice.right_ones))) for choice, chances in foretold
    )


def fit(texts: Sequence[Sequence[Choice]], *, with_weights: bool) -> tuple[Ranker, Foretold]:
    """Learn with the strength that foretells held-out texts best; return what that foretells, too."""
    foretold = {strength: held_out(texts, strength, with_weights=with_weights) for strength in STRENGTHS}
    best = min(STRENGTHS, key=lambda strength: loss(foretold[strength]))
    return Ranker.learn([choice for choices in texts for choice in choices], best, with_weights=with_weights), foretold[
        best
    ]
