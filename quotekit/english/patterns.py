"""Patterns for the words of English, and for those of word lists."""

from __future__ import annotations

import re
from functools import cache

from quotekit.english.lexicons import load_words

__all__ = ["ADVERB", "WORD", "any_of", "expand_contractions", "split_words"]

#: A word of letters, also one with apostrophes or hyphens inside; both straight and curly apostrophes count.
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: A word that is an adverb by its ending.
ADVERB = re.compile(r"\w{2}ly$")

_CONTRACTIONS = {"cannot": "can not", "can't": "can not", "shan't": "shall not", "won't": "will not"}
_CONTRACTED = ("n't", "cannot")
_STRAIGHT = str.maketrans("’‘‑‐", "''--")


def split_words(phrase: str) -> list[str]:
    """
    Split a phrase into its words, with apostrophes and hyphens made straight.

    Args:
        phrase: Any string.

    Returns:
        The words in order, without digits and punctuation.

    Example:
        >>> split_words("didn’t co‑write 2 books.")
        ["didn't", 'co-write', 'books']
    """
    return WORD.findall(phrase.translate(_STRAIGHT))


def expand_contractions(phrase: str) -> list[str]:
    """
    Split a phrase into its words in lower case, contractions of "not" as two words.

    Args:
        phrase: Any string.

    Returns:
        The words in order.

    Example:
        >>> expand_contractions("He didn’t, and can't.")
        ['he', 'did', 'not', 'and', 'can', 'not']
    """
    found = split_words(phrase.lower())
    if not any(word.endswith(_CONTRACTED) for word in found):
        return found
    words: list[str] = []
    for word in found:
        whole = _CONTRACTIONS.get(word, word)
        words += f"{whole[:-3]} not".split() if whole.endswith("n't") else whole.split()
    return words


@cache
def any_of(*names: str) -> str:
    """
    Return a part of a pattern that matches any entry of some word lists, the longest first.

    Args:
        names: The names of the lists.

    Returns:
        The entries between bars, in a group, for patterns with and without ``re.VERBOSE``.

    Example:
        >>> re.match(any_of("newspaper_nouns"), "tribunes").group()
        'tribune'
    """
    entries = frozenset().union(*(load_words(name) for name in names))
    return f"(?:{'|'.join(re.escape(entry) for entry in sorted(entries, key=lambda e: (-len(e), e)))})"
