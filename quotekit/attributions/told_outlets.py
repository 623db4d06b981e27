"""Correct drafts whose source is told the statement: "It is safe, an engineer, who built it, told Kyodo"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.english.lemmas import cue_lemma
from quotekit.records import Spans

__all__ = ["replace_told_outlets"]

# The subject of "told" and a relative clause about it: ", an engineer, who asked not to be named, ".
_SUBJECT = re.compile(
    r"""
    ,[ ]
    (?P<subject>
        (?:the|an?|one|another)(?:[ ](?!who\b)[\w'’-]{1,30}){1,8}
      | (?:[\w'’.-]{1,30}[ ]){0,4}(?-i:[A-Z])[\w'’-]{1,30}
    )
    ,[ ]who[ ][^,.;:!?\n"“”]{1,120}
    ,[ ]$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_REACH_CHARS = 400


def replace_told_outlets(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Replace a source right after "told", which is an addressee, by the subject in front of "told".

    Args:
        context: The text.

        drafts: The drafts.

    Returns:
        The drafts.
    """
    return [_with_subject(context, draft) for draft in drafts]


def _with_subject(context: Context, draft: Draft) -> Draft:
    """Return a draft with the subject of "told" as its source; unchanged if its source is not told anything."""
    index = context.index
    if not draft.cue or not draft.source or cue_lemma(draft.cue.text) != "tell" or not draft.content:
        return draft
    cue, begin = draft.cue[0].start, draft.content[0].start
    is_told = index.text[draft.cue[-1].end : draft.source[0].start] == " " and begin < cue
    found = index.search_before(_SUBJECT, cue, min(_REACH_CHARS, cue - begin)) if is_told else None
    if found is None:
        return draft
    content = [(piece.start, min(piece.end, found.start())) for piece in draft.content if piece.start < found.start()]
    source = Spans.of(index.text, [found.span("subject")])
    return attrs.evolve(draft, content=Spans.of(index.text, content), source=source) if content else draft
