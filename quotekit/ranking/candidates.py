"""Candidates in places: a candidate may be in several places, and counts once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import numpy as np

from quotekit.ranking.layers import softmax

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Candidates"]

_Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

# The score of what is not there.
_LEAST = -1e9


@attrs.frozen(eq=False, slots=False)
class Candidates:
    """
    The candidates for each of D attributions, in S places.

    Example:
        >>> candidates = Candidates(np.array([[2, -1, 2]]))
        >>> candidates.exists.tolist(), candidates.is_first.tolist()
        ([[True, False, True]], [[True, False, False]])
    """

    #: The candidate in each place, -1 if there is none; shape (D, S).
    candidates: _Array

    @property
    def exists(self) -> _Array:
        """Whether there is a candidate in a place; shape (D, S)."""
        return np.asarray(self.candidates >= 0)

    @cached_property
    def same(self) -> _Array:
        """Whether two places have the same candidate; shape (D, S, S)."""
        return np.asarray(self.candidates[:, :, None] == self.candidates[:, None, :], np.float32)

    @property
    def is_first(self) -> _Array:
        """Whether a place is the first one with its candidate; shape (D, S)."""
        places = np.arange(self.candidates.shape[1])
        return np.asarray(self.exists & (self.same.argmax(2) == places))

    def pool(self, scores: NDArray[np.float32]) -> _Array:
        """
        Add up what the places of each candidate say for it.

        Args:
            scores: The score of each place; shape (D, S). Those of places without a candidate do not count.

        Returns:
            The logarithm of the sum of the odds of all places with the candidate in a place; shape (D, S).
        """
        known = np.where(self.exists, scores, np.float32(_LEAST))
        best = known.max(1, keepdims=True)
        shared = (self.same @ np.exp(known - best)[..., None])[..., 0]
        return np.asarray(best + np.log(np.maximum(shared, np.finfo(np.float32).tiny)))

    def shares(self, scores: _Array, of_none: _Array) -> tuple[_Array, _Array]:
        """
        Turn scores into probabilities.

        Args:
            scores: The score of the candidate in each place; shape (D, S).

            of_none: The score of none of them; shape (D, 1).

        Returns:
            The probability of the candidate in each place, a candidate in several places having it in each, shape
            (D, S); and that of none of them, shape (D,).
        """
        # Each candidate counts once, wherever it is.
        counted = np.concatenate((np.where(self.is_first, scores, _LEAST), of_none), 1)
        shares = softmax(counted)
        firsts = self.same.argmax(2)
        return np.where(self.exists, np.take_along_axis(shares, firsts, 1), 0), shares[:, -1]
