"""Articles as a DuckDB database, with the tables of :mod:`quotekit.exporters.sqlite`. Needs the extra ``duckdb``."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from quotekit.arguments import check_path
from quotekit.errors import MissingExtraError, RecordError
from quotekit.exporters.replace import creating
from quotekit.exporters.table_reader import read_tables
from quotekit.exporters.tables import TABLES, create_tables, rows_of, system_errors
from quotekit.records import Article
from quotekit.records.arguments import each_article

try:
    import duckdb
    import pyarrow as pa
except ImportError as error:
    raise MissingExtraError(package="duckdb", extra="duckdb") from error

__all__ = ["read_duckdb", "write_duckdb"]

_BATCH_ARTICLES = 512
_TYPES = {"INTEGER": pa.int32(), "TEXT": pa.string(), "BOOLEAN": pa.bool_(), "DOUBLE": pa.float64()}
_SCHEMAS = {table: pa.schema([(name, _TYPES[of]) for name, of in columns]) for table, columns in TABLES.items()}


def write_duckdb(articles: Iterable[Article], path: str | os.PathLike[str]) -> None:
    """
    Write articles as a DuckDB database.

    Args:
        articles: As for :func:`quotekit.exporters.sqlite.write_sqlite`.

        path: As for :func:`quotekit.exporters.sqlite.write_sqlite`.

    Raises:
        FileExistsError: It exists.

        OSError: As for :func:`quotekit.exporters.sqlite.write_sqlite`.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_duckdb([Article("a", "Nothing was said.")], f"{folder}/said.duckdb")
        ...     with duckdb.connect(f"{folder}/said.duckdb") as database:
        ...         database.execute("SELECT id, text FROM articles").fetchall()
        [('a', 'Nothing was said.')]
    """
    articles = each_article(articles)
    with creating(path) as new, _without_log(new), system_errors(duckdb.Error, path), duckdb.connect(new) as database:
        create_tables(database.execute)
        waiting: dict[str, list[Any]] = defaultdict(list)
        for number, article in enumerate(articles, start=1):
            for table, row in rows_of(article, number):
                waiting[table].append(row)
            if number % _BATCH_ARTICLES == 0:
                _insert(database, waiting)
        _insert(database, waiting)


@contextmanager
def _without_log(path: Path) -> Iterator[None]:
    """Remove the log that DuckDB leaves beside a database if it is interrupted; it would be read into the next one."""
    log = path.with_name(f"{path.name}.wal")
    log.unlink(missing_ok=True)
    try:
        yield
    finally:
        log.unlink(missing_ok=True)


def _insert(database: Any, waiting: dict[str, list[Any]]) -> None:
    """Insert the waiting rows, and clear them."""
    for table, rows in waiting.items():
        schema = _SCHEMAS[table]
        values = [dict(zip(schema.names, row, strict=True)) for row in rows]
        database.register("batch", pa.Table.from_pylist(values, schema=schema))
        database.execute(f"INSERT INTO {table} SELECT * FROM batch")  # noqa: S608  # names of our own
        database.unregister("batch")
    waiting.clear()


def read_duckdb(path: str | os.PathLike[str]) -> Iterator[Article]:
    """
    Read articles from a DuckDB database, as written by :func:`write_duckdb`; only a few are in memory at once.

    Args:
        path: As for :func:`quotekit.exporters.sqlite.read_sqlite`.

    Yields:
        The articles, as :func:`quotekit.exporters.sqlite.read_sqlite` does.

    Raises:
        FileNotFoundError: There is no such file.

        RecordError: It is not a DuckDB database with our tables, or its rows are not those of a valid article.

    Example:
        >>> import tempfile
        >>> article = Article("a", "Nothing was said.")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_duckdb([article], f"{folder}/said.duckdb")
        ...     list(read_duckdb(f"{folder}/said.duckdb")) == [article]
        True
    """
    check_path("path", path)
    file = Path(path).resolve(strict=True)
    try:
        with duckdb.connect(str(file), read_only=True) as database:
            yield from read_tables(lambda query: _selected(database.cursor(), query))
    except duckdb.Error as error:
        raise RecordError(where="", problem=f"it must be a DuckDB database with our tables ({error})") from error


def _selected(cursor: Any, query: str) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query, a few at a time."""
    cursor.execute(query)
    while rows := cursor.fetchmany(_BATCH_ARTICLES):
        yield from rows
