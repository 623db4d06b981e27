"""The number of documents in a corpus, for the progress bar."""

from __future__ import annotations

from collections.abc import Iterable

from quotekit.corpus.documents import Unread
from quotekit.corpus.kinds import InputFormat
from quotekit.corpus.read import read_source
from quotekit.corpus.rows import Columns
from quotekit.corpus.sources import Source
from quotekit.corpus.streams import STDIN

__all__ = ["count_documents"]


def count_documents(sources: Iterable[Source | Unread]) -> int | None:
    """
    Count the documents of a corpus, without keeping any.

    Args:
        sources: Its files.

    Returns:
        The number; None if it includes standard input, which can be read only once.
    """
    total = 0
    for source in sources:
        if isinstance(source, Unread) or source.form is InputFormat.TEXT:
            total += 1
        if isinstance(source, Source):
            if source.name == STDIN:
                return None
            if source.form is not InputFormat.TEXT:
                total += sum(1 for _ in read_source(source, Columns()))
    return total
