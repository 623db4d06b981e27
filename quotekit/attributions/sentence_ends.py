"""End contents with the sentence of their cue: in "It rained, she said. Nobody came." the rest is the writer's."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.records import Spans, TextSpan
from quotekit.text import TextIndex

__all__ = ["end_at_sentences"]

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+\Z")


def end_at_sentences(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    End contents with the sentence of their cue, unless the next one is quoted.

    In "It rained, she said. Nobody came." nothing shows that the second sentence is hers.

    Args:
        context: The text.

        drafts: The drafts.

    Returns:
        The drafts, some with fewer spans of content; each keeps its first.
    """
    return [_end_at_sentence(context.index, draft) if len(draft.content) > 1 else draft for draft in drafts]


def _end_at_sentence(index: TextIndex, draft: Draft) -> Draft:
    """Return a draft without later sentences, if its content begins before the end of cue and source."""
    end = max((part.end for role in (draft.cue, draft.source) for part in role), default=len(index.text))
    first, *others = draft.content
    if first.start >= end:
        return draft
    kept = [piece for piece in others if not _is_next_sentence(index, piece, end)]
    return draft if len(kept) == len(others) else attrs.evolve(draft, content=Spans([first, *kept]))


def _is_next_sentence(index: TextIndex, piece: TextSpan, end: int) -> bool:
    """Return whether an unquoted span begins a later sentence than that of the cue and source."""
    if piece.start <= end or not index.text[piece.start].isupper():
        return False
    ends = index.search_before(_SENTENCE_END, piece.start, piece.start - end)
    return ends is not None and not index.is_quoted(piece.start)
