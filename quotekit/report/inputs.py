"""The inputs of an overview: files and folders of texts, and of articles that have been extracted already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from quotekit.arguments import check_iterable, check_path
from quotekit.errors import CorpusError, RecordError
from quotekit.records import Article

__all__ = ["Input", "find_inputs", "read_articles"]

_TEXTS, _ARTICLES = ".txt", ".jsonl"


@attrs.frozen
class Input:
    """A file, with the folder that its articles are grouped by."""

    #: Its path.
    path: Path
    #: Its folder relative to the one given; None if it is directly in that.
    folder: str | None

    @property
    def holds_articles(self) -> bool:
        """Whether it contains articles with attributions, one per line, instead of a text."""
        return self.path.suffix.lower() == _ARTICLES


def find_inputs(paths: Iterable[Path]) -> list[Input]:
    """
    Find the input files.

    Args:
        paths: Folders, which are searched recursively for ``.txt`` and ``.jsonl`` files; and files with any name.

    Returns:
        The files; those of a folder are sorted by name.
    """
    check_iterable("paths", paths, "paths")
    return [found for path in paths for found in _in_folder(path)]


def read_articles(path: Path) -> Iterator[Article]:
    """
    Read articles from lines, as written by :meth:`quotekit.Article.to_json`.

    Args:
        path: The file.

    Yields:
        The articles.

    Raises:
        OSError: The file cannot be read.

        CorpusError: A line is not UTF-8, or not a valid article.
    """
    check_path("path", path)
    with Path(path).open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield _read_line(line, path, number)


def _read_line(line: bytes, path: Path, number: int) -> Article:
    try:
        return Article.from_json(line.decode("utf-8-sig", "surrogatepass"))
    except UnicodeDecodeError as error:
        problem = f"it is not UTF-8: the byte at offset {error.start} of the line is 0x{line[error.start]:02x}"
    except RecordError as error:
        problem = f"at {error.where}, {error.problem}" if error.where else error.problem
    raise CorpusError(path, number, problem)


def _in_folder(path: Path) -> Iterator[Input]:
    check_path("paths", path)
    path = Path(path)
    if not path.is_dir():
        yield Input(path, None)
        return
    for file in sorted(path.rglob("*")):
        if file.suffix.lower() in {_TEXTS, _ARTICLES} and file.is_file():
            inside = file.parent.relative_to(path).as_posix()
            yield Input(file, None if inside == "." else inside)
