"""Sentences that announce the words of an outlet."""

from __future__ import annotations

import pytest

from quotekit.names.outlets import find_outlets
from quotekit.provenance.announcements import find_announcer, is_about_article, quotes_at_length
from quotekit.text import TextIndex


class TestFindAnnouncer:
    """find_announcer()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The Reef Times reports:", "Reef Times"),
            ("According to the Reef Times:", "Reef Times"),
            ("Lind of course wrote:", "CNN"),
            ("Dray wrote:", None),
            ("She read the Reef Times:", None),
        ],
        ids=["verb", "according to", "journalist", "somebody", "object"],
    )
    def test_outlet(self, text: str, expected: str | None) -> None:
        """It is the outlet that is the subject of a reporting verb, or follows "according to"."""
        assert expected == find_announcer(TextIndex(text), 0, len(text), find_outlets(TextIndex(text)), {"lind": "CNN"})


class TestQuotesAtLength:
    """quotes_at_length()."""

    @pytest.mark.parametrize(
        ("sentence", "expected"),
        [
            ("The Reef Times reports:", True),
            ("The Reef Times wrote on Monday:", True),
            ("From the Reef Times:", True),
            ("The Reef Times wrote this about the dam:", False),
        ],
        ids=["verb", "time", "from", "object"],
    )
    def test_sentence(self, sentence: str, expected: bool) -> None:  # noqa: FBT001
        """Only a time may come after the verb."""
        assert expected is quotes_at_length(sentence)


class TestIsAboutArticle:
    """is_about_article()."""

    @pytest.mark.parametrize(
        ("paragraph", "expected"),
        [("The article ends here.", True), ("The dam is new.", False), ("The article ends " * 10, False)],
        ids=["article", "thing", "long"],
    )
    def test_paragraph(self, paragraph: str, expected: bool) -> None:  # noqa: FBT001
        """It is a short paragraph whose subject is an article."""
        assert expected is is_about_article(paragraph)
