"""Words as numbers, so that they can be compared by the thousand."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

__all__ = ["Vocabulary"]


class Vocabulary:
    """
    Numbers for words, from 1.

    Example:
        >>> vocabulary = Vocabulary()
        >>> vocabulary.learn(["a", "b", "a"]).tolist(), vocabulary.look_up(["b", "c", "c"]).tolist()
        ([1, 2, 1], [2, -1, -1])
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        #: The words by their numbers; none has the number 0.
        self.words: list[str] = [""]

    def learn(self, keys: Iterable[str]) -> npt.NDArray[np.int32]:
        """Return the numbers of words; new words get the next ones."""
        return np.fromiter(map(self._learn, keys), np.int32)

    def look_up(self, keys: Iterable[str]) -> npt.NDArray[np.int32]:
        """Return the numbers of words; -1 for those that are not known."""
        numbers = self._numbers
        return np.fromiter((numbers.get(key, -1) for key in keys), np.int32)

    def _learn(self, key: str) -> int:
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.words)
            self.words.append(key)
        return number
