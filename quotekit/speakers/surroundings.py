"""What stands right before and behind a name."""

from __future__ import annotations

import re

from quotekit.text import TextIndex

__all__ = ["is_possessive", "word_before"]

_LAST_WORD = re.compile(r"([\w'’]+) $")
_WORD_REACH_CHARS = 20
_POSSESSIVE_ENDINGS = ("'s", "’s", "' ", "’ ")


def word_before(index: TextIndex, at: int) -> str:
    """
    Return the word before an offset, if only a space stands between.

    Args:
        index: The index of the text.

        at: The offset.

    Returns:
        The word in lower case; empty where there is none.

    Example:
        >>> word_before(TextIndex("It rained In Oslo."), 13)
        'in'
    """
    found = index.search_before(_LAST_WORD, at, _WORD_REACH_CHARS)
    return found[1].lower() if found else ""


def is_possessive(index: TextIndex, end: int) -> bool:
    """
    Return whether a name has a possessive ending.

    Args:
        index: The index of the text.

        end: Offset after the name.

    Returns:
        Whether it has.

    Example:
        >>> is_possessive(TextIndex("Holm's aim"), 4), is_possessive(TextIndex("Holm left"), 4)
        (True, False)
    """
    return index.text.startswith(_POSSESSIVE_ENDINGS, end)
