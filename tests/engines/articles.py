"""Small articles for the engines, and extractors that watch over the processes that read them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa

from quotekit import Extractor
from quotekit.arrow import extract_batch

__all__ = ["ARTICLES", "MortalExtractor", "expected_rows", "sorted_rows"]

_SPEAKERS = ("Ida Holm", "Mayor Tom Brandt", "the harbour office", "critics")


def _text(number: int) -> str | None:
    """Return a small article; each hundredth is missing."""
    return f"The ferry had {number} passengers, {_SPEAKERS[number % 4]} said." if number % 100 else None


#: Columns of ids, texts and metadata.
ARTICLES: dict[str, list[Any]] = {
    "number": list(range(2000)),
    "body": [_text(number) for number in range(2000)],
    "paper": [f"Paper {number % 7}" for number in range(2000)],
}


class MortalExtractor(Extractor):
    """
    An extractor that kills its process at one text, the first time, and notes each process in which it reads.

    Args:
        folder: Where it makes notes.

        number: Number of the text; none if not given.
    """

    def __init__(self, folder: Path, number: int | None = None) -> None:
        super().__init__(threads=1)
        self._notes = folder
        self._deadly = None if number is None else _text(number)

    def pipe_outcomes(self, texts: Iterable[tuple[Any, Any]], **settings: Any) -> Iterator[tuple[Any, Any]]:
        """Read texts, if it lives."""
        pairs = list(texts)
        self._notes.joinpath(str(os.getpid())).touch()
        killed = self._notes / "killed"
        if self._deadly in dict(pairs) and self._deadly is not None and not killed.exists():
            killed.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().pipe_outcomes(pairs, **settings)

    def processes(self) -> set[str]:
        """Return the processes in which it has read; "killed" is one of them if it has killed one."""
        return {path.name for path in self._notes.iterdir()}


def sorted_rows(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Sort rows by their ids."""
    return sorted(rows, key=lambda row: int(row["id"]))


def expected_rows() -> list[dict[str, Any]]:
    """Return the rows that one process makes of the articles."""
    batch = pa.RecordBatch.from_pydict(ARTICLES)
    return list(extract_batch(batch, text_col="body", id_col="number").to_pylist())
