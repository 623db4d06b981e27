"""Days of the year, however they are written: "3 February", "the third of February", "Feb. 3", "February 3rd"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quotekit.wording.numbers import NUMBER_WORDS, read_number
from quotekit.wording.spelling import spell

__all__ = ["BEGINNINGS", "read_day"]

_MONTHS = frozenset(
    {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    }
)
#: Words that a day can begin with, after "the": months, some of them shortened, and numbers.
BEGINNINGS = frozenset({*_MONTHS, *(month[:3] for month in _MONTHS), "sept", *NUMBER_WORDS})
# These are verbs, too, so they are months only with a capital.
_VERBS = frozenset({"march", "may"})
_DAY = re.compile(r"#(\d{1,2})(?:th)?")
_LAST_DAY = 31
# "The twenty first of February" has so many words.
_MAX_WORDS = 5


def read_day(words: Sequence[str], at: int, is_joined: Callable[[int], bool]) -> tuple[str, int] | None:
    """
    Read the day of the year that begins at a word.

    Args:
        words: Words and numbers, as printed.

        at: Index of its first word.

        is_joined: Returns whether only a space, hyphen or full stop is between a word and the one before it.

    Returns:
        The day as it is compared, and the index after its last word; None if none begins there.

    Example:
        >>> [read_day(day.split(), 0, lambda at: True) for day in ("3 February", "Feb 3rd", "the third of February")]
        [('#3 february', 2), ('#3 february', 2), ('#3 february', 4)]
    """
    near = words[at : at + _MAX_WORDS]
    found = _read(near, lambda i: is_joined(at + i))
    if found is None or not all(map(is_joined, range(at + 1, at + found[1]))):
        return None
    return found[0], at + found[1]


def _read(words: Sequence[str], is_joined: Callable[[int], bool]) -> tuple[str, int] | None:
    """Read the day that begins at the first of some words; return it with the number of its words."""
    month = _month(words, 0)
    if month:
        day, end = _day(words, 1, is_joined)
        return (f"#{day} {month}", end) if day else None
    day, end = _day(words, int(words[0].lower() == "the"), is_joined)
    end += words[end : end + 1] == ["of"]
    month = _month(words, end)
    return (f"#{day} {month}", end + 1) if day and month else None


def _month(words: Sequence[str], at: int) -> str | None:
    if at >= len(words):
        return None
    month = spell(words[at])
    return month if month in _MONTHS and (month not in _VERBS or words[at][0].isupper()) else None


def _day(words: Sequence[str], at: int, is_joined: Callable[[int], bool]) -> tuple[str | None, int]:
    """Return the day of the month that begins at a word, None if none does, and the index after its last word."""
    if at >= len(words):
        return None, at
    number = read_number([word.lower() for word in words], at, is_joined)
    found = number and _DAY.fullmatch(number[0])
    if number is None or not found or not 0 < int(found[1]) <= _LAST_DAY:
        return None, at
    return found[1], number[1]
