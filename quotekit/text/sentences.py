"""Find where the sentences and paragraphs of a text begin."""

from __future__ import annotations

import re
from functools import cache

from quotekit.english.lexicons import load_words

__all__ = ["find_paragraphs", "find_sentences"]

# The stops of a row are read once, from the first on: a long row takes linear time.
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n\s*")
_LAST_WORD = re.compile(r"[\w.'’]{1,40}$")
_SHORT_WORD_CHARS = 12
_PARAGRAPH = re.compile(r"\n\s*")


def find_sentences(text: str) -> tuple[int, ...]:
    r"""
    Find where the sentences of a text begin.

    Args:
        text: Any string.

    Returns:
        The offsets at which they begin, except for the first. Titles and initials do not end a sentence; a line break
        does.

    Example:
        >>> find_sentences("Mr. J. Dray left. It rained.\nOslo.")
        (18, 29)
    """
    stops = (stop for stop in _STOP.finditer(text) if "\n" in stop.group() or not _is_short(text, stop.start()))
    return tuple(stop.end() for stop in stops)


def find_paragraphs(text: str) -> tuple[int, ...]:
    r"""
    Find where the paragraphs of a text begin.

    Args:
        text: Any string.

    Returns:
        The offsets at which they begin, except for the first. Each line that is not blank is a paragraph.

    Example:
        >>> find_paragraphs("It rained.\n\nOslo.")
        (12,)
    """
    return tuple(found.end() for found in _PARAGRAPH.finditer(text))


def _is_short(text: str, at: int) -> bool:
    """Return whether the dot at *at* belongs to a title, an initial or an acronym: "Sen. Holm", "J. Dray", "U.S."."""
    if text[at] != ".":
        return False
    word = _LAST_WORD.search(text, max(0, at - _SHORT_WORD_CHARS), at)
    if word is None:
        return False
    last = word.group().casefold().replace(".", "")
    return "." in word.group() or last in _short_words() or (len(last) == 1 and last != "i")


@cache
def _short_words() -> frozenset[str]:
    titles = (line.partition(" ")[0] for line in load_words("abbreviated_titles"))
    return frozenset(titles) | {"jr", "sr", "st", "vs", "no"}
