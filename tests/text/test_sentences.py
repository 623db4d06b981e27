"""Where sentences and paragraphs begin."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.text.sentences import find_paragraphs, find_sentences
from tests.strategies import texts

SENTENCES = {
    "nothing": ("", []),
    "one": ("It rained.", []),
    "title": ("Mr. Holm left. Sen. Dray stayed.", ["Sen. Dray stayed."]),
    "initial": ("J. Dray left. It rained.", ["It rained."]),
    "first person": ("So did I. It rained.", ["It rained."]),
    "acronym": ("The U.S. Senate met. It rained.", ["It rained."]),
    "quotation": ("“It rained.” It stopped!", ["It stopped!"]),
    "lower case": ("It rained. and stopped.", []),
    "line break": ("It rained\nin Oslo", ["in Oslo"]),
    "title at the end of a line": ("It was Mr.\nHolm", ["Holm"]),
    "dots": ("It rained … It stopped?! Oslo.", ["It stopped?! Oslo.", "Oslo."]),
}


class TestFindSentences:
    """find_sentences()."""

    @pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
    def test_sentences(self, text: str, expected: list[str]) -> None:
        """Sentences end with a mark before a capital, or with a line; titles, initials and acronyms do not end them."""
        assert expected == [text[start:] for start in find_sentences(text)]

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, offsets rise, and white space precedes each of them."""
        found = find_sentences(text)

        assert sorted(set(found)) == list(found)
        assert all(text[at - 1].isspace() for at in found)

    @pytest.mark.parametrize("unit", [".", "…", "?!", ".” ", ". “"])
    def test_long_rows(self, unit: str) -> None:
        """A row of stops, however long, ends no sentence where none begins behind it."""
        text = unit * (40_000 // len(unit))

        assert () == find_sentences(text)


class TestFindParagraphs:
    """find_paragraphs()."""

    def test_paragraphs(self) -> None:
        """Each line that is not blank is a paragraph."""
        assert (3, 10) == find_paragraphs("It\nran\n \n\nOslo")

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, a line break and only white space precede each paragraph in the line before it."""
        assert all(not text[text.rfind("\n", 0, at) : at].strip() for at in find_paragraphs(text))
