"""The index of a text."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.text import Bounds, TextIndex, index
from tests.strategies import marked_texts, texts

RUNNING = "“It rained.\n\n“It ‘poured’.” He left. “It stopped.”"


class TestTextIndex:
    """TextIndex."""

    def test_sentences(self) -> None:
        """Titles, initials and what has dots in it end no sentence."""
        text = "Mr. J. Dray left the U.S. on Monday. “It rained.” It stopped!\nOslo."
        starts = (0, *TextIndex(text).sentence_starts)

        assert ["Mr. J.", "“It ra", "It sto", "Oslo."] == [text[start : start + 6] for start in starts]

    def test_detected_sentences(self) -> None:
        """Sentences are detected whether or not others are given."""
        given = TextIndex("It rained. It stopped.", sentence_starts=[0, 3])

        assert ((11,), (3,)) == (given.detected_sentence_starts, given.sentence_starts)

    def test_quotations_near(self) -> None:
        """Quotations that begin in a stretch are near it, inner ones too, and some before these."""
        index = TextIndex("“One.” “Two.” “Three ‘or four’.” “Five.”")

        def near(start: int, end: int, before: int) -> list[str]:
            return [index.text[q.inner_start : q.inner_end] for q in index.quotations_near(start, end, before)]

        assert ["Three ‘or four’.", "or four"] == near(14, 30, 0)
        assert ["Two.", "Three ‘or four’.", "or four"] == near(14, 30, 1)
        assert ["One.", "Two."] == near(8, 9, 5)
        assert [] == near(8, 9, 0)

    def test_whole_words(self) -> None:
        """A stretch has whole words if it is in the text, is not empty, and neither begins nor ends inside a word."""
        bounds = [(0, 3), (4, 8), (3, 4), (1, 3), (0, 2), (3, 3), (4, 9), (-1, 3)]

        assert [(0, 3), (4, 8), (3, 4)] == [pair for pair in bounds if TextIndex("Ida Holm").has_whole_words(*pair)]

    def test_strip(self) -> None:
        """White space at both ends of a stretch is left out; nothing may be left."""
        index = TextIndex(" It\n rains. ")

        assert (1, 11) == index.strip(0, 12)
        assert (1, 3) == index.strip(0, 5)
        assert index.strip(3, 5) is None

    @given(texts(), st.integers(0, 50))
    def test_any_text(self, text: str, offset: int) -> None:
        """Whatever the text, each offset lies in its sentence, and that in its paragraph."""
        index = TextIndex(text)
        offset = min(offset, len(text))
        start, end = index.sentence(index.sentence_of(offset))
        first, last = index.paragraph(index.paragraph_of(offset))

        assert first <= start <= offset <= end <= last <= len(text)


def tiles(pieces: list[Bounds], text: str) -> bool:
    """Return whether stretches follow one another from the start of a text to its end."""
    edges = [0, *(end for _, end in pieces)]
    return edges == [*(start for start, _ in pieces), len(text)]


class TestQuotations:
    """Lookups of quotations."""

    def test_outer(self) -> None:
        """Quotations inside others are not outer ones."""
        text_index = TextIndex(RUNNING)

        assert [(0, 11), (13, 27), (37, 50)] == [(q.start, q.end) for q in text_index.outer_quotations]
        assert 4 == len(text_index.quotations)

    @pytest.mark.parametrize(
        ("at", "expected"),
        [(0, 0), (10, 0), (11, None), (13, 13), (18, 13), (26, 13), (27, None), (49, 37), (50, None)],
    )
    def test_quotation_at(self, at: int, expected: int | None) -> None:
        """The outermost quotation has its marks and what is between them."""
        found = TextIndex(RUNNING).quotation_at(at)

        assert expected == (found and found.start)

    @pytest.mark.parametrize(
        ("start", "end", "expected"),
        [
            (0, 50, [0, 13, 37]),
            (11, 13, []),
            (10, 14, [0, 13]),
            (20, 22, [13]),
            (27, 37, []),
            (49, 60, [37]),
            (5, 5, [0]),
        ],
    )
    def test_outer_quotations_in(self, start: int, end: int, expected: list[int]) -> None:
        """Quotations that overlap a stretch are in it."""
        assert expected == [q.start for q in TextIndex(RUNNING).outer_quotations_in(start, end)]

    @pytest.mark.parametrize(("at", "expected"), [(0, None), (13, 0), (20, 0), (30, None), (40, None)])
    def test_continued_from(self, at: int, expected: int | None) -> None:
        """A running quotation continues that of the paragraph before."""
        found = TextIndex(RUNNING).continued_from(at)

        assert expected == (found and found.start)

    @given(marked_texts())
    def test_is_quoted(self, text: str) -> None:
        """A character is quoted if it is in any quotation, however deep."""
        text_index = TextIndex(text)
        expected = [any(q.start <= at < q.end for q in text_index.quotations) for at in range(len(text))]

        assert expected == [text_index.is_quoted(at) for at in range(len(text))]

    @given(marked_texts(), st.integers(0, 60), st.integers(0, 60))
    def test_overlap(self, text: str, start: int, length: int) -> None:
        """Whatever the text, the quotations in a stretch are those that have characters of it."""
        text_index, end = TextIndex(text), start + length + 1
        expected = [q for q in text_index.outer_quotations if q.start < end and start < q.end]

        assert expected == list(text_index.outer_quotations_in(start, end))


class TestSentences:
    """Lookups of sentences, paragraphs and lines."""

    def test_given(self) -> None:
        """Sentences that are given take the place of those that would be detected, in any order."""
        text_index = TextIndex("It rained. It stopped.", sentence_starts=[14, 3, 0])

        assert (3, 14) == text_index.sentence_starts
        assert [(0, 3), (3, 14), (14, 22)] == [text_index.sentence(number) for number in range(3)]
        assert (3, 14) == text_index.sentence_at(13)

    def test_none_given(self) -> None:
        """A text may be given as one sentence; without sentences given they are detected."""
        assert () == TextIndex("It rained. It stopped.", sentence_starts=[]).sentence_starts
        assert (11,) == TextIndex("It rained. It stopped.").sentence_starts

    def test_narrative(self) -> None:
        """Sentences inside a quotation are one sentence of the narrative."""
        text = "“It rained. It poured,” Mr. Holm said. It stopped.\nOslo."
        text_index = TextIndex(text)

        assert (39, 51) == text_index.narrative_starts
        assert [0, 0, 1, 2] == [text_index.narrative_sentence_of(at) for at in (0, 12, 39, 51)]
        assert "It stopped.\n" == text[slice(*text_index.narrative_sentence(1))]

    @given(texts())
    def test_tiles(self, text: str) -> None:
        """Whatever the text, sentences of both kinds and paragraphs follow one another without a gap."""
        i = TextIndex(text)

        assert tiles([i.sentence(n) for n in range(len(i.sentence_starts) + 1)], text)
        assert tiles([i.narrative_sentence(n) for n in range(len(i.narrative_starts) + 1)], text)
        assert tiles([i.paragraph(n) for n in range(len(i.paragraph_starts) + 1)], text)

    @given(texts(), st.data())
    def test_given_tiles(self, text: str, data: st.DataObject) -> None:
        """Whatever sentences are given, each offset is in the one at it, and they follow one another without a gap."""
        starts = data.draw(st.sets(st.integers(1, max(1, len(text) - 1))))
        at = data.draw(st.integers(0, len(text)))
        i = TextIndex(text or "--", starts)
        start, end = i.sentence_at(at)

        assert tiles([i.sentence(n) for n in range(len(starts) + 1)], i.text)
        assert start <= at <= end

    @pytest.mark.parametrize(
        ("at", "reach", "expected"),
        [(0, None, (0, 2)), (2, None, (0, 2)), (3, None, (3, 6)), (5, 1, (4, 6)), (4, 1, (3, 5)), (7, None, (7, 7))],
    )
    def test_line_at(self, at: int, reach: int | None, expected: Bounds) -> None:
        """A line has no line break, and ends with the reach."""
        assert expected == TextIndex("ab\ncde\n").line_at(at, reach)


class TestAround:
    """Text around an offset."""

    def test_slices(self) -> None:
        """The edges of the text cut a reach short."""
        i = TextIndex("It rained.")

        assert ["", "It", "ained."] == [i.before(0, 5), i.before(2, 5), i.before(10, 6)]
        assert ["", "d.", "It ra"] == [i.after(10, 5), i.after(8, 5), i.after(0, 5)]

    def test_search_before(self) -> None:
        """A search ends at the offset and begins with the reach, but looks behind it."""
        i = TextIndex("one two three")
        word = re.compile(r"(?<=e )\w+ ?$")

        assert i.search_before(word, 8, 3) is None
        assert (4, 8) == i.search_before(word, 8, 4).span()  # type: ignore[union-attr]
        assert i.search_before(re.compile("^two"), 8, 4) is None

    def test_match_after(self) -> None:
        """A match begins at the offset and ends with the reach."""
        i = TextIndex("one two three")

        assert (4, 7) == i.match_after(re.compile(r"\w+"), 4).span()  # type: ignore[union-attr]
        assert (4, 6) == i.match_after(re.compile(r"\w+$"), 4, 2).span()  # type: ignore[union-attr]
        assert i.match_after(re.compile("one"), 4) is None

    def test_words_before(self) -> None:
        """The last words are returned, without one that the reach cuts."""
        i = TextIndex("one two-fold three’s four")

        assert ["two-fold", "three’s"] == [word.group() for word in i.words_before(20, 2)]
        assert ["three’s"] == [word.group() for word in i.words_before(20, 5, reach=10)]
        assert [] == i.words_before(0, 5)

    def test_words(self) -> None:
        """The words of a stretch are returned, cut at its edges."""
        assert ["ne", "two", "th"] == [word.group() for word in TextIndex("one two three").words(1, 10)]

    def test_skip_blanks_before(self) -> None:
        """Spaces and tabs are skipped, line breaks are not."""
        i = TextIndex(" \nAb \tC")

        assert [0, 0, 2, 4, 4, 4, 7] == [i.skip_blanks_before(at) for at in (0, 1, 2, 4, 5, 6, 7)]

    @given(texts(), st.integers(0, 40), st.integers(0, 40))
    def test_any_text(self, text: str, at: int, reach: int) -> None:
        """Whatever the text, what is before and after an offset joins, and a line has no line break."""
        i, at = TextIndex(text), min(at, len(text))
        start, end = i.line_at(at, reach)

        assert text[max(0, at - reach) : at + reach] == i.before(at, reach) + i.after(at, reach)
        assert "\n" not in text[start:end]
        assert max(0, at - reach) <= start <= at <= end <= at + reach


class TestWork:
    """How much work an index does."""

    def test_found_once(self) -> None:
        """However often they are asked for, marks, sentences and paragraphs are found once."""
        with (
            patch.object(index, "pair_marks", wraps=index.pair_marks) as quotations,
            patch.object(index, "find_sentences", wraps=index.find_sentences) as sentences,
            patch.object(index, "find_paragraphs", wraps=index.find_paragraphs) as paragraphs,
        ):
            i = TextIndex(RUNNING)
            for at in range(len(RUNNING)):
                i.is_quoted(at), i.sentence_at(at), i.paragraph_of(at), i.narrative_sentence_of(at)

        assert [1, 1, 1] == [quotations.call_count, sentences.call_count, paragraphs.call_count]

    def test_found_on_demand(self) -> None:
        """What is not asked for is not looked for."""
        with patch.object(index, "pair_marks") as quotations, patch.object(index, "find_sentences") as sentences:
            TextIndex(RUNNING).paragraph_of(3)
            TextIndex(RUNNING, [3]).sentence_at(3)

        assert [0, 0] == [quotations.call_count, sentences.call_count]
