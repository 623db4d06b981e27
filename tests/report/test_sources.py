"""The sources of articles: their types, how they are known, and what they add up to."""

from __future__ import annotations

import csv
import io
from itertools import count
from urllib.parse import unquote

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotekit.records import Article, Attribution, Credit, Dateline, Kind, Outlet, Spans, Speaker, SpeakerKind
from quotekit.report import SOURCE_TYPES, SourceCounts, SourceTally, summarize_sources
from quotekit.report.section import csv_link
from quotekit.report.source_types import gender_of, source_type
from tests.strategies import articles, texts

TEXT = "Ms. Ida Holm, a director of the Reef Bank, said it leaks. She left. Bo Holm, mayor of Oslo, did not."


def speaker(kind: SpeakerKind, name: str | None = None, titles: tuple[str, ...] = (), *mentions: str) -> Speaker:
    """Return a speaker with mentions in the text."""
    bounds = sorted((TEXT.index(words), TEXT.index(words) + len(words)) for words in mentions)
    return Speaker(f"s-{kind}-{name}", name, kind, titles, Spans.of(TEXT, bounds))


_NUMBERS = count()
IDA = speaker(SpeakerKind.PERSON, "Ida Holm", ("director",), "Ms. Ida Holm", "She")
CRITICS = speaker(SpeakerKind.GROUP)


def said(by: Speaker | None, words: int = 2, via: tuple[str, ...] = ()) -> Attribution:
    """Return an attribution of one or two words."""
    start = TEXT.index("it leaks")
    content = Spans.of(TEXT, [(start, start + (2 if words == 1 else 8))])
    nothing = Spans()
    outlets = tuple(map(Outlet, via))
    return Attribution(
        id="a",
        kind=Kind.INDIRECT,
        content=content,
        quoted=nothing,
        cue=nothing,
        cue_lemma=None,
        source=nothing,
        speaker=by,
        addressee=None,
        via=outlets,
        negated=False,
        parent=None,
        confidence=1,
    )


def article(*attributions: Attribution, **more: object) -> Article:
    """Return an article with these attributions, unlike every other one."""
    text = TEXT + " " * next(_NUMBERS)
    return Article(id="dam", text=text, attributions=attributions, **more)  # type: ignore[arg-type]


class TestTypes:
    """source_type()."""

    @pytest.mark.parametrize(
        ("kind", "name", "expected"),
        [
            (SpeakerKind.PERSON, "Ida Holm", "named"),
            (SpeakerKind.AUTHOR, "Ida Holm", "named"),
            (SpeakerKind.AUTHOR, None, "unnamed"),
            (SpeakerKind.UNNAMED, None, "unnamed"),
            (SpeakerKind.GROUP, None, "unnamed"),
            (SpeakerKind.GROUP, "Greens", "institutional"),
            (SpeakerKind.ORGANIZATION, "Reef Bank", "institutional"),
            (SpeakerKind.ORGANIZATION, None, "institutional"),
            (SpeakerKind.DOCUMENT, None, "institutional"),
        ],
    )
    def test_kinds(self, kind: SpeakerKind, name: str | None, expected: str) -> None:
        """The kind of speaker and whether there is a name decide."""
        assert expected == source_type(said(speaker(kind, name)))

    def test_unresolved(self) -> None:
        """Without a speaker nothing can be told."""
        assert "unresolved" == source_type(said(None))


class TestGender:
    """gender_of()."""

    @pytest.mark.parametrize(
        ("kind", "name", "titles", "mentions", "expected"),
        [
            (SpeakerKind.PERSON, "Ida Holm", (), ("Ms. Ida Holm",), "female"),
            (SpeakerKind.PERSON, "Holm", (), ("She",), "female"),
            (SpeakerKind.UNNAMED, None, ("spokesman",), (), "male"),
            (SpeakerKind.PERSON, "Ida Holm", ("director",), ("Ida Holm",), None),
            (SpeakerKind.PERSON, "Ida King", (), (), None),
            (SpeakerKind.PERSON, "Holm", ("spokesman",), ("She",), None),
            (SpeakerKind.GROUP, None, ("women",), (), None),
        ],
        ids=["title", "pronoun", "noun", "name", "surname", "conflict", "group"],
    )
    def test_gender(
        self,
        kind: SpeakerKind,
        name: str | None,
        titles: tuple[str, ...],
        mentions: tuple[str, ...],
        expected: str | None,
    ) -> None:
        """Pronouns, titles and nouns tell it; names do not."""
        assert expected == gender_of(speaker(kind, name, titles, *mentions))


class TestSummarize:
    """summarize_sources()."""

    def test_total(self) -> None:
        """Statements and words are counted by type."""
        overview = summarize_sources([article(said(IDA), said(IDA, words=1), said(CRITICS), said(None)), article()])

        assert ("named", "institutional", "unnamed", "unresolved") == SOURCE_TYPES
        assert SourceCounts(2, (2, 0, 1, 1), (3, 0, 2, 2)) == overview.total
        assert (3 / 7, 1) == (overview.total.word_share("named"), overview.total.of("unnamed"))
        assert SourceCounts().word_share("named") is None

    def test_sources(self) -> None:
        """A source has what its article tells of it."""
        (row, _) = summarize_sources([article(said(IDA), said(CRITICS), said(IDA, words=1))]).sources

        assert ("dam", "Ida Holm", "named", "person", ("director",), "the Reef Bank", "female", 2, 3, "it leaks") == (
            attrs.astuple(row)
        )

    def test_carried(self) -> None:
        """Statements that came through outlets are listed with them."""
        rows = summarize_sources([article(said(IDA, via=("CNN", "AFP")), said(IDA))]).carried

        assert [("dam", "Ida Holm", ("CNN", "AFP"), "it leaks")] == [attrs.astuple(row) for row in rows]

    def test_wire_copy(self) -> None:
        """An article that credits an agency is wire copy, however often it does."""
        wire = (Credit("AFP", "wire", 0, 1), Credit("Bo", "byline", 0, 1), Credit("AFP", "wire", 2, 3))
        overview = summarize_sources([article(said(IDA), credits=wire), article(said(CRITICS))])
        one = SourceCounts(1, (1, 0, 0, 0), (2, 0, 0, 0))

        assert (SourceTally("AFP", one),) == overview.wires
        assert [("other articles", 1), ("wire copy", 1)] == [(t.name, t.counts.articles) for t in overview.wire_copy]

    def test_outlets_and_months(self) -> None:
        """Outlets are in descending order, months in that of time; the caller knows best."""
        dated = article(said(IDA), dateline=Dateline("2026-05-03", None, 0, 1))
        overview = summarize_sources([dated, article(said(IDA), said(IDA))], outlet=lambda a: str(len(a.attributions)))
        known = summarize_sources([article(said(IDA), meta={"outlet": "Post", "date": "2024-07-01T10:00"})])
        given_dates = summarize_sources([dated, article(), dated], date=lambda _: "2025-12-31")

        assert ["2", "1"] == [tally.name for tally in overview.outlets]
        assert [("2026-05", 1)] == [(tally.name, tally.counts.articles) for tally in overview.months]
        assert [("2025-12", 2)] == [(tally.name, tally.counts.articles) for tally in given_dates.months]
        assert ["Post", "2024-07"] == [tally.name for tally in (*known.outlets, *known.months)]

    @settings(max_examples=30)
    @given(st.lists(articles(), max_size=3))
    def test_any_articles(self, some: list[Article]) -> None:
        """All statements are counted once, and all with a speaker have a source."""
        # Of articles with the same text, the first one is counted.
        some = list({one.text: one for one in reversed(some)}.values())
        overview = summarize_sources(some)
        resolved = sum(len(a.speakers) for one in some for a in one.attributions)

        assert sum(len(one.attributions) for one in some) == overview.total.total
        assert resolved == sum(row.statements for row in overview.sources)


class TestCsv:
    """csv_link()."""

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Any text is one cell, which is no formula."""
        link = csv_link(("a", "b"), [(text, 1)])
        read = list(csv.reader(io.StringIO(unquote(link.partition(",")[2]), newline="")))

        assert link.isascii()
        assert not {'"', "<", "'", " "} & set(link)
        assert ["a", "b"] == read[0]
        assert not read[1][0].startswith(("=", "+", "-", "@", "\t"))
