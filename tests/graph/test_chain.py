"""Chains of an article, their drawing, and the page that shows it."""

from __future__ import annotations

import io
from itertools import pairwise

import attrs
import pytest
from hypothesis import given

from quotekit.graph import Chain, Stop, chains, write_chains
from quotekit.graph.layout import draw
from quotekit.records import Article
from tests.exporters.test_html import HOSTILE, hostile
from tests.exporters.test_json_csv import ARTICLE
from tests.graph.test_document import NESTED, PUBLISHED, said
from tests.pages import parse
from tests.strategies import articles


def names(article: Article) -> list[list[str]]:
    """Return the names of the stops of each chain."""
    return [[stop.name for stop in chain.stops] for chain in chains(article)]


def page(*some: Article) -> str:
    """Return the page of articles."""
    stream = io.StringIO()
    write_chains(some, stream)
    return stream.getvalue()


class TestChains:
    """chains()."""

    def test_nested(self) -> None:
        """An inner statement has its own outlets, then the outer speaker with the outer outlets."""
        assert [["Kyodo", "The Times"], ["Holm", "Radio Nord", "CNN", "Kyodo", "The Times"], ["the report"]] == names(
            NESTED
        )

    def test_statements(self) -> None:
        """Statements that took one way are together."""
        direct = tuple(attrs.evolve(a, via=()) for a in ARTICLE.attributions)

        assert [["a1", "a2"], ["a3"], ["a4"], ["a5"]] == [
            [a.id for a in chain.attributions] for chain in chains(attrs.evolve(ARTICLE, attributions=direct))
        ]

    def test_circle(self) -> None:
        """Statements that contain each other end somewhere."""
        both = (said(1, NESTED.speakers[0], "late", parent="a2"), said(2, NESTED.speakers[1], "late", parent="a1"))

        assert [["Holm", "Kyodo"], ["Kyodo", "Holm"]] == names(attrs.evolve(NESTED, attributions=both))

    @given(articles())
    def test_any_article(self, article: Article) -> None:
        """Each statement is in one chain."""
        found = [a.id for chain in chains(article) for a in chain.attributions]

        assert sorted(a.id for a in article.attributions) == sorted(found)


class TestDrawing:
    """draw()."""

    def test_columns(self) -> None:
        """Each stop stands one column before the next, and the article is last."""
        drawing = draw(chains(NESTED), "This article")
        columns = {box.name: box.x for box in drawing.boxes}

        assert columns["Holm"] < columns["Radio Nord"] < columns["CNN"] < columns["Kyodo"] < columns["The Times"]
        assert columns["The Times"] == columns["the report"] < columns["This article"]
        assert 6 == len(drawing.lines)

    def test_widths(self) -> None:
        """A line is the wider the more statements it has."""
        some = chains(NESTED)
        twice = Chain((Stop("Bo", "speaker"),), (*NESTED.attributions, *NESTED.attributions))
        widths = [line.width for line in draw([twice, some[2]], "This article").lines]

        assert sorted(widths, reverse=True) == widths
        assert widths[0] > widths[1]

    def test_long_name(self) -> None:
        """A name that does not fit is cut."""
        (box, _) = draw(
            [Chain((Stop("The Society of " + "x" * 50 + " and others", "speaker"),), NESTED.attributions)], "a"
        ).boxes

        assert ("The Society of", "x" * 23 + " …") == box.lines

    @given(articles())
    def test_no_overlap(self, article: Article) -> None:
        """No box overlaps another, and all are inside the drawing."""
        if not article.attributions:
            return
        drawing = draw(chains(article), "This article")
        by_column: dict[float, list[float]] = {}
        for box in drawing.boxes:
            by_column.setdefault(box.x, []).append(box.y)

        assert all(b - a > drawing.box_height for ys in by_column.values() for a, b in pairwise(sorted(ys)))
        assert all(box.x + drawing.box_width <= drawing.width for box in drawing.boxes)
        assert all(0 <= box.y <= drawing.height - drawing.box_height for box in drawing.boxes)


class TestPage:
    """write_chains()."""

    def test_links(self) -> None:
        """Each box but that of the article leads to a list of statements."""
        found = parse(page(NESTED, ARTICLE))
        links = [link.attributes["href"] for link in found.all("a")]
        targets = {f"#{item.attributes['id']}" for item in found.all("li") if "id" in item.attributes}

        assert len(links) > 6
        assert set(links) <= targets

    def test_published(self) -> None:
        """The page says where and when an article was published."""
        assert "Published: The Reef Times, 2024-05-03T09:30Z" in parse(page(PUBLISHED)).all("p")[0].text

    def test_hostile(self) -> None:
        """Markup in names and texts stays text."""
        found = parse(page(hostile()))

        assert [] == found.all("script") + found.all("img")
        assert HOSTILE in found.one(of="list").text

    @pytest.mark.parametrize("some", [(), (Article("a", "Nothing."),)], ids=["no articles", "no statements"])
    def test_nothing(self, some: tuple[Article, ...]) -> None:
        """A page without chains says so."""
        assert "<svg" not in page(*some)

    @given(articles())
    def test_any_article(self, article: Article) -> None:
        """The page of any article is well-formed, and encodable."""
        parse(page(article).encode().decode())
