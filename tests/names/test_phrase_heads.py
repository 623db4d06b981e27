"""Heads of source phrases."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.names import find_mentions
from quotekit.names.phrase_heads import Phrase, find_head_end, strip_afterthought
from quotekit.text import TextIndex
from tests.strategies import texts, word_soups


class TestPhrase:
    """Phrase."""

    def test_of(self) -> None:
        """Blanks and marks at the ends are stripped off, and the rest stays within its limit."""
        assert "Ida Holm" == Phrase.of(TextIndex("So “Ida Holm,” left."), (2, 15), []).text
        assert 1000 == len(Phrase.of(TextIndex("x" * 2000), (0, 2000), []).text)
        assert not Phrase.of(TextIndex(" , "), (0, 3), []).text

    def test_parts(self) -> None:
        """A phrase can be asked for what stands before or after an offset in it."""
        phrase = Phrase.of(TextIndex("So Ida Holm left."), (3, 11), [])

        assert ("Ida", " Holm") == (phrase.up_to(6), phrase.from_(6))


class TestFindHeadEnd:
    """find_head_end()."""

    @pytest.mark.parametrize(
        ("phrase", "expected"),
        [
            ("the former head of the bank", "the former head"),
            ("Ida Holm, a lawyer", "Ida Holm"),
            ("Ida Holm of the Bank of Reef", "Ida Holm"),
            ("the Bank of Reef", "the Bank of Reef"),
            ("Holm herself", "Holm"),
            ("Holm's", "Holm"),
            ("farmers who left", "farmers"),
            ("officials and aides", "officials"),
            ("local and foreign groups", "local and foreign groups"),
            ("the Dray and Holm campaigns", "the Dray and Holm campaigns"),
            ("people familiar with the matter", "people"),
            ("a Reef Times survey last week", "a Reef Times survey"),
            ("more than 1,100 pages of letters", "more than 1,100 pages"),
            ("", ""),
        ],
    )
    def test_heads(self, phrase: str, expected: str) -> None:
        """A head ends at the first preposition, mark, relative pronoun, verb or second speaker that is in no name."""
        index = TextIndex(phrase)

        assert expected == phrase[: find_head_end(index, (0, len(phrase)), find_mentions(index))]

    @given(texts() | word_soups())
    def test_any_text(self, text: str) -> None:
        """The head of any string ends in it."""
        index = TextIndex(text)

        assert 0 <= find_head_end(index, (0, len(text)), find_mentions(index)) <= len(text)


class TestStripAfterthought:
    """strip_afterthought()."""

    def test_endings(self) -> None:
        """A reflexive, an adverb and a possessive ending are stripped off."""
        phrases = ("Holm herself", "Holm also", "Holm’s", "Holm")

        assert ["Holm"] * 4 == [strip_afterthought(phrase) for phrase in phrases]
