"""Candidates in places, given and drawn."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["CANDIDATES", "candidates_in_places"]

#: Of two attributions: two candidates, one of them in three places; and one candidate. -1 is none.
CANDIDATES = ((1, 0, 1, -1, 1), (-1, 2, -1, -1, -1))


@st.composite
def candidates_in_places(draw: st.DrawFn) -> list[list[int]]:
    """Draw the candidates in the places of some attributions."""
    places = draw(st.integers(1, 8))
    return draw(st.lists(st.lists(st.integers(-1, 4), min_size=places, max_size=places), min_size=1, max_size=5))
