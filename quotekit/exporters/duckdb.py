"""Articles as a DuckDB database, with the tables of :mod:`quotekit.exporters.sqlite`. Needs the extra ``duckdb``."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from quotekit.errors import MissingExtraError
from quotekit.exporters.replace import creating
from quotekit.exporters.tables import TABLES, create_tables, rows_of
from quotekit.records import Article
from quotekit.records.arguments import each_article

try:
    import duckdb
    import pyarrow as pa
except ImportError as error:
    raise MissingExtraError(package="duckdb", extra="duckdb") from error

__all__ = ["write_duckdb"]

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

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_duckdb([Article("a", "Nothing was said.")], f"{folder}/said.duckdb")
        ...     with duckdb.connect(f"{folder}/said.duckdb") as database:
        ...         database.execute("SELECT id, text FROM articles").fetchall()
        [('a', 'Nothing was said.')]
    """
    articles = each_article(articles)
    with creating(path) as new, duckdb.connect(os.fspath(new)) as database:
        create_tables(database.execute)
        waiting: dict[str, list[Any]] = defaultdict(list)
        for number, article in enumerate(articles, start=1):
            for table, row in rows_of(article, number):
                waiting[table].append(row)
            if number % _BATCH_ARTICLES == 0:
                _insert(database, waiting)
        _insert(database, waiting)


def _insert(database: Any, waiting: dict[str, list[Any]]) -> None:
    """Insert the rows that wait, and forget them."""
    for table, rows in waiting.items():
        schema = _SCHEMAS[table]
        values = [dict(zip(schema.names, row, strict=True)) for row in rows]
        database.register("batch", pa.Table.from_pylist(values, schema=schema))
        database.execute(f"INSERT INTO {table} SELECT * FROM batch")  # noqa: S608  # names of our own
        database.unregister("batch")
    waiting.clear()
