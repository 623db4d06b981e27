"""Whether two quotations are one utterance."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np

from quotekit.matching.stems import all_stems, stems
from quotekit.wording import align, weight, weights
from quotekit.wording.vocabulary import Vocabulary

__all__ = ["Said", "are_same", "read_said"]

# Share of the stems of the shorter quotation that both must have.
_MIN_SHARE = 0.75
# With so many of all stems in common, the order of the words does not matter: it is reworded.
_MIN_REWORDED_SHARE = 0.48
# With fewer, so many words must stand in the same order: it is trimmed. Fewer, if all stems are there.
_MIN_ORDERED_SHARE, _MIN_LOOSE_SHARE = 0.7, 0.42
# Quotations with less in common say too little to be told apart by it, unless they are word for word the same.
_MIN_WEIGHT, _MIN_EXACT_WEIGHT, _EXACT_SHARE = 3.0, 2.0, 0.85
# Of speakers with other names, only what nobody else says by chance is one utterance.
_MIN_WEIGHT_OF_OTHERS = 5.0
_MAX_WORDS = 400


@attrs.frozen(eq=False)
class Said:
    """A quotation as it is compared."""

    #: Stems of all words, in order.
    words: tuple[str, ...]
    #: Stems without those of function words.
    stems: frozenset[str]


def read_said(text: str) -> Said:
    """Read a quotation; what is beyond the first 400 words is left out."""
    return Said(tuple(all_stems(text)[:_MAX_WORDS]), frozenset(stems(text)))


def are_same(one: Said, other: Said, *, by_others: bool = False) -> bool:
    """
    Return whether two quotations are one utterance: identical, trimmed or reworded.

    Args:
        one: A quotation.

        other: Another one.

        by_others: Whether their speakers have different names.

    Returns:
        Whether they are.

    Example:
        >>> whole = read_said("The bridge is old, but I drive my own children across it every morning.")
        >>> are_same(whole, read_said("I drive my own children across it"))
        True
        >>> are_same(whole, read_said("The bridge is closed every morning"))
        False
    """
    common = _weight(one.stems & other.stems)
    least = _MIN_WEIGHT_OF_OTHERS if by_others else _MIN_EXACT_WEIGHT
    if common < least or common < _MIN_SHARE * min(_weight(one.stems), _weight(other.stems)):
        return False
    is_reworded = common >= _MIN_REWORDED_SHARE * _weight(one.stems | other.stems)
    if is_reworded and common >= _MIN_WEIGHT:
        return True
    short, long = sorted((one, other), key=lambda said: len(said.words))
    share = _ordered_share(short.words, long.words)
    if common < _MIN_WEIGHT:
        return share >= _EXACT_SHARE
    has_all = short.stems <= long.stems
    return share >= (_MIN_LOOSE_SHARE if has_all else _MIN_ORDERED_SHARE)


def _weight(some: frozenset[str]) -> float:
    return sum(map(weight, some))


def _ordered_share(short: Sequence[str], long: Sequence[str]) -> float:
    """Return the share of the shorter quotation's words that stand in the longer one in the same order."""
    vocabulary = Vocabulary()
    worth = weights(short)
    _, pairs = align(vocabulary.learn(short), vocabulary.learn(long), worth)
    common = np.array([pair.ours for pair in pairs], np.intp)
    return float(worth[common].sum() / worth.sum()) if len(worth) else 0.0
