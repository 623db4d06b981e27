"""Articles as SQLite and DuckDB databases."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.exporters import sqlite
from quotekit.exporters.duckdb import write_duckdb
from quotekit.exporters.sqlite import write_sqlite
from quotekit.exporters.tables import TABLES
from quotekit.records import Article
from tests.exporters.test_json_csv import ARTICLE
from tests.strategies import articles, without_surrogates

Rows = dict[str, list[tuple[Any, ...]]]


def in_sqlite(*some: Article) -> Rows:
    """Write articles to an SQLite database; return the rows of its tables."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "said.sqlite")
        write_sqlite(some, path)
        with closing(sqlite3.connect(path)) as database:
            return {table: database.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}  # noqa: S608


def in_duckdb(*some: Article) -> Rows:
    """Write articles to a DuckDB database; return the rows of its tables."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "said.duckdb")
        write_duckdb(some, path)
        with duckdb.connect(str(path)) as database:
            return {table: database.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}  # noqa: S608


def read_back(rows: Rows, number: int) -> dict[str, Any]:
    """Return what the tables have of an article: all of its spans, and most other fields."""

    def of(table: str) -> list[tuple[Any, ...]]:
        return [row[1:] for row in rows[table] if row[0] == number]

    ((name, text, place, date, meta),) = of("articles")
    return {
        "id": name,
        "text": text,
        "dateline": (place, date),
        "meta": json.loads(meta),
        "attributions": [(row[0], row[1], row[7], bool(row[9]), row[11], row[12]) for row in of("attributions")],
        "spans": [(row[0], row[1], *row[3:]) for row in of("spans")],
        "speakers": [(row[0], row[1], row[2], json.loads(row[3]), json.loads(row[4])) for row in of("speakers")],
        "mentions": [(row[0], *row[2:]) for row in of("mentions")],
        "via": [(row[0], row[2], row[4], row[5]) for row in of("via")],
        "credits": of("credits"),
    }


def expected(article: Article) -> dict[str, Any]:
    """Return the same of the article itself."""
    article = without_surrogates(article)
    spans = [
        (a.id, role, span.text, span.start, span.end)
        for a in article.attributions
        for role, found in (
            ("content", a.content),
            ("quoted", a.quoted),
            ("cue", a.cue),
            ("source", a.source),
            ("addressee", [a.addressee] if a.addressee else []),
        )
        for span in found
    ]
    return {
        "id": article.id,
        "text": article.text,
        "dateline": (article.dateline.place, article.dateline.date) if article.dateline else (None, None),
        "meta": article.to_dict()["meta"],
        "attributions": [
            (a.id, a.kind.value, a.speaker.id if a.speaker else None, a.negated, a.parent, a.confidence)
            for a in article.attributions
        ],
        "spans": spans,
        "speakers": [(s.id, s.name, s.kind.value, list(s.titles), [m.id for m in s.members]) for s in article.speakers],
        "mentions": [(s.id, m.text, m.start, m.end) for s in article.speakers for m in s.mentions],
        "via": [
            (a.id, o.name, o.span.start if o.span else None, o.span.end if o.span else None)
            for a in article.attributions
            for o in a.via
        ],
        "credits": [(c.name, c.role, c.start, c.end) for c in article.credits],
    }


@pytest.mark.parametrize("write", [in_sqlite, in_duckdb])
class TestDatabases:
    """Both databases."""

    def test_everything(self, write: Callable[..., Rows]) -> None:
        """The tables have all of an article."""
        assert expected(ARTICLE) == read_back(write(ARTICLE), 1)

    @given(some=st.lists(articles(), min_size=1, max_size=2))
    def test_any_articles(self, write: Callable[..., Rows], some: list[Article]) -> None:
        """The tables have all of any article, except for lone surrogates."""
        rows = write(*some)

        assert [expected(one) for one in some] == [read_back(rows, number + 1) for number in range(len(some))]

    def test_existing(self, write: Callable[..., Rows], tmp_path: Path) -> None:
        """A file that is there is not overwritten."""
        path = tmp_path / "said"
        path.write_text("earlier")
        with pytest.raises(FileExistsError):
            (write_sqlite if write is in_sqlite else write_duckdb)([ARTICLE], path)

        assert "earlier" == path.read_text()


def test_documented() -> None:
    """The columns of each table are in the module's docstring and on the page on formats."""
    page = Path(__file__).parents[2].joinpath("docs", "formats.md").read_text(encoding="utf-8")
    page = page.split("\n## Databases\n")[1].split("\n## ")[0]
    text = re.sub(r"\n +", " ", sqlite.__doc__ or "")
    for table, columns in TABLES.items():
        names = [name for name, _ in columns]
        (line,) = re.findall(rf"^{table} +(\S.*)$", text, re.MULTILINE)
        (row,) = re.findall(rf"^\| `{table}` \| (.*) \|$", page, re.MULTILINE)

        assert names == re.findall(r"\w+", re.sub(r"\(.*?\)", "", line))
        assert names == re.findall(r"`(\w+)`", row)
