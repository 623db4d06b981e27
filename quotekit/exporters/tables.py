"""Articles as rows of several tables, shared by the databases."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from quotekit.exporters.encodable import encodable
from quotekit.records import Article, Attribution, Spans, TextSpan
from quotekit.records.convert import to_line
from quotekit.records.meta import plain_meta

__all__ = ["ROLES", "TABLES", "create_tables", "rows_of", "system_errors"]

_KEY = ("article", "INTEGER")
_OFFSETS = (("start_offset", "INTEGER"), ("end_offset", "INTEGER"))

#: The columns of each table, with their types in SQL.
TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "articles": (
        _KEY,
        ("id", "TEXT"),
        ("text", "TEXT"),
        ("dateline_place", "TEXT"),
        ("dateline_date", "TEXT"),
        ("dateline_start", "INTEGER"),
        ("dateline_end", "INTEGER"),
        ("meta", "TEXT"),
    ),
    "attributions": (
        _KEY,
        ("id", "TEXT"),
        ("kind", "TEXT"),
        ("content", "TEXT"),
        ("quoted", "TEXT"),
        ("cue", "TEXT"),
        ("cue_lemma", "TEXT"),
        ("source", "TEXT"),
        ("speaker", "TEXT"),
        ("addressee", "TEXT"),
        ("negated", "BOOLEAN"),
        ("stance", "TEXT"),
        ("parent", "TEXT"),
        ("confidence", "DOUBLE"),
        ("speaker_confidence", "DOUBLE"),
        *_OFFSETS,
    ),
    "spans": (_KEY, ("attribution", "TEXT"), ("role", "TEXT"), ("number", "INTEGER"), ("text", "TEXT"), *_OFFSETS),
    "speakers": (_KEY, ("id", "TEXT"), ("name", "TEXT"), ("kind", "TEXT"), ("titles", "TEXT"), ("members", "TEXT")),
    "mentions": (_KEY, ("speaker", "TEXT"), ("number", "INTEGER"), ("text", "TEXT"), *_OFFSETS),
    "via": (_KEY, ("attribution", "TEXT"), ("number", "INTEGER"), ("outlet", "TEXT"), ("text", "TEXT"), *_OFFSETS),
    "credits": (_KEY, ("name", "TEXT"), ("role", "TEXT"), *_OFFSETS),
}
# How SQLite and DuckDB say that a disk is full.
_FULL = ("disk is full", "No space left")
#: The parts of an attribution that have spans.
ROLES = ("content", "quoted", "cue", "source", "addressee")


def create_tables(execute: Callable[[str], object]) -> None:
    """
    Create the tables in an empty database.

    Args:
        execute: Runs a statement of SQL.

    Example:
        >>> statements = []
        >>> create_tables(statements.append)
        >>> statements[-1]
        'CREATE TABLE credits (article INTEGER, name TEXT, role TEXT, start_offset INTEGER, end_offset INTEGER)'
    """
    for table, columns in TABLES.items():
        execute(f"CREATE TABLE {table} ({', '.join(' '.join(column) for column in columns)})")


@contextmanager
def system_errors(kind: type[Exception], path: str | os.PathLike[str]) -> Iterator[None]:
    """
    Raise the errors of a database that cannot be written as errors of the system.

    Args:
        kind: The class of the database's errors.

        path: Path of the database.

    Raises:
        OSError: There was such an error; its number is that of a full disk if it says so.

    Example:
        >>> with system_errors(ValueError, "said.db"):
        ...     raise ValueError("database or disk is full")
        Traceback (most recent call last):
        ...
        OSError: [Errno 28] database or disk is full: 'said.db'
    """
    try:
        yield
    except kind as error:
        is_full = any(words in str(error) for words in _FULL)
        raise OSError(errno.ENOSPC if is_full else errno.EIO, str(error), os.fspath(path)) from error


def rows_of(article: Article, number: int) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """
    Convert an article to rows.

    Args:
        article: The article.

        number: Its number, from 1, which the rows of all tables have in their first column.

    Yields:
        The name of a table, and a value for each of its columns. Lone surrogates become U+FFFD.

    Example:
        >>> list(rows_of(Article("a", "Nothing was said."), 1))
        [('articles', (1, 'a', 'Nothing was said.', None, None, None, None, '{}'))]
    """
    for table, row in _rows(article):
        yield table, (number, *encodable(row))


def _rows(article: Article) -> Iterator[tuple[str, tuple[Any, ...]]]:
    dateline = article.dateline
    where = (dateline.place, dateline.date, dateline.start, dateline.end) if dateline else (None,) * 4
    meta = to_line(encodable(plain_meta(article.meta)))
    yield "articles", (article.id, article.text, *where, meta)
    for attribution in article.attributions:
        yield from _attribution_rows(attribution)
    for speaker in article.speakers:
        titles, members = (to_line(encodable(names)) for names in (speaker.titles, [m.id for m in speaker.members]))
        yield "speakers", (speaker.id, speaker.name, speaker.kind.value, titles, members)
        for number, mention in enumerate(speaker.mentions, start=1):
            yield "mentions", (speaker.id, number, *_place(mention))
    for credit in article.credits:
        yield "credits", (credit.name, credit.role, credit.start, credit.end)


def _attribution_rows(a: Attribution) -> Iterator[tuple[str, tuple[Any, ...]]]:
    yield (
        "attributions",
        (
            a.id,
            a.kind.value,
            a.content.text,
            a.quoted.text or None,
            a.cue.text or None,
            a.cue_lemma,
            a.source.text or None,
            a.speaker.id if a.speaker else None,
            a.addressee.text if a.addressee else None,
            a.negated,
            a.stance.value,
            a.parent,
            a.confidence,
            a.speaker_confidence,
            a.content.start,
            a.content.end,
        ),
    )
    for role in ROLES:
        found = getattr(a, role)
        spans = found if isinstance(found, Spans) else filter(None, [found])
        for number, span in enumerate(spans, start=1):
            yield "spans", (a.id, role, number, *_place(span))
    for number, outlet in enumerate(a.via, start=1):
        place = _place(outlet.span) if outlet.span else (None, None, None)
        yield "via", (a.id, number, outlet.name, *place)


def _place(span: TextSpan) -> tuple[str, int, int]:
    return span.text, span.start, span.end
