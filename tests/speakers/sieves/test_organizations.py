"""
Descriptions of organizations and documents: "Holm's team", "a new poll", "the editorial board".

The markup of the texts is described in :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from tests.helpers import parse_article

STAFF = {
    "team of a campaign": ("The Holm campaign met. {s Holm's team=Holm campaign:organization} thinks {t so}."),
    "their own name": "Ida Holm left. {s Holm's team=Holm team:organization} thinks {t so}.",
    "of two": "The Holm campaign met the Dray campaign. {s Dray's camp=Dray campaign:organization} hoped {t so}.",
}
POLLS = {
    "maker in the next sentence": (
        "{s A new poll=Reef University:document} shows {t so}. The Reef University poll asked 900 people."
    ),
    "maker long before": (
        "A Reef University poll came out."
        + " It rained." * 150
        + " {s The poll=Reef University:document} shows {t so}."
    ),
    "name with capitals": "{s The Reef University Poll=Reef University:document} shows {t so}.",
    "two makers ahead": (
        "{s A new poll=-:document} shows {t so}. A Reef University poll and a Gull Institute poll came out."
    ),
    "another poll ahead": "{s A new poll=-:document} shows {t so}. It rained.",
    "headline about numbers": (
        "A Reef University poll came out. Dray's Poll Numbers fell. {s The poll=Reef University:document} shows {t so}."
    ),
}
MAKERS = {
    "in an outlet": "{s An article in The Financial Times=The Financial Times:document} says {t so}.",
    "in a month": "{s An article in May=-:document} said {t so}.",
    "average by": "{s An average of recent polls by Reef Data=Reef Data:document} shows {t so}.",
    "of an office": "{s A Reef Council auditor's report=-:document} says {t so}.",
    "on a platform": "{s A Facebook post=-:document} says {t so}.",
}
EDITORS = {
    "editorial board": (
        "The Financial Times wrote. {s The editorial board=The Financial Times:organization} called it {t a farce}."
    ),
    "paper's editorial board": (
        "The Financial Times wrote. {s The paper's editorial board=The Financial Times:organization} noted {t so}."
    ),
    "no outlet": "The Reef Fund wrote. {s The editorial board=-:organization} called it {t a farce}.",
}


class TestOrganizations:
    """described_organization()."""

    @pytest.mark.parametrize("marked", STAFF.values(), ids=STAFF)
    def test_staff(self, marked: str) -> None:
        """Those who work for a candidate are called as the text calls them anywhere."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", EDITORS.values(), ids=EDITORS)
    def test_editors(self, marked: str) -> None:
        """An editorial board speaks for the outlet last named."""
        article = parse_article(marked)

        assert article.expected == article.resolve()


class TestDocuments:
    """Documents and their makers."""

    @pytest.mark.parametrize("marked", POLLS.values(), ids=POLLS)
    def test_polls(self, marked: str) -> None:
        """A poll is named by the only maker of one that the text names before, or soon after."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", MAKERS.values(), ids=MAKERS)
    def test_makers(self, marked: str) -> None:
        """A document is named by the outlet it is in or by its maker, not by a platform or an official's office."""
        article = parse_article(marked)

        assert article.expected == article.resolve()
