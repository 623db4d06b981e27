"""Surnames that are printed once for two people, and those that titles show."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.names import find_mentions
from quotekit.names.shared_surnames import with_shared_surnames, with_titled_surnames
from quotekit.text import TextIndex
from tests.strategies import texts, word_soups


def names_of(text: str) -> list[str]:
    """Return the names in a text."""
    return [mention.name.text for mention in find_mentions(TextIndex(text))]


class TestWithSharedSurnames:
    """with_shared_surnames()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("His parents, Qadira and Sohrab Dray, left.", ["Qadira Dray", "Sohrab Dray"]),
            ("It was Qadira and Sohrab Dray. The Drays left.", ["Qadira Dray", "Sohrab Dray", "Drays"]),
            ("It was Qadira and Sohrab Dray.", ["Qadira", "Sohrab Dray"]),
            ("Ida Qadira left. His parents, Qadira and Sohrab Dray.", ["Ida Qadira", "Qadira", "Sohrab Dray"]),
            ("His parents, Qadira and Dr. Sohrab Dray, left.", ["Qadira", "Sohrab Dray"]),
        ],
        ids=["relatives", "family", "neither", "known surname", "title"],
    )
    def test_completed(self, text: str, expected: list[str]) -> None:
        """The given name of a relative has the surname of the other one."""
        assert expected == names_of(text)

    @given(texts() | word_soups())
    def test_any_text(self, text: str) -> None:
        """The bounds of the mentions of any text stay as they are."""
        index = TextIndex(text)
        mentions = find_mentions(index)

        completed = with_shared_surnames(index, mentions)

        assert [(m.start, m.end) for m in mentions] == [(m.start, m.end) for m in completed]


class TestWithTitledSurnames:
    """with_titled_surnames()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("They met Arun Z. Tribe. Mr. Tribe left.", ["person", "person"]),
            ("They met Arun Z. Tribe. It rained.", ["organization"]),
            ("They met the American Tribe. Mr. Tribe left.", ["organization", "person"]),
            ("They met the Reef Tribe. Ida Tribe came. Ms. Tribe left.", ["organization", "organization", "person"]),
        ],
        ids=["titled", "not titled", "demonym", "two"],
    )
    def test_kinds(self, text: str, expected: list[str]) -> None:
        """What ends in the surname of somebody with a title, and of nobody else, is that person's name."""
        index = TextIndex(text)

        mentions = with_titled_surnames(index, find_mentions(index))

        assert expected == [mention.kind and mention.kind.value for mention in mentions]
