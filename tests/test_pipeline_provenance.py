"""
Outlets, addressees and boilerplate through the whole pipeline.

Most texts mark the attributions that the tagger finds in them, as :mod:`tests.markup` documents, so that another model
changes nothing; the last few are read by the shipped model.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from quotekit import Article, Extractor
from quotekit.records import Spans
from quotekit.tagger.tag import TaggedText
from tests.helpers import drafts_of
from tests.markup import parse

EXAMPLE = Path(__file__).parent.parent / "examples" / "japan_summit.txt"


@pytest.fixture(name="extractor", scope="module")
def fixture_extractor() -> Extractor:
    """Return an extractor with default settings."""
    return Extractor()


def read(extractor: Extractor, markup: str, monkeypatch: pytest.MonkeyPatch) -> Article:
    """Return the article of a text whose tagged attributions are those that it marks."""
    marked = parse(markup)
    monkeypatch.setattr("quotekit.pipeline.tag", lambda *_: TaggedText())
    monkeypatch.setattr("quotekit.attributions.find.draft_attributions", lambda *_: drafts_of(marked))
    monkeypatch.setattr("quotekit.attributions.find.CORRECTIONS", {})
    monkeypatch.setattr("quotekit.attributions.find.find_nested", lambda *_: [])
    return extractor.extract(marked.text)


class TestGiven:
    """Texts with given attributions."""

    @pytest.mark.parametrize(
        "markup",
        [
            "{s It} {c is believed} {t that the dam will hold}.",
            "{c It is believed} {t that the dam will hold}.",
            "{s The dam} {c is expected to} {t hold}.",
            "{s Ida Holm} {c is said to} {t have left}.",
            "{t The dam} {c reportedly} {t burst}.",
            "{s Ida Holm} {c allegedly} {t lied}.",
        ],
        ids=str,
    )
    def test_impersonal(self, extractor: Extractor, markup: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """An attribution with an impersonal cue has neither source nor speaker, and is not negated."""
        [found] = read(extractor, markup, monkeypatch).attributions

        assert (Spans(), None, False) == (found.source, found.speaker, found.negated)

    @pytest.mark.parametrize(
        ("markup", "negated"),
        [
            ("{s Ida Holm} {c declined to confirm} {t that the dam would hold}.", True),
            ("{s Ida Holm} {c declined} {t to say whether the dam would hold}.", True),
            ("{s Ida Holm} did not {c say} {t whether the dam would hold}.", True),
            ("{s No official} {c has said} {t that the dam would hold}.", True),
            ("{s Ida Holm} {c denied} {t that the dam would hold}.", False),
            ("{s Ida Holm}{c :} {t The dam will not hold.}", False),
            ("{s Ida Holm} said no. {t The dam will hold.}", False),
        ],
        ids=["declined to confirm", "declined", "did not", "no official", "denied", "colon", "no cue"],
    )
    def test_negated(self, extractor: Extractor, markup: str, negated: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
        """A statement that was not made is negated, by its cue or the words around it."""
        [found] = read(extractor, markup, monkeypatch).attributions

        assert negated is found.negated

    def test_parent(self, extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
        """Of two nested attributions both are reported, and the inner one has the outer one as its parent."""
        markup = "{s1 Ida Holm} {c1 said} {t1 {s2 Carl Dray} {c2 had claimed} {t2 the dam would hold}}."
        found = read(extractor, markup, monkeypatch).attributions

        assert [("a1", "Ida Holm", None), ("a2", "Carl Dray", "a1")] == [
            (a.id, a.speaker and a.speaker.name, a.parent) for a in found
        ]

    def test_relayed(self, extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
        """A statement that an outlet relays has the outlet as via; the outlet is a speaker itself."""
        markup = "{c1 According to} {s1 The Reef Times}, {t1 {s2 officials} {c2 believe} {t2 the dam will hold}}."
        outer, inner = read(extractor, markup, monkeypatch).attributions

        assert outer.speaker is not None
        assert ("organization", [], [outer.speaker.name]) == (
            outer.speaker.kind.value,
            [outlet.name for outlet in outer.via],
            [outlet.name.removeprefix("The ") for outlet in inner.via],
        )

    @pytest.mark.parametrize(
        ("markup", "expected"),
        [
            (
                "{t1 The dam is shut}, {s1 {s2 Kyodo}} {c1 reported}, {c2 citing} {t2 a ministry source}.",
                (None, "unnamed", ["Kyodo"]),
            ),
            (
                "{s1 {s2 Kyodo}} {c1 said} {t1 that it is shut}, {c2 citing} {t2 Foreign Minister Ana Duarte}.",
                ("Ana Duarte", "person", ["Kyodo"]),
            ),
            (
                "{t1 The dam is shut}, {s1 {s2 Reuters}} {c1 reported}, {c2 citing} {t2 Kyodo}.",
                ("Kyodo", "organization", ["Reuters"]),
            ),
            (
                "{t “The dam is shut,”} {s Kyodo} {c quoted} a ministry source as saying.",
                (None, "unnamed", ["Kyodo"]),
            ),
            (
                "{c1 According to} {s1 the BBC}, {s2 which} {c2 cited} {t2 court documents}, {t1 the dam is shut}.",
                (None, "document", ["BBC"]),
            ),
        ],
        ids=["unnamed", "person", "outlet", "quotation", "document"],
    )
    def test_cited(
        self,
        extractor: Extractor,
        markup: str,
        expected: tuple[str | None, str, list[str]],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """A report is attributed to the source that it cites, via the outlet."""
        [found] = read(extractor, markup, monkeypatch).attributions

        assert found.speaker is not None
        assert expected == (found.speaker.name, found.speaker.kind.value, [outlet.name for outlet in found.via])

    def test_addressee(self, extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
        """The addressee is a span of the text, and no outlet."""
        markup = "{s1 Ida Holm} {c1 told} reporters {t1 no}. {s2 Ida Holm} {c2 told} CNN {t2 no}."
        one, other = read(extractor, markup, monkeypatch).attributions

        assert ("reporters", None) == (one.addressee and one.addressee.text, other.addressee)

    def test_boilerplate(self, extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
        """Dateline, caption and credits are not attributed to anybody; they become metadata."""
        article = read(
            extractor,
            "{t1 OSLO, Feb. 10, 2026 (AP) — It is late}, {s1 Ida Holm} {c1 said}.\n\n"
            "{s2 Ida Holm} {c2 speaks about} {t2 the dam} on Monday. (AP Photo/Jane Roe)\n\n"
            "({c3 Reporting by} {s3 Jo Lind}; {t3 Editing by Bo Dray})",
            monkeypatch,
        )

        assert [("It is late", "Ida Holm")] == [(a.content.text, a.source.text) for a in article.attributions]
        assert [
            ("AP", "wire"),
            ("AP", "photo"),
            ("Jane Roe", "photo"),
            ("Jo Lind", "reporting"),
            ("Bo Dray", "editing"),
        ] == [(credit.name, credit.role) for credit in article.credits]
        assert article.dateline is not None
        assert ("OSLO", "2026-02-10") == (article.dateline.place, article.dateline.date)


class TestShippedModel:
    """Texts for the shipped model."""

    def test_interview(self, extractor: Extractor) -> None:
        """A statement made to an outlet has it as via."""
        article = extractor.extract("“The dam will hold,” Ida Holm said in an interview with the Financial Times.")

        assert ["Financial Times"] == [outlet.name for a in article.attributions for outlet in a.via]

    def test_reporters_are_addressees(self, extractor: Extractor) -> None:
        """A statement made to reporters has them as its addressee, and no outlet."""
        [found] = extractor.extract("“The dam will hold,” Ida Holm told reporters on Monday.").attributions

        assert found.addressee is not None
        assert ("reporters", ()) == (found.addressee.text, found.via)

    def test_credits(self, extractor: Extractor) -> None:
        """Credits are found, and are not attributed to anybody."""
        article = extractor.extract(
            "“The dam will hold,” Ida Holm said.\n\nReporting by Jo Lind in Oslo; Editing by Bo Dray"
        )

        assert ["Ida Holm"] == [a.source.text for a in article.attributions]
        assert [("Jo Lind", "reporting"), ("Bo Dray", "editing")] == [(c.name, c.role) for c in article.credits]

    def test_example(self, extractor: Extractor) -> None:
        """The example has its credits and date; statements of The Japan Times have no via."""
        article = extractor.extract(EXAMPLE.read_text(encoding="utf-8"))
        relayed = [a for a in article.attributions if a.source.text == "The Japan Times"]

        assert [("ANI", "wire"), ("agencies", "agencies")] == [(c.name, c.role) for c in article.credits]
        assert article.dateline is not None
        assert "2026-02-10" == article.dateline.date
        assert relayed
        assert all(a.via == () and a.speaker is not None and a.speaker.name == "The Japan Times" for a in relayed)
