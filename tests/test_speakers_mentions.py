"""
Mentions: which runs of words are names, where they begin and end, and what they name.

A sentence marks each mention as ``{titles|name|kind}``; the titles may be empty, and a kind of ``?`` means that its looks
do not tell.
"""

from __future__ import annotations

import re

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from quotekit.records import SpeakerKind
from quotekit.speakers import Mention, find_mentions
from quotekit.speakers.names import Name
from tests.strategies import texts

MARKED = re.compile(r"\{([^{}|]*)\|([^{}|]+)\|(\w+|\?)\}")

SOUP = (
    "Ida Holm Mr. Sen. Carl Dray von der de la Jr. II J. O’Dell Anne-Marie al-Reef United States Bank of for on and & "
    "the The Secretary State spokesman president campaign King Republicans WHO HOLM U.S. he she who which said Says "
    "Will by from officials a an poll report critics Holm's Holms' ( ) , . ; / “ ” \" ' '' \n \n\n \u00a0 (R-Ohio) D-Wis. Post"
)

#: What a mention is compared by: titles and name as they stand in the text, and kind.
Marked = tuple[int, str, str, str]


def word_soups() -> st.SearchStrategy[str]:
    """Strings of words and marks that names and what is around them are made of, in any order."""
    return st.lists(st.sampled_from(SOUP.split(" ")), max_size=40).map(" ".join)


def parse(marked: str) -> tuple[str, list[Marked]]:
    """A sentence without its marking, and the mentions that it marks."""
    text, expected, last = "", [], 0
    for found in MARKED.finditer(marked):
        text += marked[last : found.start()]
        expected.append((len(text), found[1], found[2], found[3]))
        text += found[1] + found[2]
        last = found.end()
    text += marked[last:]
    assert not set("{|}") & set(text)
    return text, expected


def seen(text: str, mentions: tuple[Mention, ...]) -> list[Marked]:
    """Mentions as they are compared."""
    return [
        (m.start, text[m.start : m.name_start], text[m.name_start : m.end], m.kind.value if m.kind else "?")
        for m in mentions
    ]


SENTENCES = {
    "full name": "Yesterday {|Ida Holm|person} left.",
    "capitalised title": "{Treasury Secretary |Carl Dray|person} agreed.",
    "foreign title": "{U.S. President |Carl Dray|person} met {Prime Minister |Holm|person}.",
    "short title": "{Sen. |Ida Holm|person} and {Dr. |Carl Dray|person} agreed.",
    "courtesy title": "It pleased {Mr. |Dray|person} and {Mrs. |Holm|person}.",
    "lower-case title": "The palace {press secretary |Ida Holm|person} smiled.",
    "two titles": "It was {panel Chairman Rep. |Carl Dray|person} who left.",
    "office with a field": "Then {Secretary of State |Ida Holm|person} spoke.",
    "lower-case office with a field": "Then {former secretary of state |Ida Holm|person} spoke.",
    "particles": "They saw {|Ursula van der Holm|person} and {|Luis de la Cruz|person}.",
    "particle first": "He thanked {Mayor |de Soto|person} twice.",
    "bin": "They met {|Omar bin Rashid|person}.",
    "initials": "They met {|Carl J. Dray|person} and {|I. M. Holm|person}.",
    "junior": "They met {|Carl Dray Jr.|person} and {|Vann R. Dray II|person}.",
    "hyphen and apostrophe": "They met {|Anne-Marie O’Dell|person}.",
    "nickname": 'They met {|Carl "Bo" Dray|person}.',
    "possessive": "It was {|Ida Holm|person}’s idea, and {|Dray|?}'s too.",
    "opening function word": "But {|Ida Holm|person} left. In {|Japan|organization} it rained.",
    "opening common word": "Officials left. Asked twice, {|Ida Holm|person} smiled. Protesters sang.",
    "party and state": "{Rep. |Ida Holm|person} (D-Wis.) left.",
    "party after a comma": "{House Speaker |Ida Holm|person}, R-La., left.",
    "body by its head": "The {|Reef Trade Commission|organization} and the {|Bank of Norway|organization} agreed.",
    "body with and": "The {|House Oversight and Reform Committee|organization} met.",
    "two people with and": "{|Ida Holm|person} and {|Carl Dray|person} met.",
    "acronym": "The {|WTO|organization} met.",
    "country": "The {|United States|organization} and {|South Korea|organization} agreed.",
    "body with of and and": "The {|National Institute of Soils and Coastal Waters|organization} met.",
    "body with of and for": "The {|U.S. Court of Appeals for the Reef Circuit|organization} met.",
    "two bodies with of": "The {|Bank of Norway|organization} and {|Ida Holm|person} met.",
    "body in a capitalised title": "Then {Bank of Norway Governor |Ida Holm|person} spoke.",
    "hyphened title": "Then {WTO Director-General |Ida Holm|person} met {President-elect |Dray|person}.",
    "acronym that is a word": "It was the {|WHO|organization} who met.",
    "outlet": "The {|Reef Times|organization} and {|Reuters|organization} reported it.",
    "article makes a body": "He told the {|Post|organization} so.",
    "party members": "Some {|Republicans|group} and {|House Democrats|group} agreed.",
    "campaign": "The {|Dray campaign|organization} won.",
    "treaty": "The {|Reef Shipping Convention|document} ended.",
    "days and months": "On Monday {|Holm|?} left. In March she came back.",
    "no particle at the end": "{|Ida Holm|person} and {|Dray|?} von left.",
    "the family": "{|Ida Holm|person} met. The {|Holms|group} agreed.",
    "surname that is a title": "{|Charlie King|person} sang. {|King|?} left, and the King smiled.",
    "headline": "{|Holm|person} Says Reef Bank Must Wait For Answers\n\nYesterday {|Ida Holm|person} spoke at length.",
    "accents": "They met {|Éva Çelik|person} and {|Łukasz Nowak|person}.",
    "no name": "it rained, and nobody said a word.",
}


class TestFindMentions:
    """find_mentions()."""

    @pytest.mark.parametrize("marked", SENTENCES.values(), ids=SENTENCES)
    def test_sentences(self, marked: str) -> None:
        """Each name is found with its titles, and nothing else is."""
        text, expected = parse(marked)

        assert expected == seen(text, find_mentions(text))

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "The White House press secretary Ida Holm smiled.",
                [(4, "", "White House", "organization"), (4, "White House press secretary ", "Ida Holm", "person")],
            ),
            (
                "The Ida Holm campaign won.",
                [(4, "", "Ida Holm", "person"), (4, "", "Ida Holm campaign", "organization")],
            ),
            ("It was Dray aide Ida Holm.", [(7, "", "Dray", "?"), (7, "Dray aide ", "Ida Holm", "person")]),
        ],
        ids=["body in a title", "campaign of a full name", "name in a title"],
    )
    def test_nested(self, text: str, expected: list[Marked]) -> None:
        """A name in another's title, or in a body's name, is found beside it."""
        assert expected == seen(text, find_mentions(text))

    def test_parts(self) -> None:
        """A mention has its name taken apart."""
        (mention,) = find_mentions("Treasury Secretary Carl van Dray’s plan")

        assert (
            Mention(
                0,
                19,
                32,
                Name("Carl van Dray", ("Treasury Secretary",), ("Carl",), ("van",), "Dray"),
                SpeakerKind.PERSON,
            )
            == mention
        )

    @given(texts() | word_soups())
    def test_any_text(self, text: str) -> None:
        """Any string at all gives mentions in text order whose offsets are in the text."""
        mentions = find_mentions(text)

        assert sorted(mentions, key=lambda m: m.name_start) == list(mentions)
        assert [] == [m for m in mentions if not 0 <= m.start <= m.name_start < m.end <= len(text)]


class TestEntities:
    """Entities of a spaCy Doc."""

    def doc(self, marked: str) -> Doc:
        """A Doc with the entities that are marked as ``[words|LABEL]``."""
        text, bounds, last = "", [], 0
        for found in re.finditer(r"\[([^|\]]+)\|(\w+)\]", marked):
            text += marked[last : found.start()]
            bounds.append((len(text), len(text) + len(found[1]), found[2]))
            text += found[1]
            last = found.end()
        doc = spacy.blank("en")(text + marked[last:])
        spans = [doc.char_span(start, end, label=label) for start, end, label in bounds]
        doc.ents = [span for span in spans if isinstance(span, Span)]
        assert len(doc.ents) == len(bounds)
        return doc

    def test_go_first(self) -> None:
        """An entity goes before what looks like a name, with its kind; other names are still found."""
        doc = self.doc("Then [Reef Sanders|ORG] hired Ida Holm.")

        assert [
            (5, "", "Reef Sanders", "organization"),
            (24, "", "Ida Holm", "person"),
        ] == seen(doc.text, find_mentions(doc.text, doc))

    def test_edges(self) -> None:
        """Articles and possessives are no part of a name, and titles stand apart."""
        doc = self.doc("[The Reef Fund's|ORG] chief met spokesman [Sen. Ida Holm’s|PERSON] aides on [Monday|DATE].")

        assert [
            (4, "", "Reef Fund", "organization"),
            (26, "spokesman Sen. ", "Ida Holm", "person"),
        ] == seen(doc.text, find_mentions(doc.text, doc))

    def test_only_titles(self) -> None:
        """An entity that is all title is no name."""
        doc = self.doc("the [Prime Minister|PERSON] left")

        assert () == find_mentions(doc.text, doc)

    def test_without(self) -> None:
        """A Doc without entities changes nothing."""
        text = "Finance Minister Ida Holm left."

        assert find_mentions(text) == find_mentions(text, spacy.blank("en")(text))
