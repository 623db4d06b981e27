"""Snap the edges of contents to quotation marks, so that no mark is separated from its partner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotekit.records import Spans
from quotekit.text import Bounds, Quotation, TextIndex
from quotekit.text.characters import ALL

__all__ = ["snap_content"]

_WORD = re.compile(r"[^\W_]+")
_MARK = f"(?:''|[{re.escape(''.join(sorted(ALL)))}])"
# A mark after a space opens a quotation outside the content, and a mark before a space closes one.
_OPENING_AT_END = re.compile(rf"\s{_MARK}\Z")
_CLOSING_AT_START = re.compile(rf"{_MARK}\s")
_SPACE = " \t\r\n\u00a0"
_SPACE_AND_COMMAS = f"{_SPACE},;"
# What may come between the last word of the content and its quotation mark.
_PUNCTUATION = frozenset(".,!?…;:-–— \u00a0")
_MAX_PUNCTUATION_CHARS = 4
# How many quotations that begin before the content may have marks at its edges.
_QUOTATIONS_BEFORE = 8
# Quotations that begin this soon after the content may belong to it.
_REACH_AFTER_CHARS = 3


def snap_content(index: TextIndex, content: Spans) -> Spans:
    """
    Move the edges of a content to the quotation marks next to them.

    A span with all the words of a quotation gets both of its marks. A mark is dropped if its partner is far outside the
    span, or if it is at an edge and belongs to something outside. Commas and semicolons at an edge are dropped, too.

    Args:
        index: The text.

        content: The content's spans.

    Returns:
        The spans with their new edges, except those without a word; the unchanged content if none has one.

    Example:
        >>> text = '"It works," Ito said.'
        >>> snap_content(TextIndex(text), Spans.of(text, [(1, 9)])).text
        '"It works,"'
    """
    bounds = [_snap(index, piece.start, piece.end) for piece in content]
    kept = [(start, end) for start, end in bounds if start < end and _WORD.search(index.text, start, end)]
    return Spans.of(index.text, _merge(kept)) if kept else content


def _snap(index: TextIndex, start: int, end: int) -> Bounds:
    """Return the bounds of one span with its edges snapped."""
    near = index.quotations_near(start, end + _REACH_AFTER_CHARS, _QUOTATIONS_BEFORE)
    for quotation in near:
        start, end = _snap_to(index, quotation, start, end)
    start, end = _without_stray_marks(index, start, end, near)
    while start < end and index.text[start] in _SPACE_AND_COMMAS:
        start += 1
    while start < end and index.text[end - 1] in _SPACE_AND_COMMAS:
        end -= 1
    return start, end


def _snap_to(index: TextIndex, quotation: Quotation, start: int, end: int) -> Bounds:
    """Return bounds with the marks of one quotation included or excluded."""
    opens_here = _is_wordless(index, quotation.inner_start, start) and quotation.start <= start
    closes_here = _is_wordless(index, end, quotation.inner_end) and end <= quotation.end
    if not quotation.closed:
        return (quotation.start if opens_here and quotation.inner_start == start else start), end
    if opens_here and closes_here:
        return quotation.start, quotation.end
    if opens_here:
        return (quotation.start if quotation.end <= end else max(start, quotation.inner_start)), end
    if closes_here:
        return start, (quotation.end if start <= quotation.start else min(end, quotation.inner_end))
    return start, end


def _without_stray_marks(index: TextIndex, start: int, end: int, near: Sequence[Quotation]) -> Bounds:
    """Return bounds without a mark at either edge that opens or closes a quotation outside."""
    opening = _OPENING_AT_END.search(index.text, max(start, end - _MAX_PUNCTUATION_CHARS), end)
    if opening and all(quotation.end != end or not quotation.closed for quotation in near):
        end = opening.start()
    closing = _CLOSING_AT_START.match(index.text, start, end)
    if closing and all(quotation.start != start for quotation in near):
        start = closing.end()
    return start, end


def _is_wordless(index: TextIndex, start: int, end: int) -> bool:
    """Return whether a stretch is short and has only punctuation and spaces; true if *end* is at or before *start*."""
    return end - start <= _MAX_PUNCTUATION_CHARS and _PUNCTUATION.issuperset(index.text[start:end])


def _merge(bounds: Iterable[Bounds]) -> list[Bounds]:
    """Return bounds in text order, with overlapping ones merged."""
    merged: list[Bounds] = []
    for start, end in bounds:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
