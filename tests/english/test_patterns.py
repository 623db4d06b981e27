"""Splitting phrases into words."""

from __future__ import annotations

import re

from hypothesis import given

from quotekit.english.patterns import any_of, expand_contractions, split_words
from tests.strategies import texts


class TestSplitWords:
    """split_words()."""

    def test_words(self) -> None:
        """Words keep case, apostrophes and hyphens, the latter made straight; digits and punctuation are left out."""
        assert ["Didn't", "co-write", "books", "o'clock"] == split_words("Didn’t co‑write 2 “books”, o'clock-")

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Splitting the words again changes nothing."""
        words = split_words(text)

        assert words == split_words(" ".join(words))


class TestExpandContractions:
    """expand_contractions()."""

    def test_not(self) -> None:
        """Contractions of "not" are two words, irregular ones with the full verb."""
        expected = ["can", "not", "can", "not", "wo", "will", "not", "did", "not", "it's"]

        assert expected == expand_contractions("Can’t CANNOT wo won't didn't it’s")

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, its words are in lower case."""
        words = expand_contractions(text)

        assert [word.lower() for word in words] == words


class TestAnyOf:
    """any_of()."""

    def test_longest(self) -> None:
        """Of two entries that match, the longer one does."""
        found = re.match(any_of("outlet_pieces"), "posting")

        assert found is not None
        assert "posting" == found.group()

    def test_verbose(self) -> None:
        """Entries of several words match in verbose patterns, too."""
        assert re.fullmatch(any_of("outlet_pieces"), "opinion piece", re.VERBOSE)
