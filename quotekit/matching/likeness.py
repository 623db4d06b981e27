"""Whether two quotations are one utterance."""

from __future__ import annotations

import attrs
import numpy as np
import numpy.typing as npt

from quotekit.matching.speakers import Speakers
from quotekit.matching.stems import read_stems
from quotekit.wording import align, weights
from quotekit.wording.vocabulary import Vocabulary

__all__ = ["Reader", "Said", "are_same", "says_enough"]

# Share of the stems of the shorter quotation that both must have.
_MIN_SHARE = 0.75
# With so many of all stems in common, the order of the words does not matter: it is reworded.
_MIN_REWORDED_SHARE = 0.48
# With fewer, so many words must stand in the same order: it is trimmed. Fewer, if all stems are there.
_MIN_ORDERED_SHARE, _MIN_LOOSE_SHARE = 0.7, 0.42
# Quotations with less in common say too little to be told apart by it, unless they are word for word the same.
_MIN_STEMS, _MIN_EXACT_STEMS, _EXACT_SHARE = 3, 2, 0.85
# Of speakers with other names, only what nobody else says by chance is one utterance.
_MIN_STEMS_OF_OTHERS = 5
_MAX_WORDS = 400


@attrs.frozen(eq=False)
class Said:
    """A quotation as it is compared."""

    #: Stems of all words, in order, as numbers.
    words: npt.NDArray[np.int32]
    #: The weight of each.
    worth: npt.NDArray[np.float32]
    #: Stems of words that are not function words, in order, as numbers.
    content: npt.NDArray[np.int32]


class Reader:
    """
    Reads quotations, so that they can be compared.

    Example:
        >>> reader = Reader()
        >>> whole = reader.read("The bridge is old, but I drive my own children across it every morning.")
        >>> are_same(whole, reader.read("I drive my own children across it"))
        True
        >>> are_same(whole, reader.read("The bridge is closed every morning"))
        False
    """

    def __init__(self) -> None:
        self._vocabulary = Vocabulary()

    def read(self, text: str) -> Said:
        """Read a quotation; what is beyond the first 400 words is left out."""
        stems = read_stems(text)
        words = stems.all[:_MAX_WORDS]
        return Said(self._vocabulary.learn(words), weights(words), self._vocabulary.learn(stems.content))


def says_enough(said: Said) -> bool:
    """Return whether the words of a quotation, without its speaker, tell that it is one utterance with another."""
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
    own, others = set(one.content.tolist()), set(other.content.tolist())
    common = len(own & others)
    if speakers is Speakers.SAME and np.array_equal(one.words, other.words):
        return True
    least = _MIN_STEMS_OF_OTHERS if speakers is Speakers.OTHERS else _MIN_EXACT_STEMS
    if common < least or common < _MIN_SHARE * min(len(own), len(others)):
        return False
    if common >= _MIN_STEMS and common >= _MIN_REWORDED_SHARE * len(own | others):
        return True
    short, long = sorted((one, other), key=lambda said: len(said.words))
    share = _ordered_share(short, long)
    if common < _MIN_STEMS:
        return share >= _EXACT_SHARE
    has_all = common == min(len(own), len(others))
    return share >= (_MIN_LOOSE_SHARE if has_all else _MIN_ORDERED_SHARE)


def _ordered_share(short: Said, long: Said) -> float:
    """Return the share of the shorter quotation's words that stand in the longer one in the same order."""
    _, pairs = align(short.words, long.words, short.worth)
    common = np.array([pair.ours for pair in pairs], np.intp)
    return float(short.worth[common].sum() / short.worth.sum())
