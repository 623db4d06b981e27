"""
"I" and "we": in somebody's words that speaker, elsewhere the author.

The markup of the texts is described in :mod:`tests.markup` documents.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.attributions.draft import Draft
from quotekit.names import find_mentions
from quotekit.records import Credit, Spans, SpeakerKind
from quotekit.speakers import Resolution, resolve_speakers
from quotekit.text import TextIndex
from tests.helpers import parse_article
from tests.speakers.test_resolve import places
from tests.strategies import spans, texts, word_soups, word_spans

FIRST_PERSON = {
    "inside a quotation": '{t2 "{t1 {s1 I=Ida Holm} think} it will hold,"} said {s2 Ida Holm=Ida Holm}.',
    "we inside a quotation": '{t2 "{s1 We=Ida Holm} {t1 believe in it},"} {s2 Mayor Ida Holm=Ida Holm} said.',
    "my inside a quotation": '{t2 "In {t1 {s1 my=Ida Holm} view}, it will hold,"} {s2 Ida Holm=Ida Holm} said.',
    "we inside an organization's words": (
        '{t2 "{s1 We=Reef Bank:organization} {t1 are sorry},"} {s2 the Reef Bank=Reef Bank:organization} said.'
    ),
    "inside the words of somebody unnamed": (
        '{t2 "{s1 I=-:unnamed} {t1 fear for the dam},"} {s2 an engineer=-:unnamed} said.'
    ),
    "inside words whose speaker is a pronoun": (
        'Ida Holm rose. {t2 "{s1 I=Ida Holm} {t1 doubt it},"} {s2 she=Ida Holm} said.'
    ),
    "inside words within words": (
        "{t3 \"She said, {t2 '{s1 I=Mia Lind} {t1 know nothing},'} {s2 Mia Lind=Mia Lind} did,\"} "
        "{s3 Carl Dray=Carl Dray} said."
    ),
    "inside a quotation of nobody": 'The sign read "{s I=?} {t want to go home}".',
    "quoted in a block": (
        "{s1 Ida Holm=Ida Holm} wrote:\n\n{t1 {s2 I=Ida Holm} {t2 am sure} that the dam will hold.}\n\nNobody answered."
    ),
    "outside, with a byline": "By Mia Lind\n\nThe dam is old. {s I=Mia Lind:author} {t think it will hold}.",
    "we outside, with a byline": "By Mia Lind\n\nThe dam is old. {s We=Mia Lind:author} {t doubt that it will hold}.",
    "we outside, with two bylines": (
        "By Mia Lind and Carl Dray\n\nThe dam is old. {s We=Mia Lind; Carl Dray:author} {t doubt it}."
    ),
    "I outside, with two bylines": "By Mia Lind and Carl Dray\n\nThe dam is old. {s I=-:author} {t doubt it}.",
    "outside, without a byline": "The dam is old. {s I=-:author} {t think it will hold}.",
    "outside, beside a speaker": (
        'By Mia Lind\n\n{s1 I=Mia Lind:author} asked {s2 Ida Holm=Ida Holm}. {t2 "It will hold,"} {s3 she=Ida Holm} '
        "told "
        "{s4 me=Mia Lind:author}."
    ),
    "inside what is told without marks": (
        "By Mia Lind\n\n{s1 Ida Holm=Ida Holm} said {t1 that {s2 I=Mia Lind:author} {t2 had asked for it}}."
    ),
    "letter": (
        "LETTERS\n\n{s1 I=Ida Holm:author} {t1 like the dam}.\n\nIda Holm, Oslo\n\n{s2 I=Carl Dray:author} {t2 do "
        "not}.\n\nCarl Dray."
    ),
    "transcript": "HOLM: Good evening.\n\nDRAY: Good evening.\n\nHOLM: {s I=?} {t think it will hold}.",
    "byline is nobody that the article tells of": 'By Mia Lind\n\nOslo sleeps. {t "It rains,"} {s she=?} said.',
    "running quotation": (
        "{t1 “It rained,”} {s1 Ida Holm=Ida Holm} said. {t1 “It poured.}\n\n{t2 “Then it stopped.”=Ida Holm} Carl "
        "Dray left."
    ),
}


def resolve(
    text: str, sources: Sequence[Spans], contents: Sequence[Spans], article_credits: Sequence[Credit] = ()
) -> Resolution:
    """The resolution of attributions with these sources and contents."""
    drafts = [Draft(content, source=source) for source, content in zip(sources, contents, strict=True)]
    return resolve_speakers(TextIndex(text), drafts, find_mentions(TextIndex(text)), article_credits=article_credits)


class TestFirstPerson:
    """Sources of the first person."""

    @pytest.mark.parametrize("marked", FIRST_PERSON.values(), ids=FIRST_PERSON)
    def test_whose(self, marked: str) -> None:
        """An “I” is the speaker of the words it stands in, or whoever wrote the article; else nobody."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    def test_mentions(self) -> None:
        """The author's mentions are the byline and the pronouns; a speaker's have the pronouns of his words."""
        text = "By Mia Lind\n\n“I wait,” said Ida Holm. I do not."
        sources = [Spans.of(text, [bounds]) for bounds in ((14, 15), (28, 36), (38, 39))]
        contents = [Spans.of(text, [bounds]) for bounds in ((16, 20), (13, 22), (40, 47))]
        byline = Credit("Mia Lind", "byline", 3, 11)
        resolution = resolve(text, sources, contents, [byline])
        speakers, indices = resolution.speakers, places(resolution)

        assert ["I", "Ida Holm", "I"] == [source.text for source in sources]
        assert [
            ("Mia Lind", SpeakerKind.AUTHOR, ["Mia Lind", "I"]),
            ("Ida Holm", SpeakerKind.PERSON, ["I", "Ida Holm"]),
        ] == [(s.name, s.kind, [m.text for m in s.mentions]) for s in speakers]
        assert [1, 1, 0] == indices

    def test_without_contents(self) -> None:
        """Where nobody says what is whose content, a quoted "I" is nobody."""
        text = "“I wait,” said Ida Holm."

        resolution = resolve(text, [Spans.of(text, [(1, 2)])], [Spans()])

        assert ((), [None]) == (resolution.speakers, places(resolution))

    def test_in_a_circle(self) -> None:
        """Contents that hold each other's sources end in nobody."""
        text = "“I and I wait”"
        sources = [Spans.of(text, [(1, 2)]), Spans.of(text, [(7, 8)])]
        contents = [Spans.of(text, [(7, 13)]), Spans.of(text, [(1, 6)])]

        resolution = resolve(text, sources, contents)

        assert ((), [None, None]) == (resolution.speakers, places(resolution))

    @given(st.data())
    def test_any_text(self, data: st.DataObject) -> None:
        """Any contents, sources and bylines of any text give speakers whose mentions are in the text, each once."""
        text = data.draw(texts() | word_soups())
        count = data.draw(st.integers(0, 4))
        sources = [data.draw(spans(text) | word_spans(text)) for _ in range(count)]
        contents = [data.draw(spans(text)) for _ in range(count)]
        credited = [Credit(s.text, "byline", s.start, s.end) for s in data.draw(spans(text))]
        resolution = resolve(text, sources, contents, credited)
        speakers, indices = resolution.speakers, places(resolution)

        assert count == len(indices)
        assert set(range(len(speakers))) == {index for index in indices if index is not None}
        assert [] == [m for s in speakers for m in s.mentions if text[m.start : m.end] != m.text]
        assert [len(set(s.mentions)) for s in speakers] == [len(s.mentions) for s in speakers]
