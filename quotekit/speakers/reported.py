"""Find which parts of a text are reported content, and by which attribution."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import attrs

from quotekit.records import Spans

__all__ = ["Holder", "ReportedContents"]


@attrs.frozen
class Holder:
    """An attribution whose content contains a stretch of text."""

    #: The index of the attribution.
    draft: int
    #: Offset of the span of its content that contains the stretch.
    start: int


class ReportedContents:
    """
    The contents of a text's attributions, searchable by offset.

    Args:
        contents: The content of each attribution.

    Example:
        >>> reported = ReportedContents([Spans.of("It rains, she said.", [(0, 9)])])
        >>> reported.is_reported(3), reported.is_reported(11)
        (True, False)
    """

    def __init__(self, contents: Sequence[Spans]) -> None:
        pieces = sorted((p.start, p.end, i) for i, content in enumerate(contents) for p in content)
        # In an array, a number takes a fourth of its memory. The spans are in order of their starts.
        self._starts, self._ends, self._drafts = (array("q", [piece[part] for piece in pieces]) for part in range(3))
        # For each span, the maximum end of all spans up to it.
        self._last_ends = array("q", accumulate(self._ends, max))

    def is_reported(self, at: int) -> bool:
        """Return whether the character at an offset is in the content of an attribution."""
        place = bisect_right(self._starts, at) - 1
        return place >= 0 and at < self._last_ends[place]

    def holders(self, start: int, end: int) -> list[Holder]:
        """
        Find the attributions whose content contains a stretch of text.

        Args:
            start: Offset of its first character.

            end: Offset after its last character.

        Returns:
            The attributions with a content span that contains the whole stretch, shortest span first.
        """
        found = []
        place = bisect_right(self._starts, start) - 1
        while place >= 0 and self._last_ends[place] >= end:
            if self._ends[place] >= end:
                found.append((self._ends[place] - self._starts[place], self._drafts[place], self._starts[place]))
            place -= 1
        return [Holder(draft, piece_start) for _, draft, piece_start in sorted(found)]
