"""
"They", "it", "both", "one" and "others".

The marking of the texts is told in :mod:`tests.marked_speakers`.
"""

from __future__ import annotations

import pytest

from tests.marked_speakers import parse_article

SEVERAL = {
    "group": "Republicans met on Monday. {They=Republicans:group} said [1|that it rained].",
    "group that speaks": "{Republicans=Republicans:group} said [1|that it rained] but {they=Republicans:group} doubt [2|that it poured].",
    "organization": "The Reef Bank met. {They=Reef Bank:organization} said [1|so].",
    "organization aside": "The farmers fear for the Reef Bank. {They=?} said [1|so].",
    "organization and others": "The Reef Bank and the farmers met. {They=?} said [1|so].",
    "two people": "Ida Holm and Carl Dray met. {They=Ida Holm; Carl Dray} said [1|so].",
    "three people": "Ida Holm, Carl Dray and Mia Lind met. {They=Ida Holm; Carl Dray; Mia Lind} said [1|so].",
    "joint speakers": "{Ida Holm and Carl Dray=Ida Holm; Carl Dray} agreed. {They=Ida Holm; Carl Dray} added [2|that it rained].",
    "a plural without a name": "{Officials=-:group} left. {They=-:group} said [2|so].",
    "sources": "{Two sources close to the bank=-:unnamed} spoke. {They=-:unnamed} said [2|so].",
    "people without a name in between": "Republicans met. The teachers left. {They=?} said [1|so].",
    "nobody": "It rained. {They=?} said [1|so].",
    "not one person": "Ida Holm left. {They=?} said [1|so].",
    "their": "Republicans met. In {their=Republicans:group} view, [1|it rained].",
    "them": "The Reef Bank won. For {them=Reef Bank:organization}, [1|it was over].",
}

THINGS = {
    "organization": "The Reef Bank lost. {It=Reef Bank:organization} said [1|so].",
    "organization that speaks": "{The Reef Bank=Reef Bank:organization} said [1|that it rained]. {It=Reef Bank:organization} added [2|more].",
    "organization without a name": "{A bank=-:organization} failed. {It=-:organization} said [2|so].",
    "document": "{The report=-:document} is long. {It=-:document} says [2|so].",
    "document in between": "The letter came to the Reef Bank. {It=?} says [1|so].",
    "place in between": "The Reef Bank lost. London won. {It=?} said [1|so].",
    "place aside": "The Reef Bank lost in London. {It=Reef Bank:organization} said [1|so].",
    "what an organization makes": "The Gull Fund maker rose. {It=?} said [1|so].",
    "two organizations": "With the Reef Bank, with the Reef Fund, {it=?} said [1|so].",
    "not a person": "Ida Holm left. {It=?} said [1|so].",
    "its": "The Reef Bank lost. In {its=Reef Bank:organization} view, [1|it rained].",
}

PAIRS = {
    "both": "Ida Holm met Carl Dray. {Both=Ida Holm; Carl Dray} said [1|so].",
    "the two": "Ida Holm met Carl Dray. {The two=Ida Holm; Carl Dray} said [1|so].",
    "neither": "Ida Holm met Carl Dray. {Neither=Ida Holm; Carl Dray} said [1|so].",
    "both of them": "Ida Holm met Carl Dray. {Both of them=Ida Holm; Carl Dray} said [1|so].",
    "the couple": "Ida Holm married Carl Dray. {The couple=Ida Holm; Carl Dray} said [1|so].",
    "two senators": "Sen. Ida Holm met Sen. Carl Dray. {The two senators=Ida Holm; Carl Dray} said [1|so].",
    "men": "Carl Dray and Bob Lind met Ida Holm. {Both men=Carl Dray; Bob Lind} said [1|so].",
    "countries": "Ida Holm left Japan for South Korea. {Both countries=Japan; South Korea:organization} said [1|so].",
    "one and a campaign": "Ida Holm met the Carl Dray campaign. {Both=-:group} said [1|so].",
    "no parties": "Ida Holm left Ashton for the Reef Bank. {Both political parties=-:group} said [1|so].",
    "banks": "The Reef Bank sued the Gull Bank. {Both banks=Reef Bank; Gull Bank:organization} said [1|so].",
    "three people": "Ida Holm met Carl Dray, Mia Lind and Bob Ash. {Both=-:group} said [1|so].",
    "judges who are none": "Ida Holm met Carl Dray. {Both judges=-:group} said [1|so].",
    "both by name": "{Both Ida Holm and Carl Dray=Ida Holm; Carl Dray} said [1|so].",
    "nobody": "It rained. {Both=-:group} said [1|so].",
}

COUNTED = {
    "one": "Ida Holm met voters. {One=-:unnamed} said [1|so].",
    "one of them": "Ida Holm met Republicans. {One of the Republicans=-:unnamed} said [1|so].",
    "others": "Ida Holm left. {Others=-:unnamed} said [1|so].",
    "some": "Ida Holm left. {Some=-:unnamed} said [1|so].",
    "many of them": "Republicans met. {Many of them=Republicans:group} said [1|so].",
    "most": "{Most Republicans=Republicans:group} said [1|so].",
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
            "The Reef Bank fell. {It=Reef Bank:organization} said [1|so]. {The bank=Reef Bank:organization} left."
        )
        (speaker,) = article.speakers()

        assert ["Reef Bank", "It", "The bank"] == [mention.text for mention in speaker.mentions]
