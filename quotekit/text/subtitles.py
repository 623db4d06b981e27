"""Subtitles: the numbers and times between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotekit.text.edits import Edit

__all__ = ["find_subtitle_times"]

_TIMES = re.compile(
    r"""
    ^ (?: \d{1,5} [ \t]* \r?\n )?                       # the number of the subtitle
    [ \t]* (?:\d{1,2}:)? \d\d:\d\d [.,] \d{3}           # from when
    [ \t]* --> [ \t]*
    (?:\d{1,2}:)? \d\d:\d\d [.,] \d{3} [^\n]{0,200} \n? # until when, and where on the screen
    """,
    re.VERBOSE | re.MULTILINE,
)
_HEADER = re.compile(r"\A\ufeff?WEBVTT[^\n]{0,200}\n")


def find_subtitle_times(text: str) -> Iterator[Edit]:
    r"""
    Find the lines of subtitles (SubRip, WebVTT) that are not shown.

    Args:
        text: The text.

    Yields:
        An edit for each number with its times, and for the header of a file.

    Example:
        >>> text = "1\n00:00:01,000 --> 00:00:03,000\nWas it cold?\n"
        >>> [text[edit.end :] for edit in find_subtitle_times(text)]
        ['Was it cold?\n']
    """
    is_file = False
    for found in _TIMES.finditer(text):
        is_file = True
        yield Edit(found.start(), found.end())
    header = _HEADER.match(text) if is_file else None
    if header:
        yield Edit(header.start(), header.end())
