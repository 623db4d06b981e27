"""Whether two quotations are one utterance."""

from __future__ import annotations

from array import array

import attrs
import numpy as np
import numpy.typing as npt

from quotekit.matching.speakers import Speakers
from quotekit.matching.stems import is_content, stem_of
from quotekit.wording import align, read_words, weight
from quotekit.wording.vocabulary import Vocabulary

__all__ = ["Reader", "Said", "are_same", "says_enough"]

# Share of the stems of the shorter quotation that both must have.
_MIN_SHARE = 0.75
# With so many of all stems in common, the order of the words does not matter: it is reworded.
_MIN_REWORDED_SHARE = 0.48
# With fewer, so many words must be in the same order: it is trimmed. Fewer, if all stems are there.
_MIN_ORDERED_SHARE, _MIN_LOOSE_SHARE = 0.7, 0.42
# Quotations with less in common share too little to decide by, unless they are word for word the same.
_MIN_STEMS, _MIN_EXACT_STEMS, _EXACT_SHARE = 3, 2, 0.85
# Of speakers with other names, only what nobody else says by chance is one utterance: so many stems, in the same order.
_MIN_STEMS_OF_OTHERS, _MIN_SHARE_OF_OTHERS = 6, 0.9
# Numbers have more weight than any other word.
_WORD_WEIGHT = 1.0
_MAX_WORDS = 400


@attrs.frozen(eq=False)
class Said:
    """A quotation as it is compared."""

    #: Stems of all words, in order, as numbers.
    words: array[int]
    #: Stems of words that are not function words, in order, as numbers.
    content: array[int]
    #: The weight of each number, for all quotations of one reader.
    weights: array[float]


class Reader:
    """
    Reads quotations, so that they can be compared, and keeps them: a few bytes for each word.

    Example:
        >>> reader = Reader()
        >>> whole = reader.read("The bridge is old, but I drive my own children across it every morning.")
        >>> are_same(whole, reader.read("I drive my own children across it"))
        True
        >>> are_same(whole, reader.read("The bridge is closed every morning"))
        False
        >>> len(reader), reader.lengths.tolist() == [len(reader[number].content) for number in range(3)]
        (3, True)
    """

    def __init__(self) -> None:
        self._vocabulary = Vocabulary()
        self._numbers: dict[str, int] = {}
        #: The weight of each word of the vocabulary.
        self._weights = array("f", [0.0])
        self._words, self._content = array("i"), array("i")
        #: How many words, and stems of content words, the quotations up to each have.
        self._word_ends, self._content_ends = array("q", [0]), array("q", [0])

    def __len__(self) -> int:
        """Return the number of quotations read."""
        return len(self._word_ends) - 1

    def __getitem__(self, number: int) -> Said:
        """Return a quotation by the order in which they were read."""
        words = self._words[self._word_ends[number] : self._word_ends[number + 1]]
        content = self._content[self._content_ends[number] : self._content_ends[number + 1]]
        return Said(words, content, self._weights)

    @property
    def stems(self) -> npt.NDArray[np.int32]:
        """The stems of the content words of all quotations, one quotation after the other."""
        return np.array(self._content, np.int32)

    @property
    def lengths(self) -> npt.NDArray[np.int64]:
        """The number of these stems of each quotation."""
        ends = np.array(self._content_ends, np.int64)
        return ends[1:] - ends[:-1]

    def read(self, text: str) -> Said:
        """
        Read a quotation.

        Args:
            text: The quotation without its marks.

        Returns:
            The quotation as it is compared; words beyond the first 400 are left out.
        """
        known = self._numbers
        numbers = [known.get(key) or self._learn(key) for key in read_words(text).keys]
        self._words.extend(map(abs, numbers[:_MAX_WORDS]))
        self._content.extend(number for number in numbers if number > 0)
        self._word_ends.append(len(self._words))
        self._content_ends.append(len(self._content))
        return self[len(self) - 1]

    def _learn(self, key: str) -> int:
        """Return the number of a word's stem, below zero for a function word."""
        stem = stem_of(key)
        (number,) = self._vocabulary.learn([stem]).tolist()
        if number == len(self._weights):
            self._weights.append(weight(stem))
        self._numbers[key] = number if is_content(key) else -number
        return self._numbers[key]


def says_enough(said: Said) -> bool:
    """Return whether the words of a quotation, without its speaker, suffice to match it with another."""
    return len(said.content) >= _MIN_EXACT_STEMS


def are_same(one: Said, other: Said, *, speakers: Speakers = Speakers.UNKNOWN) -> bool:
    """
    Return whether two quotations are one utterance: identical, trimmed or reworded.

    Args:
        one: A quotation.

        other: Another one, read by the same reader.

        speakers: What their speakers' names say.

    Returns:
        Whether they are.
    """
    own, others = set(one.content), set(other.content)
    common = len(own & others)
    if speakers is Speakers.SAME and one.words == other.words:
        return True
    if common < _MIN_EXACT_STEMS or common < _MIN_SHARE * min(len(own), len(others)):
        return False
    short, long = sorted((one, other), key=lambda said: len(said.words))
    if speakers is Speakers.OTHERS:
        is_much = common >= _MIN_STEMS_OF_OTHERS and _numbers(short) <= _numbers(long)
        return is_much and _ordered_share(short, long) >= _MIN_SHARE_OF_OTHERS
    if common >= _MIN_STEMS and common >= _MIN_REWORDED_SHARE * len(own | others):
        return True
    share = _ordered_share(short, long)
    if common < _MIN_STEMS:
        return share >= _EXACT_SHARE
    has_all = common == min(len(own), len(others))
    return share >= (_MIN_LOOSE_SHARE if has_all else _MIN_ORDERED_SHARE)


def _numbers(said: Said) -> set[int]:
    return {stem for stem in said.content if said.weights[stem] > _WORD_WEIGHT}


def _ordered_share(short: Said, long: Said) -> float:
    """Return the share of the shorter quotation's words that are in the longer one in the same order."""
    words = np.frombuffer(short.words, np.int32)
    worth = np.frombuffer(short.weights, np.float32)[words]
    _, pairs = align(words, np.frombuffer(long.words, np.int32), worth)
    common = np.array([pair.ours for pair in pairs], np.intp)
    return float(worth[common].sum() / worth.sum())
