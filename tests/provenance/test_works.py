"""Works: the books, films and shows that a text names."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from quotekit.names import find_mentions
from quotekit.provenance.works import find_works
from quotekit.text import TextIndex
from tests.strategies import texts


class TestFindWorks:
    """find_works()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "She wrote a memoir, “Deep Water.” It rains in the book.",
                [("Deep Water", "Deep Water"), ("Deep Water", "book")],
            ),
            ("In *Deep Water*, a film, and in the film _Low Water_ it rains.", [("Low Water", "Low Water")]),
            ("On his ''Reef Hour'' podcast it rains.", [("Reef Hour", "Reef Hour")]),
            ("In the documentary “13th” it rains.", [("13th", "13th")]),
            (
                "The film “One” and the film “Two” are old; the movie is long.",
                [("One", "One"), ("Two", "Two"), ("Two", "movie")],
            ),
            ("In her book Ida Holm is young.", []),
            ("The book is long.", []),
            ("She called it a “great” show.", []),
        ],
        ids=["described", "marks", "apostrophes", "number", "latest", "person", "no title", "no capital"],
    )
    def test_works(self, text: str, expected: list[tuple[str, str]]) -> None:
        """Works have a noun beside their titles, and later their titles or nouns alone."""
        found = find_works(TextIndex(text), find_mentions(TextIndex(text)))

        assert expected == [(work.name, text[work.start : work.end]) for work in found]

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, works stand in it, in order and apart."""
        found = find_works(TextIndex(text))

        assert all(0 <= work.start < work.end <= len(text) for work in found)
        assert all(one.end <= other.start for one, other in pairwise(found))
