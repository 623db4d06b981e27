"""
Turn text into model input: word pieces and word features, cut into windows.

The encoder's vocabulary has no capitals, no white space and no paired marks. Three features of each word, from
:mod:`quotekit.tagger.features`, make up for that. Everything after the encoder works on words (runs of letters and
digits, or single punctuation characters), each represented by its first word piece.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from quotekit.tagger.breaks import SENTENCE, find_breaks
from quotekit.tagger.features import FEATURE_SIZES, word_features
from quotekit.tagger.line_stops import stop_lines
from quotekit.text import Bounds, TextIndex
from quotekit.text.surrogates import replace_surrogates

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

__all__ = ["FEATURE_SIZES", "Encoding", "Window", "cut_windows", "encode", "show_shape", "window_input"]

# A window may end at a break this far before its last piece: about two paragraphs of news.
_MAX_CUT_PIECES = 80
# Fewer shared pieces are too little context for the next window.
_MIN_SHARED_PIECES = 8
# The tokenizer reads a text in parts, to bound its memory.
_MAX_PART_CHARS = 20_000
# The first combining accent of Unicode.
_FIRST_ACCENT = "\u0300"


def show_shape(array: Any) -> str:
    """
    Describe an array in a ``repr`` without its numbers.

    Args:
        array: The array.

    Returns:
        Its shape.

    Example:
        >>> show_shape(np.zeros((2, 3)))
        'array(2, 3)'
    """
    return f"array{array.shape}"


@attrs.frozen(eq=False)
class Encoding:
    """A text as words and word pieces; P pieces, W words, F features."""

    #: Vocabulary ids of the word pieces, shape (P,).
    ids: NDArray[np.int32] = attrs.field(repr=show_shape)
    #: Index of each word's first piece, and P at the end; shape (W + 1,).
    first: NDArray[np.int64] = attrs.field(repr=show_shape)
    #: Character offset of each word's start, shape (W,).
    start: NDArray[np.int64] = attrs.field(repr=show_shape)
    #: Character offset after each word's end, shape (W,).
    end: NDArray[np.int64] = attrs.field(repr=show_shape)
    #: Shape, mark and gap of each word, 0 is padding; shape (W, F).
    features: NDArray[np.uint8] = attrs.field(repr=show_shape)
    #: Strength of the break before each word, from :func:`quotekit.tagger.breaks.find_breaks`; shape (W,).
    breaks: NDArray[np.int8] = attrs.field(repr=show_shape)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.start)


@attrs.frozen
class Window:
    """One run of the model: words of an encoding, and those of them whose scores are used; ends are exclusive."""

    #: Its first word.
    start: int
    #: The word after its last one.
    end: int
    #: The first word whose scores are used.
    keep_start: int
    #: The word after the last one whose scores are used.
    keep_end: int


def encode(index: TextIndex, tokenizer: Tokenizer, hidden: Sequence[Bounds] = ()) -> Encoding:
    """
    Turn a text into words, word pieces and features.

    Args:
        index: The text; lone surrogates are read as unknown characters.

        tokenizer: The model's word-piece tokenizer, without padding or truncation.

        hidden: Bounds of stretches whose words are left out, in text order and without overlap: the rest is read as
            if they were not there.

    Returns:
        The encoding, with character offsets into the text.
    """
    # A number in an array takes a fourth of the memory that it takes in a list.
    ids, first, starts, ends = array("i"), array("q"), array("q"), array("q")
    for offset, part in _parts(stop_lines(index, _blank_out(replace_surrogates(index.text), hidden))):
        encoded = tokenizer.encode(part, add_special_tokens=False)
        last = None
        for piece, (word, (start, end)) in enumerate(zip(encoded.word_ids, encoded.offsets, strict=True), len(ids)):
            if word != last:
                first.append(piece)
                starts.append(offset + start)
                ends.append(offset + end)
                last = word
            else:
                ends[-1] = offset + end
        ids.extend(encoded.ids)
    first.append(len(ids))
    _extend_over_accents(index, starts, ends)
    features = word_features(index, starts, ends)
    first_array, start_array, end_array = (np.frombuffer(one, np.int64) for one in (first, starts, ends))
    breaks = find_breaks(index, start_array)
    return Encoding(np.frombuffer(ids, np.int32), first_array, start_array, end_array, features, breaks)


def _blank_out(text: str, hidden: Sequence[Bounds]) -> str:
    """Return a text with stretches of it replaced by blanks, of the same length."""
    pieces: list[str] = []
    at = 0
    for start, end in hidden:
        pieces += text[at:start], " " * (end - start)
        at = end
    return "".join([*pieces, text[at:]]) if hidden else text


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield parts of a text, cut at white space, each with its offset."""
    begin = 0
    while len(text) - begin > _MAX_PART_CHARS:
        cut = max(text.rfind(" ", begin, begin + _MAX_PART_CHARS), text.rfind("\n", begin, begin + _MAX_PART_CHARS))
        cut = cut if cut > begin else begin + _MAX_PART_CHARS
        yield begin, text[begin:cut]
        begin = cut
    yield begin, text[begin:]


def _extend_over_accents(index: TextIndex, starts: array[int], ends: array[int]) -> None:
    """Move the ends of words past combining accents, which the tokenizer drops; *ends* is changed."""
    text = index.text
    limits = islice(chain(islice(starts, 1, None), [len(text)]), len(ends))
    for word, (end, limit) in enumerate(zip(ends, limits, strict=True)):
        after = end
        while after < limit and text[after] >= _FIRST_ACCENT and unicodedata.category(text[after]) == "Mn":
            after += 1
        if after > end:
            ends[word] = after


def cut_windows(encoding: Encoding, size: int, overlap: int) -> list[Window]:
    """
    Cut a text into overlapping windows, at paragraphs or sentences where possible.

    Content, source and cue are seldom in different paragraphs, and of a quotation that is cut in two the model sees
    only one part at a time. So a window ends with a paragraph, or else with a sentence outside of quotation marks, and
    the next one begins with the last paragraph, or else a sentence, of the *overlap* pieces before that. Where a text
    has neither, neighbouring windows share *overlap* pieces, and the scores of each shared word are taken from the
    window in which it is farther from the edge.

    Args:
        encoding: The text.

        size: The largest number of word pieces in a window, the two special ones not counted.

        overlap: The largest number of word pieces that neighbouring windows share.

    Returns:
        Windows in text order; each word is kept in exactly one of them.
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
        low = int(np.searchsorted(first, max(first[end] - _MAX_CUT_PIECES, first[start] + size // 2)))
        wanted = int(np.searchsorted(first, first[end] - overlap // 2))
        cut = end = _best_break(breaks, max(low, kept + 1), wanted, end) or end
        following = max(int(np.searchsorted(first, first[end] - overlap)), start + 1)
        if breaks[end]:
            latest = int(np.searchsorted(first, first[end] - _MIN_SHARED_PIECES))
            following = _best_break(breaks, following, following, latest) or following
        else:
            cut = max((following + end) // 2, kept)
        windows.append(Window(start, end, kept, cut))
        start, kept = following, cut
    return windows


def _best_break(breaks: NDArray[np.int8], low: int, wanted: int, end: int) -> int | None:
    """Return the last strong break from word *low* to word *end*, or else the weak one nearest to *wanted*."""
    region = breaks[low : end + 1]
    strongest = region.max(initial=0)
    if not strongest:
        return None
    places = np.flatnonzero(region == strongest) + low
    return int(places[-1] if strongest > SENTENCE else places[np.abs(places - wanted).argmin()])


def window_input(encoding: Encoding, window: Window, cls: int, sep: int) -> dict[str, NDArray[Any]]:
    """
    Assemble the model's input for one window.

    Args:
        encoding: The text.

        window: The window.

        cls: Vocabulary id of the special piece at the start of a window.

        sep: Vocabulary id of the special piece at the end of a window.

    Returns:
        ``ids`` (T,), ``features`` (T, F), ``words`` (W,): the position of each word's first piece in the window, and
        ``keep`` (W,): whether the scores of each word are used.
    """
    first = encoding.first[window.start : window.end + 1]
    begin, end = int(first[0]), int(first[-1])
    ids = np.empty(end - begin + 2, np.int64)
    ids[0], ids[1:-1], ids[-1] = cls, encoding.ids[begin:end], sep
    features = np.zeros((len(ids), len(FEATURE_SIZES)), np.int64)
    features[1:-1] = np.repeat(encoding.features[window.start : window.end], np.diff(first), axis=0)
    words = np.arange(window.start, window.end)
    keep = (words >= window.keep_start) & (words < window.keep_end)
    return {"ids": ids, "features": features, "words": first[:-1] - begin + 1, "keep": keep}
