"""The formats in one place: what each is written by and into. A format's own module is loaded when it is used."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from quotekit.records import Article

__all__ = ["Destination", "Format", "writer"]


class Destination(enum.Enum):
    """What a writer writes into."""

    #: A stream of text.
    TEXT = "text"
    #: A stream of bytes.
    BYTES = "bytes"
    #: A folder, in which it makes files.
    FOLDER = "folder"


class Format(str, enum.Enum):
    """What articles are written as."""

    PRETTY = "pretty"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"
    HTML = "html"
    BRAT = "brat"
    WEBANNOTATION = "webannotation"

    @property
    def destination(self) -> Destination:
        """What its writer writes into."""
        return _DESTINATIONS.get(self, Destination.TEXT)

    def destination_at(self, path: Path | None) -> Destination:
        """
        Say what its writer writes into at some place.

        Args:
            path: The place; None for the standard output.

        Returns:
            Its destination; a folder if there is one at *path* and the format can be one file for each article.
        """
        if self in _FOLDER_WRITERS and path is not None and path.is_dir():
            return Destination.FOLDER
        return self.destination


# The module in this package, and the function in it.
_WRITERS = {
    Format.PRETTY: ("pretty", "write_pretty"),
    Format.JSONL: ("json", "write_jsonl"),
    Format.JSON: ("json", "write_json"),
    Format.CSV: ("csv", "write_csv"),
    Format.PARQUET: ("arrow", "write_parquet"),
    Format.HTML: ("html", "write_html"),
    Format.BRAT: ("brat", "write_brat"),
    Format.WEBANNOTATION: ("webannotation", "write_web_annotations"),
}
# For formats that are one file as a rule: what makes a file of each article.
_FOLDER_WRITERS = {Format.HTML: ("html", "write_html_folder")}
_DESTINATIONS = {Format.PARQUET: Destination.BYTES, Format.BRAT: Destination.FOLDER}


def writer(form: Format, destination: Destination | None = None) -> Callable[[Iterable[Article], Any], None]:
    """
    Load the function that writes a format.

    Args:
        form: The format.

        destination: What :meth:`Format.destination_at` says; the format's own destination if not given.

    Returns:
        A function of articles and where to write them: a stream or a folder, as *destination* says. It
        takes articles as they come and keeps none of them.

    Raises:
        MissingExtraError: The format needs an extra that is not installed.
    """
    into_folder = destination is Destination.FOLDER and form in _FOLDER_WRITERS
    module, function = (_FOLDER_WRITERS if into_folder else _WRITERS)[form]
    loaded = getattr(import_module(f"quotekit.exporters.{module}"), function)
    return cast("Callable[[Iterable[Article], Any], None]", loaded)
