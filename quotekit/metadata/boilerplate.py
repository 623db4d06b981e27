"""Find boilerplate: text around an article's prose that is not a statement."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from quotekit.metadata.editorial_notes import find_editorial_notes
from quotekit.metadata.openings import Opening
from quotekit.records import Credit, Dateline
from quotekit.text import Bounds, TextIndex

__all__ = ["find_boilerplate"]

_AFTER_DATE = re.compile(r"[ \t]*(?=\n|$)")
_SENTENCE_END = re.compile(
    r"""
      (?<= [^\W\d_A-Z] [^\W\d_A-Z] [^\s.] ) [.!?] [\"”’)]* \s+ (?= [\"“A-Z(] )  # not after initials and titles
    | [;|] \s                                                                  # "Reporting by Jo Lind; Editing by …"
    """,
    re.VERBOSE,
)
# How far the line or sentence around a credit can reach to either side.
_CREDIT_REACH_CHARS = 500


def find_boilerplate(
    index: TextIndex,
    *,
    credits: Iterable[Credit] = (),  # noqa: A002
    dateline: Dateline | None = None,
    captions: Iterable[Bounds] = (),
    openings: Iterable[Opening] = (),
) -> tuple[Bounds, ...]:
    r"""
    Find the stretches of an article that are not statements: credits, datelines, captions, correction notes.

    Args:
        index: The article's text.

        credits: Its credits, from :func:`quotekit.metadata.read_credits`.

        dateline: Its dateline, from :func:`quotekit.metadata.read_dateline`.

        captions: Its captions, from :func:`quotekit.metadata.find_captions`.

        openings: The openings of its lines, from :func:`quotekit.metadata.find_openings`.

    Returns:
        Bounds of the stretches in text order, without overlap.

    Example:
        >>> from quotekit.metadata import find_openings
        >>> index = TextIndex("OSLO (AP) — It rained. (Reporting by Jo Lind in Oslo)")
        >>> credits = [Credit("AP", "wire", 6, 8), Credit("Jo Lind", "reporting", 37, 44)]
        >>> found = find_boilerplate(index, credits=credits, openings=find_openings(index))
        >>> [index.text[start:end] for start, end in found]
        ['OSLO (AP) — ', '(Reporting by Jo Lind in Oslo)']
    """
    bounds = [(opening.start, opening.end) for opening in openings]
    found = [*captions, *bounds, *find_editorial_notes(index)]
    # The words around a credit in a dateline belong to the dateline.
    found += (_around_credit(index, credit) for credit in credits if not _is_inside(credit, bounds))
    if dateline is not None and dateline.place is None:
        found.append(_around_date(index, dateline))
    return _merge(found)


def _is_inside(credit: Credit, bounds: Sequence[Bounds]) -> bool:
    """Return whether a credit is inside one of the bounds, which are in text order."""
    place = bisect_right(bounds, credit.start, key=lambda stretch: stretch[0])
    return place > 0 and credit.end <= bounds[place - 1][1]


def _merge(stretches: Iterable[Bounds]) -> tuple[Bounds, ...]:
    """Merge stretches that overlap or touch."""
    merged: list[Bounds] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _around_credit(index: TextIndex, credit: Credit) -> Bounds:
    """Return the bounds of the parentheses, line or sentence around a credit."""
    line_start, _ = index.line_at(credit.start, _CREDIT_REACH_CHARS)
    _, line_end = index.line_at(credit.end, _CREDIT_REACH_CHARS)
    if credit.role == "byline":
        return line_start, line_end
    opening, closing = index.text.rfind("(", line_start, credit.start), index.text.find(")", credit.end, line_end)
    if opening >= 0 and closing >= 0 and ")" not in index.text[opening : credit.start]:
        return opening, closing + 1
    ends_before = [found.end() for found in _SENTENCE_END.finditer(index.text, line_start, credit.start)]
    end_after = _SENTENCE_END.search(index.text, credit.end, line_end)
    return ends_before[-1] if ends_before else line_start, end_after.end() if end_after else line_end


def _around_date(index: TextIndex, dateline: Dateline) -> Bounds:
    """Return the bounds of a date from the start of its line, and to its end if nothing else follows."""
    after = index.match_after(_AFTER_DATE, dateline.end)
    return index.line_at(dateline.start)[0], after.end() if after else dateline.end
