"""
Bodies that are named by their owners: "Holm's office", "the ministry".

The markup of the texts is described in :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from tests.helpers import parse_article

NAMED = {
    "office": "{s Holm's office=Holm's office:organization} said {t so}.",
    "office, with title": "{s Senate Speaker Carl Dray’s office=Carl Dray’s office:organization} confirmed {t it}.",
    "ministry of a country": "{s Kenya's health ministry=Kenya's health ministry:organization} said {t so}.",
    "ministry by field": "{s The irrigation ministry=irrigation ministry:organization} said {t so}.",
    "two fields": "{s The land and water ministry=land and water ministry:organization} said {t so}.",
    "bank of a state": "{s The central bank=central bank:organization} raised {t its forecast}.",
    "embassy": "{s The Peruvian embassy=Peruvian embassy:organization} denied {t it}.",
    "police of a people": "{s Danish police=Danish police:organization} said {t so}.",
    "office of an organization": "{s The UN's human rights office=UN's human rights office:organization} said {t so}.",
    "department of a state": (
        "{s The Lagos State health department=Lagos State health department:organization} said {t so}."
    ),
    "plural owner": "The Holms left. {s The Holms' camp=Holms camp:organization} said {t so}.",
    "his office": "Ida Holm's office rang. {s Her office=Ida Holm's office:organization} said {t so}.",
    "office not named before": "Ida Holm left. {s Her office=Holm's office:organization} said {t so}.",
    "his team": "The Dray camp met. Carl Dray wept. {s His team=Dray camp:organization} said {t so}.",
}
AGAIN = {
    "ministry": "Chad's defence ministry rang. {s The ministry=Chad's defence ministry:organization} said {t so}.",
    "embassy": "The Cuban embassy was shut. {s The embassy=Cuban embassy:organization} said {t so}.",
    "government": "The Fijian government met. {s The government=Fijian government:organization} said {t so}.",
    "board": "The Reef Fund board met. {s The board=Reef Fund board:organization} said {t so}.",
    "campaign for camp": "The Holm camp met. {s The campaign=Holm camp:organization} said {t so}.",
    "ahead of a headline": "{s The campaign=Holm campaign:organization} said {t so}. Ida Holm's campaign has no money.",
    "a bank named later": (
        "The central bank met. {s The bank=central bank:organization} said {t so}. Reef Bank was glad."
    ),
    "by a pronoun": (
        "Ida Holm won. {s1 Her campaign=Holm campaign:organization} {c1 thanked} {t1 us}. "
        "{s2 The campaign=Holm campaign:organization} {c2 said} {t2 so}."
    ),
    "the last of two kinds": (
        "The Ministry of Defence in Kyiv rang. The Russian defence ministry did not. "
        "{s The ministry=Russian defence ministry:organization} said {t so}."
    ),
    "the nearer of two": (
        "The Cuban embassy was shut." + " It rained." * 100 + " The Thai embassy rang. "
        "{s The embassy=Thai embassy:organization} said {t so}."
    ),
}
NOT = {
    "owner without a name": "{s The governor's office=-:organization} said {t so}.",
    "of two nearby": "The Cuban embassy rang the Thai embassy. {s The embassy=-:organization} said {t so}.",
    "of another": (
        "The Dray campaign rang. Nikki Holm was there. {s Her campaign=Holm campaign:organization} said {t so}."
    ),
    "named later": "Ida Holm rang. {s The ministry=-:organization} said {t so}. The Thai health ministry was glad.",
    "a company named later": (
        "Ida Holm left Lumio. {s The company=-:organization} said {t so}. Dray Boat Company was glad."
    ),
    "of somebody described": "Dray's campaign met. {s The campaign of the nominee=-:organization} said {t so}.",
    "two fields of two": "The health ministry rang the land ministry. {s The ministry=-:organization} said {t so}.",
    "two with and": "The health ministry and the land ministry met. {s The ministry=-:organization} said {t so}.",
    "another": "The Cuban embassy rang. Another embassy was shut. {s The embassy=-:organization} said {t so}.",
    "none": "Ida Holm rang. {s The ministry=-:organization} said {t so}.",
    "police": "Danish police rang. {s The police=-:organization} said {t so}.",
    "a kind of ministry": "{s The same ministry=-:organization} said {t so}.",
    "a verb between": "Holm joined the campaign. {s The campaign=-:organization} said {t so}.",
    "a place in a person's name": "The Holm office is new. {s The office=-:organization} said {t so}.",
}


class TestBodies:
    """named_body() and body_again()."""

    @pytest.mark.parametrize("marked", NAMED.values(), ids=NAMED)
    def test_named(self, marked: str) -> None:
        """A body is named by its owner, or by its field."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", AGAIN.values(), ids=AGAIN)
    def test_again(self, marked: str) -> None:
        """A noun refers to the only body named with it, there or shortly before."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", NOT.values(), ids=NOT)
    def test_not_named(self, marked: str) -> None:
        """Other bodies stay without a name."""
        article = parse_article(marked)

        assert article.expected == article.resolve()
