"""
"I" and "we": in somebody's words that speaker, elsewhere the author.

The markup of the texts is described in :mod:`tests.marked_speakers`.
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
from tests.marked_speakers import parse_article
from tests.speakers.test_resolve import places
from tests.strategies import spans, texts, word_soups, word_spans

FIRST_PERSON = {
    "inside a quotation": '[2|"[1|{I=Ida Holm} think] it will hold,"] said {Ida Holm=Ida Holm}.',
    "we inside a quotation": '[2|"{We=Ida Holm} [1|believe in it],"] {Mayor Ida Holm=Ida Holm} said.',
    "my inside a quotation": '[2|"In [1|{my=Ida Holm} view], it will hold,"] {Ida Holm=Ida Holm} said.',
    "we inside an organization's words": (
        '[2|"{We=Reef Bank:organization} [1|are sorry],"] {the Reef Bank=Reef Bank:organization} said.'
    ),
    "inside the words of somebody unnamed": '[2|"{I=-:unnamed} [1|fear for the dam],"] {an engineer=-:unnamed} said.',
    "inside words whose speaker is a pronoun": 'Ida Holm rose. [2|"{I=Ida Holm} [1|doubt it],"] {she=Ida Holm} said.',
    "inside words within words": (
        "[3|\"She said, [2|'{I=Mia Lind} [1|know nothing],'] {Mia Lind=Mia Lind} did,\"] {Carl Dray=Carl Dray} said."
    ),
    "inside a quotation of nobody": 'The sign read "{I=?} [1|want to go home]".',
    "quoted in a block": (
        "{Ida Holm=Ida Holm} wrote:\n\n[1|{I=Ida Holm} [2|am sure] that the dam will hold.]\n\nNobody answered."
    ),
    "outside, with a byline": "By Mia Lind\n\nThe dam is old. {I=Mia Lind:author} [1|think it will hold].",
    "we outside, with a byline": "By Mia Lind\n\nThe dam is old. {We=Mia Lind:author} [1|doubt that it will hold].",
    "we outside, with two bylines": (
        "By Mia Lind and Carl Dray\n\nThe dam is old. {We=Mia Lind; Carl Dray:author} [1|doubt it]."
    ),
    "I outside, with two bylines": "By Mia Lind and Carl Dray\n\nThe dam is old. {I=-:author} [1|doubt it].",
    "outside, without a byline": "The dam is old. {I=-:author} [1|think it will hold].",
    "outside, beside a speaker": (
        'By Mia Lind\n\n{I=Mia Lind:author} asked {Ida Holm=Ida Holm}. [2|"It will hold,"] {she=Ida Holm} told '
        "{me=Mia Lind:author}."
    ),
    "inside what is told without marks": (
        "By Mia Lind\n\n{Ida Holm=Ida Holm} said [1|that {I=Mia Lind:author} [2|had asked for it]]."
    ),
    "letter": (
        "LETTERS\n\n{I=Ida Holm:author} [1|like the dam].\n\nIda Holm, Oslo\n\n{I=Carl Dray:author} [2|do "
        "not].\n\nCarl Dray."
    ),
    "transcript": "HOLM: Good evening.\n\nDRAY: Good evening.\n\nHOLM: {I=?} [1|think it will hold].",
    "byline is nobody that the article tells of": 'By Mia Lind\n\nOslo sleeps. [1|"It rains,"] {she=?} said.',
    "running quotation": (
        "[1|“It rained,”] {Ida Holm=Ida Holm} said. [1|“It poured.]\n\n[=Ida Holm|“Then it stopped.”] Carl Dray left."
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
