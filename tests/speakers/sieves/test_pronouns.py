"""
Sources that are pronouns of the third person: "he", "she", "they" and "it".

The markup of the texts is described in :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from tests.helpers import parse_article

PRONOUNS = {
    "asked": '{s1 Carl Dray=Carl Dray} asked Bob Lind {t1 why}. {t2 "It rained,"} {s2 he=Bob Lind} said.',
    "whose words were questioned": (
        "Bob Lind left. Carl Dray questioned Bob Lind's sums. {s He=Carl Dray} called him {t a fool}."
    ),
    "asked by a woman": '{s1 Ida Holm=Ida Holm} asked Bob Lind {t1 why}. {t2 "It rained,"} {s2 he=Bob Lind} said.',
    "subject of the main clause": 'When Mia Lind left, Ida Holm rose. {t "It rains,"} {s she=Ida Holm} said.',
    "subject of the same sentence": "Mia Lind spoke. Ida Holm left after {s she=Ida Holm} said {t so}.",
    "named in what is said": "Bob Ash rose. {t Carl Dray is late}, {s he=Bob Ash} said.",
    "named in what another said": (
        "{s1 Ida Holm=Ida Holm} said {t1 that Mia Lind was late}. {s2 She=Ida Holm} added {t2 that it rained}."
    ),
    "named beside another": "Mia Lind met the owner, Ida Holm. {s She=Mia Lind} said {t so}.",
    "owner at the start": "Bob Ash's aim is unclear, but {s he=Bob Ash} said {t so}.",
    "after somebody without a name": (
        "Carl Dray left. {s1 A spokesman=-:unnamed} waited. {s2 He=-:unnamed} said {t2 so}."
    ),
    "after somebody who is told of": "Carl Dray left. The driver waited. {s He=?} said {t so}.",
    "after somebody with an adjective": "Carl Dray left. The tired young driver waited. {s He=?} said {t so}.",
    "after somebody's somebody": "Carl Dray left; Dray's landlord waited. {s He=?} said {t so}.",
    "after a woman who is told of": "Carl Dray left. His wife waited. {s He=Carl Dray} said {t so}.",
    "after who may be the same": "Carl Dray left. The suspect waited. {s He=Carl Dray} said {t so}.",
    "after the same by a title": "Mayor Carl Dray left. The mayor waited. {s He=Carl Dray} said {t so}.",
    "after the same by an apposition": "Carl Dray, a driver, left. The driver waited. {s He=Carl Dray} said {t so}.",
    "after what somebody is": "Carl Dray left. The driver is Carl Dray. {s He=Carl Dray} said {t so}.",
    "after a title in lower case": "Carl Dray left. A mayor named Ida Holm waited. {s He=Carl Dray} said {t so}.",
    "after a woman without a name": (
        "Carl Dray left. {s1 A spokeswoman=-:unnamed} waited. {s2 He=Carl Dray} said {t2 so}."
    ),
    "passed on": "Carl Dray left. He rose. He sat. He stood. He walked. He ran. {s He=Carl Dray} said {t so}.",
    "the only one": "Carl Dray left. It rained. It poured. It froze. It snowed. {s He=Carl Dray} said {t so}.",
    "two alike": "Carl Dray and Bob Ash met. {s He=?} said {t so}.",
    "a surname of two": "Ida Holm met Carl Holm. Holm rose. {s He=Carl Holm} said {t so}.",
    "gender told by pronouns": (
        "Okafor said that she was late. Okafor knew that she was. Okafor met Lind. {s She=Okafor} said {t so}."
    ),
    "no month": "Ida Holm left in May. It rained. {s She=Ida Holm} said {t so}.",
    "no place": "Ida Holm lives in Ashton. Ashton is old. {s She=?} said {t so}.",
    "no byline": 'By Bob Ash\n\nCarl Dray rose. {t "It rains,"} {s he=Carl Dray} said.',
    "of a strange description": "{s His opposite number, Carl Dray,=Carl Dray} said {t so}.",
    "his": "Carl Dray rose. In {s his=Carl Dray} view, {t it rains}.",
    "him": "Carl Dray rose. To {s him=Carl Dray} {t it is clear}.",
    "himself": "Carl Dray rose. {s He himself=Carl Dray} said {t so}.",
    "with an apposition": "Carl Dray rose. {s He, a lawyer,=Carl Dray} said {t so}.",
    "inside a quotation": 'Bob Ash said: "Carl Dray was here. {s He=Carl Dray} said {t so}."',
    "across a quotation": (
        '{s1 Carl Dray=Carl Dray} said: {t1 "Bob Ash was here. Bob Ash left."} {s2 He=Carl Dray} added {t2 more}.'
    ),
}

SEVERAL = {
    "group": "Republicans met on Monday. {s They=Republicans:group} said {t that it rained}.",
    "group that speaks": (
        "{s1 Republicans=Republicans:group} said {t1 that it rained} but {s2 they=Republicans:group} doubt "
        "{t2 that it poured}."
    ),
    "organization": "The Reef Bank met. {s They=Reef Bank:organization} said {t so}.",
    "organization aside": "The farmers fear for the Reef Bank. {s They=-:group} said {t so}.",
    "organization and others": "The Reef Bank and the farmers met. {s They=-:group} said {t so}.",
    "two people": "Ida Holm and Carl Dray met. {s They=Ida Holm; Carl Dray} said {t so}.",
    "three people": "Ida Holm, Carl Dray and Mia Lind met. {s They=Ida Holm; Carl Dray; Mia Lind} said {t so}.",
    "joint speakers": (
        "{s1 Ida Holm and Carl Dray=Ida Holm; Carl Dray} agreed. {s2 They=Ida Holm; Carl Dray} added "
        "{t2 that it rained}."
    ),
    "a plural without a name": "{s1 Officials=-:group} left. {s2 They=-:group} said {t2 so}.",
    "sources": "{s1 Two sources close to the bank=-:unnamed} spoke. {s2 They=-:unnamed} said {t2 so}.",
    "people without a name in between": "Republicans met. The teachers left. {s They=-:group} said {t so}.",
    "nobody": "It rained. {s They=-:group} said {t so}.",
    "not one person": "Ida Holm left. {s They=-:group} said {t so}.",
    "their": "Republicans met. In {s their=Republicans:group} view, {t it rained}.",
    "them": "The Reef Bank won. For {s them=Reef Bank:organization}, {t it was over}.",
}

THINGS = {
    "organization": "The Reef Bank lost. {s It=Reef Bank:organization} said {t so}.",
    "organization that speaks": (
        "{s1 The Reef Bank=Reef Bank:organization} said {t1 that it rained}. {s2 It=Reef Bank:organization} added "
        "{t2 more}."
    ),
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


class TestPronouns:
    """Sources that are pronouns for one person."""

    @pytest.mark.parametrize("marked", PRONOUNS.values(), ids=PRONOUNS)
    def test_whom(self, marked: str) -> None:
        """Whoever the sentences before are about is meant, and nobody where two may be."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", SEVERAL.values(), ids=SEVERAL)
    def test_several(self, marked: str) -> None:
        """“They” are the people or the organization spoken of; somebody without a name where that is unclear."""
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
            "The Reef Bank fell. {s1 It=Reef Bank:organization} said {t1 so}. {s2 The bank=Reef Bank:organization} "
            "left."
        )
        (speaker,) = article.speakers()

        assert ["Reef Bank", "It", "The bank"] == [mention.text for mention in speaker.mentions]
