"""
Articles as an SQLite database.

============ ====================================================================================================
table        columns
============ ====================================================================================================
articles     article, id, text, dateline_place, dateline_date, meta (a JSON object)
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
from collections.abc import Iterable
from contextlib import closing

from quotekit.exporters.replace import creating
from quotekit.exporters.tables import create_tables, rows_of
from quotekit.records import Article
from quotekit.records.arguments import each_article

__all__ = ["write_sqlite"]

_INDEXES = {"attributions": "article, id", "spans": "article, attribution", "speakers": "article, id"}


def write_sqlite(articles: Iterable[Article], path: str | os.PathLike[str]) -> None:
    """
    Write articles as an SQLite database.

    Args:
        articles: The articles.

        path: Path of the database, which must not exist.

    Raises:
        FileExistsError: It exists.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_sqlite([Article("a", "Nothing was said.")], f"{folder}/said.sqlite")
        ...     with closing(sqlite3.connect(f"{folder}/said.sqlite")) as database:
        ...         database.execute("SELECT id, text FROM articles").fetchall()
        [('a', 'Nothing was said.')]
    """
    articles = each_article(articles)
    with creating(path) as new, closing(sqlite3.connect(new)) as database:
        # The file is written anew; after an interruption it is not used.
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
