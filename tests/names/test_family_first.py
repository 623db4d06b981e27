"""
Surnames that are words, before and after given names.

Sentences mark their mentions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from quotekit.names import find_mentions
from quotekit.names.family_first import is_surname_before
from quotekit.text import TextIndex
from tests.names.test_mentions import parse, seen

NAMES = [
    "{m |He Lihua=person} opened a shop.",
    "The shop belongs to {m |He Xiuying=person} of {m |Kisla}.",
    "{m |An Guodong=person} opened a shop.",
    "{m |Oh Se-hyun=person} opened a shop.",
    "{m |So Wing-yee=person} opened a shop.",
    "{m |No Min-jun=person} opened a shop.",
    "{m |Tyrell March=person} opened a shop.",
    "{m |Zanele May=person} opened a shop.",
    "{m |Grace Oh=person} and {m |Mia Lind=person} left.",
    "{m |Edward Said=person} and {m |Mia Lind=person} left.",
    "{m |Taslima Begum=person} opened a shop.",
    "{m Begum |Khaleda Rahman=person} opened a shop.",
    "{m |Ferdinand dela Rosa=person} opened a shop.",
    "{m |Rhodri ap Gruffydd=person} opened a shop.",
    "{m Advocate |Sri Wahyuni=person} opened a shop.",
    "He opened a shop in {m |Kisla}.",
    "An old shop burned. Oh no, she said. Until March it rained.",
]


class TestNames:
    """Names with words in them."""

    @pytest.mark.parametrize("markup", NAMES)
    def test_names(self, markup: str) -> None:
        """A word is a surname by the name beside it, and elsewhere a word."""
        text, expected = parse(markup)

        assert expected == seen(text, find_mentions(TextIndex(text)))

    @pytest.mark.parametrize(
        ("word", "following"),
        [
            ("An", "American"),
            ("An", "Angolan"),
            ("An", "MP"),
            ("An", "Eun-ji"),
            ("Oh", "Susanna"),
            ("He", "Said"),
            ("The", "Se-hyun"),
        ],
    )
    def test_no_surname(self, word: str, following: str) -> None:
        """An article before a vowel, an exclamation and a pronoun before a verb are no surnames."""
        assert not is_surname_before(word, following)
