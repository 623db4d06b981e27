"""Find the note about its authors below an article: "Ida Holm is a historian at the University of Oslo."."""

from __future__ import annotations

import re
from itertools import islice

from quotekit.english.words import is_role
from quotekit.text import Bounds, TextIndex

__all__ = ["find_author_notes"]

# A note about the authors is one of the last paragraphs.
_MAX_PARAGRAPHS = 3
_MAX_NOTE_CHARS = 600
# The number of words after "is" that may say what somebody is.
_MAX_WORDS = 9
_NOTE = re.compile(
    r"""
    (?:^|(?<=[.!?]\s))
    (?P<name>
        [A-Z][\w'’-]{0,30}\.?
        (?:[ ](?:[A-Z]\.|[A-Z][\w'’-]{1,30}|\([A-Z][\w'’-]{1,30}\))){0,3}
        [ ](?P<surname>[A-Z][\w'’-]{1,30})
    )
    (?:,[ ][^.,\n]{1,120},)?    # "Ida Holm, a historian in Oslo,"
    [ ]is[ ]
    (?P<predicate>[^.!?\n]{1,200})
    """,
    re.VERBOSE | re.MULTILINE,
)
_WORD = re.compile(r"[A-Za-z]{2,30}")


def find_author_notes(index: TextIndex) -> tuple[Bounds, ...]:
    r"""
    Find the names in a note that says who wrote an article.

    Such a note is one of the last paragraphs. It begins with a name that the article above has nowhere, and says what
    the author is.

    Args:
        index: The index of the text.

    Returns:
        The bounds of the authors' names; empty if there is no such note.

    Example:
        >>> index = TextIndex("The dam is old. I fear for it.\n\nIda Holm is an engineer in Oslo.")
        >>> [index.text[start:end] for start, end in find_author_notes(index)]
        ['Ida Holm']
    """
    last = index.paragraph_of(len(index.text))
    for number in islice(range(last, 0, -1), _MAX_PARAGRAPHS):
        start, end = index.paragraph(number)
        found = list(_NOTE.finditer(index.text, start, min(end, start + _MAX_NOTE_CHARS)))
        if found and found[0].start() == start and all(_is_author(index, note, start) for note in found):
            return tuple(note.span("name") for note in found)
    return ()


def _is_author(index: TextIndex, note: re.Match[str], start: int) -> bool:
    """Return whether a note says what somebody is whom the text above does not name."""
    words = islice(_WORD.finditer(note["predicate"]), _MAX_WORDS)
    return index.text.find(note["surname"], 0, start) < 0 and any(is_role(word.group().lower()) for word in words)
