"""Rows of tables as documents: text, id and metadata."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import attrs

from quotekit.arguments import check_instance
from quotekit.corpus.documents import Document, Input, Unread
from quotekit.errors import QuotekitError, RecordError, SourceError
from quotekit.inputs import About
from quotekit.records.convert import parse_json

__all__ = ["Columns", "to_document"]

_ID = "id"
# The other fields of an article, by which quotekit's own output is recognized when it is read again.
_RESULTS = frozenset({"attributions", "speakers", "credits", "dateline"})
_MAX_SHOWN_NAMES = 8


def _check_name(_: object, field: attrs.Attribute[Any], value: object) -> None:
    check_instance(field.name, value, str, "the name of a column", "give a string")


@attrs.frozen
class Columns:
    """The columns of text and id."""

    #: The column of the text.
    text: str = attrs.field(default="text", validator=_check_name)
    #: The column of the id; the column ``id`` where there is one, or else the row's number, if not given.
    id: str | None = attrs.field(default=None, validator=attrs.validators.optional(_check_name))

    def check(self, names: Mapping[str, Any] | list[str], place: str) -> None:
        """
        Refuse a table that lacks one of the columns.

        Args:
            names: The names of its columns.

            place: Its name.

        Raises:
            SourceError: A column is missing.
        """
        options = ((self.text, "--text-column"), (self.id, "--id-column"))
        for name, option in options:
            if name is not None and name not in names:
                shown = [str(found) for found in names][:_MAX_SHOWN_NAMES]
                there = f"there are {', '.join(map(repr, shown))}" if shown else "there are none"
                raise SourceError(place, f"it has no column {name!r}", f"name it with {option}; {there}")


def to_document(row: Mapping[str, Any], columns: Columns, number: int, place: str) -> Input:
    """
    Read a row.

    Args:
        row: Its values by column.

        columns: The columns of text and id.

        number: The row's number, from 1, which is its id if it has no other.

        place: Where it is.

    Returns:
        Its document; an unread one if it has no text or an invalid id.

    Example:
        >>> to_document({"body": "It rained.", "outlet": "Radio 4"}, Columns("body"), 7, "rain.csv, row 7").about
        About(id='7', meta=Meta({'outlet': 'Radio 4'}), context=None)
    """
    try:
        columns.check(row, place)
    except SourceError as error:
        return Unread.of(error)
    id_column = _ID if columns.id is None else columns.id
    known: Mapping[str, Any] = {name: value for name, value in row.items() if name not in {columns.text, id_column}}
    if row.keys() >= _RESULTS:
        known = _own_meta(row.get("meta"))
    text = row[columns.text]
    name = _name(row.get(id_column), number)
    if name is None:
        return Unread(None, place, f"its id must be a string or a whole number, got {row[id_column]!r}")
    if not isinstance(text, str):
        return Unread(name, place, "it has no text" if text is None else f"its text must be a string, got {text!r:.60}")
    try:
        return Document(text, About(name, {key: _plain(value) for key, value in known.items()}), place)
    except QuotekitError as error:
        return Unread(name, place, str(error))


def _own_meta(value: object) -> Mapping[str, Any]:
    """Return the metadata in quotekit's own output; tables have it as JSON."""
    if isinstance(value, str):
        try:
            value = parse_json(value)
        except RecordError:
            return {}
    return value if isinstance(value, Mapping) else {}


def _name(value: object, number: int) -> str | None:
    """Return an id as a string; the row's number where there is none."""
    if value in (None, "") or value != value:  # noqa: PLR0124  # NaN
        return str(number)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else None


def _plain(value: Any) -> Any:
    """Convert a value for the metadata: what JSON cannot hold becomes a string."""
    if isinstance(value, Mapping):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, float):
        return str(value) if math.isinf(value) else value
    if value is None or isinstance(value, (str, int)) or hasattr(value, "isoformat"):
        return value
    return str(value)
