"""Confidence calibration, and the threshold that follows from it."""

from __future__ import annotations

import numpy as np
import pytest

from quotekit.tagger.decode import confidence
from quotekit.training.calibrate import best_threshold, calibration_error, fit_calibration


def drawn(count: int, weights: tuple[float, ...]) -> tuple[list[tuple[float, ...]], list[bool]]:
    """Draw random scores, and their correctness with the confidence that the weights give."""
    rng = np.random.default_rng(4)
    evidence = [tuple(map(float, row)) for row in rng.normal(size=(count, len(weights) - 1))]
    return evidence, [bool(rng.random() < confidence(row, weights)) for row in evidence]


class TestFitCalibration:
    """fit_calibration()."""

    def test_recovers_the_weights(self) -> None:
        """The weights that the data were drawn with are recovered up to noise."""
        weights = (2.0, -1.0, 0.5)

        found = fit_calibration(*drawn(20_000, weights))

        assert pytest.approx(weights, abs=0.1) == found

    def test_gives_calibrated_confidences(self) -> None:
        """The share of correct attributions matches their confidence."""
        evidence, correct = drawn(20_000, (3.0, 0.0, 1.0))
        weights = fit_calibration(evidence, correct)

        assert calibration_error([confidence(row, weights) for row in evidence], correct) < 0.01

    def test_stays_finite_if_separable(self) -> None:
        """Perfectly separable scores give bounded weights."""
        found = fit_calibration([(-5.0,), (-4.0,), (4.0,), (5.0,)], [False, False, True, True])

        assert all(abs(weight) < 10 for weight in found)


class TestCalibrationError:
    """calibration_error()."""

    @pytest.mark.parametrize(
        ("confidences", "correct", "expected"),
        [
            ([1.0] * 4, [True] * 4, 0.0),
            ([1.0] * 4, [True, True, False, False], 0.5),
            ([0.25] * 4, [True, False, False, False], 0.0),
            ([], [], 0.0),
        ],
        ids=["certain and correct", "overconfident", "one in four", "empty"],
    )
    def test_measures_the_gap(self, confidences: list[float], correct: list[bool], expected: float) -> None:
        """It is the mean gap between confidence and accuracy."""
        assert expected == calibration_error(confidences, correct)


class TestBestThreshold:
    """best_threshold()."""

    def test_maximizes_f1(self) -> None:
        """With calibrated confidences, no other threshold gives a much better F1."""
        weights = (2.0, -0.5)
        evidence, correct = drawn(20_000, weights)
        confidences, hits = np.array([confidence(row, weights) for row in evidence]), np.array(correct)

        def f1(threshold: float) -> float:
            kept = confidences >= threshold
            return float(2 * hits[kept].sum() / (kept.sum() + hits.sum()))

        found = best_threshold(confidences.tolist(), correct, int(hits.sum()))

        assert max(f1(threshold) for threshold in np.linspace(0, 1, 101)) - f1(found) < 0.005

    def test_falls_with_recall(self) -> None:
        """The more attributions are missed, the lower it is."""
        assert best_threshold([0.9, 0.8], [True, True], 2) > best_threshold([0.9, 0.8], [True, True], 8) > 0
