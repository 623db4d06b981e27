"""What an overview is made of: folders and files of texts, and of articles written before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from quotekit.errors import CorpusError, RecordError
from quotekit.records import Article

__all__ = ["Input", "find_inputs", "read_articles"]

_TEXTS, _ARTICLES = ".txt", ".jsonl"


@attrs.frozen
class Input:
    """A file, and the folder that its articles are counted under."""

    #: Where it is.
    path: Path
    #: The folder within the one that was named; None if it is in that itself.
    folder: str | None

    @property
    def holds_articles(self) -> bool:
        """Return whether it has articles with attributions, one a line, not a text."""
        return self.path.suffix.lower() == _ARTICLES


def find_inputs(paths: Iterable[Path]) -> list[Input]:
    """
    Find files in folders.

    Args:
        paths: Folders, of which the files with the endings ``.txt`` and ``.jsonl`` are taken, in folders inside them,
            too; and files, which are taken whatever their names.

    Returns:
        The files, those of a folder in the order of their names.
    """
    return [found for path in paths for found in _in_folder(path)]


def read_articles(path: Path) -> Iterator[Article]:
    """
    Read articles as :meth:`quotekit.Article.to_json` writes them, one a line.

    Args:
        path: The file.

    Yields:
        The articles.

    Raises:
        OSError: The file cannot be read.

        CorpusError: A line is not UTF-8, or no article.
    """
    with path.open("rb") as lines:
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
    if not path.is_dir():
        yield Input(path, None)
        return
    for file in sorted(path.rglob("*")):
        if file.suffix.lower() in {_TEXTS, _ARTICLES} and file.is_file():
            inside = file.parent.relative_to(path).as_posix()
            yield Input(file, None if inside == "." else inside)
