"""Find what stands around an article's prose and is nobody's statement: credits, datelines, captions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotekit.metadata.captions import find_captions
from quotekit.records import Credit, Dateline

__all__ = ["find_boilerplate"]

# What a dateline ends with, behind place and date: "(AP) — ".
_AFTER_PLACE = re.compile(r"[ \t]*,?[ \t]*(?:\([^()\n]{2,40}\))?[ \t]*(?:[—–:]|--|-)?[ \t]*")
_AFTER_DATE = re.compile(r"[ \t]*(?=\n|$)")
# Initials and titles end no sentence.
_SENTENCE_END = re.compile(r"(?<=[^\W\d_A-Z][^\W\d_A-Z][^\s.])[.!?][\"”’)]*\s+(?=[\"“A-Z(])|[;|]\s")
_BOUNDS = tuple[int, int]
# A line of credits is seldom longer.
_REACH = 500


def find_boilerplate(text: str, credits: Iterable[Credit] = (), dateline: Dateline | None = None) -> list[_BOUNDS]:  # noqa: A002
    r"""
    Find the stretches of an article that are credits, its dateline or captions.

    Args:
        text: The article's text.

        credits: Its credits, from :func:`quotekit.metadata.read_credits`.

        dateline: Its dateline, from :func:`quotekit.metadata.read_dateline`.

    Returns:
        Bounds of the stretches in text order, without overlap.

    Example:
        >>> text = "OSLO (AP) — It rained. (Reporting by Jo Lind in Oslo)"
        >>> credits = [Credit("AP", "wire", 6, 8), Credit("Jo Lind", "reporting", 37, 44)]
        >>> [text[start:end] for start, end in find_boilerplate(text, credits, Dateline(None, "OSLO", 0, 4))]
        ['OSLO (AP) — ', '(Reporting by Jo Lind in Oslo)']
    """
    found = [*find_captions(text), *(_around(text, credit) for credit in credits)]
    if dateline is not None:
        found.append(_head(text, dateline))
    merged: list[_BOUNDS] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _around(text: str, credit: Credit) -> _BOUNDS:
    """The parentheses, line or sentence around a credit."""
    near, far = max(0, credit.start - _REACH), min(len(text), credit.end + _REACH)
    line_end = text.find("\n", credit.end, far)
    first = max(near, text.rfind("\n", near, credit.start) + 1)
    last = line_end if line_end >= 0 else far
    if credit.role == "byline":
        return first, last
    opening, closing = text.rfind("(", first, credit.start), text.find(")", credit.end, last)
    if opening >= 0 and closing >= 0 and ")" not in text[opening : credit.start]:
        return opening, closing + 1
    starts = [found.end() for found in _SENTENCE_END.finditer(text, first, credit.start)]
    end = _SENTENCE_END.search(text, credit.end, last)
    return starts[-1] if starts else first, end.end() if end else last


def _head(text: str, dateline: Dateline) -> _BOUNDS:
    """A dateline from the start of its line to where prose begins."""
    after = _AFTER_PLACE.match(text, dateline.end) if dateline.place else _AFTER_DATE.match(text, dateline.end)
    return text.rfind("\n", 0, dateline.start) + 1, after.end() if after else dateline.end
