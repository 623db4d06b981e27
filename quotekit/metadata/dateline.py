"""Read place and date at an article's head."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from quotekit.english.lexicons import load_words
from quotekit.english.words import normalize
from quotekit.records import Dateline

__all__ = ["read_dateline"]

_UPPER = "A-ZÀ-ÖØ-Þ"
_AGENCY = r"(?:[ \t]*,?[ \t]*\((?P<agency>[^()\n]{2,40})\))"
_DASH = r"[ \t]*(?:[—–]|--|-(?=\s)|:(?=\s))"
_CAPITALS = rf"(?:[{_UPPER}]{{2,}}[{_UPPER}'’.-]*|ST\.|[{_UPPER}]\.(?:[{_UPPER}]\.)+)"
_WORDS = rf"[{_UPPER}][\w'’.-]+(?:[ \t](?:(?:de|da|do|al|of|the|am|la)[ \t])?[{_UPPER}][\w'’.-]+){{0,3}}"
# "NEWPORT, Va.", "NEW DELHI [India]", "GENEVA/ZURICH", "MEXICO CITY, Mexico".
_REGION = rf"(?:[ \t]*,[ \t](?!{{months}})(?:{_WORDS}|[{_UPPER}]\.(?:[{_UPPER}]\.)+)|[ \t]*\[[^\[\]\n]{{2,30}}\])?"
_LINES = 8
_HEAD = 1500
_LONGEST_PLACE = 60
_MOST_WORDS = 3


def read_dateline(text: str) -> Dateline | None:
    r"""
    Read place and date at an article's head.

    Args:
        text: Any string.

    Returns:
        The dateline, from the first character of place or date to the last of them; None where there is none. The
        date needs a year, a month and a day.

    Example:
        >>> read_dateline("Rain in Oslo\n\nOSLO, Feb. 10, 2026 (AP) — It rained.")
        Dateline(date='2026-02-10', place='OSLO', start=14, end=33)
        >>> read_dateline("It rained.") is None
        True
    """
    alone: Dateline | None = None
    at = 0
    for line in text[:_HEAD].split("\n")[:_LINES]:
        found = _placed(line, at, at + len(line)) or (None if alone else _date_of(line, at))
        if found is not None and found.place is not None:
            return found
        alone = alone or found
        at += len(line) + 1
    return alone


@cache
def _date() -> re.Pattern[str]:
    """Build the pattern of dates: "2026-02-10", "Feb. 10, 2026", "10 February 2026", "May 3"."""
    month = "|".join(sorted((word[:1].upper() + word[1:] for word in load_words("months")), key=len, reverse=True))
    upper = month.upper()
    return re.compile(
        rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?!\d)"
        rf"|(?P<month>{month}|{upper})\.?[ \t](?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?[ \t](?P<year>\d{{4}}))?(?!\d)"
        rf"|(?P<day2>\d{{1,2}})[ \t](?P<month2>{month}|{upper})\.?(?:,?[ \t](?P<year2>\d{{4}}))?(?!\d)"
    )


@cache
def _pattern() -> re.Pattern[str]:
    """Build the pattern of a place with date and agency, up to the dash."""
    date = re.sub(r"\?P<\w+>", "?:", _date().pattern)
    months = "|".join(word[:1].upper() + word[1:] for word in sorted(load_words("months")))
    region = _REGION.replace("{months}", rf"(?:{months})\b")
    capitals = rf"{_CAPITALS}(?:[ \t/]{_CAPITALS}){{0,3}}"
    return re.compile(
        rf"[ \t]*(?P<place>(?:(?P<upper>{capitals})|{_WORDS}(?:/{_WORDS})?){region})"
        rf"(?:[ \t]*,?[ \t](?P<when>{date}))?{_AGENCY}?{_DASH}"
    )


def _placed(line: str, at: int, end: int) -> Dateline | None:
    """A dateline with a place in a line that begins at *at*."""
    found = _pattern().match(line)
    if found is None or found.end("place") - found.start("place") > _LONGEST_PLACE or end < at:
        return None
    place = found["place"]
    by_agency = found["agency"] is not None and normalize(found["agency"]) in _agencies()
    # A heading may end in a dash or colon, too: only capitals, a date or an agency tell.
    is_turn = line[found.end() - 1] == ":" and not (by_agency or found["when"])
    sure = by_agency or found["when"] or (found["upper"] and _is_place(place))
    if not sure or is_turn or normalize(place) in load_words("head_slugs"):
        return None
    last = found.end("when") if found["when"] else found.end("place")
    return Dateline(_iso(found["when"]), place, at + found.start("place"), at + last)


def _is_place(place: str) -> bool:
    """Return whether words in capitals before a dash may be a place: no heading, and no slug such as "UPDATE"."""
    town, _, region = place.partition(",")
    words = [word.strip(".:") for word in town.split()]
    is_heading = len(words) > _MOST_WORDS or re.search(r"['’]S\b", town) or (region.isupper() and " " in region.strip())
    return not is_heading and not any(word.lower() in load_words("head_slugs") for word in words)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(map(normalize, load_words("agencies")))


def _date_of(line: str, at: int) -> Dateline | None:
    """A date that a line begins with, or consists of beside a word such as "Published" or a byline."""
    found = _date().search(line)
    if found is None:
        return None
    value = _iso(found.group())
    before, after = line[: found.start()], line[found.end() :]
    heading = re.fullmatch(
        r"\s*(?:(?:date|updated|published|posted|last updated|on)\b[ \t:]*|By [^.!?]{3,80}[|•·,–—-][ \t]*)?"
        r"(?:\w+day,?[ \t])?",
        before,
        re.IGNORECASE,
    )
    alone = re.fullmatch(r"\W*(?:(?:at |updated |\||•)?.{0,40})?", after) and not re.search(
        r"[a-z]{3,} [a-z]{3,}", after
    )
    if value is None or heading is None or not (alone or found["iso"]):
        return None
    return Dateline(value, None, at + found.start(), at + found.end())


def _iso(printed: str | None) -> str | None:
    """A printed date as YYYY-MM-DD; None where a part is missing or there is no such day."""
    found = _date().fullmatch(printed) if printed else None
    if found is None:
        return None
    try:
        if found["iso"]:
            return dt.date.fromisoformat(found["iso"]).isoformat()
        year, day = found["year"] or found["year2"], found["day"] or found["day2"]
        month = (found["month"] or found["month2"])[:3].lower()
        return dt.date(int(year or 0), _MONTHS.index(month) + 1, int(day)).isoformat()
    except ValueError:
        return None


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
