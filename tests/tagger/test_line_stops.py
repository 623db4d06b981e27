"""stop_lines()."""

from __future__ import annotations

import pytest

from quotekit.tagger.line_stops import stop_lines
from quotekit.text import TextIndex


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferry to stop\n\nIt is full.", "Ferry to stop.\nIt is full."),
        ("Ferry (old) to stop in 2030\n \n“It is full.”", "Ferry (old) to stop in 2030. \n“It is full.”"),
        ("Ferry to stop.\n\nIt is full.", "Ferry to stop.\n\nIt is full."),
        ("He said:\n\nIt is full.", "He said:\n\nIt is full."),
        ("Ferry to stop,\n\nIto says", "Ferry to stop,\n\nIto says"),
        ("The ferry of Ana\nIto is full.", "The ferry of Ana\nIto is full."),
        ("Ferry to stop\n\nand start", "Ferry to stop\n\nand start"),
        ("", ""),
    ],
)
def test_stops(text: str, expected: str) -> None:
    """Only lines that end with a word get a full stop, and only before a new sentence; the length stays."""
    assert expected == stop_lines(TextIndex(text), text)
