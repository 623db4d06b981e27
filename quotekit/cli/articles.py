"""Input and output of the commands on articles: articles, texts that become articles, and reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import attrs

from quotekit.cli.stdout import open_stdout
from quotekit.corpus.output import open_text
from quotekit.errors import CorpusError, SourceError
from quotekit.exporters.replace import replacing
from quotekit.records import Article

if TYPE_CHECKING:
    from quotekit.report import Input

__all__ = ["read_inputs", "read_texts", "write_report"]


def read_inputs(paths: Sequence[Path]) -> Iterator[Article]:
    """
    Read articles from files and folders; texts are extracted.

    Args:
        paths: Texts (``.txt``), output of ``extract --format jsonl``, and folders of both.

    Yields:
        The articles. The id of a text is its file's name without the ending.

    Raises:
        SourceError: There is no such file in any of the folders.

        OSError: A file cannot be read.

        CorpusError: A file is not UTF-8, or a line is not an article.
    """
    from quotekit.extractor import Extractor
    from quotekit.report import find_inputs, read_articles

    extractor, inputs = Extractor(), find_inputs(paths)
    if not inputs:
        raise SourceError(", ".join(map(str, paths)), "there is no .txt or .jsonl file in it")
    for source in inputs:
        if source.holds_articles:
            yield from read_articles(source.path)
        else:
            yield attrs.evolve(extractor.extract(_read(source)), id=source.path.stem)


def read_texts(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """
    Read texts from files and folders.

    Args:
        paths: Texts, and folders, which are searched recursively for ``.txt`` files.

    Yields:
        The id of each text, which is its path inside its folder without the ending, and the text.

    Raises:
        OSError: A file cannot be read.

        CorpusError: A file is not UTF-8.
    """
    from quotekit.report import find_inputs

    for source in find_inputs(paths):
        if not source.holds_articles:
            name = source.path.stem
            yield f"{source.folder}/{name}" if source.folder else name, _read(source)


def write_report(write: Callable[[TextIO], None], output: Path | None, *, is_data: bool) -> None:
    """
    Write a report to a file or to standard output.

    Args:
        write: Writes the report to a stream.

        output: The file; None for standard output.

        is_data: Whether programs read it.
    """
    if output is None:
        with open_stdout(is_data=is_data) as stream:
            write(stream)
    else:
        with replacing(output) as new, open_text(new) as file:
            write(file)


def _read(source: Input) -> str:
    data = source.path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"it is not UTF-8: the byte at offset {error.start} is 0x{data[error.start]:02x}"
        raise CorpusError(source.path, line, problem) from error
