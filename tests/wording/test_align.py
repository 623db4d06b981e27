"""align(): the words that two wordings have in common."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from quotekit.wording import align

ROWS = st.lists(st.integers(1, 6), max_size=25)


def aligned(ours: list[int], theirs: list[int]) -> list[tuple[int, int]]:
    """Return the common words of two rows of equal weight."""
    worth = np.ones(len(ours), np.float32)
    return [tuple(pair) for pair in align(np.array(ours, np.int32), np.array(theirs, np.int32), worth)[1]]


class TestAlign:
    """align()."""

    def test_omission(self) -> None:
        """One long omission is better than many short ones."""
        assert [(0, 0), (1, 1), (2, 7), (3, 8)] == aligned([1, 2, 3, 4], [1, 2, 5, 3, 6, 4, 5, 3, 4])

    def test_replacement(self) -> None:
        """A replaced word stands between its neighbours."""
        assert [(0, 1), (2, 3)] == aligned([1, 2, 3], [9, 1, 8, 3])

    def test_ellipsis(self) -> None:
        """Where an ellipsis is, a light word is left out and not replaced."""
        worth = np.array([1, 0.3, 1], np.float32)
        ours, theirs = np.array([1, 2, 3], np.int32), np.array([1, 2, 1, 4, 3], np.int32)

        assert [[(0, 2), (2, 4)], [(0, 0), (1, 1), (2, 4)]] == [
            [tuple(pair) for pair in align(ours, theirs, worth, gaps)[1]] for gaps in (frozenset(), frozenset({2}))
        ]

    @given(ROWS, ROWS)
    def test_pairs(self, ours: list[int], theirs: list[int]) -> None:
        """Common words are the same, and in order on both sides."""
        pairs = aligned(ours, theirs)

        assert [] == [pair for pair in pairs if ours[pair[0]] != theirs[pair[1]]]
        assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))

    @given(ROWS, ROWS, ROWS)
    def test_contained(self, before: list[int], ours: list[int], after: list[int]) -> None:
        """All words of a row are found in one that contains it."""
        assert len(ours) == len(aligned(ours, [*before, *ours, *after]))
