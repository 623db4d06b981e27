"""Attributions as span groups, which spaCy's own tools show and count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotekit.records import Article, Kind, Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

__all__ = ["COLORS", "LABELS", "make_groups"]

#: The labels of spans: contents by their kind, then the other roles.
LABELS = (*(kind.name for kind in Kind), "CUE", "SOURCE", "SPEAKER")

#: The colour of each label in displaCy: light enough for black letters, and told apart by most who see few colours.
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
    Turn an article's attributions into spans of tokens.

    A span has all tokens of which it has a character. The id of a content, cue or source is its attribution's, that
    of a speaker's mention is the speaker's.

    Args:
        doc: A Doc with the article's text.

        article: The article.

        spans_key: What the groups' keys begin with.

    Returns:
        The spans by key: those of contents, cues, sources and speakers, and, under *spans_key* alone, contents, cues
        and sources together.
    """
    content = [s for a in article.attributions for s in _spans(doc, a.content, a.kind.name, a.id)]
    cue = [s for a in article.attributions for s in _spans(doc, a.cue, "CUE", a.id)]
    source = [s for a in article.attributions for s in _spans(doc, a.source, "SOURCE", a.id)]
    speaker = [s for who in article.speakers for s in _spans(doc, who.mentions, "SPEAKER", who.id)]
    return {
        spans_key: sorted([*content, *cue, *source], key=lambda span: (span.start, -span.end)),
        f"{spans_key}.content": content,
        f"{spans_key}.cue": cue,
        f"{spans_key}.source": source,
        f"{spans_key}.speaker": speaker,
    }


def _spans(doc: Doc, part: Spans, label: str, name: str) -> Iterator[Span]:
    for piece in part:
        span = doc.char_span(piece.start, piece.end, label=label, span_id=name, alignment_mode="expand")
        if span:
            yield span
