"""The overview as an HTML page: plots, each with a table of the same numbers and more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TextIO

from quotekit.arguments import check_stream
from quotekit.exporters.html.templates import Templates
from quotekit.records import Article
from quotekit.records.publication import read_publication
from quotekit.report.counts import Counts, OutletRow, Overview, Row, month_of, summarize
from quotekit.report.plots import Bar, Series, require_matplotlib
from quotekit.report.section import MAX_BARS, MAX_ROWS, Section, csv_link, percent, plot
from quotekit.report.source_sections import source_sections
from quotekit.report.sources import SourceCounter

__all__ = ["sections", "write_report"]

_HERE = Path(__file__).parent
_TEMPLATES = Templates(_HERE / "files", _HERE.parent / "exporters" / "html" / "files")
_KINDS = (Series("direct", "direct"), Series("mixed", "mixed", "////"), Series("indirect", "indirect", "||"))
_OUTLET_PARTS = (Series("said by it", "cue"), Series("carried by it", "mixed", "////"))
_COLUMNS = ("attributions", "% direct", "direct", "mixed", "indirect", "articles")
_CSV_COLUMNS = ("name", "kind", "attributions", "direct", "mixed", "indirect", "words", "words quoted", "articles")


def write_report(
    articles: Iterable[Article],
    stream: TextIO,
    group: Callable[[Article], str | None] | None = None,
    aliases: Mapping[str, str] | None = None,
) -> None:
    """
    Write an overview of articles as a self-contained HTML page.

    Args:
        articles: A stream of articles.

        stream: Output stream, in UTF-8.

        group: Returns the group of an article, such as its folder, or None.

        aliases: Names of the same speaker, from :func:`quotekit.report.read_aliases`.

    Raises:
        MissingExtraError: Matplotlib is not installed.
    """
    check_stream("stream", stream)
    require_matplotlib()
    counter = SourceCounter(outlet=partial(_outlet_of, group=group), date=month_of)
    overview = summarize(counter.counted(articles), group, aliases)
    page = _TEMPLATES.page(
        "report.html",
        styles=("article.css", "page.css", "report.css"),
        title="Who is quoted",
        figures=list(_figures(overview)),
        sections=[*sections(overview), *source_sections(counter.overview())],
    )
    stream.writelines(page)


def _outlet_of(article: Article, group: Callable[[Article], str | None] | None) -> str | None:
    """Return the outlet of an article, or else its group."""
    return read_publication(article.meta).outlet or (group(article) if group else None)


def sections(overview: Overview) -> list[Section]:
    """
    Make the plots and tables.

    Args:
        overview: The counts.

    Returns:
        The sections that are not empty.

    Raises:
        MissingExtraError: Matplotlib is not installed.
    """
    whole = Row("all", "", overview.total)
    made = [
        _by_kind(
            "Who is quoted most",
            "Speakers who have a name, over all articles. Those with the same full name are counted as one; people "
            "known by one word alone, which others may share, are not merged.",
            overview.speakers,
        ),
        _by_kind(
            "How much of it is direct",
            f"By what the speaker is. Of all words attributed, {percent(overview.total.quoted_share)} are between "
            "quotation marks.",
            [whole, *overview.kinds] if overview.kinds else [],
            shares=True,
        ),
        _outlets(overview.outlets),
        _by_kind("Published by", "Articles by the outlet in their metadata.", overview.publishers, shares=True),
        _by_kind("Months", "Articles by the date in their metadata, or else in their dateline.", overview.months),
        _by_kind("Folders", "Articles by the folder that they are in.", overview.groups, shares=True),
    ]
    return [section for section in made if section is not None]


def _by_kind(title: str, text: str, rows: Sequence[Row], *, shares: bool = False) -> Section | None:
    """Make a section whose bars are divided by kind of attribution."""
    if not rows:
        return None
    bars = [Bar(row.name, (row.counts.direct, row.counts.mixed, row.counts.indirect)) for row in rows[:MAX_BARS]]
    drawn = plot(bars, _KINDS, title, shares=shares)
    cells = tuple((row.name, *_cells(row.counts)) for row in rows[:MAX_ROWS])
    csv = csv_link(_CSV_COLUMNS, (_csv_row(row) for row in rows))
    return Section(title, text, drawn, ("name", *_COLUMNS), cells, len(rows[MAX_ROWS:]), csv)


def _csv_row(row: Row) -> tuple[object, ...]:
    of = row.counts
    numbers = (of.attributions, of.direct, of.mixed, of.indirect, of.words, of.quoted_words, of.articles)
    return (row.name, row.kind, *numbers)


def _outlets(rows: Sequence[OutletRow]) -> Section | None:
    """Make a section whose bars are divided into statements by an outlet and statements carried by it."""
    if not rows:
        return None
    title = "Outlets"
    text = (
        "Newspapers, agencies, broadcasters and platforms that articles name: as speakers, as what carried somebody "
        "else’s words to the article, or in credits, such as “(AP)”."
    )
    bars = [Bar(row.name, (row.said.attributions, row.carried.attributions)) for row in rows[:MAX_BARS]]
    drawn = plot(bars, _OUTLET_PARTS, title)
    columns = ("name", "said by it", "% direct", "carried by it", "% direct", "articles credited to it")
    cells = tuple(
        (row.name, *(cell for counts in (row.said, row.carried) for cell in _few_cells(counts)), f"{row.credited:,}")
        for row in rows[:MAX_ROWS]
    )
    csv = csv_link(
        ("name", "said by it", "carried by it", "articles credited to it"),
        ((row.name, row.said.attributions, row.carried.attributions, row.credited) for row in rows),
    )
    return Section(title, text, drawn, columns, cells, len(rows[MAX_ROWS:]), csv)


def _figures(overview: Overview) -> Iterator[tuple[str, str]]:
    """Yield the most important numbers, each with its label."""
    total = overview.total
    yield f"{overview.articles:,}", "articles"
    yield f"{total.attributions:,}", "attributions"
    yield f"{len(overview.speakers):,}", "speakers with a name"
    yield percent(total.share("direct")), "of attributions direct"
    yield percent(total.share("named")), "of attributions from named speakers"


def _few_cells(counts: Counts) -> tuple[str, str]:
    return f"{counts.attributions:,}", percent(counts.share("direct"))


def _cells(counts: Counts) -> Iterator[str]:
    yield from _few_cells(counts)
    yield from (f"{number:,}" for number in (counts.direct, counts.mixed, counts.indirect, counts.articles))
