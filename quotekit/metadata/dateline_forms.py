"""
Parse the forms of datelines: place with region, date and agency, in any order and punctuation, up to the prose.

Only the form is parsed here. Whether words of this form are a dateline is decided in
:mod:`quotekit.metadata.openings`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import is_outlet
from quotekit.english.words import is_place, normalize, normalized_words
from quotekit.metadata.agency_names import is_acronym, is_agency, names_reporters, split_names
from quotekit.metadata.dates import WEEKDAY, date_pattern, undivided
from quotekit.text import Bounds, TextIndex

__all__ = ["DatelineForm", "Separator", "is_region", "read_agency_form", "read_place_form"]

#: What separates a dateline from the prose: "line" if it is on a line of its own, "none" if nothing does.
Separator = Literal["dash", "colon", "dots", "bar", "line", "none"]

_LETTER = r"[^\W\d_]"
# A word of a name: "Oslo", "U.N.", "ST.", "PORT-AU-PRINCE", "Xi'an". Capitals are checked afterwards.
_PART = rf"{_LETTER} [\w'’]{{0,30}}"
_WORD = rf"(?: (?: {_LETTER}\. ){{2,4}} | {_PART} (?: - {_PART} ){{0,4}} (?: \. (?![.\-–—]) )? )"
_SEPARATORS: tuple[tuple[Separator, re.Pattern[str]], ...] = (
    ("dots", re.compile(r"[ \t]{0,30}(?:\.{3,12}|…)[ \t]{0,30}")),
    ("dash", re.compile(r"[ \t]{0,30}\.?[ \t]{0,30}(?:[—–−]|--{1,2}|-(?=\s))[ \t]{0,30}|\.-[ \t]{0,30}")),
    ("colon", re.compile(r"[ \t]{0,30}:(?=\s|$)[ \t]{0,30}")),
    ("bar", re.compile(r"[ \t]{1,30}\|[ \t]{1,30}")),
    ("line", re.compile(r"[ \t.]*(?=\n|$)")),
    # Only after an agency or date: "OSLO (AP) It rained.", "OSLO, May 3. /TASS/. It rained."
    ("none", re.compile(r"(?<=[)/])\.?[ \t]*(?=[\"“‘'A-Z])")),
)
_MAX_ITEMS = 8
_MAX_ABBREVIATION_CHARS = 4


@attrs.frozen
class DatelineForm:
    """Words that have the form of a dateline. All offsets are character offsets, end exclusive."""

    #: Offset of the prose.
    end: int
    #: What separates it from the prose.
    separator: Separator
    #: The place with its regions; None if only an agency is named.
    place: Bounds | None = None
    #: The town alone.
    town: str = ""
    #: The regions, as printed.
    regions: tuple[str, ...] = ()
    #: The date.
    when: Bounds | None = None
    #: The names of agencies that are known, or that contain "press", "news" or "wire".
    agencies: tuple[Bounds, ...] = ()
    #: Acronyms in parentheses, which may be agencies.
    acronyms: tuple[Bounds, ...] = ()
    #: Possible writers' names in front of the town: "By Jo Lind OSLO (Reuters) - ".
    writers: Bounds | None = None
    #: Whether it mentions unnamed reporters: "(Our Correspondent)".
    by_reporters: bool = False

    @property
    def is_capital(self) -> bool:
        """Whether the town is in capitals."""
        return self.town.upper() == self.town and len(self.town) > 1

    @property
    def is_known(self) -> bool:
        """Whether the town or its region is a well-known place."""
        return is_place(self.town) or any(map(is_region, self.regions))


def is_region(name: str) -> bool:
    """Return whether a name is that of a well-known place or a state, perhaps abbreviated: "Norway", "Pa."."""
    return is_place(name) or normalize(name) in _states()


@cache
def _states() -> frozenset[str]:
    return frozenset(line.split(" ", 1)[0] for line in normalized_words("state_abbreviations"))


def read_place_form(index: TextIndex, start: int) -> DatelineForm | None:
    """
    Parse the words from an offset on as place, date and agency.

    Args:
        index: The text.

        start: Offset of the line, without leading spaces.

    Returns:
        The parsed form; None if they do not have the form of a dateline.

    Example:
        >>> form = read_place_form(TextIndex("NEW DELHI [India], Aug 28 (ANI): It rained."), 0)
        >>> form.place, form.town, form.when, form.agencies, form.separator, form.end
        ((0, 17), 'NEW DELHI', (19, 25), ((27, 30),), 'colon', 33)
    """
    reading = _Reading(index, start)
    reading.read_leading_date()
    reading.read_leading_agency()
    if reading.read_town():
        return reading.form() if reading.read_items() else None
    # "Dec 29 (Reuters) - ": a date instead of a town.
    return reading.form() if reading.read_items() and reading.has_date_and_agency else None


def read_agency_form(index: TextIndex, start: int) -> DatelineForm | None:
    """
    Parse the words from an offset on as an agency in parentheses, or before a dash.

    Args:
        index: The text.

        start: Offset of the line, without leading spaces.

    Returns:
        The parsed form; None if they are anything else.

    Example:
        >>> read_agency_form(TextIndex("(CNN)A suspect was held."), 0).end
        5
    """
    found = index.match_after(_AGENCY_ALONE, start)
    if found is None:
        return None
    group = "bracketed" if found["bracketed"] else "bare"
    names = tuple(split_names(index, *found.span(group)))
    has_separator = bool(found["separator"] or found["bare"])
    known = all(is_agency(index.text[a:b]) or is_outlet(index.text[a:b]) for a, b in names)
    if not known and not (found["bracketed"] and has_separator and all(is_acronym(index.text[a:b]) for a, b in names)):
        return None
    return DatelineForm(found.end(), "dash" if has_separator else "none", agencies=names)


_AGENCY_ALONE = re.compile(
    r"""
    (?: \( (?P<bracketed> [^()\n]{2,40} ) \) [ \t]* (?P<separator> (?: [—–−:|] | -{1,3} ) [ \t]* )?
      | (?P<bare> [A-Z][\w.]{1,20} (?: [ \t] [A-Z][\w.]{1,20} ){0,2} ) [ \t]+ (?: [—–] | --? ) [ \t]+
    )
    (?= ["“‘'A-Z] )
    """,
    re.VERBOSE,
)


@cache
def _item_patterns() -> Mapping[str, re.Pattern[str]]:
    """Return the patterns of what may follow the town, in the order in which they are tried."""
    month = "|".join(sorted(load_words("months"), key=len, reverse=True))
    no_date = rf"(?! (?: (?i:{month}) | {WEEKDAY} ) (?![\w'’]) )"
    patterns = {
        "date": rf"""
            [ \t]{{0,30}} (?: , | [—–-] (?=[ \t]) )? [ \t]{{0,30}} [(\[]? (?: on [ \t] )?
            (?: {WEEKDAY} ,? [ \t]{{0,30}} )?
            (?P<value> {undivided()} | \d{{1,2}} [/.] \d{{1,2}} [/.] \d{{2,4}} ) [)\]]?
        """,
        "time": r"""
            [ \t]{0,30} [,/]? [ \t]{0,30}
            (?P<value> \d{1,2} [:.] \d{2} (?: [ \t]? [ap]\.?m\b\.? )? (?: [ \t] (?: [A-Z]{1,4}T | UTC ) \b )? )
        """,
        "weekday": rf"[ \t]{{0,30}} , [ \t]{{0,30}} (?P<value> {WEEKDAY} )",
        "round": r"[ \t]{0,30} (?: , | -- )? [ \t]{0,30} \( (?P<value> [^()\n]{2,60} ) \)",
        "square": r"[ \t]{0,30} \[ (?P<value> [^\[\]\n]{2,40} ) \]",
        "slashed": r"[ \t]{0,30} [,.]? [ \t]{0,30} / (?P<value> [^/\n]{2,40} ) /",
        # "OSLO, Feb 3 | Reuters: …", "OSLO - Reuters - …"
        "separated": r"""
            (?: [ \t] \| | [ \t]{0,30} [—–] | [ \t]{1,30} -{1,2} [ \t] ) [ \t]{0,30}
            (?P<value> [A-Z][\w.]{1,20} (?: [ \t] [A-Z][\w.]{1,20} ){0,2} )
            (?= [ \t]{0,30} (?: [—–|:] | -{1,2} \s | \n | $ ) )
        """,
        "region": rf"[ \t]{{0,30}} , [ \t]{{0,30}} (?P<value> {no_date} {_WORD} (?: [ \t] {no_date} {_WORD} ){{0,3}} )",
    }
    return MappingProxyType({name: re.compile(pattern, re.VERBOSE) for name, pattern in patterns.items()})


@cache
def _town_pattern() -> re.Pattern[str]:
    month = "|".join(sorted(load_words("months"), key=len, reverse=True))
    no_date = rf"(?! (?: (?i:{month}) | {WEEKDAY} ) (?![\w'’]) )"
    return re.compile(rf"{no_date} {_WORD} (?: (?: [ \t] | [ \t]? / [ \t]? ) {no_date} {_WORD} ){{0,5}}", re.VERBOSE)


_LEADING_AGENCY = re.compile(r"([A-Z][\w.]{1,20}(?:[ \t][A-Z][\w.]{1,20}){0,2})[ \t]*(?:[,/|—–]|-{1,2}(?=\s))[ \t]*")
_AFTER_LEADING_DATE = re.compile(r"[ \t]{0,30}(?:[—–|:]|-{1,2}(?=\s))?[ \t]{1,30}(?=[^\W\d_a-z])")
_BYLINE = re.compile(r"[Bb][Yy][ \t]+(?=\S)")
_LEADING_DATE = re.compile(r"[\[(]([^\[\]()\n]{3,40})[\])][ \t]*")


class _Reading:
    """The reading of one line, from left to right."""

    def __init__(self, index: TextIndex, start: int) -> None:
        self._index = index
        self._at = start
        self._town: Bounds = (start, start)
        self._place_end = start
        self._regions: list[str] = []
        self._date: Bounds | None = None
        self._agencies: list[Bounds] = []
        self._acronyms: list[Bounds] = []
        self._by_reporters = False
        self._writers: Bounds | None = None

    def read_leading_date(self) -> None:
        """Read a date in brackets in front of the place."""
        found = self._index.match_after(_LEADING_DATE, self._at)
        if found and date_pattern().fullmatch(found[1]):
            self._date, self._at = found.span(1), found.end()
            return
        date = self._index.match_after(date_pattern(), self._at)
        gap = self._index.match_after(_AFTER_LEADING_DATE, date.end()) if date else None
        if date and gap:
            self._date, self._at = date.span(), gap.end()

    def read_leading_agency(self) -> None:
        """Read a known agency in front of the place: "AFP, SEOUL"."""
        found = self._index.match_after(_LEADING_AGENCY, self._at)
        if found and is_agency(found[1]):
            self._agencies.append(found.span(1))
            self._at = found.end()

    def read_town(self) -> bool:
        """Read the town; return whether there is one."""
        found = self._index.match_after(_town_pattern(), self._at)
        if found is None or not _is_capitalized(found.group()):
            return False
        self._town = found.span()
        self._at = self._place_end = found.end()
        self._split_town()
        return self._town[0] < self._town[1]

    def _split_town(self) -> None:
        """Strip writers from the start of the town, and an agency and a full stop from its end."""
        text, (start, end) = self._index.text, self._town
        words = text[start:end].split()
        if byline := self._index.match_after(_BYLINE, start):
            words[0] = words[0].lower()
            while start < end and not words[0].isupper():
                start += len(words.pop(0)) + 1
            self._writers = (byline.end(), start)
        if len(words) > 1 and (is_agency(words[-1]) or (words[-1].isupper() and is_outlet(words[-1]))):
            self._agencies.append((end - len(words[-1]), end))
            end = start + len(text[start : end - len(words[-1])].rstrip(" \t/"))
        elif words and text[end - 1] == "." and len(words[-1]) > _MAX_ABBREVIATION_CHARS:
            end -= 1
        self._town = (min(start, end), end)
        self._place_end = end

    def read_items(self) -> bool:
        """Read everything that follows the town; return whether a separator comes next."""
        for _ in range(_MAX_ITEMS):
            if not any(self._read_item(name, pattern) for name, pattern in _item_patterns().items()):
                break
        return self._separator() is not None

    @property
    def has_date_and_agency(self) -> bool:
        """Whether a date and a known agency have been read."""
        return self._date is not None and bool(self._agencies)

    def form(self) -> DatelineForm | None:
        """Return what has been read; None if nothing separates it from the prose."""
        separated = self._separator()
        if separated is None:
            return None
        separator, end = separated
        return DatelineForm(
            end,
            separator,
            (self._town[0], self._place_end) if self._place_end > self._town[0] else None,
            self._index.text[slice(*self._town)],
            tuple(self._regions),
            self._date,
            tuple(self._agencies),
            tuple(self._acronyms),
            self._writers,
            self._by_reporters,
        )

    def _separator(self) -> tuple[Separator, int] | None:
        for name, pattern in _SEPARATORS:
            found = self._index.match_after(pattern, self._at)
            if found and (name != "none" or self._agencies or self._acronyms or self._date):
                return name, found.end()
        return None

    def _read_item(self, name: str, pattern: re.Pattern[str]) -> bool:
        """Read one item after the town, if the pattern matches and the item may occur there."""
        found = self._index.match_after(pattern, self._at)
        if found is None or not self._store(name, *found.span("value")):
            return False
        self._at = found.end()
        if self._is_region_last and self._date is None and not self._agencies:
            self._place_end = found.end()
        return True

    _is_region_last = False

    def _store(self, name: str, start: int, end: int) -> bool:
        """Store a value as date, agency or region; return whether it is one of these."""
        value = self._index.text[start:end]
        self._is_region_last = False
        if name in ("date", "time", "weekday"):
            if name == "date":
                self._date = self._date or (start, end)
            return True
        if name in ("round", "square") and (date := date_pattern().search(value)):
            self._date = self._date or (start + date.start(), start + date.end())
            return True
        if self._store_agencies(name, start, end):
            return True
        if name in ("slashed", "separated") or not _is_capitalized(value):
            return False
        self._regions.append(value)
        self._is_region_last = True
        return True

    @property
    def _is_late(self) -> bool:
        """Whether it is too late for a region: one has been read, or a date, which would follow it."""
        return bool(self._regions) or self._date is not None

    def _store_agencies(self, name: str, start: int, end: int) -> bool:
        """Store a value as the names of agencies or reporters; return whether it is one."""
        text = self._index.text
        names = list(split_names(self._index, start, end))
        if not names or (name == "region" and is_region(text[start:end])):
            return False
        if (
            any(is_agency(text[a:b]) or (name != "region" and is_outlet(text[a:b])) for a, b in names)
            or name == "slashed"
            or (self._date is not None and _may_name_agency(name, text[start:end]))
        ):
            self._agencies += names
        elif (name == "round" or self._is_late) and all(is_acronym(text[a:b]) for a, b in names):
            self._acronyms += names
        elif name == "round" and names_reporters(text[start:end]):
            self._by_reporters = True
        else:
            return False
        return True


def _may_name_agency(name: str, value: str) -> bool:
    """Return whether an item after the date may be an unlisted agency: "(LifeSiteNews)"."""
    is_single = name == "round" and not is_acronym(value) and not names_reporters(value)
    return name == "separated" or (is_single and value[:1].isupper() and not _BYLINE.match(value))


def _is_capitalized(words: str) -> bool:
    """Return whether each word is capitalized, except for particles between others: "Rio de Janeiro"."""
    found = re.split(r"[ \t/]+", words.strip())
    outer = found[0][:1].isupper() and found[-1][:1].isupper()
    return outer and all(word[:1].isupper() or word.strip(".'’") in load_words("place_particles") for word in found)
