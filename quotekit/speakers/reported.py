"""Find which parts of a text are reported content, and by which attribution."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

import attrs

from quotekit.records import Spans
from quotekit.text import Bounds

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
        self._pieces = sorted((p.start, p.end, i) for i, content in enumerate(contents) for p in content)
        # For each span, the maximum end of all spans up to it.
        self._last_ends = list(accumulate((end for _, end, _ in self._pieces), max))
        self._merged = _merge((start, end) for start, end, _ in self._pieces)

    def is_reported(self, at: int) -> bool:
        """Return whether the character at an offset is in the content of an attribution."""
        place = bisect_left(self._merged, (at + 1,)) - 1
        return place >= 0 and at < self._merged[place][1]

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
        place = bisect_left(self._pieces, (start + 1,)) - 1
        while place >= 0 and self._last_ends[place] >= end:
            piece_start, piece_end, draft = self._pieces[place]
            if piece_end >= end:
                found.append((piece_end - piece_start, draft, piece_start))
            place -= 1
        return [Holder(draft, piece_start) for _, draft, piece_start in sorted(found)]


def _merge(bounds: Iterable[Bounds]) -> list[Bounds]:
    """Merge stretches of text, given in text order, that overlap."""
    merged: list[Bounds] = []
    for start, end in bounds:
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
