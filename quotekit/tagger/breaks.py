"""Where a window may end: before a paragraph, a line, or a sentence outside of quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from quotekit.marks import Quotation
from quotekit.sentences import read_layout

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["LINE", "NONE", "PARAGRAPH", "SENTENCE", "find_breaks"]

#: How strong a break is.
NONE, SENTENCE, LINE, PARAGRAPH = range(4)


def find_breaks(text: str, start: NDArray[np.int64], quotations: Sequence[Quotation]) -> NDArray[np.int64]:
    """
    Tell how strong a break there is before each word of a text.

    Args:
        text: The text.

        start: Character offset of each word's start, shape (W,).

        quotations: The text's quotations, ordered by start.

    Returns:
        :data:`NONE`, :data:`SENTENCE`, :data:`LINE` or :data:`PARAGRAPH` for each word, shape (W,).

    Example:
        >>> import numpy as np
        >>> find_breaks("It rained. Mr. Ito left.", np.array([0, 3, 9, 11, 13, 15, 19, 23]), [])
        array([3, 0, 0, 1, 0, 0, 0, 0])
    """
    breaks = np.full(len(start), NONE, np.int64)
    breaks[:1] = PARAGRAPH
    outer = [q for q in quotations if q.depth == 0]
    opened = [q.inner_start for q in outer]
    for at in read_layout(text).sentences:
        lines = text.count("\n", _end_before(text, at), at)
        last = bisect_right(opened, at) - 1
        if lines:
            strength = LINE if lines == 1 else PARAGRAPH
        else:
            strength = NONE if last >= 0 and at < outer[last].inner_end else SENTENCE
        word = int(np.searchsorted(start, at))
        breaks[word : word + 1] = np.maximum(breaks[word : word + 1], strength)
    return breaks


def _end_before(text: str, at: int) -> int:
    """The end of the last word before an offset."""
    while at and text[at - 1].isspace():
        at -= 1
    return at
