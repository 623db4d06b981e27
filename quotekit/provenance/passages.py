"""The extent of an excerpt, judged by quotation marks and by who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotekit.english.pronouns import PERSONAL_SUBJECTS
from quotekit.provenance.statements import Statement
from quotekit.text import TextIndex

__all__ = ["Voices", "opening_mark", "passage_end"]

_OPENING_MARK = re.compile(r"\s{0,9}([“\"„«‘']|``)")
_CLOSING_MARKS = {"“": "”", "„": "“", "«": "»", "‘": "’", "``": "''"}
_DOUBLE_MARK = re.compile(r"[“”„\"«»]|''|``")
_MARKS_OF_A_PAIR = 2
_PRONOUNS = PERSONAL_SUBJECTS | {"her", "him", "who"}


class Voices:
    """
    The speakers in each paragraph that are named or described there.

    Args:
        statements: The text's statements.
    """

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._by_paragraph: dict[int, list[Statement]] = {}
        for statement in statements:
            named = statement.source.text.lower() not in _PRONOUNS
            if statement.speaker is not None and statement.reports and named:
                self._by_paragraph.setdefault(statement.paragraph, []).append(statement)

    def are_heard(self, paragraph: int, start: int, end: int) -> bool:
        """Return whether anyone speaks in a part of a paragraph."""
        return any(start <= statement.anchor < end for statement in self._by_paragraph.get(paragraph, ()))

    def of(self, paragraph: int) -> set[str | None]:
        """Return the keys of the speakers in a paragraph."""
        return {statement.speaker_key for statement in self._by_paragraph.get(paragraph, ())}


def opening_mark(index: TextIndex, at: int) -> str | None:
    """Return the quotation mark at an offset, white space skipped; None if there is none."""
    found = index.match_after(_OPENING_MARK, at)
    return found[1] if found else None


def passage_end(index: TextIndex, first: int, voices: Voices) -> int:
    """
    Find where an excerpt ends.

    Args:
        index: The text.

        first: The number of its first paragraph.

        voices: The speakers in each paragraph.

    Returns:
        The number of the paragraph after its last. A quotation over several paragraphs ends with its closing mark; a
        paragraph without marks is an excerpt by itself; separately quoted paragraphs end before the first one that
        opens with no mark or has a new speaker.
    """
    running: str | None = None
    heard: set[str | None] = set()
    for paragraph in range(first, len(index.paragraph_starts) + 1):
        words = index.text[slice(*index.paragraph(paragraph))].strip()
        opening = _OPENING_MARK.match(words)
        speaking = voices.of(paragraph)
        if paragraph > first and (opening is None or (running is None and not speaking <= heard)):
            return paragraph
        heard |= speaking
        if opening is None:
            return paragraph + 1
        marks = len(_DOUBLE_MARK.findall(words))
        if running is None and marks % 2:
            running = opening[1]
        elif _is_closed(words, running or opening[1]) and (running or marks == _MARKS_OF_A_PAIR):
            return paragraph + 1
    return len(index.paragraph_starts) + 1


def _is_closed(words: str, opening: str) -> bool:
    """Return whether a paragraph ends with the closing mark for an opening one."""
    return words.rstrip(" .").endswith(_CLOSING_MARKS.get(opening, opening))
