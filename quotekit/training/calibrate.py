"""
Confidence calibration: fit the weights of :func:`quotekit.tagger.decode.confidence`.

A logistic regression from the model's scores to the correctness of an attribution, fitted on articles the model was not
trained on (Platt scaling, 1999; for neural models see Guo et al. 2017, https://arxiv.org/abs/1706.04599).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["best_threshold", "calibration_error", "fit_calibration"]

_BINS = 10
_NEWTON_STEPS = 50
# Weight of the squared constant, which keeps it finite.
_CONSTANT_PENALTY = 1e-6
# Larger arguments are clipped, so that the exponential does not overflow.
_MAX_LOGIT = 50


def fit_calibration(
    evidence: Sequence[Sequence[float]], correct: Sequence[bool], penalty: float = 0.1
) -> tuple[float, ...]:
    """
    Fit the calibration weights by Newton's method.

    Args:
        evidence: The model's scores for each attribution.

        correct: Whether each attribution is correct.

        penalty: L2 penalty on the weights, except the constant.

    Returns:
        One weight for each score, then a constant.

    Example:
        >>> weights = fit_calibration([[-2.0], [-1.0], [1.0], [2.0]], [False, False, True, True])
        >>> weights[0] > 0
        True
    """
    x = np.hstack([np.asarray(evidence, float), np.ones((len(evidence), 1))])
    y = np.asarray(correct, float)
    weights = np.zeros(x.shape[1])
    penalties = np.append(np.full(x.shape[1] - 1, penalty), _CONSTANT_PENALTY)
    for _ in range(_NEWTON_STEPS):
        probability = _logistic(x @ weights)
        gradient = x.T @ (probability - y) + penalties * weights
        hessian = (x * (probability * (1 - probability))[:, np.newaxis]).T @ x + np.diag(penalties)
        weights = weights - np.linalg.solve(hessian, gradient)
    return tuple(round(float(w), 4) for w in weights)


def _logistic(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-np.clip(values, -_MAX_LOGIT, _MAX_LOGIT)))


def calibration_error(confidence: Sequence[float], correct: Sequence[bool]) -> float:
    """
    Compute the expected calibration error, with ten bins of equal width.

    Args:
        confidence: The confidence of each attribution, from 0 to 1.

        correct: Whether each attribution is correct.

    Returns:
        The expected calibration error, from 0 to 1.

    Example:
        >>> calibration_error([0.9, 0.9, 0.1, 0.1], [True, True, False, False])
        0.1
    """
    values, hits = np.asarray(confidence, float), np.asarray(correct, float)
    bins = np.minimum((values * _BINS).astype(int), _BINS - 1)
    gaps = (abs(values[bins == b].sum() - hits[bins == b].sum()) for b in range(_BINS))
    return round(float(sum(gaps)) / max(len(values), 1), 6)


def best_threshold(confidence: Sequence[float], correct: Sequence[bool], total: int) -> float:
    """
    Find the confidence threshold that maximizes F1.

    With calibrated confidences that is half of the best F1 (Lipton et al. 2014, https://arxiv.org/abs/1402.1892). The
    curve is flat near its maximum, whose exact position on one set of articles says little about others.

    Args:
        confidence: The confidence of each attribution.

        correct: Whether each attribution is correct.

        total: Number of gold attributions.

    Returns:
        The threshold, rounded down to a hundredth.

    Example:
        >>> best_threshold([0.9, 0.8, 0.3], [True, True, False], 2)
        0.5
    """
    order = np.argsort(confidence)[::-1]
    hits = np.cumsum(np.asarray(correct, float)[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + total)
    return int(float(f1.max()) / 2 * 100) / 100
