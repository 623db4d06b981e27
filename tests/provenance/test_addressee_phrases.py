"""Noun phrases of addressees."""

from __future__ import annotations

import pytest

from quotekit.provenance.addressee_phrases import MAX_PHRASE_CHARS, addressee_phrase_at
from quotekit.text import TextIndex


class TestAddresseePhraseAt:
    """addressee_phrase_at()."""

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("reporters on Monday", "reporters"),
            ("Mr. Dray that it is late", "Mr. Dray"),
            ("reporters. It rained", "reporters"),
            ("a crowd gathered in Oslo", "a crowd"),
            ("the farmers' lawyers today", "the farmers' lawyers"),
            ("reporters privately", "reporters"),
            ("them of it", "them"),
            ("the head of the dam", "the head of the dam"),
            ("a room of farmers Tuesday", "a room of farmers"),
            ("Carl one day", "Carl"),
            ("her aunt the next morning", "her aunt"),
            ("Ms. Iyer every week", "Ms. Iyer"),
            ("the keeper that night", "the keeper"),
            ("her friends in the party to vote", "her friends in the party"),
            ("his colleagues in the harbour police on Friday", "his colleagues in the harbour police"),
            ("our allies in parliament that", "our allies in parliament"),
            ("members in the brass band last week", "members in the brass band"),
            ("his sister in a letter", "his sister"),
            ("her lawyers in Bergen", "her lawyers"),
            ("reporters in the ministry", "reporters"),
            ("the mayor in the party tent", "the mayor"),
            ("one of the guests", "one of the guests"),
        ],
        ids=str,
    )
    def test_phrase(self, words: str, expected: str) -> None:
        """The phrase ends before a boundary, an adverb and what is told."""
        found = addressee_phrase_at(TextIndex(words), 0, len(words))

        assert found is not None
        assert expected == found.text

    @pytest.mark.parametrize(
        "words",
        [
            "",
            "that it is late",
            "himself",
            "the truth",
            "the tale of a dam",
            "CNN",
            "the news agency TASS",
            "her",
            "of it",
        ],
        ids=str,
    )
    def test_none(self, words: str) -> None:
        """Nothing, nobody, a thing, an outlet and half a phrase are no addressees."""
        assert addressee_phrase_at(TextIndex(words), 0, len(words)) is None

    def test_limit(self) -> None:
        """The phrase is cut where another part of the attribution begins, and after a hundred characters."""
        short = addressee_phrase_at(TextIndex("the guests now"), 0, 10)
        long = addressee_phrase_at(TextIndex("guest" * 50), 0, 250)

        assert ("the guests", MAX_PHRASE_CHARS) == (short and short.text, long and len(long.text))
