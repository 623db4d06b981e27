"""Statements as a report for people, as JSON lines, as CSV, and as a page."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

import attrs

from quotekit.arguments import check_stream
from quotekit.exporters.html.templates import Templates
from quotekit.exporters.spreadsheets import no_formula
from quotekit.matching.rows import COLUMNS, to_rows
from quotekit.matching.statements import Statement, Version, each_statement
from quotekit.records.counts import count
from quotekit.verify.view import Piece, quotation_pieces

__all__ = ["write_csv", "write_html", "write_jsonl", "write_text"]

_HERE = Path(__file__).parent
_PACKAGE = _HERE.parent
_TEMPLATES = Templates(_HERE / "files", _PACKAGE / "verify" / "files", _PACKAGE / "exporters" / "html" / "files")
# Line breaks and control characters, which would drive a terminal.
_NOT_SHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u2066-\u2069\u202a-\u202e]+")


@attrs.frozen
class _Row:
    """A version with what is shown of it."""

    version: Version
    is_first: bool
    pieces: tuple[Piece, ...]


def write_jsonl(statements: Iterable[Statement], stream: TextIO) -> None:
    """
    Write a line of JSON for each statement, as :meth:`Statement.to_json` does.

    Args:
        statements: The statements.

        stream: Output stream.
    """
    check_stream("stream", stream)
    stream.writelines(f"{statement.to_json()}\n" for statement in each_statement(statements))


def write_csv(statements: Iterable[Statement], stream: TextIO, *, excel: bool = False) -> None:
    """
    Write a header and a row for each version.

    Args:
        statements: The statements.

        stream: Output stream, opened with ``newline=""``.

        excel: As for :func:`quotekit.exporters.csv.write_csv`.
    """
    check_stream("stream", stream)
    statements = each_statement(statements)
    if excel:
        stream.write("\ufeff")
    writer = csv.DictWriter(stream, COLUMNS, quoting=csv.QUOTE_NONNUMERIC)
    writer.writeheader()
    for row in to_rows(statements):
        writer.writerow({name: no_formula(cell) for name, cell in row.items()} if excel else row)


def write_text(statements: Iterable[Statement], stream: TextIO) -> None:
    """
    Write a report for people: each statement, and below it who printed what.

    Args:
        statements: The statements.

        stream: Output stream.
    """
    check_stream("stream", stream)
    for number, statement in enumerate(each_statement(statements)):
        heading = f"{statement.id} {statement.speaker or 'Nobody named'}: {count(len(statement.versions), 'version')}"
        stream.write("\n" * bool(number) + _line(heading) + "\n")
        for row in _rows(statement):
            stream.write(f"  {_line(_heading(row))}\n    {_line(row.version.printed.text)}\n")
            if row.version.left_out:
                stream.write(f"    left out: {_line(' … '.join(row.version.left_out))}\n")


def write_html(statements: Iterable[Statement], stream: TextIO) -> None:
    """
    Write a self-contained page, which runs no script: who printed what.

    Args:
        statements: The statements.

        stream: Output stream, in UTF-8.
    """
    check_stream("stream", stream)
    entries = ((statement, list(_rows(statement))) for statement in each_statement(statements))
    styles = ("article.css", "page.css", "verify.css", "match.css")
    stream.writelines(_TEMPLATES.page("match.html", styles=styles, title="Who printed what", entries=entries))


def _rows(statement: Statement) -> Iterator[_Row]:
    first = {id(version) for version in statement.first}
    for version in statement.versions:
        pieces = quotation_pieces(version.difference) if version.difference else [Piece(version.printed.text, "same")]
        yield _Row(version, id(version) in first, tuple(pieces))


def _heading(row: _Row) -> str:
    printed = row.version.printed
    wording = "fullest" if row.version.difference is None else row.version.wording.value
    parts = [printed.outlet or printed.article or "(no id)", printed.date, wording, "first" if row.is_first else None]
    return " · ".join(part for part in parts if part)


def _line(text: str) -> str:
    return _NOT_SHOWN.sub(" ", text)
