"""Overviews of many articles: counts, plots and the page."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from itertools import count
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quotekit.errors import CorpusError, MissingExtraError
from quotekit.records import Article, Attribution, Credit, Kind, Outlet, Spans, Speaker, SpeakerKind
from quotekit.report import Counts, Input, OutletRow, Row, find_inputs, read_articles, summarize, write_report
from quotekit.report.plots import Bar, Series, draw
from tests.exporters.test_html import HOSTILE, hostile
from tests.exporters.test_json_csv import ARTICLE
from tests.pages import Element, parse
from tests.strategies import articles, texts

SERIES = (Series("direct", "direct"), Series("other", "mixed", "////"))
PERSON, ORGANIZATION, UNNAMED = SpeakerKind.PERSON, SpeakerKind.ORGANIZATION, SpeakerKind.UNNAMED


def said(by: str | None, kind: Kind = Kind.INDIRECT, is_a: SpeakerKind | None = PERSON, via: str = "") -> Attribution:
    """Return an attribution of three words; *is_a* is None if its speaker is not resolved."""
    whole = Spans.of(TEXT, [(0, len(TEXT))])
    quoted = {Kind.DIRECT: whole, Kind.MIXED: Spans.of(TEXT, [(6, 8)]), Kind.INDIRECT: Spans()}[kind]
    speaker = None if is_a is None else Speaker("s", by, is_a)
    outlets = tuple(Outlet(name) for name in via.split("|") if name)
    return attrs.evolve(
        ARTICLE.attributions[0], kind=kind, content=whole, quoted=quoted, speaker=speaker, via=outlets, source=Spans()
    )


TEXT = "“That is all”"
# An article whose text comes again is not counted again.
NUMBERS = count()


def article(*attributions: Attribution, credit: str = "", role: str = "wire", id: str | None = None) -> Article:  # noqa: A002
    """Return an article with these attributions, and a text of its own."""
    return Article(id, f"{TEXT} {next(NUMBERS)}", attributions, credits=(Credit(credit, role, 0, 1),) if credit else ())


def report(*some: Article, group: Callable[[Article], str | None] | None = None) -> Element:
    """Return the page of an overview."""
    stream = io.StringIO()
    write_report(some, stream, group)
    return parse(stream.getvalue().encode().decode())


class TestSummarize:
    """summarize()."""

    def test_nothing(self) -> None:
        """Articles without attributions are counted, and have no speakers or kinds."""
        overview = summarize([article(), article()])

        assert (2, Counts(), (), ()) == (overview.articles, overview.total, overview.speakers, overview.kinds)
        assert (None, None) == (overview.total.share("direct"), overview.total.quoted_share)

    def test_total(self) -> None:
        """Kinds, named and unnamed speakers, and words are counted."""
        kinds = [said("Ida Holm", kind) for kind in (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT, Kind.INDIRECT)]
        total = summarize([article(*kinds), article(), article(said(None, is_a=UNNAMED), said(None, is_a=None))]).total

        assert (
            Counts(2, direct=1, mixed=1, indirect=4, named=4, unnamed=1, unresolved=1, words=18, quoted_words=4)
            == total
        )
        assert (1 / 6, 2 / 6, 4 / 18) == (total.share("direct"), total.share("direct", "mixed"), total.quoted_share)

    def test_speakers(self) -> None:
        """Speakers with the same name but for case and "the" are one, with the most common name and kind."""
        some = [
            article(said("Ida Holm", Kind.DIRECT), said("IDA  HOLM")),
            article(said("Ida Holm"), said("The Senate", is_a=ORGANIZATION), said("the senate", is_a=ORGANIZATION)),
            article(said("Senate", is_a=PERSON), said("Bo Ek"), said("the senate", is_a=ORGANIZATION)),
        ]

        assert (
            Row("Ida Holm", "person", Counts(2, direct=1, indirect=2, named=3, words=9, quoted_words=3)),
            Row("the senate", "organization", Counts(2, indirect=3, named=3, words=9)),
            Row("Bo Ek", "person", Counts(1, indirect=1, named=1, words=3)),
            Row("Senate", "person", Counts(1, indirect=1, named=1, words=3)),
        ) == summarize(some).speakers

    def test_surnames(self) -> None:
        """People who are known by one word are the same in no other article, unless an alias says so."""
        some = [article(said("Holm")), article(said("Holm")), article(said("Ida Holm"))]
        aliases = {"holm": "ida holm"}

        assert [1, 1, 1] == [row.counts.articles for row in summarize(some).speakers]
        assert [3] == [row.counts.articles for row in summarize(some, aliases=aliases).speakers]

    def test_once(self) -> None:
        """An article that comes again is counted once, unless another outlet has published it."""
        first = article(said("Ida Holm"))
        other = attrs.evolve(first, meta={"outlet": "Radio 4"})

        assert 2 == summarize([first, attrs.evolve(first, id="again"), other]).articles

    def test_metadata(self) -> None:
        """Articles are grouped by the outlet in their metadata, and by month, in the order of time."""
        some = [
            attrs.evolve(article(said("Ida Holm")), meta={"outlet": outlet, "date": date})
            for outlet, date in (("Radio 4", "2024-05-03"), ("Radio 5", "2023-12-31"), ("Radio 4", "May"))
        ]
        overview = summarize(some)

        assert [("Radio 4", 2), ("Radio 5", 1)] == [(r.name, r.counts.articles) for r in overview.publishers]
        assert [("2023-12", 1), ("2024-05", 1)] == [(r.name, r.counts.articles) for r in overview.months]

    def test_unnamed(self) -> None:
        """Speakers without a name are counted by kind, but are not listed as speakers."""
        some = [
            article(said(None, is_a=UNNAMED), said(None, is_a=SpeakerKind.GROUP), said("Bo Ek"), said("x", is_a=None))
        ]
        overview = summarize(some)

        assert [("group", 1), ("person", 1), ("unnamed", 1), ("unresolved", 1)] == [
            (row.name, row.counts.attributions) for row in overview.kinds
        ]
        assert [("unnamed", 2), ("named", 1), ("unresolved", 1)] == [
            (row.name, row.counts.attributions) for row in overview.naming
        ]
        assert ["Bo Ek"] == [row.name for row in overview.speakers]

    def test_outlets(self) -> None:
        """Outlets are those in credits and in via, and speakers with an outlet's name; people are not."""
        some = [
            article(said("Ida Holm", Kind.DIRECT, via="Radio Nord|the Radio Nord|CNN"), credit="NTB"),
            article(
                said("CNN", is_a=ORGANIZATION), said("The Reef Times", is_a=ORGANIZATION), credit="Bo Ek", role="byline"
            ),
            article(said("NTB", is_a=ORGANIZATION), said("Acme Corp", is_a=ORGANIZATION), credit="NTB"),
        ]
        one, carried = Counts(1, indirect=1, named=1, words=3), Counts(1, direct=1, named=1, words=3, quoted_words=3)

        assert (
            OutletRow("CNN", one, carried, 0),
            OutletRow("NTB", one, Counts(), 2),
            OutletRow("The Reef Times", one, Counts(), 0),
            OutletRow("the Radio Nord", Counts(), carried, 0),
        ) == summarize(some).outlets

    def test_groups(self) -> None:
        """Articles are grouped as the caller asks."""
        some = [
            article(said("Bo Ek"), id="x"),
            article(said("Bo Ek"), id=None),
            article(said("Bo Ek", Kind.DIRECT), id="x"),
        ]

        assert (Row("x", "", Counts(2, direct=1, indirect=1, named=2, words=6, quoted_words=3)),) == summarize(
            some, attrgetter("id")
        ).groups
        assert () == summarize(some).groups

    @given(st.lists(articles(), max_size=3, unique_by=lambda one: (one.text, str(one.meta.get("outlet")))))
    def test_any_articles(self, some: list[Article]) -> None:
        """Each attribution is counted once in each table, and for each of its speakers in that of speakers."""
        overview = summarize(some, lambda article: article.id or "none")
        expected = sum(len(one.attributions) for one in some)

        assert {expected} == {
            overview.total.attributions,
            *(sum(r.counts.attributions for r in rows) for rows in (overview.kinds, overview.naming, overview.groups)),
        }
        named = sum(bool(s.name) for one in some for a in one.attributions for s in a.speakers)
        assert named == sum(row.counts.attributions for row in overview.speakers)
        assert sum(1 for one in some if one.attributions) == overview.total.articles


class TestDraw:
    """draw()."""

    def test_bars(self) -> None:
        """Every bar has a name and a number, every part above zero a rectangle, and the legend its names."""
        svg = parse(draw([Bar("Ida Holm", (3, 2)), Bar("Bo Ek", (0, 1234))], SERIES, label="Who"))

        assert ["Ida Holm", "5", "Bo Ek", "1,234", "direct", "other"] == [text.text for text in svg.all("text")]
        assert [1, 2] == [
            sum(p.attributes.get("fill") == fill for p in svg.all("path") if p.attributes.get("clip-path"))
            for fill in ("var(--direct)", svg.all("path")[2].attributes["fill"])
        ]

    def test_shares(self) -> None:
        """With shares, all bars have the same width and give the share of the first part."""
        svg = parse(draw([Bar("a", (1, 3)), Bar("b", (20, 0)), Bar("c", (0, 0))], SERIES, label="Who", shares=True))

        assert ["25% direct", "100% direct", "0"] == [text.text for text in svg.all("text")][1:6:2]

    def test_uses_the_styles_of_the_page(self) -> None:
        """A plot uses the page's colors, has no styles, and has an accessible label."""
        svg = parse(draw([Bar("a", (1, 3))], SERIES, label="<Who>")).one("svg")
        colours = {e.attributes[name] for e in svg for name in ("fill", "stroke") if name in e.attributes}

        assert ("img", "<Who>") == (svg.attributes["role"], svg.attributes["aria-label"])
        assert [] == [e.tag for e in svg if "style" in e.attributes or e.tag in {"style", "script", "metadata"}]
        assert [] == [c for c in colours if c != "none" and not c.startswith(("var(--", "url(#"))]

    def test_ids(self) -> None:
        """Two plots on a page do not share pattern ids, and drawing is deterministic."""
        one, two = (draw([Bar("a", (1, n))], SERIES, label=f"plot {n}") for n in (1, 2))
        ids = [set(re.findall(r'id="(\w+)"', svg)) for svg in (one, two)]

        assert set() == {i for i in ids[0] & ids[1] if i.startswith("p")}
        assert one == draw([Bar("a", (1, 1))], SERIES, label="plot 1")

    @pytest.mark.parametrize("name", ["$x^{", "\\frac", "漢字 שלום", "<b>&amp;</b>", HOSTILE], ids=range(5))
    def test_names(self, name: str) -> None:
        """Names are shown literally, on one line, and long ones are truncated."""
        shown = parse(draw([Bar(name, (1, 1))], SERIES, label="Who")).all("text")[0].text

        assert shown == name if len(name) < 42 else name.startswith(shown.removesuffix("…"))

    @pytest.mark.parametrize(("letter", "most"), [("x", 42), ("漢", 21)])
    def test_long_names(self, letter: str, most: int) -> None:
        """A name is truncated to the width of the plot."""
        names = [letter * most, letter * (most + 1)]
        shown = [t.text for t in parse(draw([Bar(n, (1, 1)) for n in names], SERIES, label="Who")).all("text")[:3:2]]

        assert [letter * most, letter * (41 // (42 // most)) + "…"] == shown

    @settings(max_examples=15)
    @given(texts(), st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)))
    @example("आशा राव", (2, 1))
    @example("عمر حداد", (2, 1))
    def test_any_bar(self, name: str, values: tuple[int, int]) -> None:
        """Any name and any numbers can be drawn, as counts or shares."""
        for shares in (True, False):
            svg = parse(draw([Bar(name, values)], SERIES, label=name, shares=shares).encode().decode())

            assert [] == [e.tag for e in svg if e.tag in {"script", "img", "style"}]


class TestWriteReport:
    """write_report()."""

    @pytest.fixture(name="page")
    def fixture_page(self) -> Element:
        """Return the page of a few articles."""
        again = attrs.evolve(ARTICLE, text=f"{ARTICLE.text} It is.")
        return report(ARTICLE, again, article(said("CNN", Kind.DIRECT, ORGANIZATION)), group=lambda a: a.id or "none")

    def test_figures(self, page: Element) -> None:
        """The key figures are at the top."""
        assert {
            "articles": "3",
            "attributions": "11",
            "speakers with a name": "2",
            "of attributions direct": "27%",
            "of attributions from named speakers": "64%",
        } == dict(zip([e.text for e in page.all("dt")], [e.text for e in page.all("dd")], strict=True))

    def test_sections(self, page: Element) -> None:
        """Every section has a plot and a table."""
        titles = [
            "Who is quoted most",
            "How much of it is direct",
            "Outlets",
            "Folders",
            "Named, institutional and unnamed sources",
            "How named sources are known",
            "Women and men",
            "Sources by outlet",
            "What came through other outlets",
            "Wire copy",
            "Agencies",
            "Unnamed sources",
        ]

        assert titles == [section.one("h2").text for section in page.all("section")]
        assert [(1, 1)] * 12 == [(len(s.all("svg")), len(s.all("table"))) for s in page.all("section")]

    def test_tables(self, page: Element) -> None:
        """The tables have the right figures."""
        rows = [
            [[cell.text for cell in row if cell.tag in {"th", "td"}] for row in table.one("tbody").all("tr")]
            for table in page.all("table")
        ]

        assert [["Ida Holm", "6", "33%", "2", "2", "2", "2"], ["CNN", "1", "100%", "1", "0", "0", "1"]] == rows[0]
        assert ["all", "11", "27%", "3", "4", "4", "3"] == rows[1][0]
        assert [
            ["NTB", "0", "–", "2", "0%", "2"],
            ["Radio Nord", "0", "–", "2", "0%", "0"],
            ["CNN", "1", "100%", "0", "–", "0"],
        ] == rows[2]
        assert ["bridge", "10", "20%", "2", "4", "4", "2"] == rows[3][0]
        assert [
            ["named", "2", "6", "30", "57%"],
            ["institutional", "1", "1", "3", "6%"],
        ] == rows[4][:2]
        assert [["Ida Holm", "Mayor", "–", "3", "bridge"]] * 2 == rows[5]

    def test_most(self) -> None:
        """The plot shows the first twelve speakers, the table the first twenty-five, and the number of the others."""
        page = report(article(*(said(f"Speaker {n}") for n in range(40))))
        section = page.all("section")[0]

        assert (25, ["and 15 more"]) == (len(section.one("tbody").all("tr")), [p.text for p in section.all(of="more")])
        assert 12 == len([t for t in section.all("text") if t.text.startswith("Speaker")])

    def test_no_attributions(self) -> None:
        """Without attributions, the page says so."""
        page = report(article())

        assert (["Nobody is quoted in these articles."], []) == (
            [p.text for p in page.one("main").all("p")],
            page.all("svg"),
        )

    def test_is_self_contained(self, page: Element) -> None:
        """The page is self-contained and has no scripts, inline styles or handlers."""
        names = {name for element in page for name in element.attributes}
        (policy,) = (m.attributes["content"] for m in page.all("meta") if "http-equiv" in m.attributes)

        assert [] == [name for name in names if name.startswith("on") or name in {"style", "src"}]
        links = [e.attributes["href"] for e in page if "href" in e.attributes]
        assert [] == [link for link in links if not link.startswith(("#", "data:text/csv;charset=utf-8,"))]
        assert ("script-src 'none'" in policy, []) == (True, page.all("script"))

    def test_hostile(self) -> None:
        """Markup in names is escaped."""
        page = report(hostile(), article(said(HOSTILE, via=HOSTILE)), group=lambda _: HOSTILE)

        assert [] == [e.tag for e in page if e.tag in {"img", "script"}]
        assert HOSTILE in {e.text for e in page.all("bdi")}

    @settings(max_examples=5)
    @given(st.lists(articles(), max_size=2, unique_by=lambda one: (one.id or "", one.text)))
    def test_any_articles(self, some: list[Article]) -> None:
        """Any articles can be reported; what is given twice is counted once, and an empty id is none."""
        assert str(len(some)) == report(*some, group=attrgetter("id")).all("dd")[0].text

    def test_without_matplotlib(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without matplotlib, the missing extra is reported before any work is done."""
        monkeypatch.setitem(sys.modules, "matplotlib", None)

        with pytest.raises(MissingExtraError) as caught:
            write_report((pytest.fail("an article was asked for") for _ in "a"), io.StringIO())

        assert MissingExtraError(package="matplotlib", extra="report") == caught.value


class TestInputs:
    """Inputs of an overview."""

    def test_folders(self, tmp_path: Path) -> None:
        """Folders are searched for texts and articles; files are used as given."""
        for name in ("b.txt", "a.TXT", "sub/c.jsonl", "sub/deep/d.txt", "sub/notes.md", "x.txt/y.txt"):
            tmp_path.joinpath(name).parent.mkdir(parents=True, exist_ok=True)
            tmp_path.joinpath(name).write_text("")
        found = find_inputs([tmp_path, tmp_path / "sub" / "notes.md", tmp_path / "none"])

        assert [
            Input(tmp_path / "a.TXT", None),
            Input(tmp_path / "b.txt", None),
            Input(tmp_path / "sub/c.jsonl", "sub"),
            Input(tmp_path / "sub/deep/d.txt", "sub/deep"),
            Input(tmp_path / "x.txt/y.txt", "x.txt"),
            Input(tmp_path / "sub/notes.md", None),
            Input(tmp_path / "none", None),
        ] == found
        assert [False, False, True, False, False, False, False] == [source.holds_articles for source in found]

    @given(st.lists(articles(), max_size=3))
    def test_articles(self, some: list[Article]) -> None:
        """Articles are read as they were written; empty lines and a byte order mark are ignored."""
        lines = "\ufeff" + "\n\r\n".join(one.to_json() for one in some)
        with TemporaryDirectory() as folder:
            path = Path(folder, "articles.jsonl")
            path.write_bytes(lines.encode("utf-8", "surrogatepass"))

            assert some == list(read_articles(path))

    @pytest.mark.parametrize(
        ("line", "problem"),
        [
            (b"\xff", "it is not UTF-8: the byte at offset 0 of the line is 0xff"),
            (b"{}", "at id, the field is missing"),
        ],
        ids=["bytes", "fields"],
    )
    def test_wrong_line(self, tmp_path: Path, line: bytes, problem: str) -> None:
        """A line that is not an article raises an error with its number."""
        path = tmp_path / "articles.jsonl"
        path.write_bytes(ARTICLE.to_json().encode() + b"\n\n" + line)
        found = read_articles(path)

        assert ARTICLE == next(found)
        with pytest.raises(CorpusError) as caught:
            next(found)

        assert CorpusError(path, 3, problem) == caught.value
