"""Articles from the rows of several tables, shared by the databases; :mod:`quotekit.exporters.tables` writes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, TypeAlias

from quotekit.errors import RecordError, describe
from quotekit.exporters.tables import ROLES, TABLES
from quotekit.records import Article
from quotekit.records.convert import parse_json

__all__ = ["Select", "read_tables"]

#: Runs a query of SQL, and yields its rows.
Select: TypeAlias = Callable[[str], Iterable[tuple[Any, ...]]]
_Row: TypeAlias = dict[str, Any]


def read_tables(select: Select) -> Iterator[Article]:
    """
    Read articles from the tables of a database, each of which is read once, side by side.

    Args:
        select: Runs queries of the database; several at once.

    Yields:
        The articles in the order of their numbers.

    Raises:
        RecordError: The rows are not those of a valid article.
    """
    others = {table: _Reader(table, select) for table in TABLES if table != "articles"}
    last = None
    for row in _rows("articles", select):
        number = row["article"]
        if number == last:
            raise RecordError(where="articles", problem=f"there are two rows for article {number}")
        last = number
        try:
            yield Article.from_dict(_plain(row, {table: reader.rows(number) for table, reader in others.items()}))
        except RecordError as error:
            place = f"article {number}"
            raise error.inside(place) from None


class _Reader:
    """The rows of a table, by the numbers of their articles."""

    def __init__(self, table: str, select: Select) -> None:
        self._groups = groupby(_rows(table, select), key=lambda row: row["article"])
        self._next = next(self._groups, None)

    def rows(self, number: int) -> list[_Row]:
        """Return the rows of an article; those of earlier articles are skipped."""
        while self._next is not None and self._next[0] < number:
            self._next = next(self._groups, None)
        return list(self._next[1]) if self._next is not None and self._next[0] == number else []


def _rows(table: str, select: Select) -> Iterator[_Row]:
    """Yield the rows of a table as they were written."""
    names = [name for name, _ in TABLES[table]]
    order = "article, number, rowid" if "number" in names else "article, rowid"
    for row in select(f"SELECT {', '.join(names)} FROM {table} ORDER BY {order}"):  # noqa: S608  # names of our own
        found = dict(zip(names, row, strict=True))
        if not isinstance(found["article"], int):
            problem = f"the number of an article must be an integer, got {describe(found['article'])}"
            raise RecordError(where=table, problem=problem)
        yield found


def _plain(row: _Row, others: Mapping[str, Sequence[_Row]]) -> _Row:
    """Return an article as plain data."""
    spans, via, mentions = (
        _grouped(others["spans"], "attribution", "role"),
        _grouped(others["via"], "attribution"),
        _grouped(others["mentions"], "speaker"),
    )
    return {
        "id": row["id"],
        "text": row["text"],
        "attributions": [_attribution(one, spans, via[one["id"],]) for one in others["attributions"]],
        "speakers": [_speaker(one, mentions[one["id"],]) for one in others["speakers"]],
        "credits": [{"name": one["name"], "role": one["role"], **_offsets(one)} for one in others["credits"]],
        "dateline": _dateline(row),
        "meta": parse_json(row["meta"] or "{}"),
    }


def _grouped(rows: Iterable[_Row], *names: str) -> Mapping[tuple[Any, ...], list[_Row]]:
    """Group rows by some of their columns."""
    groups: dict[tuple[Any, ...], list[_Row]] = defaultdict(list)
    for row in rows:
        groups[tuple(row[name] for name in names)].append(row)
    return groups


def _attribution(row: _Row, spans: Mapping[tuple[Any, ...], list[_Row]], via: Iterable[_Row]) -> _Row:
    parts: dict[str, Any] = {role: list(map(_span, spans[row["id"], role])) for role in ROLES}
    outlets = [{"name": one["outlet"], "span": None if one["text"] is None else _span(one)} for one in via]
    addressees = parts.pop("addressee")
    # SQLite has no booleans.
    negated = row["negated"] if row["negated"] not in {0, 1} else bool(row["negated"])
    kept = {name: value for name, value in row.items() if name not in {"article", "start_offset", "end_offset"}}
    return {**kept, **parts, "addressee": next(iter(addressees), None), "via": outlets, "negated": negated}


def _speaker(row: _Row, mentions: Iterable[_Row]) -> _Row:
    lists = {name: parse_json(row[name] or "[]") for name in ("titles", "members")}
    return {"id": row["id"], "name": row["name"], "kind": row["kind"], "mentions": list(map(_span, mentions)), **lists}


def _dateline(row: _Row) -> _Row | None:
    if row["dateline_start"] is None:
        return None
    return {name: row[f"dateline_{name}"] for name in ("date", "place", "start", "end")}


def _span(row: _Row) -> _Row:
    return {**_offsets(row), "text": row["text"]}


def _offsets(row: _Row) -> _Row:
    return {"start": row["start_offset"], "end": row["end_offset"]}
