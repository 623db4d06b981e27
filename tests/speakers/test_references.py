"""
"They", "it", "both", "one" and "others".

The marking of the texts is told in :mod:`tests.marked_speakers`.
"""

from __future__ import annotations

import pytest

from tests.marked_speakers import parse_article

SEVERAL = {
    "group": "Republicans met on Monday. {s They=Republicans:group} said {t that it rained}.",
    "group that speaks": "{s1 Republicans=Republicans:group} said {t1 that it rained} but {s2 they=Republicans:group} doubt {t2 that it poured}.",
    "organization": "The Reef Bank met. {s They=Reef Bank:organization} said {t so}.",
    "organization aside": "The farmers fear for the Reef Bank. {s They=?} said {t so}.",
    "organization and others": "The Reef Bank and the farmers met. {s They=?} said {t so}.",
    "two people": "Ida Holm and Carl Dray met. {s They=Ida Holm; Carl Dray} said {t so}.",
    "three people": "Ida Holm, Carl Dray and Mia Lind met. {s They=Ida Holm; Carl Dray; Mia Lind} said {t so}.",
    "joint speakers": "{s1 Ida Holm and Carl Dray=Ida Holm; Carl Dray} agreed. {s2 They=Ida Holm; Carl Dray} added {t2 that it rained}.",
    "a plural without a name": "{s1 Officials=-:group} left. {s2 They=-:group} said {t2 so}.",
    "sources": "{s1 Two sources close to the bank=-:unnamed} spoke. {s2 They=-:unnamed} said {t2 so}.",
    "people without a name in between": "Republicans met. The teachers left. {s They=?} said {t so}.",
    "nobody": "It rained. {s They=?} said {t so}.",
    "not one person": "Ida Holm left. {s They=?} said {t so}.",
    "their": "Republicans met. In {s their=Republicans:group} view, {t it rained}.",
    "them": "The Reef Bank won. For {s them=Reef Bank:organization}, {t it was over}.",
}

THINGS = {
    "organization": "The Reef Bank lost. {s It=Reef Bank:organization} said {t so}.",
    "organization that speaks": "{s1 The Reef Bank=Reef Bank:organization} said {t1 that it rained}. {s2 It=Reef Bank:organization} added {t2 more}.",
    "organization without a name": "{s1 A bank=-:organization} failed. {s2 It=-:organization} said {t2 so}.",
    "document": "{s1 The report=-:document} is long. {s2 It=-:document} says {t2 so}.",
    "document in between": "The letter came to the Reef Bank. {s It=?} says {t so}.",
    "place in between": "The Reef Bank lost. London won. {s It=?} said {t so}.",
    "place aside": "The Reef Bank lost in London. {s It=Reef Bank:organization} said {t so}.",
    "what an organization makes": "The Gull Fund maker rose. {s It=?} said {t so}.",
    "two organizations": "With the Reef Bank, with the Reef Fund, {s it=?} said {t so}.",
    "not a person": "Ida Holm left. {s It=?} said {t so}.",
    "its": "The Reef Bank lost. In {s its=Reef Bank:organization} view, {t it rained}.",
}

PAIRS = {
    "both": "Ida Holm met Carl Dray. {s Both=Ida Holm; Carl Dray} said {t so}.",
    "the two": "Ida Holm met Carl Dray. {s The two=Ida Holm; Carl Dray} said {t so}.",
    "neither": "Ida Holm met Carl Dray. {s Neither=Ida Holm; Carl Dray} said {t so}.",
    "both of them": "Ida Holm met Carl Dray. {s Both of them=Ida Holm; Carl Dray} said {t so}.",
    "the couple": "Ida Holm married Carl Dray. {s The couple=Ida Holm; Carl Dray} said {t so}.",
    "two senators": "Sen. Ida Holm met Sen. Carl Dray. {s The two senators=Ida Holm; Carl Dray} said {t so}.",
    "men": "Carl Dray and Bob Lind met Ida Holm. {s Both men=Carl Dray; Bob Lind} said {t so}.",
    "countries": "Ida Holm left Japan for South Korea. {s Both countries=Japan; South Korea:organization} said {t so}.",
    "one and a campaign": "Ida Holm met the Carl Dray campaign. {s Both=-:group} said {t so}.",
    "no parties": "Ida Holm left Ashton for the Reef Bank. {s Both political parties=-:group} said {t so}.",
    "banks": "The Reef Bank sued the Gull Bank. {s Both banks=Reef Bank; Gull Bank:organization} said {t so}.",
    "three people": "Ida Holm met Carl Dray, Mia Lind and Bob Ash. {s Both=-:group} said {t so}.",
    "judges who are none": "Ida Holm met Carl Dray. {s Both judges=-:group} said {t so}.",
    "both by name": "{s Both Ida Holm and Carl Dray=Ida Holm; Carl Dray} said {t so}.",
    "nobody": "It rained. {s Both=-:group} said {t so}.",
}

COUNTED = {
    "one": "Ida Holm met voters. {s One=-:unnamed} said {t so}.",
    "one of them": "Ida Holm met Republicans. {s One of the Republicans=-:unnamed} said {t so}.",
    "others": "Ida Holm left. {s Others=-:unnamed} said {t so}.",
    "some": "Ida Holm left. {s Some=-:unnamed} said {t so}.",
    "many of them": "Republicans met. {s Many of them=Republicans:group} said {t so}.",
    "most": "{s Most Republicans=Republicans:group} said {t so}.",
}


class TestReferences:
    """Sources that are pronouns for several, for organizations and things, and for two."""

    @pytest.mark.parametrize("marked", SEVERAL.values(), ids=SEVERAL)
    def test_several(self, marked: str) -> None:
        """“They” are the people or the organization spoken of; nobody where that is somebody without a name."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", THINGS.values(), ids=THINGS)
    def test_things(self, marked: str) -> None:
        """“It” is the organization or document spoken of, and nobody where two may be meant."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", PAIRS.values(), ids=PAIRS)
    def test_pairs(self, marked: str) -> None:
        """“Both” are the only two whom the sentences before name."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", COUNTED.values(), ids=COUNTED)
    def test_counted(self, marked: str) -> None:
        """What is counted is named by its group; single ones and parts of nobody known are not."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    def test_mentions(self) -> None:
        """What goes back to a speaker is one of the speaker's mentions."""
        article = parse_article(
            "The Reef Bank fell. {s1 It=Reef Bank:organization} said {t1 so}. {s2 The bank=Reef Bank:organization} left."
        )
        (speaker,) = article.speakers()

        assert ["Reef Bank", "It", "The bank"] == [mention.text for mention in speaker.mentions]
