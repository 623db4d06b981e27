"""Outlets that a text names."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.names import find_mentions
from quotekit.names.outlets import find_outlets
from quotekit.text import TextIndex
from tests.strategies import texts


class TestFindOutlets:
    """find_outlets()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("She read the New York Times.", ["New York Times"]),
            ("She read The New York Times and The Times.", ["The New York Times", "The New York Times"]),
            ("Holm of Radio Norland left.", ["Radio Norland"]),
            ("Trending Today USA called.", ["Trending Today USA"]),
            ("The nation slept. The post was late.", []),
            ("Monday morning came.", []),
            ("White House aides left.", []),
        ],
        ids=["known", "short", "looks like one", "acronym at the end", "common words", "day", "organization"],
    )
    def test_outlets(self, text: str, expected: list[str]) -> None:
        """Outlets are known by the lists or by a word that only they have, by the fullest name."""
        assert expected == [outlet.name for outlet in find_outlets(TextIndex(text), find_mentions(TextIndex(text)))]

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, outlets stand in it, in order."""
        found = find_outlets(TextIndex(text))

        assert all(0 <= outlet.start < outlet.end <= len(text) for outlet in found)
        assert sorted(found, key=lambda outlet: outlet.start) == found
