"""All formats, with their writers, destinations and endings. The module of a format is imported when it is used."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from quotekit.arguments import check_instance, check_path

if TYPE_CHECKING:
    from quotekit.records import Article

__all__ = ["Destination", "Format", "format_of", "writer"]


class Destination(enum.Enum):
    """What a writer writes to."""

    #: A text stream.
    TEXT = "text"
    #: A binary stream.
    BYTES = "bytes"
    #: The path of a file that does not exist.
    FILE = "file"
    #: A folder, in which it creates files.
    FOLDER = "folder"


class Format(str, enum.Enum):
    """An output format."""

    PRETTY = "pretty"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    DUCKDB = "duckdb"
    HTML = "html"
    BRAT = "brat"
    WEBANNOTATION = "webannotation"
    GRAPH = "graph"
    CHAINS = "chains"

    @property
    def destination(self) -> Destination:
        """What its writer writes to."""
        return _DESTINATIONS.get(self, Destination.TEXT)

    def destination_at(self, path: Path | None) -> Destination:
        """
        Return what its writer writes to at a given path.

        Args:
            path: The path; None for standard output.

        Returns:
            The destination: a folder if the format can be written as one file per article, and *path* is a folder or
            does not end as a file of the format.
        """
        if self in _FOLDER_WRITERS and path is not None and (path.is_dir() or format_of(path) is not self):
            return Destination.FOLDER
        return self.destination


# Module of quotekit, and function in the module.
_WRITERS = {
    Format.PRETTY: ("exporters.pretty", "write_pretty"),
    Format.JSONL: ("exporters.json", "write_jsonl"),
    Format.JSON: ("exporters.json", "write_json"),
    Format.CSV: ("exporters.csv", "write_csv"),
    Format.PARQUET: ("exporters.arrow", "write_parquet"),
    Format.SQLITE: ("exporters.sqlite", "write_sqlite"),
    Format.DUCKDB: ("exporters.duckdb", "write_duckdb"),
    Format.HTML: ("exporters.html", "write_html"),
    Format.BRAT: ("exporters.brat", "write_brat"),
    Format.WEBANNOTATION: ("exporters.webannotation", "write_web_annotations"),
    Format.GRAPH: ("graph", "write_graph"),
    Format.CHAINS: ("graph", "write_chains"),
}
# Writers of one file per article, for formats that are usually one file.
_FOLDER_WRITERS = {Format.HTML: ("exporters.html", "write_html_folder")}
_DESTINATIONS = {
    Format.PARQUET: Destination.BYTES,
    Format.SQLITE: Destination.FILE,
    Format.DUCKDB: Destination.FILE,
    Format.BRAT: Destination.FOLDER,
}
_ENDINGS = {
    ".txt": Format.PRETTY,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".parquet": Format.PARQUET,
    ".db": Format.SQLITE,
    ".sqlite": Format.SQLITE,
    ".sqlite3": Format.SQLITE,
    ".duckdb": Format.DUCKDB,
    ".htm": Format.HTML,
    ".html": Format.HTML,
    ".jsonld": Format.WEBANNOTATION,
}


def format_of(path: Path) -> Format | None:
    """
    Return the format that the ending of a file name stands for.

    Args:
        path: The file.

    Returns:
        The format; None if the ending is not that of a format.

    Example:
        >>> format_of(Path("said.csv")).value, format_of(Path("said"))
        ('csv', None)
    """
    check_path("path", path)
    return _ENDINGS.get(Path(path).suffix.lower())


def writer(form: Format, destination: Destination | None = None) -> Callable[[Iterable[Article], Any], None]:
    """
    Load the function that writes a format.

    Args:
        form: The format.

        destination: The result of :meth:`Format.destination_at`; the format's usual destination by default.

    Returns:
        A function of a stream of articles and a stream, path or folder to write to, depending on *destination*. It
        keeps no articles in memory.

    Raises:
        MissingExtraError: The format needs an extra that is not installed.
    """
    check_instance("form", form, Format, "a Format", 'make it with Format("csv"), for example')
    into_folder = destination is Destination.FOLDER and form in _FOLDER_WRITERS
    module, function = (_FOLDER_WRITERS if into_folder else _WRITERS)[form]
    loaded = getattr(import_module(f"quotekit.{module}"), function)
    return cast("Callable[[Iterable[Article], Any], None]", loaded)
