"""All documents of a corpus, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

import attrs

from quotekit.arguments import check_instance, check_iterable
from quotekit.corpus.documents import Document, Input, Unread
from quotekit.corpus.kinds import InputFormat
from quotekit.corpus.rows import Columns
from quotekit.corpus.sources import Source
from quotekit.corpus.text_files import read_text
from quotekit.corpus.unique_ids import UniqueIds
from quotekit.errors import SourceError

__all__ = ["read_corpus", "read_source"]


def read_corpus(
    sources: Iterable[Source | Unread], columns: Columns | None = None, *, with_prefix: bool = False
) -> Iterator[Input]:
    """
    Read the documents of a corpus, each when it is asked for.

    Args:
        sources: The files, from :class:`~quotekit.corpus.sources.Sources`.

        columns: The columns of text and id in tables.

        with_prefix: Whether ids begin with the path of their file, as it was named.

    Yields:
        The documents, and those that cannot be read. No two documents have the same id.
    """
    check_iterable("sources", sources, "sources")
    with UniqueIds() as ids:
        for source in sources:
            check_instance("source", source, (Source, Unread), "a Source", "find sources with Sources")
            if isinstance(source, Unread):
                yield source
                continue
            for document in read_source(source, columns or Columns()):
                yield ids.checked(_prefixed(document, source) if with_prefix else document)


def read_source(source: Source, columns: Columns) -> Iterator[Input]:
    """
    Read the documents of a file.

    Args:
        source: The file.

        columns: The columns of text and id, if it is a table.

    Yields:
        The documents; an unread one, and no more, where the file cannot be read any further.

    Raises:
        MissingExtraError: Its format needs an extra that is not installed.
    """
    try:
        yield from _read(source, columns)
    except SourceError as error:
        yield Unread.of(error, source.stem if source.form is InputFormat.TEXT else None)


def _read(source: Source, columns: Columns) -> Iterator[Input]:
    if source.form is InputFormat.TEXT:
        return read_text(source)
    if source.form is InputFormat.JSONL:
        from quotekit.corpus.jsonl_files import read_jsonl

        return read_jsonl(source, columns)
    if source.form is InputFormat.CSV:
        from quotekit.corpus.csv_files import read_csv

        return read_csv(source, columns)
    from quotekit.corpus.parquet_files import read_parquet

    return read_parquet(source, columns)


def _prefixed(document: Input, source: Source) -> Input:
    """Put the path of its file before the id of a document."""
    if isinstance(document, Unread) or document.about.id is None:
        return document
    # With its ending: "a.csv" and "a.jsonl" are two files.
    path = PurePath(source.name).as_posix()
    name = path if source.form is InputFormat.TEXT else f"{path}:{document.about.id}"
    return Document(document.text, attrs.evolve(document.about, id=name), document.place)
