"""Find runs of capitalized words: outlets of which no list knows are among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotekit.english.lexicons import load_words
from quotekit.text import Bounds

__all__ = ["find_name_runs"]

_WORD = r"(?:[^\W\d_a-zß-öø-ÿ][\w’'.-]{0,40}|\d{1,4}[A-Z][\w.]{0,40}|[a-z]?\d[\w.]{0,10}FM\b)"
_RUN = re.compile(
    rf"(?<![\w’'-]){_WORD}(?:(?:\s|\s&\s|\sof\s|\sand\s|\swith\s|\sof\sthe\s|-)(?:{_WORD}|\d{{1,3}}\b)){{0,11}}"
)
_JOINED = re.compile(r"\s(?:and|of|with)\s(?:the\s)?")
_ENDS = ("’s", "'s", "’", "'", ".")
_EDGES = "’'.,"
_SPACE = re.compile(r"\s")
_MAX_CHARS = 80


def find_name_runs(text: str) -> Iterator[Bounds]:
    """
    Find runs of capitalized words.

    Args:
        text: The text.

    Yields:
        The bounds of each run, without a function word at its beginning; and of the parts that "and", "of" or "with"
        joins.

    Example:
        >>> text = "But she told Radio Taiga and the Frontier Herald so."
        >>> [text[slice(*bounds)] for bounds in find_name_runs(text)]
        ['Radio Taiga', 'Frontier Herald']
    """
    skipped = load_words("run_openers")
    for found in _RUN.finditer(text):
        start, end = _trimmed(text, *found.span(), skipped)
        if not 1 < end - start < _MAX_CHARS:
            continue
        yield start, end
        at = start
        for joint in (*_JOINED.finditer(text, start, end), None):
            part_end = end if joint is None else joint.start()
            if (at, part_end) != (start, end) and text[at : at + 1].isupper():
                yield at, part_end
            at = end if joint is None else joint.end()


def _trimmed(text: str, start: int, end: int, skipped: frozenset[str]) -> Bounds:
    """Return bounds without function words at the beginning, and without an ending "'s"."""
    while start < end:
        space = _SPACE.search(text, start, end)
        first = text[start : space.start() if space else end]
        if first.strip(_EDGES).lower() not in skipped:
            break
        start = space.end() if space else end
    for ending in _ENDS:
        if text.endswith(ending, start, end):
            end -= len(ending)
    return start, end
