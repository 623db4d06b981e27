"""JSON Lines: an article in each line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from quotekit.corpus.documents import Input, Unread
from quotekit.corpus.rows import Columns, to_document
from quotekit.corpus.sources import Source
from quotekit.corpus.streams import open_bytes
from quotekit.corpus.text_files import decode
from quotekit.errors import SourceError

__all__ = ["read_jsonl"]

_BLANK = b"\xef\xbb\xbf \t\r\n"


def read_jsonl(source: Source, columns: Columns) -> Iterator[Input]:
    """
    Read JSON Lines.

    Args:
        source: The file.

        columns: The fields of text and id.

    Yields:
        A document for each line that is not empty.

    Raises:
        SourceError: The file cannot be read.
    """
    with open_bytes(source.name, source.compression) as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip(_BLANK):
                yield _read_line(line.strip(_BLANK), columns, number, f"{source.name}, line {number}")


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
