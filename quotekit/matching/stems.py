"""What a quotation is about: the stems of its words, without those that any quotation may have."""

from __future__ import annotations

from functools import lru_cache

from quotekit.wording import read_words, weight

__all__ = ["all_stems", "stems"]

_ENDINGS = ("ings", "ing", "edly", "ied", "ies", "ed", "es", "ly", "s", "e", "y")
_MIN_STEM_CHARS = 3
_DOUBLED = frozenset("bdgmnprt")
_LIGHT = 0.5


def stems(text: str) -> list[str]:
    """
    Return the stems of a quotation.

    Args:
        text: The quotation.

    Returns:
        The stems in order; function words are left out. A stem need not be a word.

    Example:
        >>> stems("We were planning to close the old bridges in 2 days."), stems("They planned closing an old bridge")
        (['plan', 'clos', 'old', 'bridg', '#2', 'day'], ['plan', 'clos', 'old', 'bridg'])
    """
    return [_stem(key) for key in read_words(text).keys if weight(key) > _LIGHT]


def all_stems(text: str) -> list[str]:
    """
    Return the stems of all words of a quotation.

    Args:
        text: The quotation.

    Returns:
        The stems in order.
    """
    return [_stem(key) for key in read_words(text).keys]


@lru_cache(maxsize=65536)
def _stem(key: str) -> str:
    if not key.isalpha():
        return key
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= _MIN_STEM_CHARS:
            key = key[: -len(ending)]
            break
    if len(key) > _MIN_STEM_CHARS and key[-1] == key[-2] and key[-1] in _DOUBLED:
        key = key[:-1]
    return key
