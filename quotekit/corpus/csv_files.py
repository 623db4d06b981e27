"""CSV: an article in each row, below a row of names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from quotekit.corpus.documents import Input, Unread
from quotekit.corpus.kinds import refuse_signature
from quotekit.corpus.rows import Columns, to_document
from quotekit.corpus.sources import Source
from quotekit.corpus.streams import MAX_DOCUMENT_BYTES, open_bytes, start_of, too_large
from quotekit.errors import SourceError

__all__ = ["read_csv"]

_DELIMITERS = ",;\t"


def read_csv(source: Source, columns: Columns) -> Iterator[Input]:
    """
    Read CSV, with commas, semicolons or tabs between the fields.

    Args:
        source: The file.

        columns: The columns of text and id.

    Yields:
        A document for each row.

    Raises:
        SourceError: The file cannot be read, is not text in UTF-8, or lacks a column.
    """
    # By default the csv module refuses fields as long as an article may be.
    csv.field_size_limit(MAX_DOCUMENT_BYTES)
    number = 0
    with open_bytes(source.name, source.compression) as file:
        start = start_of(file)
        refuse_signature(start, source.name)
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
        try:
            rows = csv.reader(_lines(text, source.name), delimiter=_delimiter(start, columns.text), strict=True)
            names = next(rows, [])
            columns.check(names, source.name)
            for number, row in enumerate(rows, start=1):
                if row:
                    yield _read_row(row, names, columns, number, f"{source.name}, row {number}")
        except UnicodeDecodeError as error:
            problem = f"not UTF-8 after row {number}, there is a byte 0x{error.object[error.start]:02x}"
            raise SourceError(source.name, problem, "convert the file, for example with iconv") from None
        except csv.Error as error:
            raise SourceError(source.name, f"not CSV after row {number} ({error})", "check its quotes") from None
        finally:
            _detach(text)


def _lines(text: io.TextIOWrapper, place: str) -> Iterator[str]:
    """Yield the lines of a table; none is longer than a document may be."""
    while line := text.readline(MAX_DOCUMENT_BYTES + 1):
        if len(line) > MAX_DOCUMENT_BYTES:
            raise too_large(place)
        yield line


def _delimiter(start: bytes, column: str) -> str:
    """Return the delimiter with which the header has the column of the text; a comma if no delimiter does."""
    first = start.decode("utf-8-sig", errors="replace").partition("\n")[0].rstrip("\r")
    for delimiter in _DELIMITERS:
        if column in next(csv.reader([first], delimiter=delimiter), []):
            return delimiter
    return ","


def _read_row(row: list[str], names: list[str], columns: Columns, number: int, place: str) -> Input:
    if len(row) != len(names):
        return Unread(None, place, f"it has {len(row)} fields, and the first row {len(names)}")
    known: dict[str, Any] = dict(zip(names, row, strict=True))
    return to_document(known, columns, number, place)


def _detach(text: io.TextIOWrapper) -> None:
    # The bytes are closed where they were opened; after a decoding error there may be nothing left to detach.
    try:
        text.detach()
    except ValueError:
        return
