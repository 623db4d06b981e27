"""
Sources that are pronouns of the third person: "he", "she", "they" and "it".

The markup of the texts is described in :mod:`tests.marked_speakers`.
"""

from __future__ import annotations

import pytest

from tests.marked_speakers import parse_article

PRONOUNS = {
    "asked": '{Carl Dray=Carl Dray} asked Bob Lind [1|why]. [2|"It rained,"] {he=Bob Lind} said.',
    "asked by a woman": '{Ida Holm=Ida Holm} asked Bob Lind [1|why]. [2|"It rained,"] {he=Bob Lind} said.',
    "subject of the main clause": 'When Mia Lind left, Ida Holm rose. [1|"It rains,"] {she=Ida Holm} said.',
    "subject of the same sentence": "Mia Lind spoke. Ida Holm left after {she=Ida Holm} said [1|so].",
    "named in what is said": "Bob Ash rose. [1|Carl Dray is late], {he=Bob Ash} said.",
    "named in what another said": (
        "{Ida Holm=Ida Holm} said [1|that Mia Lind was late]. {She=Ida Holm} added [2|that it rained]."
    ),
    "named beside another": "Mia Lind met the owner, Ida Holm. {She=Mia Lind} said [1|so].",
    "owner at the start": "Bob Ash's aim is unclear, but {he=Bob Ash} said [1|so].",
    "after somebody without a name": "Carl Dray left. {A spokesman=-:unnamed} waited. {He=-:unnamed} said [2|so].",
    "after somebody who is told of": "Carl Dray left. The driver waited. {He=?} said [1|so].",
    "after somebody with an adjective": "Carl Dray left. The tired young driver waited. {He=?} said [1|so].",
    "after somebody's somebody": "Carl Dray left; Dray's landlord waited. {He=?} said [1|so].",
    "after a woman who is told of": "Carl Dray left. His wife waited. {He=Carl Dray} said [1|so].",
    "after who may be the same": "Carl Dray left. The suspect waited. {He=Carl Dray} said [1|so].",
    "after the same by a title": "Mayor Carl Dray left. The mayor waited. {He=Carl Dray} said [1|so].",
    "after the same by an apposition": "Carl Dray, a driver, left. The driver waited. {He=Carl Dray} said [1|so].",
    "after what somebody is": "Carl Dray left. The driver is Carl Dray. {He=Carl Dray} said [1|so].",
    "after a title in lower case": "Carl Dray left. A mayor named Ida Holm waited. {He=Carl Dray} said [1|so].",
    "after a woman without a name": "Carl Dray left. {A spokeswoman=-:unnamed} waited. {He=Carl Dray} said [2|so].",
    "passed on": "Carl Dray left. He rose. He sat. He stood. He walked. He ran. {He=Carl Dray} said [1|so].",
    "too far away": "Carl Dray left. It rained. It poured. It froze. It snowed. {He=?} said [1|so].",
    "two alike": "Carl Dray and Bob Ash met. {He=?} said [1|so].",
    "a surname of two": "Ida Holm met Carl Holm. Holm rose. {He=Carl Holm} said [1|so].",
    "gender told by pronouns": (
        "Okafor said that she was late. Okafor knew that she was. Okafor met Lind. {She=Okafor} said [1|so]."
    ),
    "no month": "Ida Holm left in May. It rained. {She=Ida Holm} said [1|so].",
    "no place": "Ida Holm lives in Ashton. Ashton is old. {She=?} said [1|so].",
    "no byline": 'By Bob Ash\n\nCarl Dray rose. [1|"It rains,"] {he=Carl Dray} said.',
    "of a strange description": "{His opposite number, Carl Dray,=Carl Dray} said [1|so].",
    "his": "Carl Dray rose. In {his=Carl Dray} view, [1|it rains].",
    "him": "Carl Dray rose. To {him=Carl Dray} [1|it is clear].",
    "himself": "Carl Dray rose. {He himself=Carl Dray} said [1|so].",
    "with an apposition": "Carl Dray rose. {He, a lawyer,=Carl Dray} said [1|so].",
    "inside a quotation": 'Bob Ash said: "Carl Dray was here. {He=Carl Dray} said [1|so]."',
    "across a quotation": (
        '{Carl Dray=Carl Dray} said: [1|"Bob Ash was here. Bob Ash left."] {He=Carl Dray} added [2|more].'
    ),
}

SEVERAL = {
    "group": "Republicans met on Monday. {They=Republicans:group} said [1|that it rained].",
    "group that speaks": (
        "{Republicans=Republicans:group} said [1|that it rained] but {they=Republicans:group} doubt [2|that it poured]."
    ),
    "organization": "The Reef Bank met. {They=Reef Bank:organization} said [1|so].",
    "organization aside": "The farmers fear for the Reef Bank. {They=?} said [1|so].",
    "organization and others": "The Reef Bank and the farmers met. {They=?} said [1|so].",
    "two people": "Ida Holm and Carl Dray met. {They=Ida Holm; Carl Dray} said [1|so].",
    "three people": "Ida Holm, Carl Dray and Mia Lind met. {They=Ida Holm; Carl Dray; Mia Lind} said [1|so].",
    "joint speakers": (
        "{Ida Holm and Carl Dray=Ida Holm; Carl Dray} agreed. {They=Ida Holm; Carl Dray} added [2|that it rained]."
    ),
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
    "organization that speaks": (
        "{The Reef Bank=Reef Bank:organization} said [1|that it rained]. {It=Reef Bank:organization} added [2|more]."
    ),
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


class TestPronouns:
    """Sources that are pronouns for one person."""

    @pytest.mark.parametrize("marked", PRONOUNS.values(), ids=PRONOUNS)
    def test_whom(self, marked: str) -> None:
        """Whoever the sentences before are about is meant, and nobody where two may be."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

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

    def test_mentions(self) -> None:
        """What goes back to a speaker is one of the speaker's mentions."""
        article = parse_article(
            "The Reef Bank fell. {It=Reef Bank:organization} said [1|so]. {The bank=Reef Bank:organization} left."
        )
        (speaker,) = article.speakers()

        assert ["Reef Bank", "It", "The bank"] == [mention.text for mention in speaker.mentions]
