"""What is within one of several stretches of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotekit.provenance.stretches import Stretches

bounds = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: (min(pair), max(pair)))


class TestStretches:
    """Stretches."""

    @given(st.lists(bounds, max_size=6), bounds)
    def test_hold(self, stretches: list[tuple[int, int]], part: tuple[int, int]) -> None:
        """A part is held if a single stretch begins and ends around it."""
        start, end = part

        assert any(first <= start and end <= last for first, last in stretches) == Stretches(stretches).hold(start, end)

    def test_none(self) -> None:
        """Without stretches nothing is held."""
        assert not Stretches([]).hold(0, 0)
