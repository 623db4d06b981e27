"""JSON Lines: an article in each line."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import IO

from quotekit.corpus.documents import Input, Unread
from quotekit.corpus.kinds import refuse_signature
from quotekit.corpus.rows import Columns, to_document
from quotekit.corpus.sources import Source
from quotekit.corpus.streams import MAX_DOCUMENT_BYTES, open_bytes, start_of, too_large
from quotekit.corpus.text_files import decode
from quotekit.errors import SourceError

__all__ = ["read_jsonl"]

_BLANK = codecs.BOM_UTF8 + b" \t\r\n"


def read_jsonl(source: Source, columns: Columns) -> Iterator[Input]:
    """
    Read JSON Lines.

    Args:
        source: The file.

        columns: The fields of text and id.

    Yields:
        A document for each line that is not empty.

    Raises:
        SourceError: The file cannot be read, or is not text.
    """
    with open_bytes(source.name, source.compression) as lines:
        refuse_signature(start_of(lines), source.name)
        for number, line in enumerate(iter(lambda: lines.readline(MAX_DOCUMENT_BYTES + 1), b""), start=1):
            place = f"{source.name}, line {number}"
            if len(line) > MAX_DOCUMENT_BYTES:
                yield Unread.of(too_large(place))
                _skip_line(lines, line)
            elif line.strip(_BLANK):
                yield _read_line(line.strip(_BLANK), columns, number, place)


def _skip_line(lines: IO[bytes], part: bytes) -> None:
    """Read to the end of a line of which a part has been read."""
    while part and not part.endswith(b"\n"):
        part = lines.readline(MAX_DOCUMENT_BYTES)


def _read_line(line: bytes, columns: Columns, number: int, place: str) -> Input:
    try:
        row = json.loads(decode(line, place))
    except SourceError as error:
        return Unread.of(error)
    except (ValueError, RecursionError) as error:
        return Unread(None, place, f"it is not JSON ({error})")
    if not isinstance(row, dict):
        return Unread(None, place, f"it is not a JSON object, got {row!r:.60}")
    return to_document(row, columns, number, place)
