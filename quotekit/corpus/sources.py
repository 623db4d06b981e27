"""The files of a corpus: named, in folders, by patterns, or in a list."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from quotekit.arguments import check_iterable, check_path
from quotekit.corpus.documents import Unread
from quotekit.corpus.kinds import Compression, InputFormat, Kind, kind_of, stem_of
from quotekit.corpus.streams import STDIN, open_bytes
from quotekit.errors import SourceError

__all__ = ["Source", "Sources"]


@attrs.frozen
class Source:
    """A file, or standard input."""

    #: Its path as it was named, or ``-``.
    name: str
    #: What its articles are called after: its path from the folder that was named, without the ending.
    stem: str
    #: Its format.
    form: InputFormat
    #: Its compression.
    compression: Compression = Compression.NONE

    @property
    def folder(self) -> str | None:
        """Its folder, relative to the one that was named; None if it is directly in that."""
        return self.stem.rpartition("/")[0] or None


def _paths(paths: Iterable[str | os.PathLike[str]]) -> tuple[str, ...]:
    check_iterable("names", paths, "paths")
    found = tuple(paths)
    for number, path in enumerate(found):
        check_path(f"names[{number}]", path)
    return tuple(os.fspath(path) for path in found)


@attrs.define
class Sources:
    """
    The files of a corpus, in the order in which they are named; those of a folder in the order of their names.

    Iterating finds them one by one; each can be iterated over again.

    Example:
        >>> [source.stem for source in Sources(["examples/dam.txt", "-"])]
        ['dam', 'stdin']
    """

    #: Files, folders, patterns such as ``news/*.txt``, and ``-`` for standard input.
    names: tuple[str, ...] = attrs.field(converter=_paths)
    #: The format of all of them; by default that of each follows from the ending of its name.
    form: InputFormat | None = None
    #: Files that list names, one per line or each followed by a null byte.
    lists: tuple[str, ...] = attrs.field(default=(), converter=_paths)
    #: Numbers of files in folders that were passed over, by their endings, since the last iteration began.
    skipped: Counter[str] = attrs.field(factory=Counter, init=False)

    def __iter__(self) -> Iterator[Source | Unread]:
        """Yield the sources, and what cannot be one."""
        self.skipped.clear()
        for name in self.names:
            yield from _safely(self._named(name, Path(name).name))
        for path in self.lists:
            yield from _safely(self._listed(path))

    def _listed(self, path: str) -> Iterator[Source | Unread]:
        for name in _read_list(path):
            yield from _safely(self._named(name, os.path.normpath(name)))

    def _named(self, name: str, relative: str) -> Iterator[Source]:
        if name == STDIN:
            yield Source(name, "stdin", self.form or InputFormat.TEXT)
        elif os.path.isdir(name):  # noqa: PTH112  # no error for a name that the system cannot have
            yield from self._walk(name, "")
        elif glob.has_magic(name) and not os.path.lexists(name):
            yield from self._matching(name)
        else:
            yield self._source(name, relative)

    def _matching(self, pattern: str) -> Iterator[Source]:
        """Yield the files that match a pattern; their ids leave out the folders before its first wildcard."""
        found = sorted(path for path in glob.iglob(pattern, recursive=True) if not os.path.isdir(path))  # noqa: PTH112, PTH207
        if not found:
            raise SourceError(pattern, "no file matches it")
        base = Path(pattern)
        while glob.has_magic(str(base)):
            base = base.parent
        yield from (self._source(path, Path(path).relative_to(base).as_posix()) for path in found)

    def _walk(self, folder: str, prefix: str) -> Iterator[Source]:
        """Yield the files in a folder and the folders in it, in the order of their names."""
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            raise SourceError(folder, f"cannot be read: {error.strerror}") from error
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from self._walk(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file() or entry.is_symlink():
                # A broken link is a file that cannot be read, and is reported.
                source = self._in_folder(entry.path, prefix + entry.name)
                if source is not None:
                    yield source

    def _in_folder(self, path: str, relative: str) -> Source | None:
        """Return the source for a file in a folder; None if its ending is not that of a format."""
        try:
            kind = kind_of(path)
        except SourceError:
            kind = None
        if kind is None or kind.form is None:
            self.skipped[Path(path).suffix.lower() or Path(path).name] += 1
            return None
        return Source(path, stem_of(relative), self.form or kind.form, kind.compression)

    def _source(self, name: str, relative: str) -> Source:
        kind = kind_of(name) if self.form is None else attrs.evolve(_compression_only(name), form=self.form)
        return Source(name, stem_of(relative), kind.form or InputFormat.TEXT, kind.compression)


def _safely(found: Iterator[Source | Unread]) -> Iterator[Source | Unread]:
    """Yield what is found; an error ends it, and is yielded as unread."""
    try:
        yield from found
    except SourceError as error:
        yield Unread.of(error)


def _compression_only(name: str) -> Kind:
    try:
        return kind_of(name)
    except SourceError:
        return Kind(None, Compression.NONE)


def _read_list(path: str) -> Iterator[str]:
    """Yield the names in a list, one per line or each followed by a null byte."""
    with open_bytes(path, Compression.NONE) as file:
        data = file.read()
    for name in data.split(b"\0" if b"\0" in data else b"\n"):
        if name.strip():
            yield os.fsdecode(name.removesuffix(b"\r"))
