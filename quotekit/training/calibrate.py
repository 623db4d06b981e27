"""
Make confidences mean what they say: fit the weights of :func:`quotekit.tagger.decode.confidence`.

A logistic regression from the model's scores to whether the attribution was right, on articles the model was not
trained on (Platt 1999; its use for neural models: Guo and others 2017, https://arxiv.org/abs/1706.04599).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["best_threshold", "calibration_error", "fit_calibration"]

_BINS = 10
_ROUNDS = 50


def fit_calibration(
    evidence: Sequence[Sequence[float]], right: Sequence[bool], penalty: float = 0.1
) -> tuple[float, ...]:
    """
    Fit the weights by Newton's method.

    Args:
        evidence: The model's scores for each attribution.

        right: Whether each attribution was right.

        penalty: Weight of the squared weights, the constant apart.

    Returns:
        One weight for each score and at the end a constant.

    Example:
        >>> weights = fit_calibration([[-2.0], [-1.0], [1.0], [2.0]], [False, False, True, True])
        >>> weights[0] > 0
        True
    """
    x = np.hstack([np.asarray(evidence, float), np.ones((len(evidence), 1))])
    y = np.asarray(right, float)
    weights = np.zeros(x.shape[1])
    shrink = np.append(np.full(x.shape[1] - 1, penalty), 1e-6)
    for _ in range(_ROUNDS):
        chance = _logistic(x @ weights)
        gradient = x.T @ (chance - y) + shrink * weights
        curvature = (x * (chance * (1 - chance))[:, np.newaxis]).T @ x + np.diag(shrink)
        weights = weights - np.linalg.solve(curvature, gradient)
    return tuple(round(float(w), 4) for w in weights)


def _logistic(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-np.clip(values, -50, 50)))


def calibration_error(confidence: Sequence[float], right: Sequence[bool]) -> float:
    """
    Measure how far confidences are from the share that is right, in ten bins of equal width.

    Args:
        confidence: The confidence of each attribution, from 0 to 1.

        right: Whether each attribution was right.

    Returns:
        The expected calibration error, from 0 to 1.

    Example:
        >>> calibration_error([0.9, 0.9, 0.1, 0.1], [True, True, False, False])
        0.1
    """
    values, hits = np.asarray(confidence, float), np.asarray(right, float)
    bins = np.minimum((values * _BINS).astype(int), _BINS - 1)
    gaps = (abs(values[bins == b].sum() - hits[bins == b].sum()) for b in range(_BINS))
    return round(float(sum(gaps)) / max(len(values), 1), 6)


def best_threshold(confidence: Sequence[float], right: Sequence[bool], total: int) -> float:
    """
    Find the lowest confidence to keep.

    Where confidences mean what they say, F1 is best if everything above half of the best F1 is kept (Lipton and others
    2014, https://arxiv.org/abs/1402.1892). Near its best the curve is flat, and where it happens to be highest on some
    articles says little about others.

    Args:
        confidence: The confidence of each attribution.

        right: Whether each attribution was right.

        total: How many attributions there are to be found.

    Returns:
        The threshold, rounded down to a hundredth.

    Example:
        >>> best_threshold([0.9, 0.8, 0.3], [True, True, False], 2)
        0.5
    """
    order = np.argsort(confidence)[::-1]
    hits = np.cumsum(np.asarray(right, float)[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + total)
    return int(float(f1.max()) / 2 * 100) / 100
