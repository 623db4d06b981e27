"""Attributions as rows of a table, shared by CSV and data frames."""

from __future__ import annotations

from quotekit.records import Article, Attribution, Spans
from quotekit.records.meta import plain_meta

__all__ = ["COLUMNS", "row"]

#: The columns in order.
COLUMNS = (
    "article",
    "attribution",
    "kind",
    "speaker",
    "speaker_id",
    "speaker_kind",
    "titles",
    "speakers",
    "speaker_ids",
    "source",
    "cue",
    "cue_lemma",
    "content",
    "quoted",
    "start",
    "end",
    "content_offsets",
    "cue_offsets",
    "source_offsets",
    "addressee",
    "via",
    "negated",
    "stance",
    "parent",
    "confidence",
    "speaker_confidence",
    "meta",
)


def row(article: Article, attribution: Attribution) -> dict[str, object]:
    """
    Convert an attribution to a row.

    Args:
        article: The article.

        attribution: One of its attributions.

    Returns:
        A value for each column: strings and numbers, tuples for several values, a dictionary for the metadata, None for
        missing values.
    """
    a, speaker = attribution, attribution.speaker
    return {
        "article": article.id,
        "attribution": a.id,
        "kind": a.kind.value,
        "speaker": speaker and speaker.name,
        "speaker_id": speaker and speaker.id,
        "speaker_kind": speaker and speaker.kind.value,
        "titles": tuple(title for one in a.speakers for title in one.titles),
        "speakers": tuple(one.name for one in a.speakers if one.name),
        "speaker_ids": tuple(one.id for one in a.speakers),
        "source": a.source.text or None,
        "cue": a.cue.text or None,
        "cue_lemma": a.cue_lemma,
        "content": a.content.text or None,
        "quoted": a.quoted.text or None,
        "start": a.content.start,
        "end": a.content.end,
        "content_offsets": _offsets(a.content),
        "cue_offsets": _offsets(a.cue),
        "source_offsets": _offsets(a.source),
        "addressee": a.addressee and a.addressee.text,
        "via": tuple(outlet.name for outlet in a.via),
        "negated": a.negated,
        "stance": a.stance.value,
        "parent": a.parent,
        "confidence": a.confidence,
        "speaker_confidence": a.speaker_confidence,
        "meta": plain_meta(article.meta) or None,
    }


def _offsets(spans: Spans) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans)
