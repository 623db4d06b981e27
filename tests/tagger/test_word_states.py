"""The states of words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.tagger.word_states import STEP, WordStates

# Words at 0, 4 and 9; the word at 6 has not been kept.
STATES = WordStates(np.array([0, 4, 9]), np.array([[16, -16], [32, 0], [127, -128]], np.int8))
FIRST, SECOND, THIRD = [1.0, -1.0], [2.0, 0.0], [7.9375, -8.0]
NONE = [0.0, 0.0]


class TestOf:
    """WordStates.of()."""

    @pytest.mark.parametrize(
        ("bounds", "expected"),
        [
            ((0, 3), [FIRST, FIRST, FIRST]),
            ((0, 5), [FIRST, SECOND, [1.5, -0.5]]),
            ((1, 10), [SECOND, THIRD, [4.96875, -4.0]]),
            ((9, 10**9), [THIRD, THIRD, THIRD]),
        ],
        ids=["one word", "two words", "the middle of a word", "beyond the end"],
    )
    def test_words(self, bounds: tuple[int, int], expected: list[list[float]]) -> None:
        """A stretch has the state of its first word, of its last, and the mean."""
        assert expected == STATES.of([bounds]).reshape(3, 2).tolist()

    @pytest.mark.parametrize(
        "bounds",
        [(0, 0), (6, 8), (10, 40), (3, 1), (-5, 0)],
        ids=["empty", "not kept", "after the last word", "backwards", "before the text"],
    )
    def test_no_words(self, bounds: tuple[int, int]) -> None:
        """Where no word begins, the states are zero."""
        assert [NONE * 3] == STATES.of([bounds]).tolist()

    def test_nothing(self) -> None:
        """No stretches have no rows, and without words all are zero."""
        nothing = WordStates(np.empty(0, np.int64), np.empty((0, 2), np.int8))

        assert (0, 6) == STATES.of([]).shape
        assert (0, 6) == nothing.of([]).shape
        assert [NONE * 3] == nothing.of([(0, 9)]).tolist()

    def test_precision(self) -> None:
        """States are floats of 32 bits, with or without words."""
        assert ["float32"] * 3 == [str(STATES.of(bounds).dtype) for bounds in ([], [(0, 0)], [(0, 9)])]

    @given(
        steps=st.lists(st.integers(-128, 127), min_size=1, max_size=9),
        bounds=st.lists(st.tuples(st.integers(-3, 30), st.integers(-3, 30)), max_size=6),
    )
    def test_any(self, steps: list[int], bounds: list[tuple[int, int]]) -> None:
        """Each stretch has the states of the words that begin in it, whatever the others are."""
        starts = [3 * place for place in range(len(steps))]
        states = WordStates(np.array(starts), np.array(steps, np.int8)[:, None])

        expected = []
        for low, high in bounds:
            inside = [STEP * step for start, step in zip(starts, steps, strict=True) if low <= start < high] or [0]
            expected.append([inside[0], inside[-1], pytest.approx(sum(inside) / len(inside), abs=1e-5)])

        assert expected == states.of(bounds).tolist()


def test_repr() -> None:
    """A long text's states are not printed."""
    assert "WordStates(start=array(3,), steps=array(3, 2))" == repr(STATES)
