"""The sections of the page on sources: named or not, how they are known, per outlet and over time, and through whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from quotekit.report.plots import Bar, Series
from quotekit.report.section import MAX_ROWS, Section, csv_link, percent, plot
from quotekit.report.source_types import SOURCE_TYPES
from quotekit.report.sources import GENDERS, SourceCounts, SourceOverview, SourceRow, SourceTally

__all__ = ["source_sections"]

_TYPES = (
    Series("named", "direct"),
    Series("institutional", "indirect", "||"),
    Series("unnamed", "mixed", "////"),
    Series("unresolved", "soft", ".."),
)
_STATEMENTS = (Series("statements", "direct"),)
_SOURCES = (Series("sources", "direct"),)
_SOURCE_COLUMNS = ("article", "source", "type", "kind", "roles", "affiliation", "gender", "statements", "words")
_PEOPLE = frozenset({"author", "person", "unnamed"})
_KNOWN_BY = ("role and affiliation", "role", "neither role nor affiliation")


def source_sections(overview: SourceOverview) -> list[Section]:
    """
    Make the plots and tables on sources.

    Args:
        overview: What is known of the sources.

    Returns:
        The sections, without those that have no rows.

    Raises:
        MissingExtraError: Matplotlib is not installed.
    """
    made = [
        _types(overview),
        _known_by(overview.sources),
        _genders(overview.sources),
        _tallies(
            "Sources by outlet",
            "Statements by type of source, by the outlet that published the articles.",
            overview.outlets,
            shares=True,
        ),
        _tallies(
            "Sources over time",
            "Statements by type of source and month, by the date of the articles or their datelines.",
            overview.months,
        ),
        _carried(overview),
        _tallies("Wire copy", "In articles that credit an agency, and in all others.", overview.wire_copy)
        if overview.wires
        else None,
        _tallies("Agencies", "Statements in articles that credit each agency.", overview.wires),
        _unnamed(overview.sources),
    ]
    return [section for section in made if section is not None]


def _types(overview: SourceOverview) -> Section | None:
    total = overview.total
    if not total.total:
        return None
    title = "Named, institutional and unnamed sources"
    text = (
        "Named are people with a name. Institutional are organizations, documents, and groups with a name. Unnamed is "
        "who is only described, such as “a U.S. official” or “critics”. Unresolved is where it is not clear who speaks."
        " Sources are counted in each article."
    )
    bars = [Bar(name, (number,)) for name, number in zip(SOURCE_TYPES, total.statements, strict=True)]
    numbers = Counter[str](row.type for row in overview.sources)
    sources = [None if name == "unresolved" else numbers[name] for name in SOURCE_TYPES]
    rows = tuple(zip(SOURCE_TYPES, sources, total.statements, total.words, strict=True))
    cells = tuple(
        (name, "–" if number is None else f"{number:,}", f"{said:,}", f"{words:,}", percent(total.word_share(name)))
        for name, number, said, words in rows
    )
    columns = ("type", "sources", "statements", "words", "% of words")
    csv = csv_link(columns[:-1], rows)
    return Section(title, text, plot(bars, _STATEMENTS, title), columns, cells, 0, csv)


def _known_by(sources: Sequence[SourceRow]) -> Section | None:
    named = [row for row in sources if row.type == "named"]
    if not named:
        return None
    title = "How named sources are known"
    text = (
        "By a role, such as “Mayor” or “spokeswoman”, and by the name of whom they speak or work for, both as printed. "
        "The table has those with most statements; the CSV has every source of every article."
    )
    known = Counter(_how_known(row) for row in named)
    bars = [Bar(how, (known[how],)) for how in _KNOWN_BY]
    shown = sorted(named, key=lambda row: -row.statements)[:MAX_ROWS]
    cells = tuple(
        (row.name, "; ".join(row.roles) or "–", row.affiliation or "–", f"{row.statements:,}", row.article or "")
        for row in shown
    )
    columns = ("source", "role", "affiliation", "statements", "article")
    drawn, more = plot(bars, _SOURCES, title), max(0, len(named) - MAX_ROWS)
    return Section(title, text, drawn, columns, cells, more, _sources_csv(sources), is_list=True)


def _how_known(row: SourceRow) -> str:
    if not row.roles:
        return _KNOWN_BY[2]
    return _KNOWN_BY[0] if row.affiliation else _KNOWN_BY[1]


def _genders(sources: Sequence[SourceRow]) -> Section | None:
    people = [row for row in sources if row.kind in _PEOPLE]
    if not people:
        return None
    title = "Women and men"
    text = (
        "Single people among the sources, by the gender that the text itself shows: “she” and “he”, “Mrs.” and “Mr.”, "
        "“spokeswoman” and the like. Names are not taken as evidence, so that of many is not told."
    )
    counts = [[row for row in people if row.gender == gender] for gender in GENDERS]
    bars = [Bar(gender, (len(rows),)) for gender, rows in zip(GENDERS, counts, strict=True)]
    rows = [
        (gender, len(those), sum(row.statements for row in those), sum(row.words for row in those))
        for gender, those in zip(GENDERS, counts, strict=True)
    ]
    columns = ("gender", "sources", "statements", "words")
    cells = tuple((name, *(f"{number:,}" for number in numbers)) for name, *numbers in rows)
    return Section(title, text, plot(bars, _SOURCES, title), columns, cells, 0, csv_link(columns, rows))


def _tallies(title: str, text: str, tallies: Sequence[SourceTally], *, shares: bool = False) -> Section | None:
    """Make a section whose bars are divided by type of source."""
    if not tallies:
        return None
    bars = [Bar(tally.name, tally.counts.statements) for tally in tallies]
    columns = ("name", "statements", *SOURCE_TYPES, "% of words unnamed", "articles")
    cells = tuple((tally.name, *_cells(tally.counts)) for tally in tallies[:MAX_ROWS])
    rows = ((t.name, t.counts.total, *t.counts.statements, *t.counts.words, t.counts.articles) for t in tallies)
    words = [f"{name} words" for name in SOURCE_TYPES]
    csv = csv_link(("name", "statements", *SOURCE_TYPES, *words, "articles"), rows)
    more = max(0, len(tallies) - MAX_ROWS)
    return Section(title, text, plot(bars, _TYPES, title, shares=shares), columns, cells, more, csv)


def _cells(counts: SourceCounts) -> Iterable[str]:
    yield f"{counts.total:,}"
    yield from (f"{number:,}" for number in counts.statements)
    yield percent(counts.word_share("unnamed"))
    yield f"{counts.articles:,}"


def _carried(overview: SourceOverview) -> Section | None:
    if not overview.carried:
        return None
    title = "What came through other outlets"
    text = (
        f"{len(overview.carried):,} of {overview.total.total:,} statements reached the articles through an outlet, "
        "show or platform that they name. The bars have those named most often."
    )
    named = Counter(name for row in overview.carried for name in row.via).most_common()
    bars = [Bar(name, (number,)) for name, number in named]
    rows = [(row.name, " → ".join(row.via), row.content, row.article or "") for row in overview.carried]
    return _list(title, text, bars, ("source", "through", "statement", "article"), rows)


def _unnamed(sources: Sequence[SourceRow]) -> Section | None:
    unnamed = sorted((row for row in sources if row.type == "unnamed"), key=lambda row: -row.statements)
    if not unnamed:
        return None
    title = "Unnamed sources"
    text = "Everybody who is only described, in the words of the articles, with the beginning of what they say first."
    described: Counter[str] = Counter()
    for row in unnamed:
        described[row.name.lower()] += row.statements
    bars = [Bar(name, (number,)) for name, number in described.most_common()]
    rows = [(row.name, row.kind, str(row.statements), row.example, row.article or "") for row in unnamed]
    return _list(title, text, bars, ("description", "kind", "statements", "says first", "article"), rows)


def _list(
    title: str, text: str, bars: Sequence[Bar], columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]
) -> Section:
    """Make a section whose table has texts."""
    drawn, more = plot(bars, _STATEMENTS, title), max(0, len(rows) - MAX_ROWS)
    return Section(title, text, drawn, columns, tuple(rows[:MAX_ROWS]), more, csv_link(columns, rows), is_list=True)


def _sources_csv(sources: Sequence[SourceRow]) -> str:
    rows = (
        (
            row.article,
            row.name,
            row.type,
            row.kind,
            "; ".join(row.roles),
            row.affiliation,
            row.gender,
            row.statements,
            row.words,
        )
        for row in sources
    )
    return csv_link(_SOURCE_COLUMNS, rows)
