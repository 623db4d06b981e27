"""Dates as they are printed in datelines."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from quotekit.english.lexicons import load_words

__all__ = ["WEEKDAY", "date_pattern", "iso_date", "undivided"]

#: A day of the week, in full or abbreviated, in any case.
WEEKDAY = r"(?i:(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?)\b\.?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@cache
def date_pattern() -> re.Pattern[str]:
    """
    Return the pattern of dates: "2026-02-10", "Feb. 10, 2026", "10 February 2026", "May 3".

    Returns:
        A pattern with a group for each part: ``iso``, or ``year``, ``month`` and ``day`` with suffixes for their order.

    Example:
        >>> date_pattern().match("10 February 2026")["month_behind"]
        'February'
    """
    names = sorted((word.capitalize() for word in load_words("months")), key=len, reverse=True)
    month = "|".join([*names, *(name.upper() for name in names)])
    return re.compile(
        rf"""
          (?P<iso> \d{{4}}-\d{{2}}-\d{{2}} ) (?!\d)
        | (?P<month> {month} ) \.? [ \t]? (?P<day> \d{{1,2}} ) (?: st | nd | rd | th )?
          (?: ,? [ \t] (?P<year> \d{{4}} ) )? (?!\d)
        | (?P<day_before> \d{{1,2}} ) (?: st | nd | rd | th )? [ \t] (?P<month_behind> {month} ) \b \.?
          (?: ,? [ \t] (?P<year_behind> \d{{4}} ) )? (?!\d)
        """,
        re.VERBOSE,
    )


def undivided() -> str:
    """Return the pattern of dates for use within another pattern, without named groups."""
    return re.sub(r"\?P<\w+>", "?:", date_pattern().pattern)


def iso_date(printed: str | None) -> str | None:
    """
    Convert a printed date.

    Args:
        printed: The date as printed; None if there is none.

    Returns:
        The date as YYYY-MM-DD; None if a part is missing or there is no such day.

    Example:
        >>> iso_date("Feb. 10, 2026"), iso_date("May 3"), iso_date("February 31, 2026")
        ('2026-02-10', None, None)
    """
    found = date_pattern().fullmatch(printed) if printed else None
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
