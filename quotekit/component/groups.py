"""Attributions as span groups, which spaCy's own tools can display and score."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotekit.records import Article, Kind, Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

__all__ = ["COLORS", "LABELS", "make_groups"]

#: The labels of spans: contents by their kind, then the other roles.
LABELS = (*(kind.name for kind in Kind), "CUE", "SOURCE", "SPEAKER")

#: The colour of each label in displaCy: light enough for black text, and suitable for most kinds of colour blindness.
COLORS = {
    "DIRECT": "#56b4e9",
    "MIXED": "#5ccfb0",
    "INDIRECT": "#b9d77a",
    "CUE": "#f0c419",
    "SOURCE": "#e59866",
    "SPEAKER": "#d7a9e3",
}


def make_groups(doc: Doc, article: Article, spans_key: str) -> dict[str, list[Span]]:
    """
    Convert an article's attributions to spans of tokens.

    A span has all tokens that it overlaps. Contents, cues and sources have the id of their attribution, mentions that
    of their speaker.

    Args:
        doc: A Doc with the article's text.

        article: The article.

        spans_key: Prefix of the groups' keys.

    Returns:
        The spans by key: one group for each role, one for mentions of speakers, and one with the key *spans_key* for
        contents, cues and sources together.
    """
    content = [s for a in article.attributions for s in _spans(doc, a.content, a.kind.name, a.id)]
    cue = [s for a in article.attributions for s in _spans(doc, a.cue, "CUE", a.id)]
    source = [s for a in article.attributions for s in _spans(doc, a.source, "SOURCE", a.id)]
    mentions = [span for s in article.speakers for span in _spans(doc, s.mentions, "SPEAKER", s.id)]
    return {
        spans_key: sorted([*content, *cue, *source], key=lambda span: (span.start, -span.end)),
        f"{spans_key}.content": content,
        f"{spans_key}.cue": cue,
        f"{spans_key}.source": source,
        f"{spans_key}.speaker": mentions,
    }


def _spans(doc: Doc, part: Spans, label: str, name: str) -> Iterator[Span]:
    for piece in part:
        span = doc.char_span(piece.start, piece.end, label=label, span_id=name, alignment_mode="expand")
        if span:
            yield span
