"""Texts that a quotation may be from, indexed by their n-grams."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

import attrs
import numpy as np
import numpy.typing as npt

from quotekit.errors import InputError
from quotekit.wording import Words, read_words
from quotekit.wording.vocabulary import Vocabulary

__all__ = ["Grams", "SourceTexts"]

_Ints = npt.NDArray[np.int32]
_LENGTHS = (3, 2, 1)
# Odd multipliers and a shift that spread the words of an n-gram over all bits of its hash.
_FACTORS = np.array([1, 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F], np.uint64)
_SHIFT_BITS = np.uint64(29)


@attrs.frozen(eq=False)
class Grams:
    """The n-grams of all sources of one length, sorted."""

    #: Number of words in each.
    length: int
    #: The hash of each n-gram, in ascending order.
    hashes: npt.NDArray[np.uint64]
    #: Index of the first word of each n-gram.
    places: _Ints

    def find(self, words: _Ints) -> tuple[_Ints, _Ints]:
        """
        Find where the n-grams of a quotation occur.

        Args:
            words: The quotation's words as numbers.

        Returns:
            For each n-gram of the quotation, the range of its places.
        """
        hashes = _hashes(words, self.length)
        lefts, rights = (np.searchsorted(self.hashes, hashes, side) for side in ("left", "right"))
        return lefts.astype(np.int32), rights.astype(np.int32)


class SourceTexts:
    """
    Texts that quotations are checked against. Indexing takes time and memory in proportion to their length.

    Args:
        texts: The texts by their ids, or one text, whose id is then "source".

    Raises:
        InputError: A text or an id is not a string.

    Example:
        >>> len(SourceTexts({"speech": "We will not raise taxes.", "letter": "We might."}))
        2
    """

    def __init__(self, texts: Mapping[str, str] | str) -> None:
        self.texts: dict[str, str] = {"source": texts} if isinstance(texts, str) else _checked(texts)
        self._ids = list(self.texts)
        self._vocabulary = Vocabulary()
        numbers: list[_Ints] = []
        starts: list[_Ints] = []
        ends: list[_Ints] = []
        #: Index of the first word of each text.
        self._firsts: list[int] = []
        count = 0
        for text in self.texts.values():
            words = read_words(text)
            self._firsts.append(count)
            # After each text comes a word that no quotation has, so that no n-gram is from two texts.
            numbers.append(np.append(self._vocabulary.learn(words.keys), np.int32(0)))
            starts.append(np.append(np.array(words.starts, np.int32), np.int32(len(text))))
            ends.append(np.append(np.array(words.ends, np.int32), np.int32(len(text))))
            count += len(words) + 1
        #: The words of all texts as numbers.
        self.words: _Ints = _joined(numbers)
        self.starts: _Ints = _joined(starts)
        self.ends: _Ints = _joined(ends)
        #: Their n-grams, the longest first.
        self.grams = tuple(_index(self.words, length) for length in _LENGTHS)

    def __len__(self) -> int:
        """Return the number of texts."""
        return len(self.texts)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids."""
        return iter(self._ids)

    def look_up(self, words: Words) -> _Ints:
        """
        Look up the numbers of words.

        Args:
            words: The words of a quotation.

        Returns:
            The numbers; -1 for words that no text has.
        """
        return self._vocabulary.look_up(words.keys)

    def key(self, word: int) -> str:
        """
        Return a word of a text as it is compared.

        Args:
            word: Index of the word, counted through all texts.

        Returns:
            The word.
        """
        return self._vocabulary.words[int(self.words[word])]

    def number_of(self, word: int) -> int:
        """
        Return the number of the text that a word is in.

        Args:
            word: Index of the word, counted through all texts.

        Returns:
            The number of the text, from 0.
        """
        return bisect_right(self._firsts, word) - 1

    def id_of(self, word: int) -> str:
        """
        Return the id of the text that a word is in.

        Args:
            word: Index of the word, counted through all texts.

        Returns:
            The id.
        """
        return self._ids[self.number_of(word)]

    def bounds_of(self, word: int) -> tuple[int, int]:
        """
        Return the bounds of the text that a word is in.

        Args:
            word: Index of the word, counted through all texts.

        Returns:
            The index of its first word, and the index after its last one.
        """
        number = self.number_of(word)
        after = self._firsts[number + 1] if number + 1 < len(self._firsts) else len(self.words)
        return self._firsts[number], after - 1


def _checked(texts: object) -> dict[str, str]:
    needed, remedy = "texts by their ids, all strings", "decode bytes first"
    if not isinstance(texts, Mapping):
        raise InputError(
            argument="texts", value=texts, needed=needed, remedy="give a string, or a dictionary of strings"
        )
    for key, text in texts.items():
        for value in (key, text):
            if not isinstance(value, str):
                raise InputError(argument="texts", value=value, needed=needed, remedy=remedy)
    return dict(texts)


def _joined(parts: list[_Ints]) -> _Ints:
    return np.concatenate(parts) if parts else np.zeros(0, np.int32)


def _hashes(words: _Ints, length: int) -> npt.NDArray[np.uint64]:
    """Return a hash of each run of *length* words."""
    count = max(0, len(words) - length + 1)
    hashes = np.zeros(count, np.uint64)
    wide = words.astype(np.int64).view(np.uint64)
    for i in range(length):
        hashes += wide[i : i + count] * _FACTORS[i]
        hashes ^= hashes >> _SHIFT_BITS
    return hashes


def _index(words: _Ints, length: int) -> Grams:
    hashes = _hashes(words, length)
    order = np.argsort(hashes, kind="stable")
    return Grams(length, hashes[order], order.astype(np.int32))
