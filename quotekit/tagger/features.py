"""Features of words that an uncased vocabulary lacks: shape, place among the quotation marks, and gap before."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from quotekit.text import Quotation, TextIndex

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["FEATURE_SIZES", "OUTSIDE", "word_features"]

#: How many values each feature has, 0 for padding among them: shape, mark, gap.
FEATURE_SIZES = (8, 6, 5)
_LOWER, _TITLE, _UPPER, _MIXED, _NUMBER, _PUNCTUATION, _OTHER = range(1, 8)
#: The second feature of words outside of quotation marks.
OUTSIDE = 1
_OPENING, _INSIDE, _NESTED, _CLOSING = range(2, 6)
_JOINED, _SPACE, _LINE, _BLANK_LINE = range(1, 5)


def word_features(index: TextIndex, starts: Sequence[int], ends: Sequence[int]) -> NDArray[np.uint8]:
    """
    Compute the features of the words of a text.

    Args:
        index: The text.

        starts: Offset of each word's first character.

        ends: Offset after each word's last character.

    Returns:
        Shape, mark and gap of each word; shape (W, 3).

    Example:
        >>> word_features(TextIndex("“Yes!”"), starts=[0, 1, 4, 5], ends=[1, 4, 5, 6])
        array([[6, 2, 4],
               [2, 3, 1],
               [6, 3, 1],
               [6, 5, 1]], dtype=uint8)
    """
    features = np.empty((len(starts), len(FEATURE_SIZES)), np.uint8)
    shapes = (_shape(index.text[start:end]) for start, end in zip(starts, ends, strict=True))
    features[:, 0] = np.fromiter(shapes, np.uint8, len(starts))
    features[:, 1] = _marks(index.quotations, np.asarray(starts, np.int64))
    features[:, 2] = np.fromiter(_gaps(index, starts, ends), np.uint8, len(starts))
    return features


@lru_cache(maxsize=16384)
def _shape(word: str) -> int:
    """Return which letters of a word are capitals, or what it is if it is no word."""
    word = unicodedata.normalize("NFC", word)
    if word.islower():
        return _LOWER
    if word.isalpha():
        if word.isupper():
            return _UPPER if len(word) > 1 else _TITLE
        if word[0].isupper():
            return _TITLE if word[1:].islower() else _MIXED
        return _MIXED if word.lower() != word else _OTHER
    if word[:1].isdigit():
        return _NUMBER
    return _PUNCTUATION if not any(map(str.isalnum, word)) else _MIXED


def _marks(quotations: Sequence[Quotation], starts: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Return for each word whether it is outside of quotations, an opening or closing mark, or inside one or more."""
    found = np.full(len(starts), OUTSIDE, np.uint8)
    if not quotations:
        return found
    bounds = np.array([(q.start, q.inner_start, q.inner_end, q.end) for q in quotations], np.int64)
    places = np.searchsorted(starts, bounds)
    for quotation, (opening, inner, closing, after) in zip(quotations, places.tolist(), strict=True):
        found[opening:inner] = _OPENING
        found[inner:closing] = _NESTED if quotation.depth else _INSIDE
        found[closing:after] = _CLOSING
    return found


def _gaps(index: TextIndex, starts: Sequence[int], ends: Sequence[int]) -> Iterator[int]:
    """Yield what separates each word from the one before."""
    before = 0
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if not number:
            yield _BLANK_LINE
        elif start == before:
            yield _JOINED
        elif start == before + 1:
            yield _LINE if index.text[before] == "\n" else _SPACE
        else:
            lines = index.text.count("\n", before, start)
            yield _BLANK_LINE if lines > 1 else _LINE if lines else _SPACE
        before = end
