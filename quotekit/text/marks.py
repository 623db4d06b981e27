"""Quotation marks one by one: what each may be, by the characters around it."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from quotekit.english.lexicons import load_words
from quotekit.text.characters import (
    ALL,
    APOSTROPHES,
    BEFORE_OPENING,
    BRACKETS,
    CLAUSE_END,
    GRAVE,
    GUILLEMETS,
    INCHES,
    INVISIBLE,
    LEFT,
    NEVER_FIRST,
    ONLY_CLOSE,
    ONLY_OPEN,
    RIGHT,
    SINGLE,
)

__all__ = ["Mark", "read_marks", "starts_line"]

# Two characters may be one mark; of three alike, the one next to the words is a mark of its own. Apostrophes inside
# words are skipped here, where that is cheapest.
_MARK = re.compile(
    rf"[{''.join(sorted(ALL))}]"
    r"(?:(?<=`)`|(?<=´)´|(?<=‘)‘|(?<=')'(?!(?<=[\w.,!?…]'')'(?!'))|(?<=’)’(?!(?<=[\w.,!?…]’’)’(?!’))"
    rf"|(?!(?<=[^\W_][{''.join(sorted(APOSTROPHES))}])[^\W_]))"
)
_DIRECTED = LEFT | GUILLEMETS | GRAVE | ONLY_OPEN | ONLY_CLOSE
_YEAR = re.compile(r"\d\ds?\b")
_WORD = re.compile(r"[^\W\d_]{2,40}\b|[^\W\d_]\b(?![-–*])")
_LAST_WORD = re.compile(r"\w{1,40}$")
_INCHES = re.compile(r"(?<!\d)\d{1,2}$")
_FEET_AND_INCHES = re.compile(r"\d['’′][\s-]?\d{1,2}(?:\.\d+|[\s-]?(?:\d/\d|[¼½¾]))?$")
# How many characters a measure in feet and inches has at most, and a word that an apostrophe may cut short.
_MEASURE_CHARS = 12
_TAIL_CHARS = 5


@attrs.define
class Mark:
    """A quotation mark, with what its neighbours allow it to be."""

    #: Offset of its first character.
    start: int
    #: Offset after its last character.
    end: int
    #: Its characters: one, or two for doubled apostrophes and the like.
    char: str
    #: Whether it is a single mark and not a double one.
    single: bool
    #: Whether it may open a quotation.
    may_open: bool
    #: Whether it may close one.
    may_close: bool
    #: Whether it is where opening marks usually are: after a space or an opening bracket.
    in_front: bool
    #: Whether it opens only if the next mark of its sort closes: it may be an apostrophe or a stray mark.
    needs_partner: bool = False
    #: Whether it closes only if none after it does: it may be an apostrophe or mean feet or inches.
    yields: bool = False

    @property
    def opens_first(self) -> bool:
        """Return whether it opens rather than closes."""
        return self.may_open and not self.needs_partner and (self.in_front or not self.may_close)


def read_marks(text: str, start: int, end: int) -> list[Mark]:
    """
    Find the quotation marks of one paragraph.

    Args:
        text: The text.

        start: Offset of the paragraph's first character.

        end: Offset after its last character.

    Returns:
        The marks in text order, without apostrophes and signs for feet and inches.
    """
    read = [_read(text, *match.span()) for match in _MARK.finditer(text, start, end)]
    return [mark for mark in read if mark is not None]


def _read(text: str, start: int, end: int) -> Mark | None:
    """Read the mark from *start* to *end*; None if it is no quotation mark."""
    char, before, after = text[start:end], _before(text, start), _after(text, end)
    mark = Mark(start, end, char, *_uses(char, before, after))
    if before.isalnum():
        if char in INCHES and _ends_feet_and_inches(text, start):
            return None
        mark.yields = mark.may_close and (char in INCHES or char in APOSTROPHES) and _may_be_other(text, mark)
    elif after.isalnum() and char in APOSTROPHES and _is_elided(text, end):
        if char == "’" or not _may_be_quoted(text, end):
            return None
        mark.may_close, mark.needs_partner = False, True
    elif before.isspace() and after.isspace() and char not in _DIRECTED:
        _read_between_spaces(text, mark)
    return mark


def _before(text: str, start: int) -> str:
    """The last visible character before *start*; a newline where the text starts."""
    while start and text[start - 1] in INVISIBLE:
        start -= 1
    return text[start - 1] if start else "\n"


def _after(text: str, end: int) -> str:
    """The first visible character from *end* on; a newline where the text ends."""
    while end < len(text) and text[end] in INVISIBLE:
        end += 1
    return text[end] if end < len(text) else "\n"


@lru_cache(maxsize=4096)
def _uses(char: str, before: str, after: str) -> tuple[bool, bool, bool, bool]:
    """Return whether a mark between two characters is single, may open, may close, and is where opening marks are."""
    single = char in SINGLE
    if char in ONLY_OPEN or char in ONLY_CLOSE:
        return single, char in ONLY_OPEN, char in ONLY_CLOSE, char in ONLY_OPEN
    in_front = before.isspace() or before in BRACKETS
    may_open, may_close = _directions(char, before, after)
    return single, may_open, may_close, in_front or (char in LEFT and after.isalnum())


def _directions(char: str, before: str, after: str) -> tuple[bool, bool]:
    """Return whether a mark between two characters may open, and whether it may close."""
    spaced = before.isspace()
    never_first = after in NEVER_FIRST or (after in CLAUSE_END and not spaced and before not in BEFORE_OPENING)
    could_open = not (after.isspace() or never_first)
    if char in LEFT:
        return after.isalnum() or not (before.isalnum() or never_first or after == "\n"), True
    if char == "``" and spaced and after.isspace():
        # The opening mark of tokenized text.
        return after != "\n", False
    if char in RIGHT:
        return could_open and (spaced or before in BRACKETS), True
    if char in GUILLEMETS:
        return could_open or (char in "«‹" and after != "\n"), not (spaced and after.isalnum())
    may_close = never_first if spaced else before in CLAUSE_END or not after.isalnum()
    return could_open and not before.isalnum(), may_close


def _read_between_spaces(text: str, mark: Mark) -> None:
    """Set what a mark with space on both sides may be, as in tokenized text."""
    possessive = mark.single and mark.start > 1 and text[mark.start - 2] in "sS"
    mark.may_open = mark.needs_partner = not possessive
    mark.may_close = True
    mark.yields = possessive


def _is_elided(text: str, end: int) -> bool:
    """Return whether a short year or a word without its first letters begins at *end*."""
    word = _WORD.match(text, end)
    return "'" + word.group().lower() in load_words("elisions") if word else _YEAR.match(text, end) is not None


def _may_be_quoted(text: str, end: int) -> bool:
    """Return whether the short year or word at *end* may begin a quotation after all: "'Cause unknown', it said"."""
    word = _WORD.match(text, end)
    if not word:
        return text[end + 2 : end + 3] != "s"
    if word.group() + "'" in load_words("elisions"):
        return False
    return word.group()[0].isupper() or text[word.end() : word.end() + 1] in APOSTROPHES


def _ends_feet_and_inches(text: str, start: int) -> bool:
    return _FEET_AND_INCHES.search(text, max(0, start - _MEASURE_CHARS), start) is not None


def _may_be_other(text: str, mark: Mark) -> bool:
    """Return whether a mark after a word may be an apostrophe ("the dogs' home") or mean inches ("a 12" pipe")."""
    space, letter = text[mark.end : mark.end + 1], text[mark.end + 1 : mark.end + 2]
    if not (space.isspace() and letter.isalnum()):
        return False
    tail = text[max(0, mark.start - _TAIL_CHARS) : mark.start]
    if not mark.single:
        return letter.islower() and _INCHES.search(tail) is not None
    if tail[-1] in "sSxXzZ" or tail[-1].isdigit() or (tail.endswith("in") and tail[-3:-2].isalpha()):
        return True
    word = _LAST_WORD.search(tail)
    return word is not None and word.group().lower() + "'" in load_words("elisions")


def starts_line(text: str, start: int) -> bool:
    """
    Return whether an offset is at the start of its line.

    Args:
        text: The text.

        start: The offset.

    Returns:
        Whether there is nothing but white space before it in its line.
    """
    while start and text[start - 1] != "\n" and (text[start - 1].isspace() or text[start - 1] in INVISIBLE):
        start -= 1
    return not start or text[start - 1] == "\n"
