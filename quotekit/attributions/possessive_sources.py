"""Extend sources to a whole name with a possessive ending: "Moody's said", where the model finds "Moody"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.records import Spans

__all__ = ["extend_possessive_sources"]

_POSSESSIVES = ("'s", "’s", "'", "’")


def extend_possessive_sources(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Extend sources that end before the possessive ending of a name, and begin the cue after it.

    Args:
        context: The text.

        drafts: The drafts.

    Returns:
        The drafts.
    """
    return [_with_whole_name(context, draft) for draft in drafts]


def _with_whole_name(context: Context, draft: Draft) -> Draft:
    """Return a draft whose source includes the possessive ending of its last name."""
    if not draft.source:
        return draft
    text, last = context.index.text, draft.source[-1]
    if not text.startswith(_POSSESSIVES, last.end):
        return draft
    names = context.mentions_in(last.start, last.end)
    name = next((m for m in names if m.end > last.end and text[last.end : m.end] in _POSSESSIVES), None)
    if name is None:
        return draft
    source = [*((span.start, span.end) for span in draft.source[:-1]), (last.start, name.end)]
    cue = [(max(span.start, name.end), span.end) for span in draft.cue if span.end > name.end]
    cue = [(start + (text[start] == " "), end) for start, end in cue]
    return attrs.evolve(draft, source=Spans.of(text, source), cue=Spans.of(text, cue))
