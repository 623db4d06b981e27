"""Learn the weights of features: of candidates of which one is right, and of decisions that are right or wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs
import numpy as np

__all__ = ["Choice", "Outcome", "Weights", "calibration_error", "held_out", "learn_choices", "learn_outcomes"]

_STEPS, _RATE = 400, 0.05

#: Weights of features by name.
Weights: TypeAlias = dict[str, float]


@attrs.frozen(eq=False)
class Choice:
    """A phrase with its candidates, those that are right, and how much it counts."""

    text: str
    rows: Sequence[Mapping[str, float]]
    right: Sequence[bool]
    share: float = 1.0


@attrs.frozen(eq=False)
class Outcome:
    """A decision that names or describes a speaker: what shows how safe it is, and whether it was right."""

    text: str
    features: Mapping[str, float]
    right: bool


def learn_choices(choices: Sequence[Choice], strength: float, sign: Callable[[str], float] | None = None) -> Weights:
    """
    Learn the weights that make the right candidates likeliest, by gradient descent (Adam).

    Large weights are discouraged by *strength*. If given, *sign* is 1 for features that can only speak for a candidate,
    -1 for those that can only speak against it, and 0 for others.
    """
    names = sorted({name for choice in choices for row in choice.rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for choice in choices for row in choice.rows])
    right = np.concatenate([np.array(choice.right, float) for choice in choices])
    sizes = [len(choice.rows) for choice in choices]
    starts = np.cumsum([0, *sizes[:-1]])
    of = np.repeat(np.arange(len(choices)), sizes)
    share = np.array([choice.share for choice in choices])[of]
    weights, mean, square = np.zeros((3, len(names)))
    signs = np.array([sign(name) if sign else 0.0 for name in names])
    for step in range(1, _STEPS + 1):
        scores = table @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        chances = odds / np.add.reduceat(odds, starts)[of]
        wanted = chances * right
        wanted /= np.add.reduceat(wanted, starts)[of] + 1e-12
        slope = table.T @ (share * (chances - wanted)) + strength * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights = weights - _RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights = np.where(weights * signs < 0, 0.0, weights)
    return dict(zip(names, map(float, weights), strict=True))


def learn_outcomes(outcomes: Sequence[Outcome], strength: float) -> Weights:
    """Learn a logistic regression by Newton's method; *strength* discourages large weights."""
    names = sorted({name for outcome in outcomes for name in outcome.features})
    table = np.array([[outcome.features.get(name, 0.0) for name in names] for outcome in outcomes])
    right = np.array([outcome.right for outcome in outcomes], float)
    penalty = np.array([0.01 if name == "always" else strength for name in names])
    weights = np.zeros(len(names))
    for _ in range(30):
        chances = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chances - right) + penalty * weights
        curve = (table * (chances * (1 - chances))[:, None]).T @ table + np.diag(penalty)
        weights -= np.linalg.solve(curve, slope)
    return dict(zip(names, map(float, weights), strict=True))


def held_out(rows: Sequence[Any], learn: Callable[[Sequence[Any]], Weights], folds: int) -> list[tuple[Any, Weights]]:
    """Return each row with weights that have not been learned from its text."""
    texts = sorted({row.text for row in rows})
    found = []
    for fold in range(folds):
        inside = set(texts[fold::folds])
        weights = learn([row for row in rows if row.text not in inside])
        found += [(row, weights) for row in rows if row.text in inside]
    return found


def calibration_error(outcomes: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Return the expected calibration error over bins with as many outcomes each."""
    parts = np.array_split(np.array(sorted(outcomes), float), bins)
    return float(sum(abs(part[:, 0].mean() - part[:, 1].mean()) * len(part) for part in parts) / len(outcomes))
