"""
Articles as an SQLite database.

============ ====================================================================================================
table        columns
============ ====================================================================================================
articles     article, id, text, dateline_place, dateline_date, dateline_start, dateline_end, meta (a JSON object)
attributions article, id, kind, content, quoted, cue, cue_lemma, source, speaker, addressee, negated, stance, parent,
             confidence, speaker_confidence, start_offset, end_offset
spans        article, attribution, role, number, text, start_offset, end_offset
speakers     article, id, name, kind, titles, members (JSON lists)
mentions     article, speaker, number, text, start_offset, end_offset
via          article, attribution, number, outlet, text, start_offset, end_offset
credits      article, name, role, start_offset, end_offset
============ ====================================================================================================

``article`` is the article's number, from 1; ``id`` in ``articles`` is the caller's. ``attribution``, ``speaker`` and
the members of a joint speaker are ids in the article. A role is ``content``, ``quoted``, ``cue``, ``source`` or
``addressee``. Numbers are from 1, in the order of the text; of outlets, nearest to the speaker first. Offsets count
characters of the text, end exclusive.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from quotekit.arguments import check_path
from quotekit.errors import RecordError
from quotekit.exporters.replace import creating
from quotekit.exporters.table_reader import read_tables
from quotekit.exporters.tables import create_tables, rows_of, system_errors
from quotekit.records import Article
from quotekit.records.arguments import each_article

__all__ = ["read_sqlite", "write_sqlite"]

_INDEXES = {"attributions": "article, id", "spans": "article, attribution", "speakers": "article, id"}


def write_sqlite(articles: Iterable[Article], path: str | os.PathLike[str]) -> None:
    """
    Write articles as an SQLite database.

    Args:
        articles: The articles.

        path: Path of the database, which must not exist.

    Raises:
        FileExistsError: It exists.

        OSError: It cannot be written, for example because the disk is full.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_sqlite([Article("a", "Nothing was said.")], f"{folder}/said.sqlite")
        ...     with closing(sqlite3.connect(f"{folder}/said.sqlite")) as database:
        ...         database.execute("SELECT id, text FROM articles").fetchall()
        [('a', 'Nothing was said.')]
    """
    articles = each_article(articles)
    with creating(path) as new, system_errors(sqlite3.Error, path), closing(sqlite3.connect(new)) as database:
        # The file is new, and is discarded if writing is interrupted: it needs no protection.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        create_tables(database.execute)
        for number, article in enumerate(articles, start=1):
            for table, row in rows_of(article, number):
                places = ", ".join("?" * len(row))
                database.execute(f"INSERT INTO {table} VALUES ({places})", row)  # noqa: S608  # names of our own
        for table, indexed in _INDEXES.items():
            database.execute(f"CREATE INDEX {table}_by_id ON {table} ({indexed})")
        database.commit()


def read_sqlite(path: str | os.PathLike[str]) -> Iterator[Article]:
    """
    Read articles from an SQLite database, as written by :func:`write_sqlite`; only a few are in memory at once.

    Contents, cues and other parts of attributions are read from ``spans``; their texts in ``attributions`` are
    ignored.

    Args:
        path: Path of the database, which is not changed.

    Yields:
        The articles, equal to the original ones except for lone surrogates.

    Raises:
        FileNotFoundError: There is no such file.

        RecordError: It is not such a database, or its rows are not those of a valid article.

    Example:
        >>> import tempfile
        >>> article = Article("a", "Nothing was said.")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_sqlite([article], f"{folder}/said.sqlite")
        ...     list(read_sqlite(f"{folder}/said.sqlite")) == [article]
        True
    """
    check_path("path", path)
    address = Path(path).resolve(strict=True).as_uri()
    try:
        with closing(sqlite3.connect(f"{address}?mode=ro", uri=True)) as database:
            yield from read_tables(database.execute)
    except sqlite3.Error as error:
        raise RecordError(where="", problem=f"it must be an SQLite database with our tables ({error})") from error
