"""Text to model input: words with their offsets and features, and windows of them."""

from __future__ import annotations

import string
from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from quotekit.tagger import windows
from quotekit.tagger.breaks import LINE as A_LINE
from quotekit.tagger.breaks import PARAGRAPH, SENTENCE
from quotekit.tagger.windows import FEATURE_SIZES, Encoding, Window, cut_windows, encode, window_input
from quotekit.text import Quotation, TextIndex
from tests.strategies import marked_texts, texts

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
WHOLE = ["the", "bridge", "is", "safe", "said"]
LETTERS = [*string.ascii_lowercase, *string.digits]
VOCABULARY = [*SPECIAL, *WHOLE, *LETTERS, *(f"##{c}" for c in LETTERS), *string.punctuation, *"“”‘’«»—…"]
CLS, SEP = SPECIAL.index("[CLS]"), SPECIAL.index("[SEP]")

LOWER, TITLE, UPPER, MIXED, NUMBER, PUNCTUATION, OTHER = range(1, 8)
OUTSIDE, OPENING, INSIDE, NESTED, CLOSING = range(1, 6)
JOINED, SPACE, LINE, BLANK_LINE = range(1, 5)


@pytest.fixture(name="tokenizer", scope="module")
def fixture_tokenizer() -> Tokenizer:
    """An uncased word-piece tokenizer like the model's, that knows five words and else letters."""
    tokenizer = Tokenizer(WordPiece({piece: i for i, piece in enumerate(VOCABULARY)}, unk_token="[UNK]"))  # noqa: S106
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


def words_of(text: str, encoding: Encoding) -> list[str]:
    """Return the encoding's words as the text has them."""
    return [text[start:end] for start, end in zip(encoding.start.tolist(), encoding.end.tolist(), strict=True)]


def feature(text: str, tokenizer: Tokenizer, number: int) -> list[int]:
    """Return one feature of all words: 0 shape, 1 mark, 2 gap."""
    column: list[int] = encode(TextIndex(text), tokenizer).features[:, number].tolist()
    return column


def same(a: Encoding, b: Encoding) -> list[bool]:
    """Return whether two encodings are equal, array by array."""
    return [
        np.array_equal(getattr(a, name), getattr(b, name))
        for name in ("ids", "first", "start", "end", "features", "breaks")
    ]


class TestEncode:
    """encode()."""

    def test_words_and_pieces(self, tokenizer: Tokenizer) -> None:
        """Words are runs of letters and digits, or one punctuation character; each has one or more pieces."""
        text = '"The bridge isn\'t safe!"'
        encoding = encode(TextIndex(text), tokenizer)
        pieces = [VOCABULARY[i] for i in encoding.ids.tolist()]

        assert words_of(text, encoding) == ['"', "The", "bridge", "isn", "'", "t", "safe", "!", '"']
        assert pieces == ['"', "the", "bridge", "is", "##n", "'", "t", "safe", "!", '"']
        assert encoding.first.tolist() == [0, 1, 2, 3, 5, 6, 7, 8, 9, 10]
        assert len(encoding) == 9

    def test_no_words(self, tokenizer: Tokenizer) -> None:
        """A text without words has arrays of the right shapes."""
        encoding = encode(TextIndex(" \n\0 "), tokenizer)

        assert len(encoding) == 0
        assert (encoding.ids.tolist(), encoding.first.tolist()) == ([], [0])
        assert encoding.features.shape == (0, len(FEATURE_SIZES))

    def test_hidden(self, tokenizer: Tokenizer) -> None:
        """Words in hidden stretches are left out; the others are read as without them, at their own offsets."""
        text, without = "Oslo: The bridge.\n\n16.06 It is safe.", "The bridge.\n\nIt is safe."
        encoding = encode(TextIndex(text), tokenizer, [(0, 6), (19, 25)])
        expected = encode(TextIndex(without), tokenizer)

        assert words_of(without, expected) == words_of(text, encoding)
        assert encoding.ids.tolist() == expected.ids.tolist()
        assert encoding.features.tolist() == expected.features.tolist()
        assert encoding.breaks.tolist() == expected.breaks.tolist()

    def test_types(self, tokenizer: Tokenizer) -> None:
        """The arrays are of the same small integers for any text, and the model's input of those that it reads."""
        found = [encode(TextIndex(text), tokenizer) for text in ("", "The bridge.")]

        assert {tuple(a.dtype.name for a in (e.ids, e.features, e.breaks, e.first, e.start, e.end)) for e in found} == {
            ("int32", "uint8", "int8", "int64", "int64", "int64")
        }
        read = window_input(found[1], Window(0, 3, 0, 3), CLS, SEP)
        assert {name: array.dtype.name for name, array in read.items()} == {
            "ids": "int64",
            "features": "int64",
            "words": "int64",
            "keep": "bool",
        }

    def test_lone_surrogates(self, tokenizer: Tokenizer) -> None:
        """A lone surrogate is no word, and shifts no offset."""
        text = "The \ud83d bridge\udc4d is \udcff\ud800safe"

        assert words_of(text, encode(TextIndex(text), tokenizer)) == ["The", "bridge", "is", "safe"]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The\0 bri\0dge", ["The", "bri\0dge"]),
            ("caf\u00e9 cafe\u0301s \u0130s", ["caf\u00e9", "cafe\u0301s", "\u0130s"]),
            ("\ufeffThe \u200bbridge", ["The", "bridge"]),
            ("safe\r\n\u2028The\u2029bridge\x85is", ["safe", "The", "bridge\x85is"]),
            ("\u6a4b\u6881\u662f", ["\u6a4b", "\u6881", "\u662f"]),
            ("a" * 101 + " is", ["a" * 101, "is"]),
            ("cafe\u0301. e\u0301", ["cafe\u0301", ".", "e\u0301"]),
        ],
        ids=["null-bytes", "accents", "zero-width", "line-breaks", "ideographs", "long-word", "accents-at-the-end"],
    )
    def test_odd_text(self, tokenizer: Tokenizer, text: str, expected: list[str]) -> None:
        """Offsets count the characters of the text as given, whatever the tokenizer makes of them."""
        assert expected == words_of(text, encode(TextIndex(text), tokenizer))

    def test_quotations_of_the_index(self, tokenizer: Tokenizer) -> None:
        """The quotations are those of the index."""
        with_one, without = TextIndex("The bridge"), TextIndex('"The" bridge')
        with_one.quotations = (Quotation(start=0, end=10, inner_start=3, inner_end=4, depth=0, closed=True),)
        without.quotations = ()

        assert [OPENING, CLOSING] == encode(with_one, tokenizer).features[:, 1].tolist()
        assert [OUTSIDE] * 4 == encode(without, tokenizer).features[:, 1].tolist()


class TestShape:
    """The first feature: what an uncased vocabulary does not know about a word's letters."""

    @pytest.mark.parametrize(
        ("word", "expected"),
        [
            ("bridge", LOWER),
            ("4th", LOWER),
            ("Bridge", TITLE),
            ("A", TITLE),
            ("\u00c9clair", TITLE),
            ("E\u0301clair", TITLE),
            ("US", UPPER),
            ("McKay", MIXED),
            ("iPad", MIXED),
            ("B2B", MIXED),
            ("2016", NUMBER),
            ("4TH", NUMBER),
            ("!", PUNCTUATION),
            ("\u201c", PUNCTUATION),
            ("\u6a4b", OTHER),
            ("\u05d2\u05e9\u05e8", OTHER),
        ],
    )
    def test_shape(self, tokenizer: Tokenizer, word: str, expected: int) -> None:
        """The word has this shape."""
        assert feature(word, tokenizer, 0) == [expected]


class TestMark:
    """The second feature: a word's place among the quotation marks."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The bridge", [OUTSIDE] * 2),
            ('said "safe bridge" is', [OUTSIDE, OPENING, INSIDE, INSIDE, CLOSING, OUTSIDE]),
            ("\u201cthe \u2018safe\u2019 bridge\u201d", [OPENING, INSIDE, OPENING, NESTED, CLOSING, INSIDE, CLOSING]),
            ("``safe''", [OPENING, OPENING, INSIDE, CLOSING, CLOSING]),
            ("\u201csafe bridge", [OPENING, INSIDE, INSIDE]),
            ("safe\u201d is", [OUTSIDE, OUTSIDE, OUTSIDE]),
            ('"" is', [OPENING, CLOSING, OUTSIDE]),
        ],
        ids=["none", "one", "nested", "doubled", "closing-lost", "opening-lost", "empty"],
    )
    def test_mark(self, tokenizer: Tokenizer, text: str, expected: list[int]) -> None:
        """Each word is outside, a mark, or inside one or more quotations."""
        assert expected == feature(text, tokenizer, 1)


class TestGap:
    """The third feature: the gap before a word."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("the bridge", [BLANK_LINE, SPACE]),
            ("safe.safe", [BLANK_LINE, JOINED, JOINED]),
            ("the\nbridge", [BLANK_LINE, LINE]),
            ("the \n bridge", [BLANK_LINE, LINE]),
            ("the\r\nbridge", [BLANK_LINE, LINE]),
            ("the\n\nbridge", [BLANK_LINE, BLANK_LINE]),
            ("the\n \t\nbridge", [BLANK_LINE, BLANK_LINE]),
            ("the  bridge", [BLANK_LINE, SPACE]),
            ("the\u00a0bridge", [BLANK_LINE, SPACE]),
            ("\n\nthe", [BLANK_LINE]),
        ],
        ids=repr,
    )
    def test_gap(self, tokenizer: Tokenizer, text: str, expected: list[int]) -> None:
        """The text's first word has the gap of a blank line, the others that before them."""
        assert expected == feature(text, tokenizer, 2)


class TestParts:
    """A text longer than the tokenizer reads at once."""

    @pytest.fixture(name="short_parts")
    def fixture_short_parts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let a part have twenty characters at most."""
        monkeypatch.setattr(windows, "_MAX_PART_CHARS", 20)

    @pytest.mark.parametrize(
        "text", ["the bridge is safe. " * 9, "safe\n" * 40, "said \n\n" * 20, "is  " * 30], ids=repr
    )
    def test_cut_at_space(self, tokenizer: Tokenizer, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
        """Where there is space to cut at, the parts give what the whole would give."""
        whole = encode(TextIndex(text), tokenizer)
        monkeypatch.setattr(windows, "_MAX_PART_CHARS", 20)

        assert [True] * 6 == same(whole, encode(TextIndex(text), tokenizer))

    @pytest.mark.usefixtures("short_parts")
    def test_no_space_to_cut_at(self, tokenizer: Tokenizer) -> None:
        """A longer word is cut into words without a gap, and what follows keeps its offsets."""
        run = "abcde" * 10
        text = f"the {run} bridge"
        encoding = encode(TextIndex(text), tokenizer)

        assert words_of(text, encoding) == ["the", run[:19], run[19:39], run[39:], "bridge"]
        assert encoding.features[:, 2].tolist() == [BLANK_LINE, SPACE, JOINED, JOINED, SPACE]

    @pytest.mark.usefixtures("short_parts")
    @given(text=marked_texts())
    def test_any_text(self, tokenizer: Tokenizer, text: str) -> None:
        """Every word is one of the text, or a line break that is read as a full stop; all are in order."""
        encoding = encode(TextIndex(text), tokenizer)
        edges = np.stack([encoding.start, encoding.end], axis=1).ravel().tolist()

        assert sorted(edges) == edges
        assert all(word.strip() or word == "\n" for word in words_of(text, encoding))

    def test_long_text(self, tokenizer: Tokenizer) -> None:
        """Three parts of the usual length are read as one text."""
        sentence = 'The bridge is "safe", Berg said.\n\n'
        times = 300_000 // len(sentence) + 1
        one, many = encode(TextIndex(sentence), tokenizer), encode(TextIndex(sentence * times), tokenizer)

        assert times * len(one) == len(many)
        assert (one.start + (times - 1) * len(sentence)).tolist() == many.start[-len(one) :].tolist()
        assert np.array_equal(np.tile(one.features, (times, 1)), many.features)
        assert np.array_equal(np.tile(one.ids, times), many.ids)

    def test_long_text_without_space(self, tokenizer: Tokenizer) -> None:
        """A text of one endless word is encoded, too."""
        text = "a" * 300_000
        encoding = encode(TextIndex(text), tokenizer)

        assert "".join(words_of(text, encoding)) == text


class TestEncodeProperties:
    """What is true of encode() for any text at all."""

    @given(text=texts())
    def test_offsets(self, tokenizer: Tokenizer, text: str) -> None:
        """
        Words are in order, do not overlap, and each has a character that is not space at both ends.

        The line break in whose place a full stop is read is a word, too.
        """
        encoding = encode(TextIndex(text), tokenizer)
        edges = np.stack([encoding.start, encoding.end], axis=1).ravel().tolist()

        assert sorted([0, *edges, len(text)]) == [0, *edges, len(text)]
        words = [word for word in words_of(text, encoding) if word != "\n"]
        assert [word for word in words if not word or word != word.strip()] == []

    @given(text=texts())
    def test_lengths(self, tokenizer: Tokenizer, text: str) -> None:
        """Every word has its offsets, features and at least one piece, and every piece is of one word."""
        encoding = encode(TextIndex(text), tokenizer)
        count = len(encoding)

        assert [(count,), (count,), (count + 1,)] == [a.shape for a in (encoding.start, encoding.end, encoding.first)]
        assert (count, len(FEATURE_SIZES)) == encoding.features.shape
        assert (0, len(encoding.ids)) == (encoding.first[0], encoding.first[-1])
        assert (np.diff(encoding.first) > 0).all()

    @given(text=texts())
    def test_features(self, tokenizer: Tokenizer, text: str) -> None:
        """Every feature is one the model has a vector for, and none is padding."""
        features = encode(TextIndex(text), tokenizer).features

        assert ((features > 0) & (features < np.array(FEATURE_SIZES))).all()


def encoding_of(lengths: list[int], before: Mapping[int, int] = MappingProxyType({})) -> Encoding:
    """Return an encoding of words with these numbers of pieces, and breaks *before* some of them."""
    first = np.cumsum([0, *lengths]).astype(np.int64)
    count = len(lengths)
    start = 2 * np.arange(count, dtype=np.int64)
    features = np.ones((count, len(FEATURE_SIZES)), np.int64)
    breaks = np.array([before.get(word, 0) for word in range(count)], np.int64)
    return Encoding(10 + np.arange(first[-1], dtype=np.int64), first, start, start + 1, features, breaks)


class TestCutWindows:
    """cut_windows()."""

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            (0, []),
            (1, [Window(0, 1, 0, 1)]),
            (8, [Window(0, 8, 0, 8)]),
            (9, [Window(0, 8, 0, 7), Window(6, 9, 7, 9)]),
            (20, [Window(0, 8, 0, 7), Window(6, 14, 7, 13), Window(12, 20, 13, 20)]),
        ],
    )
    def test_words_of_one_piece(self, words: int, expected: list[Window]) -> None:
        """Windows of eight with an overlap of two, each read up to the middle of the overlap."""
        assert expected == cut_windows(encoding_of([1] * words), size=8, overlap=2)

    def test_words_of_many_pieces(self) -> None:
        """No word is split: a window ends before one that does not fit, and only whole words are shared."""
        expected = [Window(0, 3, 0, 2), Window(2, 4, 2, 4), Window(4, 5, 4, 5)]

        assert expected == cut_windows(encoding_of([3, 3, 2, 5, 3]), size=8, overlap=2)

    @pytest.mark.parametrize(
        ("before", "cut"),
        [
            ({12: PARAGRAPH}, 12),
            ({11: PARAGRAPH, 14: PARAGRAPH}, 14),
            ({11: A_LINE, 14: A_LINE}, 14),
            ({12: PARAGRAPH, 14: A_LINE}, 12),
            ({11: A_LINE, 13: SENTENCE}, 11),
            ({9: SENTENCE, 13: SENTENCE, 16: SENTENCE}, 13),
            ({16: PARAGRAPH}, 16),
            ({}, 14),
            ({4: PARAGRAPH}, 14),
        ],
    )
    def test_ends_where_something_begins(self, before: dict[int, int], cut: int) -> None:
        """Windows of sixteen words end before the last paragraph, line or sentence of their second half."""
        first, second = cut_windows(encoding_of([1] * 20, before), size=16, overlap=4)

        assert (0, cut, cut, 20) == (first.keep_start, first.keep_end, second.keep_start, second.keep_end)
        assert (first.end, second.start) == ((16, 12) if cut not in before else (cut, cut - 4))

    @pytest.mark.parametrize(
        ("before", "start"),
        [
            ({18: PARAGRAPH, 20: SENTENCE}, 18),
            ({16: PARAGRAPH, 20: PARAGRAPH}, 20),
            ({16: SENTENCE, 20: SENTENCE}, 16),
            ({13: PARAGRAPH, 23: PARAGRAPH}, 14),
        ],
    )
    def test_begins_where_something_begins(self, before: dict[int, int], start: int) -> None:
        """The window behind a paragraph's end shares at most sixteen pieces with the one before, and eight at least."""
        first, second = cut_windows(encoding_of([1] * 40, {30: PARAGRAPH, **before}), size=32, overlap=16)

        assert (30, 30) == (first.end, first.keep_end)
        assert (start, 30) == (second.start, second.keep_start)

    def test_word_larger_than_a_window(self) -> None:
        """A word with more pieces than fit has a window to itself."""
        expected = [Window(0, 1, 0, 1), Window(1, 2, 1, 2), Window(2, 3, 2, 3)]

        assert expected == cut_windows(encoding_of([1, 9, 1]), size=8, overlap=2)

    @given(
        lengths=st.lists(st.integers(1, 5), max_size=120),
        size=st.integers(5, 40),
        overlap=st.integers(0, 30),
    )
    def test_properties(self, lengths: list[int], size: int, overlap: int) -> None:
        """Every word is kept once and inside its window, no window is too large, and neighbours share what they may."""
        encoding = encoding_of(lengths)
        found = cut_windows(encoding, size, overlap)
        pieces = encoding.first

        assert [w for window in found for w in range(window.keep_start, window.keep_end)] == list(range(len(lengths)))
        assert [w for w in found if not w.start <= w.keep_start <= w.keep_end <= w.end] == []
        assert [w for w in found if pieces[w.end] - pieces[w.start] > size] == []
        shared = [pieces[left.end] - pieces[right.start] for left, right in pairwise(found)]
        assert [s for s in shared if not 0 <= s <= overlap] == []
        wider = [(a, b) for a, b in pairwise(found) if b.start > a.start + 1]
        assert [(a, b) for a, b in wider if pieces[a.end] - pieces[b.start - 1] <= overlap] == []

    @settings(max_examples=20)
    @given(text=marked_texts())
    def test_of_text(self, tokenizer: Tokenizer, text: str) -> None:
        """The windows of any text keep each of its words once."""
        encoding = encode(TextIndex(text), tokenizer)
        found = cut_windows(encoding, size=100, overlap=30)

        assert [w for window in found for w in range(window.keep_start, window.keep_end)] == list(range(len(encoding)))


class TestWindowInput:
    """window_input()."""

    def test_one_window(self, tokenizer: Tokenizer) -> None:
        """Pieces stand between the two special ones; the features of a word are those of each of its pieces."""
        encoding = encode(TextIndex('"Bridges!"'), tokenizer)
        found = window_input(encoding, Window(0, 4, 0, 3), cls=CLS, sep=SEP)
        shape = [0, 0, 0]
        word = [TITLE, INSIDE, JOINED]

        assert [CLS, *encoding.ids.tolist(), SEP] == found["ids"].tolist()
        assert ['"', "bridge", "##s", "!", '"'] == [VOCABULARY[i] for i in encoding.ids.tolist()]
        assert [
            shape,
            [PUNCTUATION, OPENING, BLANK_LINE],
            word,
            word,
            [PUNCTUATION, INSIDE, JOINED],
            [PUNCTUATION, CLOSING, JOINED],
            shape,
        ] == found["features"].tolist()
        assert [1, 2, 4, 5] == found["words"].tolist()
        assert [True, True, True, False] == found["keep"].tolist()

    def test_second_window(self) -> None:
        """Positions count from the window's own beginning."""
        found = window_input(encoding_of([1, 2, 1, 1]), Window(2, 4, 3, 4), cls=CLS, sep=SEP)

        assert [CLS, 13, 14, SEP] == found["ids"].tolist()
        assert [1, 2] == found["words"].tolist()
        assert [False, True] == found["keep"].tolist()
        assert [0, 1, 1, 0] == found["features"].any(axis=1).astype(int).tolist()

    @given(lengths=st.lists(st.integers(1, 5), min_size=1, max_size=60))
    def test_words(self, lengths: list[int]) -> None:
        """Each word is read at its own first piece, whatever the window it stands in."""
        encoding = encoding_of(lengths)
        for window in cut_windows(encoding, size=16, overlap=4):
            found = window_input(encoding, window, cls=CLS, sep=SEP)

            assert (
                encoding.ids[encoding.first[window.start : window.end]].tolist()
                == found["ids"][found["words"]].tolist()
            )
