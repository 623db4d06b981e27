"""Find what stands around an article's prose and is nobody's statement: credits, datelines, captions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

import attrs

from quotekit.provenance.captions import find_captions
from quotekit.records import Credit, Dateline, Spans
from quotekit.tagger.tagged import Tagged

__all__ = ["find_boilerplate", "strip_boilerplate"]

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

        credits: Its credits, from :func:`quotekit.provenance.read_credits`.

        dateline: Its dateline, from :func:`quotekit.provenance.read_dateline`.

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


def strip_boilerplate(text: str, tagged: Sequence[Tagged], boilerplate: Sequence[_BOUNDS]) -> list[Tagged]:
    """
    Take away the attributions that stand in boilerplate, and what others have of it.

    Args:
        text: The article's text.

        tagged: What the tagger found.

        boilerplate: The stretches from :func:`find_boilerplate`.

    Returns:
        The attributions whose cues are prose, with nothing else in their contents and sources; the same ones if there
        is no boilerplate.
    """
    if not boilerplate:
        return list(tagged)
    kept = []
    for one in tagged:
        content = _without(text, one.content, boilerplate)
        if content and _without(text, one.cue, boilerplate) == one.cue:
            kept.append(
                attrs.evolve(one, content=content, source=_without(text, one.source, boilerplate) or one.source)
            )
    return kept


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


def _without(text: str, spans: Spans, boilerplate: Sequence[_BOUNDS]) -> Spans:
    """Spans with what lies in boilerplate cut out of them."""
    bounds = [(piece.start, piece.end) for piece in spans]
    first = bisect_right(boilerplate, spans.start or 0, key=lambda stretch: stretch[1])
    for start, end in boilerplate[first:]:
        if not bounds or start >= bounds[-1][1]:
            break
        cut = [part for a, b in bounds for part in ((a, min(b, start)), (max(a, end), b)) if part[0] < part[1]]
        bounds = [trimmed for a, b in cut if (trimmed := _trimmed(text, a, b))]
    return Spans.of(text, bounds)


def _trimmed(text: str, start: int, end: int) -> _BOUNDS | None:
    """Bounds without the white space at both ends; None where there is nothing else."""
    piece = text[start:end]
    bare = piece.strip()
    begin = start + piece.find(bare)
    return (begin, begin + len(bare)) if bare else None
