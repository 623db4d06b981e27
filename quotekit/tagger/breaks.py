"""Find where a window may end: before a paragraph, a line, or a sentence outside of quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quotekit.text import TextIndex

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["LINE", "NONE", "PARAGRAPH", "SENTENCE", "find_breaks"]

#: Strengths of breaks.
NONE, SENTENCE, LINE, PARAGRAPH = range(4)


def find_breaks(index: TextIndex, start: NDArray[np.int64]) -> NDArray[np.int64]:
    """
    Find the strength of the break before each word of a text.

    Args:
        index: The text. Sentences are always those that the index detects, as in training, not those of the caller's
            pipeline.

        start: Character offset of each word's start, shape (W,).

    Returns:
        :data:`NONE`, :data:`SENTENCE`, :data:`LINE` or :data:`PARAGRAPH` for each word, shape (W,).

    Example:
        >>> import numpy as np
        >>> find_breaks(TextIndex("It rained. Mr. Ito left."), np.array([0, 3, 9, 11, 13, 15, 19, 23]))
        array([3, 0, 0, 1, 0, 0, 0, 0])
    """
    breaks = np.full(len(start), NONE, np.int64)
    breaks[:1] = PARAGRAPH
    for at in index.detected_sentence_starts:
        lines = index.text.count("\n", _end_before(index, at), at)
        if not lines and index.is_quoted(at - 1):
            continue
        strength = (SENTENCE, LINE, PARAGRAPH)[min(lines, 2)]
        word = int(np.searchsorted(start, at))
        breaks[word : word + 1] = np.maximum(breaks[word : word + 1], strength)
    return breaks


def _end_before(index: TextIndex, at: int) -> int:
    """Return where the white space before an offset begins."""
    while at and index.text[at - 1].isspace():
        at -= 1
    return at
