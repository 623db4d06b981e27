"""Stretches of a text that may overlap, and what is within one of them."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from quotekit.text import Bounds

__all__ = ["Stretches"]


class Stretches:
    """
    Stretches of a text, in which it is searched in logarithmic time.

    Args:
        bounds: Start and end of each, in any order.

    Example:
        >>> stretches = Stretches([(20, 30), (0, 9), (5, 12)])
        >>> stretches.hold(6, 12), stretches.hold(3, 12)
        (True, False)
    """

    def __init__(self, bounds: Iterable[Bounds]) -> None:
        ordered = sorted(bounds)
        # In an array, a number takes a fourth of its memory.
        self._starts = array("q", [start for start, _ in ordered])
        # For each stretch, the end of that which reaches farthest of all up to it.
        self._ends = array("q", accumulate((end for _, end in ordered), max))

    def hold(self, start: int, end: int) -> bool:
        """
        Return whether a part of the text is within one stretch.

        Args:
            start: Offset of its first character.

            end: Offset after its last character.

        Returns:
            Whether one of them holds the whole part.
        """
        before = bisect_right(self._starts, start)
        return before > 0 and self._ends[before - 1] >= end
