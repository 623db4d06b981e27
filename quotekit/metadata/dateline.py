"""Read datelines: the place and date at the head of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.metadata.dates import date_pattern, iso_date
from quotekit.metadata.openings import Opening, find_openings
from quotekit.records import Dateline
from quotekit.text import TextIndex

__all__ = ["read_dateline"]

# What may precede a date that is not part of a dateline with a place: "Published: ", "By Ida Holm | ", "Tuesday, ".
_BEFORE_DATE = re.compile(
    r"""
    \s{0,30}
    (?: (?: date | updated | published | posted | last [ ] updated | on ) \b [ \t:]{0,40}
      | By [ ] [^.!?]{3,80} [|•·,–—-] [ \t]{0,30}
    )?
    (?: \w{1,40}day ,? [ \t] )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What may follow it: "at 10:30 GMT", "| Updated".
_AFTER_DATE = re.compile(r"\W*(?:(?:at |updated |\||•)?.{0,40})?")
_PROSE = re.compile(r"[a-z]{3,40} [a-z]{3,40}")
_MAX_LINES = 8
_HEAD_CHARS = 1500


def read_dateline(index: TextIndex, openings: Sequence[Opening] | None = None) -> Dateline | None:
    r"""
    Read the place and date at the head of an article.

    Args:
        index: The article's text.

        openings: The openings of its lines, from :func:`quotekit.metadata.find_openings`; found here if not given.

    Returns:
        The dateline, from the first to the last character of place and date; None if there is none. A date must have
        a year, a month and a day.

    Example:
        >>> read_dateline(TextIndex("Rain in Oslo\n\nOSLO, Feb. 10, 2026 (AP) — It rained."))
        Dateline(date='2026-02-10', place='OSLO', start=14, end=33)
        >>> read_dateline(TextIndex("It rained.")) is None
        True
    """
    head = index.after(0, _HEAD_CHARS).split("\n")[:_MAX_LINES]
    head_end = sum(len(line) + 1 for line in head)
    for opening in find_openings(index) if openings is None else openings:
        if opening.start < head_end and opening.kind == "dateline":
            return _read_place(index, opening)
    line_start = 0
    for line in head:
        if (dated := _read_date(line)) is not None:
            return attrs.evolve(dated, start=dated.start + line_start, end=dated.end + line_start)
        line_start += len(line) + 1
    return None


def _read_place(index: TextIndex, opening: Opening) -> Dateline | None:
    """Return the dateline of a line that opens with one."""
    form = opening.form
    if form is None or form.place is None:
        return None
    bounds = [form.place, *([form.when] if form.when else [])]
    date = iso_date(index.text[slice(*form.when)]) if form.when else None
    return Dateline(date, index.text[slice(*form.place)], min(bounds)[0], max(end for _, end in bounds))


def _read_date(line: str) -> Dateline | None:
    """Return the date that begins a line, or that makes up all of it apart from a byline or "Published"."""
    found = date_pattern().search(line)
    value = iso_date(found.group()) if found else None
    if found is None or value is None or not _BEFORE_DATE.fullmatch(line[: found.start()]):
        return None
    after = line[found.end() :]
    is_alone = _AFTER_DATE.fullmatch(after) and not _PROSE.search(after)
    return Dateline(value, None, found.start(), found.end()) if is_alone or found["iso"] else None
