"""The weights of words: how much each says about which statement it is from."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from quotekit.english.lexicons import load_words

__all__ = ["weight", "weights"]

# Weights of a function word, of any other word, and of a number.
_LIGHT, _FULL, _NUMBER = 0.35, 1.0, 1.2


@lru_cache(maxsize=65536)
def weight(key: str) -> float:
    """
    Return the weight of a word: little for function words, most for numbers.

    Args:
        key: The word, as in :class:`Words`.

    Returns:
        The weight.

    Example:
        >>> weight("the"), weight("bridge"), weight("#5")
        (0.35, 1.0, 1.2)
    """
    if key.startswith("#"):
        return _LIGHT if key == "#1" else _NUMBER
    return _LIGHT if key in _light_words() else _FULL


def weights(keys: Iterable[str]) -> npt.NDArray[np.float32]:
    """
    Return the weights of words.

    Args:
        keys: The words, as in :class:`Words`.

    Returns:
        The weights, in the same order.
    """
    return np.fromiter(map(weight, keys), np.float32)


@cache
def _light_words() -> frozenset[str]:
    lists = ("function_words", "determiners", "prepositions", "negations")
    return frozenset().union(*map(load_words, lists)) | {
        "'d",
        "'s",
        "am",
        "because",
        "how",
        "if",
        "like",
        "think",
        "when",
        "where",
        "while",
        "why",
        "well",
        "know",
        "say",
        "want",
    }
