"""
Mentions: which runs of words are names, where they begin and end, and what they name.

A sentence marks each mention as ``{titles|name|kind}``; the titles may be empty, and a kind of ``?`` means that its looks
do not tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from quotekit.names import Mention, find_mentions
from quotekit.names.name import Name
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex
from tests.strategies import texts

MARKED = re.compile(r"\{([^{}|]*)\|([^{}|]+)\|(\w+|\?)\}")

SOUP = (
    "Ida Holm Mr. Sen. Carl Dray von der de la Jr. II J. O’Dell Anne-Marie al-Reef United States Bank of for on and & "
    "the The Secretary State spokesman president campaign King Republicans WHO HOLM U.S. he she who which said Says "
    "Will by from officials a an poll report critics they it Both two neither his attorney 62-year-old I we one whose Holm's Holms' ( ) , . ; / “ ” \" ' '' \n \n\n \u00a0 (R-Ohio) D-Wis. Post"
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
    "organization by its head": "The {|Reef Trade Commission|organization} and the {|Bank of Norway|organization} agreed.",
    "organization with and": "The {|House Oversight and Reform Committee|organization} met.",
    "two people with and": "{|Ida Holm|person} and {|Carl Dray|person} met.",
    "acronym": "The {|WTO|organization} met.",
    "country": "The {|United States|organization} and {|South Korea|organization} agreed.",
    "organization with of and and": "The {|National Institute of Soils and Coastal Waters|organization} met.",
    "organization with of and for": "The {|U.S. Court of Appeals for the Reef Circuit|organization} met.",
    "two organizations with of": "The {|Bank of Norway|organization} and {|Ida Holm|person} met.",
    "organization in a capitalised title": "Then {Bank of Norway Governor |Ida Holm|person} spoke.",
    "hyphened title": "Then {WTO Director-General |Ida Holm|person} met {President-elect |Dray|person}.",
    "acronym that is a word": "It was the {|WHO|organization} who met.",
    "outlet": "The {|Reef Times|organization} and {|Reuters|organization} reported it.",
    "article makes an organization": "He told the {|Post|organization} so.",
    "party members": "Some {|Republicans|group} and {|House Democrats|group} agreed.",
    "campaign": "The {|Dray campaign|organization} won.",
    "treaty": "The {|Reef Shipping Convention|document} ended.",
    "days and months": "On Monday {|Holm|?} left. In March she came back.",
    "no particle at the end": "{|Ida Holm|person} and {|Dray|?} von left.",
    "the family": "{|Ida Holm|person} met. The {|Holms|group} agreed.",
    "surname that is a title": "{|Charlie King|person} sang. {|King|?} left, and the King smiled.",
    "headline": "{|Holm|person} Says Reef Bank Must Wait For Answers\n\nYesterday {|Ida Holm|person} spoke at length.",
    "accents": "They met {|Éva Çelik|person} and {|Łukasz Nowak|person}.",
    "month that is a name": "In May it rained, and on June 3, too. {|May|?} left.",
    "verb that is a name": "Will it rain? {|Will Holm|person} asked.",
    "participles at the start": "Hoping for rain, {|Holm|?} left. Asked about it, {|Holm|?} smiled. {|Holm|?} rose.",
    "plural at the start": "Fact-checkers doubt it. Fifty left. Exit polls are out. {|Holm|?} left.",
    "organization for this and that": "The {|Organization for Economic Cooperation and Development|organization} met.",
    "two with and": "{|Holm|?} and the {|State Department|organization} met on a rainy day.",
    "participle before a noun": "Flying home, {|Holm|?} left. {|Browning|?} left. {|Browning|?} said so. Shortly before, it rained.",
    "name like a participle": "They met {|Browning|?} in May. With {|Connolly|?} by the door, they left.",
    "adverbs at the start": "Specifically, {|Holm|?} left. Finally he rested. {|Kelly|?} rose.",
    "origin": "The {Reef-born |Ida Holm|person} left.",
    "initials of an organization": "The {|F.A.A.|organization} met.",
    "organization that an acronym gives away": "{|Rashtri Sevak Sangh|organization} ({|RSS|organization}) met.",
    "organization of members": "The {|Dock Workers of America|organization} met.",
    "people of a country": "The French met the Chinese.",
    "family name first": "{President |Xi Jinping|person} met {|Moon Jae-in|person}.",
    "kingdom": "It was {|Great Britain|organization} that left.",
    "given name in a headline": "How Reef Gave {|Pat Holm|person} Work\n\nYesterday {|Holm|?} left, and {Mr. |Holm|person} came.",
    "no name": "it rained, and nobody said a word.",
}


class TestFindMentions:
    """find_mentions()."""

    @pytest.mark.parametrize("marked", SENTENCES.values(), ids=SENTENCES)
    def test_sentences(self, marked: str) -> None:
        """Each name is found with its titles, and nothing else is."""
        text, expected = parse(marked)

        assert expected == seen(text, find_mentions(TextIndex(text)))

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
        ids=["organization in a title", "campaign of a full name", "name in a title"],
    )
    def test_nested(self, text: str, expected: list[Marked]) -> None:
        """A name in another's title, or in an organization's name, is found beside it."""
        assert expected == seen(text, find_mentions(TextIndex(text)))

    def test_parts(self) -> None:
        """A mention has its name taken apart."""
        (mention,) = find_mentions(TextIndex("Treasury Secretary Carl van Dray’s plan"))

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
        mentions = find_mentions(TextIndex(text))

        assert sorted(mentions, key=lambda m: m.name_start) == list(mentions)
        assert [] == [m for m in mentions if not 0 <= m.start <= m.name_start < m.end <= len(text)]


# The same sentence with its entities, ``[words|LABEL]``, and with the mentions that are to be found.
ENTITIES = {
    "unknown name": ("Then [Reef Sanders|ORG] sang.", "Then {|Reef Sanders|organization} sang."),
    "known name": ("Then [Ida Holm|ORG] sang.", "Then {|Ida Holm|organization} sang."),
    "lone word": ("Then [Gull|ORG] sang.", "Then {|Gull|organization} sang."),
    "lone person": ("Then [Gull|PERSON] sang.", "Then {|Gull|person} sang."),
    "word list": ("Then [Reuters|PERSON] sang.", "Then {|Reuters|person} sang."),
    "place": ("He saw [Reefton|LOC].", "He saw {|Reefton|organization}."),
    "building": ("The [Reefhouse|FAC] sang.", "The {|Reefhouse|organization} sang."),
    "law": ("The [Reef Ports|LAW] says so.", "The {|Reef Ports|document} says so."),
    "people": ("The [Reeflings|NORP] sang.", "The {|Reeflings|group} sang."),
    "event": ("After [Reefathon|EVENT] it rained.", "After Reefathon it rained."),
    "part of an event": ("After [the Reef Run of May|EVENT] it rained.", "After the Reef Run of May it rained."),
    "longer": ("Then [Gull to the Shore|ORG] sang.", "Then {|Gull to the Shore|organization} sang."),
    "shorter": ("Then [Ida|PERSON] Holm sang.", "Then {|Ida|person} Holm sang."),
    "without capitals": ("Then [gulls & co|ORG] sang.", "Then {|gulls & co|organization} sang."),
    "with an article": ("Then [the Reef Sanders|ORG] sang.", "Then the {|Reef Sanders|organization} sang."),
    "with marks": ("Then [“Gull”|ORG] sang.", "Then “{|Gull|organization}” sang."),
    "with a possessive": ("It was [Reef Sanders’s|ORG] song.", "It was {|Reef Sanders|organization}’s song."),
    "with a title": ("Then [Sen. Zorbo Qux’s|PERSON] aide sang.", "Then {Sen. |Zorbo Qux|person}’s aide sang."),
    "after a title": ("Then spokesman [zorbo|PERSON] sang.", "Then {spokesman |zorbo|person} sang."),
    "in a headline": (
        "[Ask Me|ORG] Says Bank Must Wait For Answers\n\nIt rained.",
        "{|Ask Me|organization} Says Bank Must Wait For Answers\n\nIt rained.",
    ),
    "all title": ("Then the [Prime Minister|PERSON] sang.", "Then the Prime Minister sang."),
    "label that tells nothing": ("Then [Gull|PRODUCT] broke.", "Then {|Gull|?} broke."),
}  # fmt: skip

# What small trained pipelines say; they find dates, too.
TRAINED = {
    "unknown name": ("Then [Reef Sanders|ORG] sang.", "Then {|Reef Sanders|organization} sang."),
    "lone word": ("Then [Gull|GPE] sang.", "Then {|Gull|organization} sang."),
    "missed name": ("It was Mr. [Islam Qux|PERSON] and [Most Gulls|ORG].", "It was {Mr. |Islam Qux|person} and {|Most Gulls|organization}."),
    "longer": ("Then [Gull to the Shore|ORG] sang.", "Then {|Gull to the Shore|organization} sang."),
    "most labels of a name": (
        "Then [Gull|PERSON] sang, [Gull|ORG] left, [Gull|PERSON] slept.",
        "Then {|Gull|person} sang, {|Gull|person} left, {|Gull|person} slept.",
    ),
    "event": ("After [Reefathon|EVENT] it rained.", "After Reefathon it rained."),
    "given name": ("Then [Lester Qux|ORG] sang.", "Then {|Lester Qux|person} sang."),
    "title": ("Then Mr. [Qux|ORG] sang.", "Then {Mr. |Qux|person} sang."),
    "initial": ("Then [Zorbo R. Qux|GPE] sang.", "Then {|Zorbo R. Qux|person} sang."),
    "suffix": ("Then [Zorbo Qux II|GPE] sang.", "Then {|Zorbo Qux II|person} sang."),
    "surname": ("Ida Holm rose. Then [Holm|ORG] sang.", "{|Ida Holm|person} rose. Then {|Holm|?} sang."),
    "word list": ("Then [Reuters|PERSON] sang.", "Then {|Reuters|organization} sang."),
    "head of an organization": ("The [Reef Commission|PERSON] sang.", "The {|Reef Commission|organization} sang."),
    "shorter": ("The [Reef|PERSON] Commission sang.", "The {|Reef Commission|organization} sang."),
    "more than a name": ("Then [Gull: Holm|ORG] sang.", "Then {|Gull|?}: {|Holm|?} sang."),
    "longer with a given name": ("Then [Lester Qux to Fact Check|PERSON] sang.", "Then {|Lester Qux|person} to {|Fact Check|person} sang."),
    "part of an event": ("After [the Reef Run of May|EVENT] it rained.", "After the {|Reef Run|person} of {|May|?} it rained."),
    "party and state": ("Then Rep. Ida Holm ([R-Ohio City|ORG]) sang.", "Then {Rep. |Ida Holm|person} (R-Ohio City) sang."),
    "adjective": ("The [American|NORP] people sang.", "The American people sang."),
    "common word": ("Then [Bank|ORG] workers sang.", "Then Bank workers sang."),
    "no word": ("It is[n’t|GPE] so.", "It isn’t so."),
    "in a headline": ("[Ask Me|ORG] Says Bank Must Wait For Answers\n\nIt rained.", "Ask Me Says Bank Must Wait For Answers\n\nIt rained."),
}  # fmt: skip


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

    @pytest.mark.parametrize(("marked", "expected"), ENTITIES.values(), ids=ENTITIES)
    def test_meant(self, marked: str, expected: str) -> None:
        """An entity that no trained pipeline has made is a name of the kind that its label says, whatever it looks like."""
        doc = self.doc(marked)

        assert parse(expected) == (doc.text, seen(doc.text, find_mentions(TextIndex(doc.text), doc=doc)))

    @pytest.mark.parametrize(("marked", "expected"), TRAINED.values(), ids=TRAINED)
    def test_trained(self, marked: str, expected: str) -> None:
        """An entity of a trained pipeline decides where looks tell little, and no further."""
        doc = self.doc(marked + " It all began when it had rained, on [Monday|DATE].")

        assert parse(expected + " It all began when it had rained, on Monday.") == (
            doc.text,
            seen(doc.text, find_mentions(TextIndex(doc.text), doc=doc)),
        )

    @pytest.mark.parametrize(
        "label",
        [
            lambda doc: Doc(doc.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc], tags=["NN"] * len(doc)),
            lambda doc: Doc(doc.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc], deps=["dep"] * len(doc)),
        ],
        ids=["tags", "parse"],
    )  # fmt: skip
    def test_traces(self, label: Callable[[Doc], Doc]) -> None:
        """Tags and parses are the work of a trained pipeline, too."""
        doc = label(self.doc("Then Ida Holm sang."))
        doc.ents = [Span(doc, 1, 3, label="ORG")]

        assert [(5, "", "Ida Holm", "person")] == seen(doc.text, find_mentions(TextIndex(doc.text), doc=doc))

    def test_vectors(self) -> None:
        """So are vectors of the words in their context."""
        doc = self.doc("Then [Ida Holm|ORG] sang.")
        doc.tensor = np.zeros((len(doc), 2))

        assert [(5, "", "Ida Holm", "person")] == seen(doc.text, find_mentions(TextIndex(doc.text), doc=doc))

    def test_id(self) -> None:
        """An entity with an id is the caller's own beside those of a trained pipeline."""
        nlp = spacy.blank("en")
        patterns = [
            {"label": "ORG", "pattern": "Ida Holm", "id": "shop"},
            {"label": "DATE", "pattern": "Monday"},
        ]
        nlp.add_pipe("entity_ruler").add_patterns(patterns)
        doc = nlp("Then Ida Holm said it would close on Monday.")

        assert [(5, "", "Ida Holm", "organization")] == seen(doc.text, find_mentions(TextIndex(doc.text), doc=doc))

    def test_without(self) -> None:
        """A Doc without entities changes nothing."""
        text = "Finance Minister Ida Holm left."

        assert find_mentions(TextIndex(text)) == find_mentions(TextIndex(text), doc=spacy.blank("en")(text))

    @given(word_soups(), st.data())
    def test_any_entities(self, text: str, data: st.DataObject) -> None:
        """Any entities give mentions in text order whose offsets are in the text, and none of which is there twice."""
        doc = spacy.blank("en")(text)
        edges = data.draw(st.lists(st.integers(0, len(doc)), max_size=10, unique=True).map(sorted))
        labels = st.sampled_from(["PERSON", "ORG", "NORP", "LAW", "EVENT", "DATE", "OTHER"])
        doc.ents = [Span(doc, i, j, label=data.draw(labels)) for i, j in pairwise(edges) if doc[i:j].text.strip()]
        mentions = find_mentions(TextIndex(text), doc=doc)

        assert sorted(mentions, key=lambda m: m.name_start) == list(mentions)
        assert [] == [m for m in mentions if not 0 <= m.start <= m.name_start < m.end <= len(text)]
        assert len({(m.name_start, m.end) for m in mentions}) == len(mentions)
