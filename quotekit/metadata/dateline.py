"""Datelines: place and date at an article's head."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import normalize, normalized_words
from quotekit.records import Dateline
from quotekit.text import TextIndex

__all__ = ["read_dateline"]

_UPPER = "A-ZÀ-ÖØ-Þ"
# "OSLO", "ST. PAUL", "U.N."; "Reef Town", "Rio de Janeiro".
_CAPITALS = rf"(?:[{_UPPER}]{{2,}}[{_UPPER}'’.-]*|ST\.|[{_UPPER}]\.(?:[{_UPPER}]\.)+)"
_WORDS = rf"[{_UPPER}][\w'’.-]+(?:[ \t](?:(?:de|da|do|al|of|the|am|la)[ \t])?[{_UPPER}][\w'’.-]+){{0,3}}"
# What a date that is no part of a dateline with a place may stand behind: "Published: ", "By Ida Holm | ", "Tuesday, ".
_BEFORE_DATE = re.compile(
    r"""
    \s*
    (?: (?: date | updated | published | posted | last [ ] updated | on ) \b [ \t:]*
      | By [ ] [^.!?]{3,80} [|•·,–—-] [ \t]*
    )?
    (?: \w+day ,? [ \t] )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What may stand behind it: "at 10:30 GMT", "| Updated".
_AFTER_DATE = re.compile(r"\W*(?:(?:at |updated |\||•)?.{0,40})?")
_PROSE = re.compile(r"[a-z]{3,} [a-z]{3,}")
_POSSESSIVE = re.compile(r"['’]S\b")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MAX_LINES = 8
_HEAD_CHARS = 1500
_MAX_PLACE_CHARS = 60
_MAX_TOWN_WORDS = 3


def read_dateline(index: TextIndex) -> Dateline | None:
    r"""
    Read place and date at an article's head.

    Args:
        index: The article's text.

    Returns:
        The dateline, from the first character of place or date to the last of them; None where there is none. A
        date needs a year, a month and a day.

    Example:
        >>> read_dateline(TextIndex("Rain in Oslo\n\nOSLO, Feb. 10, 2026 (AP) — It rained."))
        Dateline(date='2026-02-10', place='OSLO', start=14, end=33)
        >>> read_dateline(TextIndex("It rained.")) is None
        True
    """
    first_date: Dateline | None = None
    line_start = 0
    for line in index.after(0, _HEAD_CHARS).split("\n")[:_MAX_LINES]:
        if (placed := _read_place(line)) is not None:
            return _moved(placed, line_start)
        if first_date is None and (dated := _read_date(line)) is not None:
            first_date = _moved(dated, line_start)
        line_start += len(line) + 1
    return first_date


def _moved(dateline: Dateline, chars: int) -> Dateline:
    """A dateline with its offsets moved from those in its line to those in the text."""
    return attrs.evolve(dateline, start=dateline.start + chars, end=dateline.end + chars)


def _read_place(line: str) -> Dateline | None:
    """A dateline with a place that a line begins with."""
    found = _place_pattern().match(line)
    if found is None or len(found["place"]) > _MAX_PLACE_CHARS or normalize(found["place"]) in load_words("head_slugs"):
        return None
    by_agency = found["agency"] is not None and normalize(found["agency"]) in normalized_words("agencies")
    # A heading may end in a dash or colon, too: only capitals, a date or an agency show that it is a dateline.
    is_turn = found.group().endswith(":") and not (by_agency or found["when"])
    is_sure = by_agency or found["when"] or (found["capitals"] and _may_be_place(found["place"]))
    if is_turn or not is_sure:
        return None
    end = found.end("when") if found["when"] else found.end("place")
    return Dateline(_iso_date(found["when"]), found["place"], found.start("place"), end)


def _may_be_place(capitals: str) -> bool:
    """Return whether words in capitals before a dash may be a place: no heading, and no slug such as "UPDATE"."""
    town, _, region = capitals.partition(",")
    words = [word.strip(".:") for word in town.split()]
    if len(words) > _MAX_TOWN_WORDS or _POSSESSIVE.search(town) or (region.isupper() and " " in region.strip()):
        return False
    return not any(word.lower() in load_words("head_slugs") for word in words)


def _read_date(line: str) -> Dateline | None:
    """A date that a line begins with, or consists of beside a word such as "Published" or a byline."""
    found = _date_pattern().search(line)
    value = _iso_date(found.group()) if found else None
    if found is None or value is None or not _BEFORE_DATE.fullmatch(line[: found.start()]):
        return None
    after = line[found.end() :]
    is_alone = _AFTER_DATE.fullmatch(after) and not _PROSE.search(after)
    return Dateline(value, None, found.start(), found.end()) if is_alone or found["iso"] else None


def _iso_date(printed: str | None) -> str | None:
    """A printed date as YYYY-MM-DD; None where a part is missing or there is no such day."""
    found = _date_pattern().fullmatch(printed) if printed else None
    if found is None:
        return None
    try:
        if found["iso"]:
            return dt.date.fromisoformat(found["iso"]).isoformat()
        year, day = found["year"] or found["year_behind"], found["day"] or found["day_before"]
        month = (found["month"] or found["month_behind"])[:3].lower()
        return dt.date(int(year or 0), _MONTHS.index(month) + 1, int(day)).isoformat()
    except ValueError:
        return None


@cache
def _date_pattern() -> re.Pattern[str]:
    """Build the pattern of dates: "2026-02-10", "Feb. 10, 2026", "10 February 2026", "May 3"."""
    names = sorted((word.capitalize() for word in load_words("months")), key=len, reverse=True)
    month = "|".join([*names, *(name.upper() for name in names)])
    return re.compile(
        rf"""
          (?P<iso> \d{{4}}-\d{{2}}-\d{{2}} ) (?!\d)
        | (?P<month> {month} ) \.? [ \t] (?P<day> \d{{1,2}} ) (?: st | nd | rd | th )?
          (?: ,? [ \t] (?P<year> \d{{4}} ) )? (?!\d)
        | (?P<day_before> \d{{1,2}} ) [ \t] (?P<month_behind> {month} ) \.?
          (?: ,? [ \t] (?P<year_behind> \d{{4}} ) )? (?!\d)
        """,
        re.VERBOSE,
    )


@cache
def _place_pattern() -> re.Pattern[str]:
    """Build the pattern of a place with date and agency, up to the dash: "REEF, Wis., May 3 (AP) — "."""
    date = re.sub(r"\?P<\w+>", "?:", _date_pattern().pattern)
    month = "|".join(word.capitalize() for word in sorted(load_words("months")))
    return re.compile(
        rf"""
        [ \t]*
        (?P<place>
          (?: (?P<capitals> {_CAPITALS} (?: [ \t/] {_CAPITALS} ){{0,3}} )    # "NEW DELHI", "GENEVA/ZURICH"
            | {_WORDS} (?: / {_WORDS} )?                                    # "Reef Town"
          )
          (?: [ \t]* , [ \t] (?! (?: {month} ) \b )                         # "NEWPORT, Va.", "WASHINGTON, D.C."
              (?: {_WORDS} | [{_UPPER}]\. (?: [{_UPPER}]\. )+ )
            | [ \t]* \[ [^\[\]\n]{{2,30}} \]                               # "NEW DELHI [India]"
          )?
        )
        (?: [ \t]* ,? [ \t] (?P<when> {date} ) )?
        (?: (?: [ \t]* , )? [ \t]* \( (?P<agency> [^()\n]{{2,40}} ) \) )?
        [ \t]* (?: [—–] | -- | - (?=\s) | : (?=\s) )
        """,
        re.VERBOSE,
    )
