"""Numbers in figures and in words: "5", "five", "5,000", "five thousand", "£2.5m", "the twenty-first"."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from itertools import takewhile

import attrs

__all__ = ["CURRENCIES", "DIGITS", "NUMBER_WORDS", "read_number"]

#: A number in figures, with what may follow it without a space.
DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{2,3}){1,12}(?!\d)|\d+)(?:\.\d+)?(?:(?:st|nd|rd|th|s|bn|tn|mn|m|k)(?![^\W_]))?")
#: Names of currencies, and their signs, each with its name in the singular.
CURRENCIES = {
    **dict.fromkeys(("$", "dollar", "dollars"), "dollar"),
    **dict.fromkeys(("£", "pound", "pounds"), "pound"),
    **dict.fromkeys(("€", "euro", "euros"), "euro"),
    **dict.fromkeys(("¥", "yen"), "yen"),
    **dict.fromkeys(("₹", "rupee", "rupees"), "rupee"),
}
_UNITS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {**{w: n for n, w in enumerate(_UNITS)}, **{w: 10 * n for n, w in enumerate(_TENS, start=2)}}
_ORDINAL_UNITS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
)
_ORDINALS = {
    **{word: n for n, word in enumerate(_ORDINAL_UNITS, start=1)},
    **{f"{ten[:-1]}ieth": 10 * n for n, ten in enumerate(_TENS, start=2)},
}
_DECADES = {f"{ten[:-1]}ies": 10 * n for n, ten in enumerate(_TENS, start=2)}
_SCALES = {
    "hundred": 100,
    "dozen": 12,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_ORDINAL_SUFFIXES = ("st", "nd", "rd", "th")
#: Words that a number can begin with.
NUMBER_WORDS = frozenset({*_SMALL, *_ORDINALS, *_DECADES})
# Longer rows of digits are compared as they are.
_MAX_DIGITS = 18
_MAX_WORDS = 24
# So many digits are read after "point".
_MAX_DECIMALS = 6


@attrs.define
class _Reading:
    """A number as far as it is read."""

    #: The sum of what is complete, such as the thousands.
    total: Decimal = Decimal(0)
    #: What a scale may still multiply; None right after one.
    group: Decimal | None = None
    #: The kind of the last word: "figures", "unit", "teen", "ten", "hundred" or "scale"; empty before the first.
    last: str = ""

    @property
    def value(self) -> Decimal:
        """The number so far."""
        return self.total + (self.group or 0)

    def add_small(self, value: int) -> bool:
        """Add a number below 100 if it continues this one; return whether it does."""
        kind = "unit" if value < 10 else "teen" if value < 20 else "ten"  # noqa: PLR2004  # English counts so
        if self.group is None:
            self.group = Decimal(value)
        elif self.last == "hundred" or (self.last == "ten" and kind == "unit" and value):
            self.group += value
        elif self.last in ("teen", "ten") and kind != "unit" and not self.total:
            # A year: "nineteen ninety", "twenty twenty".
            self.group = self.group * 100 + value
        else:
            return False
        self.last = kind
        return True

    def add_scale(self, word: str) -> bool:
        """Multiply by "hundred", "million" and the like if they can follow; return whether they can."""
        if self.group is None:
            return False
        if self.last == "scale":
            return False
        if word == "hundred":
            self.group *= 100
            self.last = "hundred"
        else:
            self.total += self.group * _SCALES[word]
            self.group, self.last = None, "scale"
        return True


def read_number(words: Sequence[str], at: int, is_joined: Callable[[int], bool]) -> tuple[str, int] | None:
    """
    Read the number that begins at a word.

    Args:
        words: Words and numbers in lower case, as printed.

        at: Index of its first word.

        is_joined: Returns whether only a space or hyphen is between a word and the one before it.

    Returns:
        The number as it is compared, and the index after its last word; None if no number begins there.

    Example:
        >>> words = "two hundred and five men in nineteen ninety".split()
        >>> read_number(words, 0, lambda at: True), read_number(words, 6, lambda at: True)
        (('#205', 4), ('#1990', 8))
    """
    whole = _read_whole(words[at])
    if whole is not None:
        return whole, at + 1
    reading, end = _Reading(), at
    if words[at] in ("a", "an"):
        if at + 1 == len(words) or words[at + 1] not in _SCALES or not is_joined(at + 1):
            return None
        reading.group, end = Decimal(1), at + 1
    while end < min(len(words), at + _MAX_WORDS) and (end == at or is_joined(end)):
        ordinal = _ORDINALS.get(words[end])
        if ordinal is not None and (end == at or (reading.last, ordinal < 10) == ("ten", True)):  # noqa: PLR2004
            return f"#{_plain(reading.value + ordinal)}th", end + 1
        taken = _take(reading, words, end, is_joined)
        if not taken:
            break
        end += taken
    return (f"#{_plain(reading.value)}", end) if end > at else None


def _read_whole(word: str) -> str | None:
    """Read an ordinal or decade in figures or words, or a row of figures that is too long to count with."""
    if word in _DECADES:
        return f"#{_DECADES[word]}s"
    if not word[0].isdigit():
        return None
    figures = word.rstrip(string.ascii_lowercase).replace(",", "")
    if len(figures) > _MAX_DIGITS:
        return f"#{figures}"
    if word.endswith(_ORDINAL_SUFFIXES):
        return f"#{_plain(Decimal(figures))}th"
    if word.endswith("s"):
        return f"#{_plain(Decimal(figures) % 100)}s"
    return None


def _take(reading: _Reading, words: Sequence[str], at: int, is_joined: Callable[[int], bool]) -> int:
    """Continue a number by the next words; return how many."""
    word = words[at]
    if word[0].isdigit():
        return _take_figures(reading, word)
    if word in _SMALL:
        return int(reading.add_small(_SMALL[word]))
    if word in _SCALES:
        return int(reading.add_scale(word))
    near = range(at + 1, min(at + 1 + _MAX_DECIMALS, len(words)))
    return _take_joined(reading, word, [words[i] for i in takewhile(is_joined, near)])


def _take_joined(reading: _Reading, word: str, following: Sequence[str]) -> int:
    """Continue a number by "and six", "and a half" or "point five"; return by how many words."""
    if word == "and" and reading.last in ("hundred", "scale") and following and following[0] in _SMALL:
        return 1 + int(reading.add_small(_SMALL[following[0]]))
    if word == "and" and following[:2] == ["a", "half"] and reading.last == "unit":
        return _take_fraction(reading, Decimal("0.5"), 3)
    if word == "point" and reading.last in ("unit", "teen", "ten", "hundred"):
        digits = "".join(str(_SMALL[digit]) for digit in takewhile(_is_digit, following))
        return _take_fraction(reading, Decimal(f"0.{digits}"), 1 + len(digits)) if digits else 0
    return 0


def _is_digit(word: str) -> bool:
    return _SMALL.get(word, 10) < 10  # noqa: PLR2004  # a digit in words


def _take_fraction(reading: _Reading, fraction: Decimal, count: int) -> int:
    reading.group = (reading.group or Decimal(0)) + fraction
    reading.last = "figures"
    return count


def _take_figures(reading: _Reading, word: str) -> int:
    if reading.last or reading.group is not None:
        return 0
    figures = word.rstrip(string.ascii_lowercase)
    try:
        value = Decimal(figures.replace(",", ""))
    except InvalidOperation:
        return 0
    reading.group = value * _SUFFIXES.get(word[len(figures) :], 1)
    reading.last = "figures"
    return 1


def _plain(value: Decimal) -> str:
    """Write a number without an exponent and without zeros at its end."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
