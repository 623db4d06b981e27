"""The paragraphs of a text, whether its lines are wrapped or each of them is a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable

from quotekit.text import Bounds, TextIndex

__all__ = ["Paragraphs"]

# A line with another one right below it, not a blank one.
_LINE = re.compile(r"\S[^\S\n]*\n(?=[^\S\n]*\S)")
_LINE_WITH_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*[^\S\n]*\n(?=[^\S\n]*\S)")


class Paragraphs:
    r"""
    The paragraphs of a text.

    Args:
        index: The index of the text.

    Example:
        >>> index = TextIndex("“Now?”\n“No.”\n“Why?”")
        >>> Paragraphs(index).number_at(8), Paragraphs(index).bounds(1)
        (1, (7, 13))
    """

    def __init__(self, index: TextIndex) -> None:
        lines = sum(1 for _ in _LINE.finditer(index.text))
        ends = sum(1 for _ in _LINE_WITH_SENTENCE_END.finditer(index.text))
        are_lines = 2 * ends > lines
        self._of: Callable[[int], int] = index.paragraph_of if are_lines else index.block_of
        self._bounds: Callable[[int], Bounds] = index.paragraph if are_lines else index.block

    def number_at(self, at: int) -> int:
        """Return the number of the paragraph at an offset, from 0."""
        return self._of(at)

    def bounds(self, number: int) -> Bounds:
        """Return the bounds of a paragraph, the space after it included."""
        return self._bounds(number)

    def start_at(self, at: int) -> int:
        """Return where the paragraph at an offset begins."""
        return self._bounds(self._of(at))[0]

    def end_at(self, at: int) -> int:
        """Return where the paragraph at an offset ends, the space after it included."""
        return self._bounds(self._of(at))[1]
