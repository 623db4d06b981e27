"""Find where the blocks of a text begin: paragraphs, headlines and items, however wide their lines are."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["find_blocks"]

_BREAK = re.compile(r"\n\s*")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
# A wrapped line goes on with any word; a new block begins with a capital, a digit, an opening mark or a bullet.
_BLOCK_START = re.compile(r"[^\Wa-z_]|[\"“‘'«„(\[*•·»>–—-]")
# Lines are wrapped unevenly: with so much room at least, a line ends on purpose.
_MIN_ROOM_CHARS = 8
_FIRST_WORD = re.compile(r"\S{1,40}")


def find_blocks(text: str) -> tuple[int, ...]:
    r"""
    Find where the blocks of a text begin.

    A line break begins a block if a blank line follows, or if it is no wrapping: the first word of the next line would
    have fitted on the line before, as neighbouring lines are longer.

    Args:
        text: Any string.

    Returns:
        The offsets at which they begin, except for the first.

    Example:
        >>> text = "Port will close\nIt handles half of the country's\ngrain. The union that\nIto leads is.\n\nSport"
        >>> [text[start:].split()[0] for start in find_blocks(text)]
        ['It', 'Sport']
    """
    return tuple(_read_blocks(text))


def _read_blocks(text: str) -> Iterator[int]:
    line_start = before = 0
    for found in _BREAK.finditer(text):
        start, end = found.span()
        if end == len(text):
            return
        length = start - line_start
        next_end = text.find("\n", end)
        next_length = (len(text) if next_end < 0 else next_end) - end
        word = _FIRST_WORD.match(text, end)
        width = max(before, length, next_length)
        fits = word is not None and length + 1 + len(word.group()) + _MIN_ROOM_CHARS <= width
        is_blank = _BLANK_LINE.search(found.group()) is not None
        if is_blank or (fits and _BLOCK_START.match(text, end)):
            yield end
        before = 0 if is_blank else length
        line_start = end
