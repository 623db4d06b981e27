"""Candidates in places."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.ranking import Candidates

# Candidate 2 is in three places, candidate 5 in one; the second row has none.
TWO = Candidates(np.array([[2, 5, -1, 2, 2], [-1] * 5]))


@st.composite
def candidate_rows(draw: st.DrawFn) -> list[list[int]]:
    """Draw the candidates in the places of some attributions."""
    places = draw(st.integers(1, 8))
    return draw(st.lists(st.lists(st.integers(-1, 4), min_size=places, max_size=places), min_size=1, max_size=5))


class TestPlaces:
    """Where candidates are."""

    def test_exists(self) -> None:
        """There is a candidate where there is a number."""
        assert [[True, True, False, True, True], [False] * 5] == TWO.exists.tolist()

    def test_is_first(self) -> None:
        """Each candidate has one first place, and what is no candidate has none."""
        assert [[True, True, False, False, False], [False] * 5] == TWO.is_first.tolist()

    def test_same(self) -> None:
        """Places are the same if their candidates are."""
        assert [[1, 0, 0, 1, 1], [0, 1, 0, 0, 0]] == TWO.same[0, :2].tolist()


class TestPool:
    """Candidates.pool()."""

    def test_adds_odds(self) -> None:
        """A candidate's score is the logarithm of the sum of its places' odds, the same in each of them."""
        pooled = TWO.pool(np.log(np.array([[1, 7, 100, 2, 3]] * 2, np.float32)))

        assert np.log([6, 7, 6, 6]) == pytest.approx(pooled[0, [0, 1, 3, 4]], abs=1e-6)

    @pytest.mark.parametrize("score", [-1000.0, 0.0, 1000.0])
    def test_extremes(self, score: float) -> None:
        """Scores of any size are added without becoming infinite."""
        pooled = TWO.pool(np.full((2, 5), score, np.float32))

        assert score + np.log(3) == pytest.approx(float(pooled[0, 0]), abs=1e-3)
        assert np.isfinite(pooled).all()


class TestShares:
    """Candidates.shares()."""

    def test_counts_once(self) -> None:
        """A candidate in several places has its share in each, and counts once; no candidate has none."""
        of_candidates, of_none = TWO.shares(np.log([[2.0, 1, 9, 2, 2]] * 2), np.log([[1.0], [1.0]]))

        assert [0.5, 0.25, 0, 0.5, 0.5] == pytest.approx(of_candidates[0].tolist())
        assert [0] * 5 == of_candidates[1].tolist()
        assert [0.25, 1] == pytest.approx(of_none.tolist())

    @given(candidate_rows(), st.integers(0, 99), st.sampled_from([0.0, 1.0, 100.0]))
    def test_add_up(self, rows: list[list[int]], seed: int, scale: float) -> None:
        """The probabilities of all candidates and of none add up to 1, whatever the scores."""
        candidates, chance = Candidates(np.array(rows)), np.random.default_rng(seed)
        scores = chance.normal(0, scale, (len(rows), len(rows[0]))).astype(np.float32)
        pooled = candidates.pool(scores)

        of_candidates, of_none = candidates.shares(pooled, chance.normal(0, scale, (len(rows), 1)))

        totals = np.where(candidates.is_first, of_candidates, 0).sum(1) + of_none
        assert totals == pytest.approx(np.ones(len(rows)), abs=1e-5)
        assert of_candidates.min() >= 0
