"""
Mentions: which runs of words are names, where they begin and end, and what they name.

Sentences mark their mentions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

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
from tests.markup import parse as parse_markup
from tests.strategies import texts, word_soups

#: What a mention is compared by: titles and name as they stand in the text, and kind.
Marked = tuple[int, str, str, str]


def parse(marked: str) -> tuple[str, list[Marked]]:
    """Return a sentence, and the mentions that it marks."""
    sentence = parse_markup(marked)
    found = [(mark, next(iter(mark.edges), mark.start)) for mark in sentence.of("m")]
    return sentence.text, [
        (mark.start, sentence.text[mark.start : name], sentence.text[name : mark.end], mark.answer or "?")
        for mark, name in found
    ]


def seen(text: str, mentions: tuple[Mention, ...]) -> list[Marked]:
    """Mentions as they are compared."""
    return [
        (m.start, text[m.start : m.name_start], text[m.name_start : m.end], m.kind.value if m.kind else "?")
        for m in mentions
    ]


SENTENCES = {
    "full name": "Yesterday {m Ida Holm=person} left.",
    "capitalised title": "{m Treasury Secretary |Carl Dray=person} agreed.",
    "foreign title": "{m U.S. President |Carl Dray=person} met {m Prime Minister |Holm=person}.",
    "short title": "{m Sen. |Ida Holm=person} and {m Dr. |Carl Dray=person} agreed.",
    "courtesy title": "It pleased {m Mr. |Dray=person} and {m Mrs. |Holm=person}.",
    "lower-case title": "The palace {m press secretary |Ida Holm=person} smiled.",
    "two titles": "It was {m panel Chairman Rep. |Carl Dray=person} who left.",
    "office with a field": "Then {m Secretary of State |Ida Holm=person} spoke.",
    "lower-case office with a field": "Then {m former secretary of state |Ida Holm=person} spoke.",
    "particles": "They saw {m Ursula van der Holm=person} and {m Luis de la Cruz=person}.",
    "particle first": "He thanked {m Mayor |de Soto=person} twice.",
    "bin": "They met {m Omar bin Rashid=person}.",
    "initials": "They met {m Carl J. Dray=person} and {m I. M. Holm=person}.",
    "junior": "They met {m Carl Dray Jr.=person} and {m Vann R. Dray II=person}.",
    "hyphen and apostrophe": "They met {m Anne-Marie O’Dell=person}.",
    "nickname": 'They met {m Carl "Bo" Dray=person}.',
    "possessive": "It was {m Ida Holm=person}’s idea, and {m Dray}'s too.",
    "opening function word": "But {m Ida Holm=person} left. In {m Japan=organization} it rained.",
    "opening common word": "Officials left. Asked twice, {m Ida Holm=person} smiled. Protesters sang.",
    "party and state": "{m Rep. |Ida Holm=person} (D-Wis.) left.",
    "party after a comma": "{m House Speaker |Ida Holm=person}, R-La., left.",
    "organization by its head": (
        "The {m Reef Trade Commission=organization} and the {m Bank of Norway=organization} agreed."
    ),
    "organization with and": "The {m House Oversight and Reform Committee=organization} met.",
    "two people with and": "{m Ida Holm=person} and {m Carl Dray=person} met.",
    "acronym": "The {m WTO=organization} met.",
    "country": "The {m United States=organization} and {m South Korea=organization} agreed.",
    "organization with of and and": "The {m National Institute of Soils and Coastal Waters=organization} met.",
    "organization with of and for": "The {m U.S. Court of Appeals for the Reef Circuit=organization} met.",
    "two organizations with of": "The {m Bank of Norway=organization} and {m Ida Holm=person} met.",
    "organization in a capitalised title": "Then {m Bank of Norway Governor |Ida Holm=person} spoke.",
    "hyphened title": "Then {m WTO Director-General |Ida Holm=person} met {m President-elect |Dray=person}.",
    "acronym that is a word": "It was the {m WHO=organization} who met.",
    "outlet": "The {m Reef Times=organization} and {m Reuters=organization} reported it.",
    "article makes an organization": "He told the {m Post=organization} so.",
    "party members": "Some {m Republicans=group} and {m House Democrats=group} agreed.",
    "campaign": "The {m Dray campaign=organization} won.",
    "treaty": "The {m Reef Shipping Convention=document} ended.",
    "days and months": "On Monday {m Holm} left. In March she came back.",
    "no particle at the end": "{m Ida Holm=person} and {m Dray} von left.",
    "the family": "{m Ida Holm=person} met. The {m Holms=group} agreed.",
    "surname that is a title": "{m Charlie King=person} sang. {m King} left, and the King smiled.",
    "headline": (
        "{m Holm=person} Says Reef Bank Must Wait For Answers\n\nYesterday {m Ida Holm=person} spoke at length."
    ),
    "accents": "They met {m Éva Çelik=person} and {m Łukasz Nowak=person}.",
    "month that is a name": "In May it rained, and on June 3, too. {m May} left.",
    "verb that is a name": "Will it rain? {m Will Holm=person} asked.",
    "participles at the start": "Hoping for rain, {m Holm} left. Asked about it, {m Holm} smiled. {m Holm} rose.",
    "plural at the start": "Fact-checkers doubt it. Fifty left. Exit polls are out. {m Holm} left.",
    "organization for this and that": "The {m Organization for Economic Cooperation and Development=organization} met.",
    "two with and": "{m Holm} and the {m State Department=organization} met on a rainy day.",
    "participle before a noun": (
        "Flying home, {m Holm} left. {m Browning} left. {m Browning} said so. Shortly before, it rained."
    ),
    "name like a participle": "They met {m Browning} in May. With {m Connolly} by the door, they left.",
    "adverbs at the start": "Specifically, {m Holm} left. Finally he rested. {m Kelly} rose.",
    "origin": "The {m Reef-born |Ida Holm=person} left.",
    "initials of an organization": "The {m F.A.A.=organization} met.",
    "organization that an acronym gives away": "{m Rashtri Sevak Sangh=organization} ({m RSS=organization}) met.",
    "organization of members": "The {m Dock Workers of America=organization} met.",
    "people of a country": "The French met the Chinese.",
    "family name first": "{m President |Xi Jinping=person} met {m Moon Jae-in=person}.",
    "kingdom": "It was {m Great Britain=organization} that left.",
    "given name in a headline": (
        "How Reef Gave {m Pat Holm=person} Work\n\nYesterday {m Holm} left, and {m Mr. |Holm=person} came."
    ),
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


# The same sentence with its entities, and with the mentions that must be found.
ENTITIES = {
    "unknown name": ("Then {entity Reef Sanders=ORG} sang.", "Then {m Reef Sanders=organization} sang."),
    "known name": ("Then {entity Ida Holm=ORG} sang.", "Then {m Ida Holm=organization} sang."),
    "lone word": ("Then {entity Gull=ORG} sang.", "Then {m Gull=organization} sang."),
    "lone person": ("Then {entity Gull=PERSON} sang.", "Then {m Gull=person} sang."),
    "word list": ("Then {entity Reuters=PERSON} sang.", "Then {m Reuters=person} sang."),
    "place": ("He saw {entity Reefton=LOC}.", "He saw {m Reefton=organization}."),
    "building": ("The {entity Reefhouse=FAC} sang.", "The {m Reefhouse=organization} sang."),
    "law": ("The {entity Reef Ports=LAW} says so.", "The {m Reef Ports=document} says so."),
    "people": ("The {entity Reeflings=NORP} sang.", "The {m Reeflings=group} sang."),
    "event": ("After {entity Reefathon=EVENT} it rained.", "After Reefathon it rained."),
    "part of an event": ("After {entity the Reef Run of May=EVENT} it rained.", "After the Reef Run of May it rained."),
    "longer": ("Then {entity Gull to the Shore=ORG} sang.", "Then {m Gull to the Shore=organization} sang."),
    "shorter": ("Then {entity Ida=PERSON} Holm sang.", "Then {m Ida=person} Holm sang."),
    "without capitals": ("Then {entity gulls & co=ORG} sang.", "Then {m gulls & co=organization} sang."),
    "with an article": ("Then {entity the Reef Sanders=ORG} sang.", "Then the {m Reef Sanders=organization} sang."),
    "with marks": ("Then {entity “Gull”=ORG} sang.", "Then “{m Gull=organization}” sang."),
    "with a possessive": ("It was {entity Reef Sanders’s=ORG} song.", "It was {m Reef Sanders=organization}’s song."),
    "with a title": (
        "Then {entity Sen. Zorbo Qux’s=PERSON} aide sang.",
        "Then {m Sen. |Zorbo Qux=person}’s aide sang.",
    ),
    "after a title": ("Then spokesman {entity zorbo=PERSON} sang.", "Then {m spokesman |zorbo=person} sang."),
    "in a headline": (
        "{entity Ask Me=ORG} Says Bank Must Wait For Answers\n\nIt rained.",
        "{m Ask Me=organization} Says Bank Must Wait For Answers\n\nIt rained.",
    ),
    "all title": ("Then the {entity Prime Minister=PERSON} sang.", "Then the Prime Minister sang."),
    "label that tells nothing": ("Then {entity Gull=PRODUCT} broke.", "Then {m Gull} broke."),
}

# What small trained pipelines say; they find dates, too.
TRAINED = {
    "unknown name": ("Then {entity Reef Sanders=ORG} sang.", "Then {m Reef Sanders=organization} sang."),
    "lone word": ("Then {entity Gull=GPE} sang.", "Then {m Gull=organization} sang."),
    "missed name": (
        "It was Mr. {entity Islam Qux=PERSON} and {entity Most Gulls=ORG}.",
        "It was {m Mr. |Islam Qux=person} and {m Most Gulls=organization}.",
    ),
    "longer": ("Then {entity Gull to the Shore=ORG} sang.", "Then {m Gull to the Shore=organization} sang."),
    "most labels of a name": (
        "Then {entity Gull=PERSON} sang, {entity Gull=ORG} left, {entity Gull=PERSON} slept.",
        "Then {m Gull=person} sang, {m Gull=person} left, {m Gull=person} slept.",
    ),
    "event": ("After {entity Reefathon=EVENT} it rained.", "After Reefathon it rained."),
    "given name": ("Then {entity Lester Qux=ORG} sang.", "Then {m Lester Qux=person} sang."),
    "title": ("Then Mr. {entity Qux=ORG} sang.", "Then {m Mr. |Qux=person} sang."),
    "initial": ("Then {entity Zorbo R. Qux=GPE} sang.", "Then {m Zorbo R. Qux=person} sang."),
    "suffix": ("Then {entity Zorbo Qux II=GPE} sang.", "Then {m Zorbo Qux II=person} sang."),
    "surname": ("Ida Holm rose. Then {entity Holm=ORG} sang.", "{m Ida Holm=person} rose. Then {m Holm} sang."),
    "word list": ("Then {entity Reuters=PERSON} sang.", "Then {m Reuters=organization} sang."),
    "head of an organization": (
        "The {entity Reef Commission=PERSON} sang.",
        "The {m Reef Commission=organization} sang.",
    ),
    "shorter": ("The {entity Reef=PERSON} Commission sang.", "The {m Reef Commission=organization} sang."),
    "more than a name": ("Then {entity Gull: Holm=ORG} sang.", "Then {m Gull}: {m Holm} sang."),
    "longer with a given name": (
        "Then {entity Lester Qux to Fact Check=PERSON} sang.",
        "Then {m Lester Qux=person} to {m Fact Check=person} sang.",
    ),
    "part of an event": (
        "After {entity the Reef Run of May=EVENT} it rained.",
        "After the {m Reef Run=person} of {m May} it rained.",
    ),
    "party and state": (
        "Then Rep. Ida Holm ({entity R-Ohio City=ORG}) sang.",
        "Then {m Rep. |Ida Holm=person} (R-Ohio City) sang.",
    ),
    "adjective": ("The {entity American=NORP} people sang.", "The American people sang."),
    "common word": ("Then {entity Bank=ORG} workers sang.", "Then Bank workers sang."),
    "no word": ("It is{entity n’t=GPE} so.", "It isn’t so."),
    "in a headline": (
        "{entity Ask Me=ORG} Says Bank Must Wait For Answers\n\nIt rained.",
        "Ask Me Says Bank Must Wait For Answers\n\nIt rained.",
    ),
}


class TestEntities:
    """Entities of a spaCy Doc."""

    def doc(self, marked: str) -> Doc:
        """Return a Doc with the entities that a sentence marks."""
        sentence = parse_markup(marked)
        doc = spacy.blank("en")(sentence.text)
        spans = [doc.char_span(*mark.bounds, label=mark.answer or "") for mark in sentence.of("entity")]
        doc.ents = [span for span in spans if isinstance(span, Span)]
        assert len(sentence.of("entity")) == len(doc.ents)
        return doc

    @pytest.mark.parametrize(("marked", "expected"), ENTITIES.values(), ids=ENTITIES)
    def test_meant(self, marked: str, expected: str) -> None:
        """An entity that no trained pipeline has found is a name of the kind that its label says."""
        doc = self.doc(marked)

        assert parse(expected) == (doc.text, seen(doc.text, find_mentions(TextIndex(doc.text), doc=doc)))

    @pytest.mark.parametrize(("marked", "expected"), TRAINED.values(), ids=TRAINED)
    def test_trained(self, marked: str, expected: str) -> None:
        """An entity of a trained pipeline decides where looks tell little, and no further."""
        doc = self.doc(marked + " It all began when it had rained, on {entity Monday=DATE}.")

        assert parse(expected + " It all began when it had rained, on Monday.") == (
            doc.text,
            seen(doc.text, find_mentions(TextIndex(doc.text), doc=doc)),
        )

    @pytest.mark.parametrize(
        "label",
        [
            lambda doc: Doc(
                doc.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc], tags=["NN"] * len(doc)
            ),
            lambda doc: Doc(
                doc.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc], deps=["dep"] * len(doc)
            ),
        ],
        ids=["tags", "parse"],
    )
    def test_traces(self, label: Callable[[Doc], Doc]) -> None:
        """Tags and parses are the work of a trained pipeline, too."""
        doc = label(self.doc("Then Ida Holm sang."))
        doc.ents = [Span(doc, 1, 3, label="ORG")]

        assert [(5, "", "Ida Holm", "person")] == seen(doc.text, find_mentions(TextIndex(doc.text), doc=doc))

    def test_vectors(self) -> None:
        """So are vectors of the words in their context."""
        doc = self.doc("Then {entity Ida Holm=ORG} sang.")
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
