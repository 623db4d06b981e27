"""The learning rate schedule."""

from __future__ import annotations

import pytest

from quotekit.training.fit import _rate


class TestRate:
    """The factor of the learning rate."""

    def test_rises_and_falls(self) -> None:
        """It peaks at the end of the warm-up, then decays to zero."""
        rates = [_rate(step, 100, 0.1) for step in range(101)]

        assert 1.0 == max(rates) == rates[9]
        assert sorted(rates[:10]) == rates[:10]
        assert sorted(rates[10:], reverse=True) == rates[10:]
        assert pytest.approx(0) == rates[100]
