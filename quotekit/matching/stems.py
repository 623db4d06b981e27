"""What a quotation is about: the stems of its words, without those that any quotation may have."""

from __future__ import annotations

from quotekit.wording import weight

__all__ = ["is_content", "stem_of"]

_ENDINGS = ("ings", "ing", "edly", "ied", "ies", "ed", "es", "ly", "s", "e", "y")
_MIN_STEM_CHARS = 3
_DOUBLED = frozenset("bdgmnprt")
# Function words have less weight than this.
_MIN_CONTENT_WEIGHT = 0.5


def stem_of(key: str) -> str:
    """
    Return the stem of a word.

    Args:
        key: The word, as in :class:`quotekit.wording.Words`.

    Returns:
        The stem, which need not be a word.

    Example:
        >>> [stem_of(key) for key in ("planning", "planned", "close", "closing", "glass", "glasses", "shelves")]
        ['plan', 'plan', 'clos', 'clos', 'glass', 'glass', 'shelf']
    """
    if not key.isalpha():
        return key
    for ending in () if key.endswith("ss") else _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= _MIN_STEM_CHARS:
            key = key[: -len(ending)]
            break
    if len(key) > _MIN_STEM_CHARS and key[-1] == key[-2] and key[-1] in _DOUBLED:
        key = key[:-1]
    # "Wolves" are a "wolf".
    return f"{key[:-1]}f" if key[-1] == "v" else key


def is_content(key: str) -> bool:
    """
    Return whether a word is a content word, not a function word.

    Args:
        key: The word, as in :class:`quotekit.wording.Words`.

    Returns:
        Whether it is.

    Example:
        >>> [key for key in ("they", "were", "planning", "#5", "bridges") if is_content(key)]
        ['planning', '#5', 'bridges']
    """
    return weight(key) > _MIN_CONTENT_WEIGHT
