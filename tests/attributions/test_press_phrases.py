"""Outlets and citable sources by their phrases."""

from __future__ import annotations

import pytest

from quotekit.attributions.press_phrases import ends_in_outlet, is_citable, is_outlet_phrase, is_unnamed
from quotekit.attributions.rules import Context
from quotekit.names import find_mentions
from quotekit.text import TextIndex
from tests.helpers import context_of


def phrase(words: str) -> tuple[Context, int, int]:
    """Return a phrase as a text of its own, with its bounds."""
    return context_of(words, find_mentions(TextIndex(words))), 0, len(words)


class TestIsOutletPhrase:
    """is_outlet_phrase()."""

    @pytest.mark.parametrize(
        "words",
        [
            *("Kyodo", "Japan's Kyodo news agency", "state media", "several news outlets", "the paper"),
            *("a BBC report", "A report in the Reef Times", "the BBC's Persian service"),
        ],
    )
    def test_outlet(self, words: str) -> None:
        """Names of outlets, what they are and what they publish."""
        assert is_outlet_phrase(*phrase(words))

    @pytest.mark.parametrize(
        "words", ["Ida Holm", "Jo Lind of Reuters", "CNN's Jo Lind", "the bank", "Twitter", "a report by the ministry"]
    )
    def test_others(self, words: str) -> None:
        """People, other organizations and platforms are no outlets."""
        assert not is_outlet_phrase(*phrase(words))


class TestEndsInOutlet:
    """ends_in_outlet()."""

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("It is shut, according to the BBC", True),
            ("she told the Reef Times newspaper", True),
            ("the BBC said so", False),
            ("he tweeted on Twitter", False),
            ("", False),
        ],
    )
    def test_end(self, words: str, expected: bool) -> None:  # noqa: FBT001
        """The outlet must be at the end."""
        assert expected is ends_in_outlet(*phrase(words))


class TestIsCitable:
    """is_citable()."""

    @pytest.mark.parametrize(
        "words",
        ["two officials", "Foreign Minister Ana Duarte", "the health ministry", "court documents", "Kyodo", "sources"],
    )
    def test_sources(self, words: str) -> None:
        """People, organizations, outlets and documents can be cited."""
        assert is_citable(*phrase(words))

    @pytest.mark.parametrize("words", ["low growth", "precedent", "its own poll", "Snowvember", "“officials”"])
    def test_others(self, words: str) -> None:
        """Reasons and an outlet's own documents are no sources, nor is what is quoted."""
        assert not is_citable(*phrase(words))


class TestIsUnnamed:
    """is_unnamed()."""

    @pytest.mark.parametrize(("words", "expected"), [("sources", True), ("the ministry", False), ("Ida Holm", False)])
    def test_unnamed(self, words: str, expected: bool) -> None:  # noqa: FBT001
        """Sources without names or organizations are unnamed."""
        assert expected is is_unnamed(*phrase(words))
