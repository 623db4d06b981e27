"""The results of a run that has not ended: a line for each document, in the order of the documents."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, TypeAlias

import attrs

from quotekit.corpus.documents import Input, Unread
from quotekit.errors import QuotekitError, SourceError
from quotekit.exporters.replace import replacing
from quotekit.records import Article
from quotekit.records.convert import to_line

if TYPE_CHECKING:
    from typing_extensions import Self

__all__ = ["Journal", "Kept", "Result", "read_results"]

#: The result of a document.
Result: TypeAlias = Article | Unread

_UNREAD = "unread"
# The most work that a power failure may cost.
_SYNC_SECONDS = 5.0
_COPY_BYTES = 2**20


@attrs.frozen
class Kept:
    """Lines of a journal that stay as they are."""

    #: Offset of their first byte.
    start: int
    #: Offset after their last byte.
    end: int


class Journal:
    """
    The file to which results are appended as they come.

    Each result is one line, written at once: if the process is killed, all lines but the last are complete, and an
    incomplete one is cut off when the run is resumed.

    Args:
        path: Its path.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] = path.open("r+b" if path.exists() else "x+b")
        self._synced = time.monotonic()

    def replay(self, documents: Iterator[Input]) -> Iterator[Result]:
        """
        Skip the documents that have results, and cut off an incomplete line at the end.

        Args:
            documents: The documents of the run from the first on.

        Yields:
            The results.

        Raises:
            SourceError: The documents are not those of the results.
        """
        end = 0
        self._file.seek(0)
        for line in self._file:
            result = _parse(line)
            if result is None:
                break
            document = next(documents, None)
            if document is None or not _is_of(result, document):
                raise self._changed(result, document)
            end += len(line)
            yield result
        self._file.seek(end)
        self._file.truncate()

    def retry(
        self,
        documents: Iterator[Input],
        find: Callable[[Iterable[Input | Kept]], Iterator[Result | Kept]],
        on_kept: Callable[[Result], None],
    ) -> Iterator[Result]:
        """
        Skip the documents that have articles, and process those that failed before again.

        The lines are written to another file, which replaces this one when all of them are written.

        Args:
            documents: The documents of the run from the first on. Where one failed before, there may be several now,
                or none, for example if a truncated file has been repaired.

            find: Finds the results of documents; lines that are kept pass through it.

            on_kept: Called with each article that is kept, before it is known whether all can be.

        Yields:
            The results of documents that had failed.

        Raises:
            SourceError: The documents are not those of the results.
        """
        with replacing(self._path) as path, path.open("xb") as new, self._path.open("rb") as old:
            for found in find(self._split(documents, on_kept)):
                if isinstance(found, Kept):
                    _copy(old, found, new)
                else:
                    new.write(_line(found))
                    yield found
            new.flush()
            os.fsync(new.fileno())
            # Some systems replace no file that is open.
            self._file.close()
            old.close()
            new.close()
        self._file = self._path.open("r+b")
        self._file.seek(0, os.SEEK_END)

    def _split(self, documents: Iterator[Input], on_kept: Callable[[Result], None]) -> Iterator[Input | Kept]:
        """Yield the lines of articles, and the documents between them where any failed before."""
        start = end = 0
        has_failed = False
        self._file.seek(0)
        for line in self._file:
            result = _parse(line)
            if result is None:
                break
            if isinstance(result, Unread):
                has_failed = True
                yield Kept(start, end)
                start = end + len(line)
            else:
                document = next(documents, None)
                while document is None or not _is_of(result, document):
                    if document is None or not has_failed:
                        raise self._changed(result, document)
                    yield document
                    document = next(documents, None)
                has_failed = False
                on_kept(result)
            end += len(line)
        yield Kept(start, end)

    def append(self, result: Result) -> None:
        """
        Write a result.

        Args:
            result: The result of the next document.

        Raises:
            OSError: It cannot be written, for example because the disk is full.
        """
        self._file.write(_line(result))
        self._file.flush()
        if time.monotonic() - self._synced > _SYNC_SECONDS:
            os.fsync(self._file.fileno())
            self._synced = time.monotonic()

    def __enter__(self) -> Self:
        """Return the journal."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        try:
            self._file.close()
        except OSError:
            # On a full disk, closing tries to write once more what could not be written.
            if error is None:
                raise

    def _changed(self, result: Result, document: Input | None) -> SourceError:
        before = result.id if isinstance(result, Article) else result.place
        now = "nothing" if document is None else repr(document.place)
        problem = f"it has a result for {before!r} where there is {now} now"
        return SourceError(str(self._path), problem, "restore the input, or delete this file to start again")


def read_results(path: Path) -> Iterator[Result]:
    """
    Read a complete journal.

    Args:
        path: Its path.

    Yields:
        The results.

    Raises:
        SourceError: A line is damaged.
    """
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            result = _parse(line)
            if result is None:
                place, remedy = f"{path}, line {number}", "add --resume to read its article again"
                raise SourceError(place, "it is damaged", remedy)
            yield result


def _line(result: Result) -> bytes:
    plain = result.to_json() if isinstance(result, Article) else to_line({_UNREAD: attrs.asdict(result)})
    return (plain + "\n").encode("utf-8", "surrogatepass")


def _copy(old: IO[bytes], kept: Kept, new: IO[bytes]) -> None:
    """Copy lines from one file to the end of another."""
    old.seek(kept.start)
    for start in range(kept.start, kept.end, _COPY_BYTES):
        new.write(old.read(min(_COPY_BYTES, kept.end - start)))


def _parse(line: bytes) -> Result | None:
    """Read a line; None if it is incomplete or damaged."""
    if not line.endswith(b"\n"):
        return None
    try:
        plain: Any = json.loads(line.decode("utf-8", "surrogatepass"))
        return Unread(**plain[_UNREAD]) if _UNREAD in plain else Article.from_dict(plain)
    except (ValueError, TypeError, QuotekitError):
        return None


def _is_of(result: Result, document: Input) -> bool:
    """Return whether a result is that of a document."""
    if isinstance(result, Unread):
        return result.place == document.place
    if isinstance(document, Unread):
        return False
    about = document.about
    return (result.id, result.text, result.meta) == (about.id, document.text, about.meta)
