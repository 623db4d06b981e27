"""Which characters of a text stand between quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from quotekit.text.quotations import Quotation

__all__ = ["Quoted"]


class Quoted:
    """
    The offsets of the characters that stand in quotations, their marks among them.

    Args:
        quotations: A text's quotations, ordered by start, from :func:`quotekit.text.pair_marks`.

    Example:
        >>> from quotekit.text import pair_marks
        >>> quoted = Quoted(pair_marks("“Yes,” she said."))
        >>> [offset in quoted for offset in (0, 1, 5, 6)]
        [True, True, True, False]
    """

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        # The others stand inside these.
        self._outer = [q for q in quotations if q.depth == 0]
        self._starts = [q.start for q in self._outer]

    def __contains__(self, offset: int) -> bool:
        """Return whether the character at an offset stands in a quotation."""
        last = bisect_right(self._starts, offset)
        return last > 0 and offset < self._outer[last - 1].end
