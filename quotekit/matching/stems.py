"""What a quotation is about: the stems of its words, without those that any quotation may have."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from quotekit.wording import read_words, weight

__all__ = ["Stems", "read_stems"]

_ENDINGS = ("ings", "ing", "edly", "ied", "ies", "ed", "es", "ly", "s", "e", "y")
_MIN_STEM_CHARS = 3
_DOUBLED = frozenset("bdgmnprt")
_LIGHT = 0.5


class Stems(NamedTuple):
    """The stems of a quotation's words."""

    #: All of them, in order.
    all: list[str]
    #: Those of words that are not function words, in order.
    content: list[str]


def read_stems(text: str) -> Stems:
    """
    Return the stems of a quotation.

    Args:
        text: The quotation.

    Returns:
        The stems; a stem need not be a word.

    Example:
        >>> read_stems("We were planning to close the old bridges.").content
        ['plan', 'clos', 'old', 'bridg']
        >>> read_stems("They planned closing an old bridge").content
        ['plan', 'clos', 'old', 'bridg']
    """
    keys = read_words(text).keys
    return Stems([_stem(key) for key in keys], [_stem(key) for key in keys if weight(key) > _LIGHT])


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
