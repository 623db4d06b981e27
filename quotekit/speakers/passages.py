"""Where the sentences of a text begin, and which of its words stand between quotation marks or in somebody's statement."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from quotekit.records import Spans
from quotekit.text import Quotation

__all__ = ["Passages"]

_SENTENCE_END = re.compile(
    r"[.!?…\n](?:(?<=\n)|(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|Lt|St)\.)(?<!\b(?:Mrs|Gov|Sen|Rep|Gen|Rev|Col|Adm)\.)"
    r"(?<!\bProf\.)[\"”’')]*\s+(?=[\"“‘'(\[]*[A-Z0-9]))"
)


class Passages:
    """
    Tells where an offset stands.

    Args:
        text: The article's text.

        quotations: Its quotations.

        contents: The content of each attribution.

    Example:
        >>> from quotekit.text import pair_marks
        >>> text = 'Ida Holm left. "It rains. It pours," she said.'
        >>> passages = Passages(text, pair_marks(text), [])
        >>> passages.sentence(0), passages.sentence(37)
        (0, 1)
        >>> passages.is_quoted(0), passages.is_quoted(20)
        (False, True)
    """

    def __init__(self, text: str, quotations: Sequence[Quotation], contents: Sequence[Spans]) -> None:
        self._text = text
        outer = [q for q in quotations if q.depth == 0]
        self._outer = outer
        self._starts = [q.start for q in outer]
        self._ends = [q.end for q in outer]
        self._pieces = sorted((p.start, p.end, i) for i, content in enumerate(contents) for p in content)
        # For each piece the last end of those up to it.
        self._last_ends = list(accumulate((end for _, end, _ in self._pieces), max))
        self._told = _merged((start, end) for start, end, _ in self._pieces)

    def is_quoted(self, at: int) -> bool:
        """Return whether the character at an offset stands between quotation marks."""
        place = bisect_right(self._starts, at) - 1
        return place >= 0 and at < self._ends[place]

    def part_before(self, at: int) -> int | None:
        """Return an offset in the paragraph before, where that begins the running quotation that an offset is in."""
        place = bisect_right(self._starts, at) - 1
        if place < 1 or at >= self._ends[place] or not self._outer[place].continues:
            return None
        return self._outer[place - 1].inner_start

    def is_told(self, at: int) -> bool:
        """Return whether the character at an offset stands in somebody's statement."""
        place = bisect_left(self._told, (at + 1,)) - 1
        return place >= 0 and at < self._told[place][1]

    def sentence(self, at: int) -> int:
        """Return the number of the sentence that an offset is in; sentences between quotation marks do not count."""
        return bisect_right(self._breaks, at)

    def sentence_start(self, at: int) -> int:
        """Return the offset at which the sentence begins that an offset is in."""
        number = self.sentence(at)
        return self._breaks[number - 1] if number else 0

    def holders(self, start: int, end: int) -> list[tuple[int, int]]:
        """
        Find the statements that have a stretch of text in one of their pieces.

        Args:
            start: Offset of its first character.

            end: Offset after its last character.

        Returns:
            The index of each statement and the offset of that piece, the shortest piece first.
        """
        found = []
        place = bisect_left(self._pieces, (start + 1,)) - 1
        while place >= 0 and self._last_ends[place] >= end:
            begin, last, index = self._pieces[place]
            if last >= end:
                found.append((last - begin, index, begin))
            place -= 1
        return [(index, begin) for _, index, begin in sorted(found)]

    @cached_property
    def _breaks(self) -> list[int]:
        """Offsets at which sentences begin, the first one apart."""
        return [found.end() for found in _SENTENCE_END.finditer(self._text) if not self.is_quoted(found.end() - 1)]


def _merged(bounds: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of text in their order, with those that overlap put together."""
    merged: list[tuple[int, int]] = []
    for start, end in bounds:
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
