"""Find where a window may end: before a paragraph, a line, or a sentence outside of quotation marks."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import numpy as np

from quotekit.text import TextIndex

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["LINE", "NONE", "PARAGRAPH", "SENTENCE", "find_breaks"]

#: Strengths of breaks.
NONE, SENTENCE, LINE, PARAGRAPH = range(4)


def find_breaks(index: TextIndex, start: NDArray[np.int64]) -> NDArray[np.int8]:
    """
    Find the strength of the break before each word of a text.

    Args:
        index: The text. Sentences are always those that the index detects, as in training, not those of the caller's
            pipeline.

        start: Character offset of each word's start, shape (W,).

    Returns:
        :data:`NONE`, :data:`SENTENCE`, :data:`LINE` or :data:`PARAGRAPH` for each word, shape (W,). A paragraph with
        which a running quotation goes on is no stronger than a sentence.

    Example:
        >>> import numpy as np
        >>> find_breaks(TextIndex("It rained. Mr. Ito left."), np.array([0, 3, 9, 11, 13, 15, 19, 23]))
        array([3, 0, 0, 1, 0, 0, 0, 0], dtype=int8)
    """
    breaks = np.full(len(start), NONE, np.int8)
    breaks[:1] = PARAGRAPH
    running = {part.start for run in index.running_quotations for part in run}
    for at in index.detected_sentence_starts:
        lines = index.text.count("\n", _end_before(index, at), at)
        if not lines and index.is_quoted(at - 1):
            continue
        strength = _weaken(index, at, (SENTENCE, LINE, PARAGRAPH)[min(lines, 2)], running)
        word = int(np.searchsorted(start, at))
        breaks[word : word + 1] = np.maximum(breaks[word : word + 1], strength)
    return breaks


def _weaken(index: TextIndex, at: int, strength: int, running: AbstractSet[int]) -> int:
    """
    Return the strength of a break before an offset at which a running quotation may begin or go on.

    A window that ends there would cut a quotation from its cue, or from its other paragraphs.
    """
    if at not in running:
        return strength
    if index.continued_from(at) is not None:
        return min(strength, SENTENCE)
    end = _end_before(index, at)
    # "Ito said: | “It rains." and "“It works,” Ito said. | “We tried it."
    return NONE if strength == SENTENCE else SENTENCE if index.text[max(0, end - 1) : end] == ":" else strength


def _end_before(index: TextIndex, at: int) -> int:
    """Return where the white space before an offset begins."""
    while at and index.text[at - 1].isspace():
        at -= 1
    return at
