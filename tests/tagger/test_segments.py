"""The best segments of words, and how probable they are."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from quotekit.tagger.segments import Segments, best_segments, log_probabilities

Scores = NDArray[np.float32]


def all_sets(words: int, most: int, first: int = 0) -> Iterator[Segments]:
    """Every set of at most *most* segments of so many words, with a word at least between two of them."""
    yield ()
    if most:
        for start in range(first, words):
            for end in range(start + 1, words + 1):
                for rest in all_sets(words, most - 1, end + 1):
                    yield ((start, end), *rest)


def score(scores: Scores, segments: Segments) -> float:
    """The sum of the words inside, the beginnings and the ends, for one anchor."""
    return float(sum(scores[s:e, 0].sum() + scores[s, 1] + scores[e - 1, 2] for s, e in segments))


@st.composite
def scores_of_anchors(draw: st.DrawFn) -> Scores:
    """Scores of one role, whole numbers so that sums are exact, for one to three anchors and one to seven words."""
    count, words = draw(st.integers(1, 3)), draw(st.integers(1, 7))
    flat = draw(st.lists(st.integers(-4, 4), min_size=count * words * 3, max_size=count * words * 3))
    return np.array(flat, np.float32).reshape(count, words, 3)


class TestBestSegments:
    """best_segments()."""

    @pytest.mark.parametrize("most", [1, 2, 3])
    @given(scores=scores_of_anchors())
    def test_against_all_sets(self, scores: Scores, most: int) -> None:
        """No set of segments has a higher score, and the set found is one that may be found."""
        found = best_segments(scores, most)
        allowed = list(all_sets(scores.shape[1], most))

        assert len(scores) == len(found)
        assert [] == [segments for segments in found if segments not in allowed]
        assert [max(score(own, s) for s in allowed) for own in scores] == list(map(score, scores, found))

    def test_nothing_worth_it(self) -> None:
        """Where every segment has a score below zero, none is chosen."""
        assert [()] == best_segments(np.full((1, 4, 3), -1, np.float32), most=3)

    def test_two_segments(self) -> None:
        """A stretch of bad words between two good ones is left out if there may be two segments."""
        scores = np.zeros((1, 6, 3), np.float32)
        scores[0, :, 0] = [2, 2, -9, -9, 2, 2]

        assert [((0, 2), (4, 6))] == best_segments(scores, most=2)

    def test_one_segment(self) -> None:
        """It is taken in, or one of the good ones left out, if there may be only one."""
        scores = np.zeros((2, 5, 3), np.float32)
        scores[0, :, 0] = [2, 2, -1, -1, 3]
        scores[1, :, 0] = [2, 2, -9, 2, 3]

        assert [((0, 5),), ((3, 5),)] == best_segments(scores, most=1)

    def test_segments_do_not_touch(self) -> None:
        """Two segments side by side would be one: a word always stands between them."""
        scores = np.zeros((1, 3, 3), np.float32)
        scores[0, :, 1:] = [[1, 1], [1.5, 1.5], [1, 1]]

        assert [((0, 1), (2, 3))] == best_segments(scores, most=2)
        assert [((1, 2),)] == best_segments(scores[:, :2], most=2)

    def test_long_window(self) -> None:
        """Many words and anchors are searched like few."""
        scores = np.full((50, 500, 3), -1, np.float32)
        scores[np.arange(50), np.arange(50) * 10, 0] = 9

        assert [((i * 10, i * 10 + 1),) for i in range(50)] == best_segments(scores, most=3)


class TestLogProbabilities:
    """log_probabilities()."""

    @pytest.mark.parametrize("most", [1, 3])
    @given(scores=scores_of_anchors(), data=st.data())
    def test_against_all_sets(self, scores: Scores, most: int, data: st.DataObject) -> None:
        """It is the chosen set's share of the sum over all sets."""
        allowed = list(all_sets(scores.shape[1], most))
        chosen = [data.draw(st.sampled_from(allowed)) for _ in scores]
        expected = [
            score(own, segments) - math.log(sum(math.exp(score(own, s)) for s in allowed))
            for own, segments in zip(scores, chosen, strict=True)
        ]

        assert expected == pytest.approx(log_probabilities(scores, chosen, most).tolist(), abs=1e-4)
