"""find_blocks()."""

from __future__ import annotations

import pytest

from quotekit.text.blocks import find_blocks
from tests.markup import parse

WIDE = "The ferry has made the crossing every morning since the war, and it is never full."
BLOCKS = [
    pytest.param("Ferry to stop\n\n{paragraph It is full.}", id="blank line"),
    pytest.param("Ferry to stop in May\n{paragraph " + WIDE + "}", id="short line before a long one"),
    pytest.param(f"{WIDE}\nIto is quite ill now.\n{{paragraph Berg}} is not.", id="lines as paragraphs"),
    pytest.param("The ferry that Ana\nIto runs from Moss to\nHorten is full.", id="wrapped lines"),
    pytest.param(f"Ferry to stop\nfor good, as {WIDE}", id="lower case goes on"),
    pytest.param("Ferry\n\n\n", id="nothing behind"),
]


@pytest.mark.parametrize("marked", BLOCKS)
def test_blocks(marked: str) -> None:
    """A block begins behind a blank line, or a line that ends before it has to."""
    sentence = parse(marked)

    assert [start for start, _ in sentence.bounds("paragraph")] == list(find_blocks(sentence.text))
