"""What holds for the article of any text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quotekit.records import Article, Attribution, Kind, Spans, Speaker

__all__ = ["problems_of"]


def problems_of(article: Article) -> list[str]:
    """Return what is inconsistent in an article, each as one line; none if it is valid."""
    return [*_span_problems(article), *_attribution_problems(article), *_speaker_problems(article)]


def _span_problems(article: Article) -> Iterator[str]:
    """Check that all offsets slice to the text, and that the spans of one role are in order and do not overlap."""
    for where, spans in _roles(article):
        for span in spans:
            if article.text[span.start : span.end] != span.text:
                yield f"{where}: {span} is not the text there"
        yield from (f"{where}: {a} and {b} overlap" for a, b in pairwise(spans) if a.end > b.start)
    for credit in article.credits:
        if article.text[credit.start : credit.end] != credit.name:
            yield f"credits: {credit} is not the text there"
    if article.dateline is not None and not 0 <= article.dateline.start < article.dateline.end <= len(article.text):
        yield f"dateline: {article.dateline} is not in the text"


def _roles(article: Article) -> Iterator[tuple[str, Spans]]:
    for found in article.attributions:
        for role in ("content", "quoted", "cue", "source"):
            yield f"{found.id}.{role}", getattr(found, role)
        if found.addressee is not None:
            yield f"{found.id}.addressee", Spans([found.addressee])
        yield from ((f"{found.id}.via", Spans([outlet.span])) for outlet in found.via if outlet.span is not None)
    yield from ((f"{speaker.id}.mentions", speaker.mentions) for speaker in article.speakers)


def _attribution_problems(article: Article) -> Iterator[str]:
    """Check ids, order, parts and parents of the attributions."""
    ids = [found.id for found in article.attributions]
    if len(ids) != len(set(ids)):
        yield f"attributions: ids are not unique: {ids}"
    starts = [found.content.start or 0 for found in article.attributions]
    if starts != sorted(starts):
        yield f"attributions: not in text order: {starts}"
    by_id = {found.id: found for found in article.attributions}
    for found in article.attributions:
        yield from (f"{found.id}: {problem}" for problem in _parts(found))
        yield from (f"{found.id}: {problem}" for problem in _parents(found, by_id))
        if found.speaker is not None and found.speaker not in article.speakers:
            yield f"{found.id}: its speaker is not in the article"
        yield from (f"{found.id}: an outlet has no name" for outlet in found.via if not outlet.name.strip())


def _parts(found: Attribution) -> Iterator[str]:
    """Check one attribution by itself."""
    if not found.content:
        yield "no content"
    if _share(found.cue, found.source):
        yield f"cue {found.cue} and source {found.source} share characters"
    if any(
        not any(piece.start <= part.start and part.end <= piece.end for piece in found.content) for part in found.quoted
    ):
        yield f"quoted {found.quoted} is not in its content {found.content}"
    if (found.kind is Kind.INDIRECT) == bool(found.quoted):
        yield f"kind {found.kind} with quoted {found.quoted}"
    if (found.cue_lemma is not None) and not found.cue:
        yield "a lemma without a cue"
    if (found.speaker is None) != (found.speaker_confidence is None):
        yield f"speaker {found.speaker} with confidence {found.speaker_confidence}"
    if not (0 <= found.confidence <= 1 and 0 <= (found.speaker_confidence or 0) <= 1):
        yield f"confidence {found.confidence}, {found.speaker_confidence}"


def _parents(found: Attribution, by_id: dict[str, Attribution]) -> Iterator[str]:
    """Check that the parents of an attribution are there, contain it, and end."""
    seen = {found.id}
    while found.parent is not None:
        if found.parent not in by_id:
            yield f"parent {found.parent} is not in the article"
            return
        if found.parent in seen:
            yield f"parents go round: {sorted(seen)}"
            return
        parent = by_id[found.parent]
        first, last = found.content[0].start, found.content[-1].end
        if not (parent.content[0].start <= first and last <= parent.content[-1].end):
            yield f"parent {parent.id} does not contain it"
        seen.add(parent.id)
        found = parent


def _speaker_problems(article: Article) -> Iterator[str]:
    """Check ids and members of the speakers."""
    ids = [speaker.id for speaker in article.speakers]
    if len(ids) != len(set(ids)):
        yield f"speakers: ids are not unique: {ids}"
    for speaker in article.speakers:
        yield from (f"{speaker.id}: {problem}" for problem in _members(speaker, article.speakers))
        if speaker.name is not None and not speaker.name.strip():
            yield f"{speaker.id}: an empty name"


def _members(speaker: Speaker, speakers: tuple[Speaker, ...]) -> Iterator[str]:
    if len(speaker.members) == 1:
        yield "one member only"
    if len({member.id for member in speaker.members}) != len(speaker.members):
        yield f"a member twice: {[member.id for member in speaker.members]}"
    for member in speaker.members:
        if member.members or member not in speakers:
            yield f"member {member.id} is not a single speaker of the article"


def _share(one: Spans, other: Spans) -> bool:
    """Return whether two sets of spans share a character."""
    return any(a.start < b.end and b.start < a.end for a in one for b in other)
