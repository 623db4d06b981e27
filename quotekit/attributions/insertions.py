"""Correct attributions around an insertion: "the dockers — who are not paid — said", "it works, or so she claims"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.attributions.subjects import find_subject
from quotekit.records import Spans
from quotekit.text import TextIndex

__all__ = ["cut_at_insertions", "name_before_insertions", "separate_or_so"]

_OR_SO = re.compile(r"[\s,;:–—-]{0,6}\b(?P<cue>or\s+so)\s*\Z", re.IGNORECASE)
_OR_SO_REACH_CHARS = 12
_DASH = r"(?:[–—]|(?<=\s)--?(?=\s)|(?<=\w)--(?=\w))"
_DASH_BEFORE = re.compile(rf"\s?{_DASH}\s?\Z")
_DASH_AT_END = re.compile(rf"\s?{_DASH}\s?\Z")
_DASH_INSIDE = re.compile(rf"\s?{_DASH}\s?")
_DASH_REACH_CHARS = 4
_RELATIVE = re.compile(r"(?:who|which|whose|whom|all\s+of\s+wh\w+)\b", re.IGNORECASE)


def separate_or_so(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Move "or so" from the content to the cue in "It works, or so Berg claims".

    Args:
        context: The text.

        drafts: The drafts.

    Returns:
        The drafts. In "It takes a year or so, Berg claims" the words stay in the content, since a comma follows them.
    """
    return [_with_or_so(context.index, draft) for draft in drafts]


def name_before_insertions(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Make the subject the source in "the dockers — who have not been paid — said", not the relative clause.

    Args:
        context: The text.

        drafts: The drafts.

    Returns:
        The drafts.
    """
    return [_with_subject(context.index, draft) for draft in drafts]


def cut_at_insertions(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    End the content with the insertion that contains it: "The dockers — whose leader says it is late — went home".

    Args:
        context: The text.

        drafts: The drafts.

    Returns:
        The drafts, some with shorter contents.
    """
    return [_within_insertion(context.index, draft) for draft in drafts]


def _with_or_so(index: TextIndex, draft: Draft) -> Draft:
    if not draft.cue or not draft.source or not draft.content:
        return draft
    before = draft.source[0].start
    if before > draft.cue[0].start:
        return draft
    found = index.search_before(_OR_SO, before, _OR_SO_REACH_CHARS)
    first = draft.content[0]
    if found is None or not first.start < found.start() or first.end > draft.cue[0].start:
        return draft
    kept = [(p.start, min(p.end, found.start())) for p in draft.content if p.start < found.start()]
    others = [(p.start, p.end) for p in draft.cue if p.start >= found.end()]
    content = Spans.of(index.text, kept)
    return attrs.evolve(draft, content=content, cue=Spans.of(index.text, [found.span("cue"), *others]))


def _with_subject(index: TextIndex, draft: Draft) -> Draft:
    if len(draft.source) != 1 or not draft.cue or not _RELATIVE.match(draft.source.text):
        return draft
    source = draft.source[0]
    dash = index.search_before(_DASH_BEFORE, source.start, _DASH_REACH_CHARS)
    ends = _DASH_AT_END.search(source.text) or _DASH_INSIDE.match(index.text, source.end)
    if dash is None or ends is None or draft.cue[0].start < source.end:
        return draft
    subject = find_subject(index, dash.start())
    return attrs.evolve(draft, source=Spans.of(index.text, [subject])) if subject else draft


def _within_insertion(index: TextIndex, draft: Draft) -> Draft:
    if len(draft.source) != 1 or not draft.cue or len(draft.content) != 1:
        return draft
    source, content = draft.source[0], draft.content[0]
    if not source.end <= draft.cue[0].start < content.start:
        return draft
    opening = index.search_before(_DASH_BEFORE, source.start, _DASH_REACH_CHARS)
    closing = _DASH_INSIDE.search(index.text, content.start, content.end)
    if opening is None or closing is None or index.is_quoted(closing.start()) or closing.start() == content.start:
        return draft
    if opening.start() == index.sentence_at(source.start)[0]:
        return draft
    return attrs.evolve(draft, content=Spans.of(index.text, [(content.start, closing.start())]))
