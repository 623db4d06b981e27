"""Segments of words to spans of characters, snapped to quotation marks, so that no mark is torn from its partner."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotekit.records import Kind, Spans
from quotekit.text import Quotation
from quotekit.text.characters import ALL

if TYPE_CHECKING:
    from quotekit.tagger.decode import Segments
    from quotekit.tagger.windows import Encoding

__all__ = ["kind_of", "quoted_part", "snap_content", "to_spans"]

_WORD = re.compile(r"[^\W_]+")
_MARK = f"(?:''|[{re.escape(''.join(sorted(ALL)))}])"
# A mark behind a space opens, and one before a space closes, whatever is not within the edge.
_OPENS_BEYOND = re.compile(rf"\s{_MARK}\Z")
_CLOSES_BEYOND = re.compile(rf"{_MARK}\s")
_LOOSE = " \t\r\n\u00a0,;"
_MOST_PUNCTUATION = 4
_CLOSING_PUNCTUATION = frozenset(".,!?…;:-–— \u00a0")


def to_spans(text: str, encoding: Encoding, segments: Segments) -> Spans:
    """
    Turn segments of words into spans of characters.

    Args:
        text: The text.

        encoding: The text as words.

        segments: Word indices, end exclusive.

    Returns:
        One span for each segment.
    """
    return Spans.of(text, ((int(encoding.start[s]), int(encoding.end[e - 1])) for s, e in segments))


def snap_content(text: str, content: Spans, quotations: Sequence[Quotation]) -> Spans:
    """
    Move the edges of a content to the quotation marks beside them.

    A span that holds all words of a quotation gets both its marks; a mark whose partner is far outside is left out, and so
    is one at an edge that belongs to what stands beyond it.

    Args:
        text: The text.

        content: The content's spans.

        quotations: The text's quotations, ordered by start.

    Returns:
        The spans with their new edges; those that hold no word are gone, unless all do.
    """
    starts = [q.start for q in quotations]
    bounds = [_snap(text, piece.start, piece.end, quotations, starts) for piece in content]
    kept = [(s, e) for s, e in bounds if s < e and _WORD.search(text, s, e)]
    return Spans.of(text, _merged(kept)) if kept else content


def _snap(text: str, start: int, end: int, quotations: Sequence[Quotation], starts: list[int]) -> tuple[int, int]:
    near = quotations[max(0, bisect_left(starts, start) - 8) : bisect_left(starts, end + 3)]
    for q in near:
        opens_here = _no_word(text, q.inner_start, start) and q.start <= start
        closes_here = _no_word(text, end, q.inner_end) and end <= q.end
        if not q.closed:
            start = q.start if opens_here and q.inner_start == start else start
        elif opens_here and closes_here:
            start, end = q.start, q.end
        elif opens_here and q.end <= end:
            start = q.start
        elif closes_here and start <= q.start:
            end = q.end
        elif opens_here and q.end > end:
            start = max(start, q.inner_start)
        elif closes_here and q.start < start:
            end = min(end, q.inner_end)
    start, end = _without_strays(text, start, end, near)
    while start < end and text[start] in _LOOSE:
        start += 1
    while start < end and text[end - 1] in " \t\r\n\u00a0":
        end -= 1
    return start, end


def _without_strays(text: str, start: int, end: int, near: Sequence[Quotation]) -> tuple[int, int]:
    """Leave out a mark at either edge that opens or closes something beyond it."""
    opens = _OPENS_BEYOND.search(text, max(start, end - _MOST_PUNCTUATION), end)
    if opens and all(q.end != end or not q.closed for q in near):
        end = opens.start()
    closes = _CLOSES_BEYOND.match(text, start, end)
    if closes and all(q.start != start for q in near):
        start = closes.end()
    return start, end


def _no_word(text: str, start: int, end: int) -> bool:
    """Return whether a short stretch holds nothing but punctuation and space; true where it is empty or turned round."""
    return end - start <= _MOST_PUNCTUATION and all(c in _CLOSING_PUNCTUATION for c in text[start:end])


def _merged(bounds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Bounds that overlap after snapping become one."""
    merged: list[tuple[int, int]] = []
    for start, end in bounds:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def quoted_part(text: str, content: Spans, quotations: Sequence[Quotation]) -> Spans:
    """
    Find the part of a content that stands between quotation marks.

    Args:
        text: The text.

        content: The content's spans.

        quotations: The text's quotations, ordered by start.

    Returns:
        The stretches inside outermost quotations, without the marks; empty for indirect content.
    """
    outer = [q for q in quotations if q.depth == 0]
    starts = [q.start for q in outer]
    bounds = []
    for piece in content:
        for q in outer[max(0, bisect_left(starts, piece.start) - 1) : bisect_left(starts, piece.end)]:
            start, end = max(piece.start, q.inner_start), min(piece.end, q.inner_end)
            if start < end and _WORD.search(text, start, end):
                bounds.append((start, end))
    return Spans.of(text, bounds)


def kind_of(text: str, content: Spans, quoted: Spans) -> Kind:
    """
    Tell in whose words a content is.

    Args:
        text: The text.

        content: The content's spans.

        quoted: The part between quotation marks, from :func:`quoted_part`.

    Returns:
        Direct if all words are quoted, indirect if none is, else mixed.
    """
    inside = sum(1 for piece in quoted for _ in _WORD.finditer(text, piece.start, piece.end))
    if not inside:
        return Kind.INDIRECT
    words = sum(1 for piece in content for _ in _WORD.finditer(text, piece.start, piece.end))
    return Kind.DIRECT if inside >= words else Kind.MIXED
