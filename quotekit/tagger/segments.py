"""
Find the best segments of words, and how probable they are.

The search is exact: that of a semi-Markov model, with running maxima in place of a loop over words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Segments", "best_segments", "log_probabilities"]

#: Stretches of words, or of characters, in text order: the start and end of each, end exclusive.
Segments: TypeAlias = tuple[tuple[int, int], ...]
_NEVER = -1e4


def best_segments(scores: NDArray[np.float32], most: int) -> list[Segments]:
    """
    Find the best set of at most *most* segments, with a word at least between any two.

    Args:
        scores: Scores of one role, inside, begin and end, for N anchors and W words; shape (N, W, 3).

        most: The largest number of segments.

    Returns:
        For each anchor its segments in text order, as word indices, end exclusive; may be empty.

    Example:
        >>> scores = np.array([[[-1, 0, 0], [2, 1, 0], [2, 0, 1], [-1, 0, 0]]], dtype=np.float32)
        >>> best_segments(scores, most=1)
        [((1, 3),)]
    """
    inside, begin, end = scores[..., 0], scores[..., 1], scores[..., 2]
    upto = np.cumsum(inside, axis=1)
    count, words = upto.shape
    ready = np.zeros_like(upto)
    tables: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
    totals = [np.zeros(count, upto.dtype)]
    for _ in range(most):
        opened, opened_at = _running_best(ready + begin - (upto - inside))
        best, closed_at = _running_best(opened + upto + end)
        tables.append((opened_at, closed_at))
        totals.append(best[:, -1])
        ready = np.full_like(upto, _NEVER)
        ready[:, 2:] = best[:, :-2]
    chosen = np.argmax(np.stack(totals), axis=0)
    return [_trace(tables, row, int(chosen[row]), words) for row in range(count)]


def _running_best(values: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Return the running maximum of each row, and the place of each maximum."""
    best = np.maximum.accumulate(values, axis=1)
    places = np.where(values == best, np.arange(values.shape[1]), 0)
    return best, np.maximum.accumulate(places, axis=1)


def _trace(
    tables: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]], row: int, segments: int, words: int
) -> Segments:
    """Follow the tables of one row back from the last word."""
    found = []
    last = words - 1
    for opened_at, closed_at in reversed(tables[:segments]):
        end = int(closed_at[row, last])
        start = int(opened_at[row, end])
        found.append((start, end + 1))
        last = start - 2
    return tuple(reversed(found))


def log_probabilities(scores: NDArray[np.float32], segments: Sequence[Segments], most: int) -> NDArray[np.float32]:
    """
    Compute the log probability of chosen segments among all sets of segments.

    Args:
        scores: Scores of one role, inside, begin and end; shape (N, W, 3).

        segments: The chosen segments of each anchor.

        most: The largest number of segments.

    Returns:
        The natural logarithm of their probability, shape (N,).

    Example:
        >>> scores = np.zeros((1, 1, 3), np.float32)
        >>> bool(np.isclose(log_probabilities(scores, [()], most=1), np.log(1 / 2)))
        True
    """
    inside, begin, end = scores[..., 0], scores[..., 1], scores[..., 2]
    upto = np.cumsum(inside, axis=1)
    before = upto - inside
    ready = np.zeros_like(upto)
    total = np.zeros(len(upto), upto.dtype)
    for _ in range(most):
        closed = np.logaddexp.accumulate(ready + begin - before, axis=1) + upto + end
        summed = np.logaddexp.accumulate(closed, axis=1)
        total = np.logaddexp(total, summed[:, -1])
        ready = np.full_like(upto, _NEVER)
        ready[:, 2:] = summed[:, :-2]
    chosen = np.zeros(len(upto), upto.dtype)
    for row, own in enumerate(segments):
        for first, last in own:
            chosen[row] += upto[row, last - 1] - before[row, first] + begin[row, first] + end[row, last - 1]
    return chosen - total
