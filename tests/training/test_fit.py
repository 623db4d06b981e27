"""Training: the learning rate."""

from __future__ import annotations

import pytest

from quotekit.training.fit import _rate


class TestRate:
    """The learning rate."""

    def test_rises_and_falls(self) -> None:
        """It rises to its largest value at the end of the warm-up, then falls to nothing."""
        rates = [_rate(step, 100, 0.1) for step in range(101)]

        assert rates[9] == max(rates) == 1.0
        assert rates[:10] == sorted(rates[:10])
        assert rates[10:] == sorted(rates[10:], reverse=True)
        assert rates[100] == pytest.approx(0)
