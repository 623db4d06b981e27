"""
Trust the statement that a headline consists of: "Holm warns harbour will close".

The model was trained on articles without headlines, so it scores statements in them low where the verb is not "says".
A line that is divided into a source, a verb of speech in the present tense and a content, with nothing left over, is
evidence enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.attributions.constructions import CONFIDENCE
from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.english.verb_classes import OF_SPEECH, saying_kind
from quotekit.text import TextIndex

__all__ = ["MAX_CHARS", "trust_headlines"]

#: Longer lines are not headlines.
MAX_CHARS = 160
# The confidence of what the model finds less likely is not raised.
_MIN_CONFIDENCE = 0.15
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]{0,3}\s*\Z")
_END_REACH_CHARS = 12
_LETTER = re.compile(r"\w")


def trust_headlines(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Raise the confidence of statements that are all of a line without a full stop.

    Args:
        context: The text, and the model's settings.

        drafts: The drafts.

    Returns:
        The drafts, some with a higher confidence.
    """
    threshold = context.config.min_confidence
    return [
        attrs.evolve(draft, confidence=CONFIDENCE)
        if _MIN_CONFIDENCE <= draft.confidence < threshold and _is_headline(context.index, draft)
        else draft
        for draft in drafts
    ]


def _is_headline(index: TextIndex, draft: Draft) -> bool:
    """Return whether a draft's source, cue and content are all of a short line that does not end with a full stop."""
    spans = sorted((s.start, s.end) for s in (*draft.source, *draft.cue, *draft.content))
    if len(draft.cue) != 1 or len(draft.source) != 1 or not _is_present(index, draft):
        return False
    start, end = index.line_at(spans[0][0], MAX_CHARS)
    if end - start > MAX_CHARS or spans[-1][1] > end or index.search_before(_SENTENCE_END, end, _END_REACH_CHARS):
        return False
    edges = [start, *(edge for bounds in spans for edge in bounds), end]
    between = zip(edges[::2], edges[1::2], strict=True)
    return not any(_LETTER.search(index.text, low, high) for low, high in between if low < high)


def _is_present(index: TextIndex, draft: Draft) -> bool:
    """Return whether a cue is a verb of speech in the present tense, or a colon between a quotation and a name."""
    cue = draft.cue[0].text
    if cue == ":":
        first = draft.content[0]
        return first.start < draft.cue[0].start and index.is_quoted(first.start)
    word = cue.lower()
    lemma = draft.cue_lemma or ""
    return saying_kind(lemma) in OF_SPEECH and word in (lemma, f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies")
