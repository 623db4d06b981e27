"""Lines quoted with ">", as mails and Markdown have them: a block that a colon introduces is a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from quotekit.text.characters import ALL, SINGLE
from quotekit.text.edits import Edit

__all__ = ["find_quoted_lines"]

_LINE = re.compile(r"[^\n]*\n?")
_SIGNS = re.compile(r"[ \t]{0,30}(?:(?:>|&gt;)(?!\d)[ \t]?){1,30}")
_SIGN = re.compile(r">|&gt;")
_DOUBLE_MARKS = (ALL - SINGLE) | {"&"}


@attrs.frozen
class _Line:
    """A line, and the signs in front of it."""

    #: Offset of its first character.
    start: int
    #: Offset after its signs.
    text_start: int
    #: Offset after its last visible character.
    text_end: int
    #: How many signs it has.
    depth: int


def find_quoted_lines(text: str) -> Iterator[Edit]:
    r"""
    Find the signs in front of quoted lines.

    Args:
        text: The text.

    Yields:
        An edit for the signs of each line. In a block that is introduced by a colon and has no quotation marks of its
        own the signs of each paragraph are read as an opening mark, and a closing mark is read after the last.

    Example:
        >>> [(edit.start, edit.end, edit.new) for edit in find_quoted_lines("Ida wrote:\n> It rains.\n> A lot.")]
        [(11, 13, '“'), (23, 25, ''), (31, 31, '”')]
    """
    if not _SIGN.search(text):
        return
    block: list[_Line] = []
    before = ""
    for line in _read_lines(text):
        if block and line.depth != block[0].depth:
            yield from _edit(text, block, before)
            before, block = text[block[-1].text_start : block[-1].text_end] or before, []
        if line.depth:
            block.append(line)
        elif line.text_start < line.text_end:
            before = text[line.text_start : line.text_end]
    yield from _edit(text, block, before)


def _read_lines(text: str) -> Iterator[_Line]:
    for found in _LINE.finditer(text):
        signs = _SIGNS.match(text, found.start(), found.end())
        text_start = signs.end() if signs else found.start()
        text_end = text_start + len(text[text_start : found.end()].rstrip())
        yield _Line(found.start(), text_start, text_end, len(_SIGN.findall(signs.group())) if signs else 0)


def _edit(text: str, block: Sequence[_Line], before: str) -> Iterator[Edit]:
    """Edit the lines of one block, which stands after other words."""
    filled = [line for line in block if line.text_start < line.text_end]
    words = [text[line.text_start : line.text_end] for line in filled]
    is_introduced = bool(words) and _ends_with_colon(before) and not _ends_with_colon(words[-1])
    is_quotation = is_introduced and _DOUBLE_MARKS.isdisjoint("".join(words))
    is_first = True
    for line in block:
        is_filled = line.text_start < line.text_end
        yield Edit(line.start, line.text_start, "“" if is_quotation and is_filled and is_first else "")
        is_first = not is_filled
    if is_quotation:
        yield Edit(filled[-1].text_end, filled[-1].text_end, "”")


def _ends_with_colon(words: str) -> bool:
    return words.rstrip("*_ ").endswith(":")
