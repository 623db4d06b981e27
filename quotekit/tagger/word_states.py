"""What the model makes of each word, kept for the stages after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from quotekit.tagger.windows import show_shape

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["STEP", "WordStates", "states_of_stretches"]

#: A state is rounded to a whole number of steps of this size; larger ones are cut off.
STEP = 1 / 16


@attrs.frozen(eq=False)
class WordStates:
    """
    The states of words: a few numbers for each that say what it means where it stands.

    Words that no stage asks about may be missing.

    Example:
        >>> states = WordStates(np.array([0, 4]), np.array([[16, -32], [48, 0]], np.int8))
        >>> states.of([(0, 8), (20, 22)]).tolist()
        [[1.0, -2.0, 3.0, 0.0, 2.0, -1.0], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0]]
    """

    #: Character offset of each word's start, in text order; shape (N,).
    start: NDArray[np.int32] | NDArray[np.int64] = attrs.field(repr=show_shape)
    #: The rounded states; shape (N, width).
    steps: NDArray[np.int8] = attrs.field(repr=show_shape)

    @property
    def width(self) -> int:
        """How many numbers a state has."""
        return int(self.steps.shape[1])

    def of(self, bounds: Sequence[tuple[int, int]]) -> NDArray[np.float32]:
        """
        Return the states of stretches of text.

        Args:
            bounds: Start and end of each stretch, in characters; the end is exclusive.

        Returns:
            The state of the first word of each, of the last one, and the mean of all; shape (stretches, 3 * width).
            They are zero where no word begins.
        """
        return states_of_stretches(self.start, self.steps, bounds, STEP).reshape(len(bounds), 3 * self.width)


def states_of_stretches(
    start: NDArray[np.int32] | NDArray[np.int64],
    values: NDArray[Any],
    bounds: Sequence[tuple[int, int]],
    step: float = 1.0,
) -> NDArray[np.float32]:
    """
    Return the states of stretches of text.

    Args:
        start: Character offset of each word's start, in text order; shape (N,).

        values: The states of the words; shape (N, width).

        bounds: Start and end of each stretch, in characters; the end is exclusive.

        step: What the values are multiplied by.

    Returns:
        The state of the first word of each, of the last one, and the mean of all; shape (stretches, 3, width). They are
        zero where no word begins.
    """
    found = np.zeros((len(bounds), 3, values.shape[1]), np.float32)
    # Of the same type: else all starts would be converted each time.
    wanted = np.minimum(np.array(bounds, np.int64), np.iinfo(start.dtype).max).astype(start.dtype)
    low, high = np.searchsorted(start, wanted.reshape(-1, 2)).T
    (some,) = np.nonzero(high > low)
    if len(some):
        low, high = low[some], high[some]
        sizes = high - low
        firsts = np.cumsum(sizes) - sizes
        words = np.repeat(low - firsts, sizes) + np.arange(sizes.sum())
        used = values[words].astype(np.float32) * np.float32(step)
        found[some, 0] = used[firsts]
        found[some, 1] = used[firsts + sizes - 1]
        found[some, 2] = np.add.reduceat(used, firsts) / sizes[:, None]
    return found
