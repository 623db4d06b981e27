"""
Text to model input: word pieces with what an uncased model cannot see, cut into windows.

The encoder's vocabulary has no capitals, no white space and no paired marks. Three features of
each word bring them back: its shape, where it stands to the quotation marks, and the kind of
break before it. Everything after the encoder works on words (runs of letters and digits, or
one punctuation character), each read at its first word piece.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from quotekit.tagger.breaks import SENTENCE, find_breaks
from quotekit.text import Quotation, pair_marks
from quotekit.text.surrogates import replace_surrogates

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

__all__ = ["FEATURE_SIZES", "Encoding", "Window", "batches", "cut_windows", "encode"]

#: How many values each feature has: shape, mark, gap.
FEATURE_SIZES = (8, 6, 5)
_LOWER, _TITLE, _UPPER, _MIXED, _NUMBER, _PUNCTUATION, _OTHER = range(1, 8)
_OUTSIDE, _OPENING, _INSIDE, _NESTED, _CLOSING = range(1, 6)
_JOINED, _SPACE, _LINE, _BLANK_LINE = range(1, 5)
# So many pieces before a window's end a break is looked for: about as many as two paragraphs of news have.
_LOOK_BACK = 80
# Fewer pieces than that before a window tell nothing of what stands before it.
_LEAST_SHARED = 8
#: The tokenizer reads a text in parts of at most so many characters, to bound its memory.
_PART = 100_000


def _arrays(array: Any) -> str:
    return f"array{array.shape}"


@attrs.frozen(eq=False)
class Encoding:
    """A text as words and word pieces; P pieces, W words, F features."""

    #: Vocabulary ids of the word pieces, shape (P,).
    ids: NDArray[np.int64] = attrs.field(repr=_arrays)
    #: For each word the index of its first piece, and at the end P; shape (W + 1,).
    first: NDArray[np.int64] = attrs.field(repr=_arrays)
    #: Character offset of each word's start, shape (W,).
    start: NDArray[np.int64] = attrs.field(repr=_arrays)
    #: Character offset after each word's end, shape (W,).
    end: NDArray[np.int64] = attrs.field(repr=_arrays)
    #: Shape, mark and gap of each word, 0 is padding; shape (W, F).
    features: NDArray[np.int64] = attrs.field(repr=_arrays)
    #: How strong a break there is before each word, from :func:`quotekit.tagger.breaks.find_breaks`; shape (W,).
    breaks: NDArray[np.int64] = attrs.field(repr=_arrays)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.start)

    @property
    def quoted(self) -> NDArray[np.bool_]:
        """Return whether each word stands between quotation marks, or is one, shape (W,)."""
        return np.asarray(self.features[:, 1] != _OUTSIDE)


@attrs.frozen
class Window:
    """Words *start* to *end* of an encoding, end exclusive; those from *keep_start* to *keep_end* are read from it."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def encode(text: str, tokenizer: Tokenizer, quotations: Sequence[Quotation] | None = None) -> Encoding:
    """
    Turn a text into words, word pieces and features.

    Args:
        text: Any string; lone surrogates are read as unknown characters.

        tokenizer: The model's word-piece tokenizer, without padding or truncation.

        quotations: The text's quotations, from :func:`quotekit.text.pair_marks`; found here if not given.

    Returns:
        The encoding, with character offsets into *text*.
    """
    ids: list[int] = []
    first: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    for begin, part in _parts(replace_surrogates(text)):
        encoded = tokenizer.encode(part, add_special_tokens=False)
        last = None
        for piece, (word, (start, end)) in enumerate(zip(encoded.word_ids, encoded.offsets, strict=True), len(ids)):
            if word != last:
                first.append(piece)
                starts.append(begin + start)
                ends.append(begin + end)
                last = word
            else:
                ends[-1] = begin + end
        ids += encoded.ids
    first.append(len(ids))
    _take_in_accents(text, starts, ends)
    start_array, end_array = np.array(starts, np.int64), np.array(ends, np.int64)
    quotations = pair_marks(text) if quotations is None else quotations
    features = (
        np.stack(
            [
                np.array([_shape(text[s:e]) for s, e in zip(starts, ends, strict=True)], np.int64),
                _mark_features(quotations, start_array),
                np.array(_gaps(text, starts, ends), np.int64),
            ],
            axis=1,
        )
        if starts
        else np.zeros((0, len(FEATURE_SIZES)), np.int64)
    )
    breaks = find_breaks(text, start_array, quotations)
    return Encoding(np.array(ids, np.int64), np.array(first, np.int64), start_array, end_array, features, breaks)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text into parts at white space, each with its offset."""
    begin = 0
    while len(text) - begin > _PART:
        cut = max(text.rfind(" ", begin, begin + _PART), text.rfind("\n", begin, begin + _PART))
        cut = cut if cut > begin else begin + _PART
        yield begin, text[begin:cut]
        begin = cut
    yield begin, text[begin:]


def _take_in_accents(text: str, starts: list[int], ends: list[int]) -> None:
    """Move ends behind accents written as characters of their own, which the tokenizer leaves out."""
    for word, limit in enumerate([*starts[1:], len(text)][: len(ends)]):
        while ends[word] < limit and unicodedata.category(text[ends[word]]) == "Mn":
            ends[word] += 1


def _shape(word: str) -> int:
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


def _mark_features(quotations: Sequence[Quotation], starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where each word stands to the quotations: outside, opening mark, inside, inside two, closing mark."""
    found = np.full(len(starts), _OUTSIDE, np.int64)
    if not quotations:
        return found
    bounds = np.array([(q.start, q.inner_start, q.inner_end, q.end) for q in quotations], np.int64)
    places = np.searchsorted(starts, bounds)
    for quotation, (opening, inner, closing, after) in zip(quotations, places.tolist(), strict=True):
        found[opening:inner] = _OPENING
        found[inner:closing] = _NESTED if quotation.depth else _INSIDE
        found[closing:after] = _CLOSING
    return found


def _gaps(text: str, starts: list[int], ends: list[int]) -> list[int]:
    """The kind of break before each word."""
    gaps = []
    before = 0
    for start, end in zip(starts, ends, strict=True):
        if start == before:
            gaps.append(_JOINED)
        elif start == before + 1:
            gaps.append(_LINE if text[before] == "\n" else _SPACE)
        else:
            lines = text.count("\n", before, start)
            gaps.append(_BLANK_LINE if lines > 1 else _LINE if lines else _SPACE)
        before = end
    if gaps:
        gaps[0] = _BLANK_LINE
    return gaps


def cut_windows(encoding: Encoding, size: int, overlap: int) -> list[Window]:
    """
    Cut a text into overlapping windows, where a paragraph or a sentence begins if one does near a window's end.

    What is said, by whom and with which verb seldom lies in two paragraphs, and a quotation that a window tears is
    read as its rest. So a window ends with a paragraph, or else with a sentence outside of quotation marks, and the
    next one begins with the last paragraph, or else a sentence, of the *overlap* pieces before that. Where a text has
    neither, neighbours share *overlap* pieces, and each word of them is read where it stands most central.

    Args:
        encoding: The text.

        size: Most word pieces in a window, the two special ones apart.

        overlap: How many word pieces neighbouring windows share at most.

    Returns:
        Windows in text order; every word is kept in exactly one of them.
    """
    first, words = encoding.first, len(encoding)
    breaks = encoding.breaks
    windows: list[Window] = []
    start = kept = 0
    while start < words:
        end = max(int(np.searchsorted(first, first[start] + size, side="right")) - 1, start + 1)
        if end >= words:
            windows.append(Window(start, words, kept, words))
            break
        low = int(np.searchsorted(first, max(first[end] - _LOOK_BACK, first[start] + size // 2)))
        wanted = int(np.searchsorted(first, first[end] - overlap // 2))
        cut = end = _best_break(breaks, max(low, kept + 1), wanted, end) or end
        following = max(int(np.searchsorted(first, first[end] - overlap)), start + 1)
        if breaks[end]:
            latest = int(np.searchsorted(first, first[end] - _LEAST_SHARED))
            following = _best_break(breaks, following, following, latest) or following
        else:
            cut = max((following + end) // 2, kept)
        windows.append(Window(start, end, kept, cut))
        start, kept = following, cut
    return windows


def _best_break(breaks: NDArray[np.int64], low: int, wanted: int, end: int) -> int | None:
    """The last strong break from word *low* to word *end*, or else the weak one nearest to *wanted*."""
    region = breaks[low : end + 1]
    strongest = region.max(initial=0)
    if not strongest:
        return None
    places = np.flatnonzero(region == strongest) + low
    return int(places[-1] if strongest > SENTENCE else places[np.abs(places - wanted).argmin()])


def batches(encoding: Encoding, windows: Sequence[Window], cls: int, sep: int) -> dict[str, NDArray[np.int64]]:
    """
    Lay windows out as the model's input.

    Args:
        encoding: The text.

        windows: The windows of one batch.

        cls: Vocabulary id of the piece that opens a window.

        sep: Vocabulary id of the piece that closes a window.

    Returns:
        ``ids`` (B, T), ``features`` (B, T, F), ``mask`` (B, T), ``words`` (B, W): for each word the place of its
        first piece in the row, 0 where there is none.
    """
    first = encoding.first
    pieces = max(int(first[w.end] - first[w.start]) for w in windows) + 2
    words = max(w.end - w.start for w in windows)
    ids = np.zeros((len(windows), pieces), np.int64)
    features = np.zeros((len(windows), pieces, len(FEATURE_SIZES)), np.int64)
    mask = np.zeros((len(windows), pieces), np.int64)
    heads = np.zeros((len(windows), words), np.int64)
    for row, window in enumerate(windows):
        begin, end = int(first[window.start]), int(first[window.end])
        count = end - begin
        ids[row, 0], ids[row, 1 : count + 1], ids[row, count + 1] = cls, encoding.ids[begin:end], sep
        mask[row, : count + 2] = 1
        lengths = np.diff(first[window.start : window.end + 1])
        features[row, 1 : count + 1] = np.repeat(encoding.features[window.start : window.end], lengths, axis=0)
        heads[row, : window.end - window.start] = first[window.start : window.end] - begin + 1
    return {"ids": ids, "features": features, "mask": mask, "words": heads}
