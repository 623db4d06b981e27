"""Where sentences and paragraphs of a text begin."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

import attrs

from quotekit.english.lexicons import load_words

__all__ = ["Layout", "read_layout"]

_STOP = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n\s*")
_LAST_WORD = re.compile(r"[\w.]+$")
_PARAGRAPH = re.compile(r"\n\s*")


@attrs.frozen
class Layout:
    """The sentences and paragraphs of a text."""

    #: How long the text is.
    length: int
    #: Offsets at which its sentences begin, the first one apart.
    sentences: tuple[int, ...]
    #: Offsets at which its paragraphs begin, the first one apart.
    paragraphs: tuple[int, ...]

    def sentence_of(self, offset: int) -> int:
        """Index of the sentence at an offset."""
        return bisect_right(self.sentences, offset)

    def paragraph_of(self, offset: int) -> int:
        """Index of the paragraph at an offset."""
        return bisect_right(self.paragraphs, offset)

    def sentence(self, index: int) -> tuple[int, int]:
        """Bounds of a sentence, with the space after it."""
        return _bounds(self.sentences, index, self.length)

    def paragraph(self, index: int) -> tuple[int, int]:
        """Bounds of a paragraph, with the space after it."""
        return _bounds(self.paragraphs, index, self.length)


def _bounds(starts: tuple[int, ...], index: int, length: int) -> tuple[int, int]:
    return starts[index - 1] if index else 0, starts[index] if index < len(starts) else length


def read_layout(text: str) -> Layout:
    r"""
    Find where the sentences and paragraphs of a text begin.

    Args:
        text: Any string.

    Returns:
        Its layout. Titles and initials end no sentence; a line break ends one, and a paragraph.

    Example:
        >>> read_layout("Mr. J. Dray left. It rained.\nOslo.")
        Layout(length=34, sentences=(18, 29), paragraphs=(29,))
    """
    stops = (stop for stop in _STOP.finditer(text) if "\n" in stop.group() or not _is_short(text, stop.start()))
    paragraphs = (found.end() for found in _PARAGRAPH.finditer(text))
    return Layout(len(text), tuple(stop.end() for stop in stops), tuple(paragraphs))


def _is_short(text: str, at: int) -> bool:
    """Return whether the dot at *at* belongs to a title or an initial: "Sen. Holm", "J. Dray"."""
    word = _LAST_WORD.search(text, max(0, at - 12), at)
    last = word.group().casefold().replace(".", "") if word else ""
    return text[at] == "." and (last in _short_words() or (len(last) == 1 and last != "i") or "." in (word or [""])[0])


@cache
def _short_words() -> frozenset[str]:
    titles = (line.partition(" ")[0] for line in load_words("abbreviated_titles"))
    return frozenset(titles) | {"jr", "sr", "st", "vs", "no"}
