"""Full stops after lines that end without one, so that the model reads what follows as another sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotekit.text import TextIndex

__all__ = ["stop_lines"]

# The end of a headline, a sub-heading or an item: a word, a number or a closing bracket.
_OPEN_END = re.compile(r"[^\W_][)\]%]?(?P<stop>\n)")
# What goes on in lower case goes on.
_NEXT_SENTENCE = re.compile(r"\W{0,8}[^\Wa-z_]")
_REACH_CHARS = 20


def stop_lines(index: TextIndex, text: str) -> str:
    r"""
    Put full stops in the place of line breaks after blocks that end without one.

    "Lund says port will close" ends with its line, whatever the next paragraph begins with. Most paragraphs of the
    articles that the model was trained on end with a full stop, and it reads on where there is none.

    Args:
        index: The text.

        text: The same text as the tokenizer is to read it, of the same length.

    Returns:
        A text of the same length.

    Example:
        >>> text = "Port will close\n\nIt is full.\n\nSmith"
        >>> stop_lines(TextIndex(text), text)
        'Port will close.\nIt is full.\n\nSmith'
    """
    pieces: list[str] = []
    at = 0
    for stop in _find_stops(index):
        pieces += text[at:stop], "."
        at = stop + 1
    return "".join([*pieces, text[at:]]) if pieces else text


def _find_stops(index: TextIndex) -> Iterator[int]:
    """Yield the offsets of the line breaks after blocks that end without a full stop."""
    for start in index.block_starts:
        end = len(index.before(start, _REACH_CHARS).rstrip()) + max(0, start - _REACH_CHARS)
        line_break = index.text.find("\n", end, start)
        found = index.search_before(_OPEN_END, line_break + 1, 3) if line_break >= 0 else None
        if found and found.end() == line_break + 1 and index.match_after(_NEXT_SENTENCE, start):
            yield line_break
