"""Alignment of two wordings: which words of one are the words of the other, in order."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["Pair", "align"]

# What it costs to leave out words of the source, at first and for each word; to have a word of its own; and to put
# one word in the place of another.
_OPEN, _SKIP, _ADD, _REPLACE = 0.5, 0.004, 0.3, 0.25
# Scores are in single precision; those closer than this are equal.
_TOLERANCE = 1e-3


class Pair(NamedTuple):
    """A word of one wording, and the same word of the other."""

    #: Index of the word in the first wording.
    ours: int
    #: Index of the word in the second.
    theirs: int


def align(
    ours: npt.NDArray[np.int32],
    theirs: npt.NDArray[np.int32],
    worth: npt.NDArray[np.float32],
    gaps: frozenset[int] = frozenset(),
) -> tuple[float, list[Pair]]:
    """
    Align a quotation with a part of a source.

    All words of the quotation count; the source may go on at both ends, and leaving out a run of its words costs little
    more than leaving out one. Time and memory are proportional to the product of the lengths, which the caller limits.

    Args:
        ours: The quotation's words, as numbers.

        theirs: The source's words, as numbers of the same vocabulary.

        worth: The weight of each word of the quotation.

        gaps: Indices of words of the quotation that follow an ellipsis, where leaving out words costs nothing at first.

    Returns:
        The score, which is the sum of the weights of all common words where nothing differs; and the common words in
        order.

    Example:
        >>> align(np.array([1, 2, 4]), np.array([9, 1, 2, 3, 4]), np.ones(3, np.float32))[1]
        [Pair(ours=0, theirs=1), Pair(ours=1, theirs=2), Pair(ours=2, theirs=4)]
    """
    size = (len(ours) + 1, len(theirs) + 1)
    # rows[i][j] is the best score of the first i words of the quotation before the j-th word of the source, plus what
    # it would cost to skip the words before: so skipping costs nothing more, and a row takes a few operations.
    free = _SKIP * np.arange(size[1], dtype=np.float32)
    rows = np.empty(size, np.float32)
    rows[0] = free
    gains = np.where(ours[:, None] == theirs, worth[:, None], -_REPLACE * worth[:, None]) + np.float32(_SKIP)
    paired, skipped = np.empty(len(theirs), np.float32), np.empty(size[1], np.float32)
    for i, gain in enumerate(gains):
        row = rows[i + 1]
        np.add(rows[i, :-1], gain, out=paired)
        np.subtract(rows[i], _ADD * worth[i], out=row)
        np.maximum(row[1:], paired, out=row[1:])
        np.maximum.accumulate(row, out=skipped)
        if i + 1 not in gaps:
            np.subtract(skipped, _OPEN, out=skipped)
        np.maximum(row[1:], skipped[:-1], out=row[1:])
    last = rows[-1] - free
    end = int(last.argmax())
    return float(last[end]), _trace(rows, gains, worth, end)


def _trace(
    rows: npt.NDArray[np.float32], gains: npt.NDArray[np.float32], worth: npt.NDArray[np.float32], end: int
) -> list[Pair]:
    """Follow the best path back from its end."""
    pairs: list[Pair] = []
    i, j = len(gains), end
    while i:
        here = float(rows[i, j])
        if j and _is(here, float(rows[i - 1, j - 1]) + float(gains[i - 1, j - 1])):
            i, j = i - 1, j - 1
            if gains[i, j] > _SKIP:
                pairs.append(Pair(i, j))
        elif _is(here, float(rows[i - 1, j]) - _ADD * float(worth[i - 1])):
            i -= 1
        elif j:
            j = _before_skip(rows[i, :j])
        else:
            break
    return pairs[::-1]


def _before_skip(row: npt.NDArray[np.float32]) -> int:
    """Find where the words left out before a place begin: as late as possible, of equal places."""
    return len(row) - 1 - int(row[::-1].argmax())


def _is(one: float, other: float) -> bool:
    return abs(one - other) < _TOLERANCE
