"""Attach quotations that the writer resumes after one word: "“It works,” Ito said. Yet, “we must test it again.”"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.english.lexicons import load_words
from quotekit.english.verb_classes import OF_SPEECH, saying_kind
from quotekit.records import Spans
from quotekit.text import Quotation, TextIndex

__all__ = ["attach_resumed_quotations"]

_WORD = re.compile(r"[^\W_]+")
_MIN_WORDS = 3
_SENTENCE_END = re.compile(r"[.!?…]\W{0,30}\Z")
# Text between a statement and a quotation in the next sentence.
_LINK = re.compile(r"[^.!?…:\n\"“”„«»]{0,80}\.[ ](?P<word>[^\W\d_a-z][a-z]{1,9}),?[ ]")
_MAX_LINK_CHARS = 100


def attach_resumed_quotations(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Attach a quotation that makes up the next sentence, except for an initial word such as "yet" or "but".

    Args:
        context: The text, and the model's settings: only drafts at or above its confidence threshold get a quotation.

        drafts: The drafts.

    Returns:
        The drafts, some with one more quotation: those that report speech and have quoted content. A quotation that
        overlaps another draft stays with that draft.
    """
    index = context.index
    quotations = index.outer_quotations
    taken = {
        q.start for draft in drafts for span in draft.spans for q in index.outer_quotations_in(span.start, span.end)
    }
    attached = []
    for draft in drafts:
        place = bisect_left(quotations, draft.end, key=lambda quotation: quotation.start)
        quotation = quotations[place] if place < len(quotations) else None
        is_confident = draft.confidence >= context.config.min_confidence
        if quotation is None or not is_confident or quotation.start in taken or not _resumes(index, draft, quotation):
            attached.append(draft)
            continue
        taken.add(quotation.start)
        bounds = [*((piece.start, piece.end) for piece in draft.content), (quotation.start, quotation.end)]
        attached.append(attrs.evolve(draft, content=Spans.of(index.text, bounds)))
    return attached


def _resumes(index: TextIndex, draft: Draft, quotation: Quotation) -> bool:
    """Return whether a quotation is the sentence after a quoted statement, except for its first word."""
    if not draft.source or saying_kind(draft.cue_lemma) not in OF_SPEECH or not index.is_quoted(draft.content[0].start):
        return False
    if not quotation.closed or quotation.start - draft.end > _MAX_LINK_CHARS:
        return False
    link = _LINK.fullmatch(index.text, draft.end, quotation.start)
    if link is None or link["word"].lower() not in load_words("function_words"):
        return False
    start, end = quotation.inner_start, quotation.inner_end
    words = sum(1 for _ in _WORD.finditer(index.text, start, end))
    return words >= _MIN_WORDS and _SENTENCE_END.search(index.text, start, end) is not None
