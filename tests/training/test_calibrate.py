"""Confidences that mean what they say, and the threshold that follows from them."""

from __future__ import annotations

import numpy as np
import pytest

from quotekit.tagger.decode import confidence
from quotekit.training.calibrate import best_threshold, calibration_error, fit_calibration


def drawn(count: int, weights: tuple[float, ...]) -> tuple[list[tuple[float, ...]], list[bool]]:
    """Scores at random, and whether each was right, drawn with the confidence that the weights give."""
    rng = np.random.default_rng(4)
    evidence = [tuple(map(float, row)) for row in rng.normal(size=(count, len(weights) - 1))]
    return evidence, [bool(rng.random() < confidence(row, weights)) for row in evidence]


class TestFitCalibration:
    """fit_calibration()."""

    def test_finds_the_weights_again(self) -> None:
        """From what was drawn with some weights, it gets the same ones, but for chance."""
        weights = (2.0, -1.0, 0.5)

        found = fit_calibration(*drawn(20_000, weights))

        assert found == pytest.approx(weights, abs=0.1)

    def test_gives_calibrated_confidences(self) -> None:
        """Its confidences are as often right as they say."""
        evidence, right = drawn(20_000, (3.0, 0.0, 1.0))
        weights = fit_calibration(evidence, right)

        assert calibration_error([confidence(row, weights) for row in evidence], right) < 0.01

    def test_stays_finite_where_all_is_clear(self) -> None:
        """Scores that part right from wrong without fault do not make weights without bounds."""
        found = fit_calibration([(-5.0,), (-4.0,), (4.0,), (5.0,)], [False, False, True, True])

        assert all(abs(weight) < 10 for weight in found)


class TestCalibrationError:
    """calibration_error()."""

    @pytest.mark.parametrize(
        ("confidences", "right", "expected"),
        [
            ([1.0] * 4, [True] * 4, 0.0),
            ([1.0] * 4, [True, True, False, False], 0.5),
            ([0.25] * 4, [True, False, False, False], 0.0),
            ([], [], 0.0),
        ],
        ids=["sure and right", "too sure", "one in four", "nothing"],
    )
    def test_measures_the_gap(self, confidences: list[float], right: list[bool], expected: float) -> None:
        """It is the mean gap between what is said and what holds."""
        assert calibration_error(confidences, right) == expected


class TestBestThreshold:
    """best_threshold()."""

    def test_is_where_f1_is_best(self) -> None:
        """With confidences that mean what they say, no other threshold gives a much better F1."""
        weights = (2.0, -0.5)
        evidence, right = drawn(20_000, weights)
        confidences, hits = np.array([confidence(row, weights) for row in evidence]), np.array(right)

        def f1(least: float) -> float:
            kept = confidences >= least
            return float(2 * hits[kept].sum() / (kept.sum() + hits.sum()))

        found = best_threshold(confidences.tolist(), right, int(hits.sum()))

        assert max(f1(least) for least in np.linspace(0, 1, 101)) - f1(found) < 0.005

    def test_falls_with_what_is_missed(self) -> None:
        """The more there is that cannot be found, the lower it is."""
        assert best_threshold([0.9, 0.8], [True, True], 2) > best_threshold([0.9, 0.8], [True, True], 8) > 0
