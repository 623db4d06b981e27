"""Separate cited speakers from their statements: "Kyodo quoted a ministry source as saying that the dam is shut"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.attributions.citations import (
    AS_SAYING,
    REACH_CHARS,
    are_in_one_sentence,
    bare_phrase,
    find_citing_outlet,
    follows_according,
)
from quotekit.attributions.draft import Draft
from quotekit.attributions.press_phrases import is_citable
from quotekit.attributions.rules import Context
from quotekit.records import Spans
from quotekit.text import TextIndex

__all__ = ["separate_cited_speakers", "separate_cited_statements"]

# What separates the cited source from the statement: "citing a memo, that", "according to Kyodo, citing a memo,".
_THAT = re.compile(r",\s+(?=that\s)")
_COMMA = re.compile(r",\s+")


def separate_cited_speakers(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Separate the speaker from the statement in "Kyodo quoted a ministry source as saying that …".

    Args:
        context: The text and the names in it.

        drafts: The drafts.

    Returns:
        The drafts; if an outlet quotes someone "as saying" something, the person quoted is the source.
    """
    return [
        draft if find_citing_outlet(context, draft) is None else _with_cited_speaker(context, draft) or draft
        for draft in drafts
    ]


def separate_cited_statements(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Separate the source from the statement in "The Reef Times reported, citing an internal memo, that …".

    Args:
        context: The text and the names in it.

        drafts: The drafts.

    Returns:
        The drafts; if the content of "citing" begins with the cited source, that becomes the source, and the statement
        after it the content.
    """
    return [
        draft if find_citing_outlet(context, draft) is None else _with_cited_statement(context, draft) or draft
        for draft in drafts
    ]


def _with_cited_speaker(context: Context, draft: Draft) -> Draft | None:
    """Return the draft of "quoted a source as saying …" with that source; None for any other draft."""
    index, begin = context.index, draft.cue[0].end
    found = AS_SAYING.search(index.text, begin, begin + REACH_CHARS)
    if found is None or not are_in_one_sentence(index, begin, found.start()):
        return None
    cited = bare_phrase(index, begin, found.start())
    content = _cut_out(index, draft.content, begin, found.end())
    if cited is None or not content or not is_citable(context, *cited):
        return None
    cue = Spans.of(index.text, [(draft.cue[0].start, begin), found.span("as")])
    return attrs.evolve(draft, content=content, cue=cue, source=Spans.of(index.text, [cited]))


def _with_cited_statement(context: Context, draft: Draft) -> Draft | None:
    """Return the draft of "citing a memo, that …" with the memo as source; None if the content is not both."""
    index, first = context.index, draft.content[0]
    separator = _COMMA if follows_according(context, draft) else _THAT
    found = separator.search(index.text, first.start, first.end)
    if found is None or first.start < draft.cue[0].start or not is_citable(context, first.start, found.start()):
        return None
    content = _cut_out(index, draft.content, first.start, found.end())
    source = Spans.of(index.text, [(first.start, found.start())])
    return attrs.evolve(draft, content=content, source=source) if content else None


def _cut_out(index: TextIndex, spans: Spans, start: int, end: int) -> Spans:
    """Return spans without a stretch of text, and without pieces that are only whitespace."""
    parts = (part for s in spans for part in ((s.start, min(s.end, start)), (max(s.start, end), s.end)))
    return Spans.of(index.text, [part for part in parts if part[0] < part[1] and index.strip(*part)])
