"""Articles as SQLite and DuckDB databases."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

import quotekit
from quotekit.errors import RecordError
from quotekit.exporters import sqlite
from quotekit.exporters.duckdb import read_duckdb, write_duckdb
from quotekit.exporters.sqlite import read_sqlite, write_sqlite
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

    ((name, text, *dateline, meta),) = of("articles")
    return {
        "id": name,
        "text": text,
        "dateline": dateline,
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
    dateline = article.dateline
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
        "dateline": [dateline.place, dateline.date, dateline.start, dateline.end] if dateline else [None] * 4,
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

    def test_numbers(self, write: Callable[..., Rows]) -> None:
        """The rows of each article have its number."""
        rows = write(ARTICLE, Article("b", "It rained."), ARTICLE)

        assert [ARTICLE.id, "b", ARTICLE.id] == [read_back(rows, number)["id"] for number in (1, 2, 3)]
        assert expected(ARTICLE) == read_back(rows, 3)

    def test_existing(self, write: Callable[..., Rows], tmp_path: Path) -> None:
        """A file that is there is not overwritten."""
        path = tmp_path / "said"
        path.write_text("earlier")
        with pytest.raises(FileExistsError):
            (write_sqlite if write is in_sqlite else write_duckdb)([ARTICLE], path)

        assert "earlier" == path.read_text()


# Files may not grow beyond this, as on a disk that is full.
_FULL = """
import resource, sys
from quotekit.exporters.duckdb import write_duckdb
from quotekit.exporters.sqlite import write_sqlite
from quotekit.records import Article

resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    {write}((Article(str(n), "It rained. " * 500) for n in range(3000)), sys.argv[1])
except OSError as error:
    print(error.filename == sys.argv[1])
"""


@pytest.mark.parametrize("write", ["write_sqlite", "write_duckdb"])
def test_full_disk(write: str, tmp_path: Path) -> None:
    """A database that cannot be written is an error of the system, and nothing of it is left."""
    code = [sys.executable, "-c", _FULL.format(write=write), str(tmp_path / "said")]
    done = subprocess.run(code, check=True, capture_output=True, text=True)

    assert "True" == done.stdout.strip()
    assert [] == list(tmp_path.iterdir())


def test_log_of_an_earlier_run(tmp_path: Path) -> None:
    """What a killed process left beside a database is not read into the next one."""
    with duckdb.connect(tmp_path / "killed") as database:
        database.execute("PRAGMA disable_checkpoint_on_shutdown")
        database.execute("CREATE TABLE articles (article INTEGER)")
    tmp_path.joinpath("killed.wal").rename(tmp_path / ".said.quotekit-new.wal")
    write_duckdb([ARTICLE], tmp_path / "said")

    assert [ARTICLE] == list(read_duckdb(tmp_path / "said"))
    assert ["killed", "said"] == sorted(path.name for path in tmp_path.iterdir())


@attrs.frozen
class Database:
    """A kind of database."""

    #: Writes articles to a path.
    write: Callable[[Iterable[Article], Path], None]
    #: Reads articles from a path.
    read: Callable[[Path], Iterator[Article]]
    #: Opens a database for changes that are made at once.
    connect: Callable[[Path], Any]

    def write_changed(self, path: Path, *statements: str) -> None:
        """Write an article and change the database."""
        self.write([ARTICLE], path)
        with closing(self.connect(path)) as database:
            for statement in statements:
                database.execute(statement)


DATABASES = [
    Database(write_sqlite, read_sqlite, partial(sqlite3.connect, isolation_level=None)),
    Database(write_duckdb, read_duckdb, duckdb.connect),
]


@pytest.mark.parametrize("database", DATABASES, ids=["sqlite", "duckdb"])
class TestReaders:
    """Both readers."""

    @given(some=st.lists(articles(), max_size=3))
    def test_any_articles(self, database: Database, some: list[Article]) -> None:
        """Any articles are read back in their order, equal but for lone surrogates."""
        with TemporaryDirectory() as folder:
            path = Path(folder, "said")
            database.write(some, path)

            assert [without_surrogates(one) for one in some] == list(database.read(path))

    def test_many(self, database: Database, tmp_path: Path) -> None:
        """More articles than are written or read at once are read back, and the first before the last."""
        some = [attrs.evolve(ARTICLE, id=str(number)) for number in range(1100)]
        database.write(some, tmp_path / "said")
        found = database.read(tmp_path / "said")

        assert some[0] == next(found)
        assert some[1:] == list(found)

    def test_any_order_of_rows(self, database: Database, tmp_path: Path) -> None:
        """Spans are read by their numbers, wherever their rows are; rows without an article are passed over."""
        database.write_changed(
            tmp_path / "said",
            "CREATE TABLE turned AS SELECT * FROM spans ORDER BY number DESC, role",
            "DELETE FROM spans",
            "INSERT INTO spans SELECT * FROM turned",
            "INSERT INTO credits VALUES (0, 'Ida Holm', 'byline', 0, 1), (7, 'Ida Holm', 'byline', 0, 1)",
        )

        assert [ARTICLE] == list(database.read(tmp_path / "said"))

    @pytest.mark.parametrize(
        ("statement", "message"),
        [
            ("UPDATE spans SET text = 'other'", r"at article 1, attributions\[0\]\.content\[0\]"),
            ("UPDATE speakers SET titles = '[1]'", r"at article 1, speakers\[0\]\.titles\[0\]"),
            ("UPDATE articles SET meta = '{'", "at article 1, it must be JSON"),
            ("UPDATE articles SET text = NULL", "at article 1, text, it must be a string"),
            ("DROP TABLE via", "with our tables"),
            ("ALTER TABLE credits RENAME COLUMN role TO part", "with our tables"),
        ],
    )
    def test_changed(self, database: Database, tmp_path: Path, statement: str, message: str) -> None:
        """Of what is no longer an article it is said where, and what is no longer such a database is refused."""
        database.write_changed(tmp_path / "said", statement)

        with pytest.raises(RecordError, match=message):
            list(database.read(tmp_path / "said"))

    def test_no_database(self, database: Database, tmp_path: Path) -> None:
        """What is no database is refused, and what is not there is not made."""
        (tmp_path / "text").write_text("It rained. " * 1000)
        with pytest.raises(RecordError, match=r"it must be an? (SQLite|DuckDB) database"):
            list(database.read(tmp_path / "text"))
        with pytest.raises(FileNotFoundError):
            list(database.read(tmp_path / "said"))

        assert ["text"] == [path.name for path in tmp_path.iterdir()]


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


@pytest.mark.parametrize(
    ("where", "change"),
    [
        ("attributions", "UPDATE attributions SET article = NULL WHERE id = 'a1'"),
        ("article 1, attributions", "INSERT INTO attributions (article, id) VALUES ('x', 'a2')"),
        ("articles", "UPDATE articles SET article = NULL"),
        ("articles", "INSERT INTO articles SELECT * FROM articles"),
        ("article 1, attributions[0].parent", "UPDATE attributions SET parent = 'a9' WHERE id = 'a1'"),
        ("article 1, attributions[0].confidence", "UPDATE attributions SET confidence = 5 WHERE id = 'a1'"),
    ],
)
def test_changed_rows(tmp_path: Path, where: str, change: str) -> None:
    """Rows that somebody has changed are refused."""
    write_sqlite([quotekit.extract("“It leaks,” Ida Holm said.")], tmp_path / "said.sqlite")
    with closing(sqlite3.connect(tmp_path / "said.sqlite")) as database:
        database.execute(change)
        database.commit()

    with pytest.raises(RecordError) as caught:
        list(read_sqlite(tmp_path / "said.sqlite"))

    assert where == caught.value.where
