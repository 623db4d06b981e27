"""Where a window may end: before a paragraph, a line, or a sentence outside of quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from quotekit.text import Quotation
from quotekit.text.quoted import Quoted
from quotekit.text.sentences import find_sentences

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
    quoted = Quoted(quotations)
    for at in find_sentences(text):
        lines = text.count("\n", _end_before(text, at), at)
        if not lines and at - 1 in quoted:
            continue
        strength = (SENTENCE, LINE, PARAGRAPH)[min(lines, 2)]
        word = int(np.searchsorted(start, at))
        breaks[word : word + 1] = np.maximum(breaks[word : word + 1], strength)
    return breaks


def _end_before(text: str, at: int) -> int:
    """The end of the last word before an offset."""
    while at and text[at - 1].isspace():
        at -= 1
    return at
