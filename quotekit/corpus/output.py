"""Where results go: one file, a folder, or files of bounded size in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any, TextIO

import attrs

from quotekit.exporters.formats import Destination, Format
from quotekit.exporters.replace import replacing
from quotekit.records import Article

__all__ = ["Output", "open_text"]

#: Writes articles to a stream, path or folder.
_Write = Callable[[Iterable[Article], Any], None]


@attrs.frozen
class Output:
    """A place for articles, which is written whole or not at all."""

    #: Its path.
    path: Path
    #: The format.
    form: Format
    #: Writes the format to what :attr:`destination` says.
    write: _Write
    #: The maximum number of articles in a file; None for a single file.
    part_articles: int | None = None

    @property
    def destination(self) -> Destination:
        """What is at the path, or at that of each part."""
        return self.form.destination if self.part_articles else self.form.destination_at(self.path)

    @property
    def is_folder(self) -> bool:
        """Whether a folder is at the path."""
        return self.part_articles is not None or self.destination is Destination.FOLDER

    def put(self, articles: Iterable[Article], *, merges: bool = False) -> None:
        """
        Write articles beside the path, and move them there.

        Args:
            articles: The articles.

            merges: Whether the files of a folder are moved into the one at the path, if that is not empty.

        Raises:
            OSError: They cannot be written; what was at the path is as before.
        """
        with replacing(self.path, merges=merges) as new:
            if self.part_articles is None:
                self._write_one(articles, new)
            else:
                new.mkdir()
                for number, part in enumerate(_parts(articles, self.part_articles), start=1):
                    self._write_one(part, new / f"part-{number:05}{self._ending}")

    @property
    def _ending(self) -> str:
        return self.path.suffix or f".{self.form.value}"

    def _write_one(self, articles: Iterable[Article], path: Path) -> None:
        if self.destination in {Destination.FILE, Destination.FOLDER}:
            self.write(articles, path)
            return
        with _opened(path, self.destination) as stream:
            self.write(articles, stream)


@contextmanager
def _opened(path: Path, destination: Destination) -> Iterator[IO[Any]]:
    """Open a file for text or bytes."""
    if destination is Destination.BYTES:
        with path.open("wb") as binary:
            yield binary
    else:
        with open_text(path) as text:
            yield text


def open_text(path: Path) -> TextIO:
    """
    Open a file for text that programs read.

    Args:
        path: Its path.

    Returns:
        The stream: UTF-8, without converting line ends; characters that cannot be encoded are escaped.
    """
    return path.open("w", encoding="utf-8", errors="backslashreplace", newline="")


def _parts(articles: Iterable[Article], size: int) -> Iterator[Iterable[Article]]:
    """Cut a stream into parts; each must be consumed before the next one."""
    rest = iter(articles)
    for first in rest:
        yield chain([first], islice(rest, size - 1))
