"""Input formats, recognized by the endings of file names, and files that are not text."""

from __future__ import annotations

import codecs
import enum
import json
from pathlib import PurePath

import attrs

from quotekit.errors import SourceError

__all__ = ["Compression", "InputFormat", "Kind", "kind_of", "refuse_data", "refuse_signature", "stem_of"]


class InputFormat(str, enum.Enum):
    """A format of articles that are read."""

    #: A file is an article.
    TEXT = "text"
    #: A line is an article, a JSON object.
    JSONL = "jsonl"
    #: A row is an article; the first row has the names of the columns.
    CSV = "csv"
    #: A row is an article.
    PARQUET = "parquet"


class Compression(str, enum.Enum):
    """How a file is compressed."""

    NONE = "none"
    GZIP = "gzip"
    ZSTD = "zstd"


@attrs.frozen
class Kind:
    """What the ending of a file name says."""

    #: The format; None for an ending that is not known.
    form: InputFormat | None
    #: The compression.
    compression: Compression


_COMPRESSIONS = {".gz": Compression.GZIP, ".zst": Compression.ZSTD}
_FORMATS = {
    ".txt": InputFormat.TEXT,
    ".text": InputFormat.TEXT,
    ".md": InputFormat.TEXT,
    ".jsonl": InputFormat.JSONL,
    ".ndjson": InputFormat.JSONL,
    ".csv": InputFormat.CSV,
    ".tsv": InputFormat.CSV,
    ".parquet": InputFormat.PARQUET,
}
_WEB = ("it is a web page, not a text", "extract its text first, for example with trafilatura")
_PDF = ("it is a PDF, not a text", "extract its text first, for example with pdftotext")
_IMAGE = ("it is an image, not a text", "recognize its text first, for example with tesseract")
_OFFICE = ("it is a document of an office suite, not a text", "save it as plain text in UTF-8")
_SHEET = ("it is a spreadsheet, not a table in plain text", "save it as CSV in UTF-8")
_ARCHIVE = ("it is an archive", "unpack it, and name the folder")
_JSON = ("it is one JSON value", "write one JSON object per line, for example with jq -c '.[]', and name it .jsonl")
_REFUSED = {
    **dict.fromkeys((".htm", ".html", ".xhtml", ".mhtml", ".xml"), _WEB),
    ".pdf": _PDF,
    **dict.fromkeys((".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp"), _IMAGE),
    **dict.fromkeys((".doc", ".docx", ".epub", ".odt", ".rtf"), _OFFICE),
    **dict.fromkeys((".ods", ".xls", ".xlsx"), _SHEET),
    **dict.fromkeys((".7z", ".bz2", ".rar", ".tar", ".tgz", ".xz", ".zip"), _ARCHIVE),
    ".json": _JSON,
}
_LINES = ("it has JSON Lines, not a text", "read it with --input-format jsonl")
# The first bytes of files, whatever their names.
_SIGNATURES = (
    (b"%PDF-", _PDF),
    (b"\x89PNG", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"PK\x03\x04", _ARCHIVE),
    (b"\x1f\x8b", ("it is compressed", "name it with the ending .gz, or pipe it through gzip -dc")),
    (b"\x28\xb5\x2f\xfd", ("it is compressed", "name it with the ending .zst, or pipe it through zstd -dc")),
    (b"PAR1", ("it is a Parquet file", "read it with --input-format parquet")),
)
_WEB_SIGNATURES = (b"<!doctype html", b"<html")
# White space may come before the first character; this much of a file is looked at.
_START_BYTES = 1000


def kind_of(name: str) -> Kind:
    """
    Return format and compression by the ending of a file name.

    Args:
        name: The name.

    Returns:
        What the ending says.

    Raises:
        SourceError: It is the ending of files that are not text.

    Example:
        >>> kind_of("2024/articles.csv.gz").form.value, kind_of("dam").form
        ('csv', None)
    """
    path = PurePath(name)
    compression = _COMPRESSIONS.get(path.suffix.lower(), Compression.NONE)
    ending = (path if compression is Compression.NONE else path.with_suffix("")).suffix.lower()
    if ending in _REFUSED:
        problem, remedy = _REFUSED[ending]
        raise SourceError(name, problem, remedy)
    return Kind(_FORMATS.get(ending), compression)


def stem_of(name: str) -> str:
    """
    Return a path without the endings that stand for format and compression.

    Args:
        name: The path.

    Returns:
        The path in the notation of POSIX.

    Example:
        >>> stem_of("2024/dam.txt.gz"), stem_of("2024/v1.2")
        ('2024/dam', '2024/v1')
    """
    path = PurePath(name)
    if path.suffix.lower() in _COMPRESSIONS:
        path = path.with_suffix("")
    return path.with_suffix("").as_posix() if path.suffix else path.as_posix()


def refuse_data(data: bytes, place: str) -> None:
    """
    Refuse the bytes of a file that is not text, whatever its name.

    Args:
        data: The bytes of a file.

        place: Its name.

    Raises:
        SourceError: It is a PDF, an image, a web page, an archive or JSON Lines.

    Example:
        >>> refuse_data(b"It rained.", "rain.txt")
    """
    refuse_signature(data, place)
    if _stripped(data[:_START_BYTES]).startswith(b"{") and _is_json_object(data):
        raise SourceError(place, *_LINES)


def refuse_signature(start: bytes, place: str) -> None:
    """
    Refuse what begins as a file that is neither text nor a table in plain text, whatever its name.

    Args:
        start: The first bytes of a file; all of them if there are few.

        place: Its name.

    Raises:
        SourceError: It is a PDF, an image, a web page, an archive, a Parquet file, or compressed.

    Example:
        >>> refuse_signature(b"id,text", "rain.csv")
    """
    for signature, (problem, remedy) in _SIGNATURES:
        if start.startswith(signature):
            raise SourceError(place, problem, remedy)
    if _stripped(start[:_START_BYTES]).lower().startswith(_WEB_SIGNATURES):
        raise SourceError(place, *_WEB)


def _stripped(data: bytes) -> bytes:
    """Return bytes without a byte order mark and white space at their beginning."""
    return data.removeprefix(codecs.BOM_UTF8).lstrip()


def _is_json_object(data: bytes) -> bool:
    """Return whether the first line that is not empty is a JSON object, or all of it is."""
    text = _stripped(data)
    return any(isinstance(_parsed(candidate), dict) for candidate in (text.partition(b"\n")[0], text))


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None
