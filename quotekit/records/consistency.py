"""Consistency of an article that is read: unique ids, known parents, offsets inside the text, spans in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from quotekit.errors import RecordError, describe
from quotekit.records.spans import Spans, TextSpan
from quotekit.records.values import Attribution

if TYPE_CHECKING:
    from quotekit.records.article import Article

__all__ = ["checked_article"]

_ROLES = ("content", "quoted", "cue", "source")


def checked_article(article: Article) -> Article:
    """
    Refuse an article whose parts contradict each other.

    Args:
        article: The article, with placeholders for speakers.

    Returns:
        The same article.

    Raises:
        RecordError: An id is not unique, a parent is unknown or nested in itself, spans overlap, or offsets are not
            those of their text.
    """
    _check_ids("attributions", [attribution.id for attribution in article.attributions])
    _check_ids("speakers", [speaker.id for speaker in article.speakers])
    for where, span in _spans(article):
        if article.text[span.start : span.end] != span.text:
            raise RecordError(where, f"its text is not the article's text from {span.start} to {span.end}")
    for where, spans in _rows_of_spans(article):
        _check_order(where, spans)
    for where, start, end in _bounds(article):
        if not 0 <= start < end <= len(article.text):
            raise RecordError(where, f"the article has no text from {start} to {end}")
    for i, attribution in enumerate(article.attributions):
        _check_speaker_confidence(f"attributions[{i}].speaker_confidence", attribution)
    _check_parents(article.attributions)
    return article


def _check_parents(attributions: Sequence[Attribution]) -> None:
    """Refuse a parent that is not in the article, and an attribution that is nested in itself."""
    parents = {attribution.id: attribution.parent for attribution in attributions}
    for i, attribution in enumerate(attributions):
        if attribution.parent is not None and attribution.parent not in parents:
            problem = f"it must be null or the id of one of the attributions, got {describe(attribution.parent)}"
            raise RecordError(where=f"attributions[{i}].parent", problem=problem)
    # Those that are known to be in no cycle, so that each is visited only once.
    safe: set[str] = set()
    for i, attribution in enumerate(attributions):
        path: set[str] = set()
        at: str | None = attribution.id
        while at is not None and at not in safe:
            if at in path:
                raise RecordError(where=f"attributions[{i}].parent", problem=f"{at!r} must not be nested in itself")
            path.add(at)
            at = parents[at]
        safe |= path


def _check_order(where: str, spans: Spans) -> None:
    """Refuse spans that overlap or are not in the order of the text."""
    for j, (one, other) in enumerate(pairwise(spans), start=1):
        if other.start < one.end:
            problem = f"it must begin after the span before it, which ends at {one.end}, got {other.start}"
            raise RecordError(where=f"{where}[{j}]", problem=problem)


def _check_speaker_confidence(where: str, attribution: Attribution) -> None:
    if attribution.speaker is None and attribution.speaker_confidence is not None:
        problem = f"it must be null without a speaker, got {describe(attribution.speaker_confidence)}"
        raise RecordError(where, problem)


def _check_ids(field: str, ids: Sequence[str]) -> None:
    seen: set[str] = set()
    for i, given in enumerate(ids):
        if given in seen:
            raise RecordError(where=f"{field}[{i}].id", problem=f"it must be unique, got {describe(given)} again")
        seen.add(given)


def _spans(article: Article) -> Iterator[tuple[str, TextSpan]]:
    """Yield all spans of an article with their paths."""
    for i, attribution in enumerate(article.attributions):
        where = f"attributions[{i}]"
        for role in _ROLES:
            for j, span in enumerate(getattr(attribution, role)):
                yield f"{where}.{role}[{j}]", span
        if attribution.addressee is not None:
            yield f"{where}.addressee", attribution.addressee
        for j, outlet in enumerate(attribution.via):
            if outlet.span is not None:
                yield f"{where}.via[{j}].span", outlet.span
    for i, speaker in enumerate(article.speakers):
        for j, span in enumerate(speaker.mentions):
            yield f"speakers[{i}].mentions[{j}]", span


def _rows_of_spans(article: Article) -> Iterator[tuple[str, Spans]]:
    """Yield the spans of each role and the mentions of each speaker, with their paths."""
    for i, attribution in enumerate(article.attributions):
        for role in _ROLES:
            yield f"attributions[{i}].{role}", getattr(attribution, role)
    for i, speaker in enumerate(article.speakers):
        yield f"speakers[{i}].mentions", speaker.mentions


def _bounds(article: Article) -> Iterator[tuple[str, int, int]]:
    """Yield the offsets of credits and dateline with their paths."""
    for i, credit in enumerate(article.credits):
        yield f"credits[{i}]", credit.start, credit.end
    if article.dateline is not None:
        yield "dateline", article.dateline.start, article.dateline.end
