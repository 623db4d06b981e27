"""The formats in one place: what each is written by and into. A format's own module is loaded when it is used."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from importlib import import_module
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

    @property
    def destination(self) -> Destination:
        """What its writer writes into."""
        return _DESTINATIONS.get(self, Destination.TEXT)


# The module in this package, and the function in it.
_WRITERS = {
    Format.PRETTY: ("pretty", "write_pretty"),
    Format.JSONL: ("json", "write_jsonl"),
    Format.JSON: ("json", "write_json"),
    Format.CSV: ("csv", "write_csv"),
}
_DESTINATIONS: dict[Format, Destination] = {}


def writer(form: Format) -> Callable[[Iterable[Article], Any], None]:
    """
    Load the function that writes a format.

    Args:
        form: The format.

    Returns:
        A function of articles and where to write them: a stream or a folder, as :attr:`Format.destination` says. It
        takes articles as they come and keeps none of them.

    Raises:
        MissingExtraError: The format needs an extra that is not installed.
    """
    module, function = _WRITERS[form]
    loaded = getattr(import_module(f"quotekit.exporters.{module}"), function)
    return cast("Callable[[Iterable[Article], Any], None]", loaded)
