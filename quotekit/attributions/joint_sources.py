"""Extend sources to all who speak: "Ann Lee, speaking on Monday, and Bo Day said", where the model finds one name."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.names import Mention
from quotekit.records import Spans

__all__ = ["join_sources"]

# A phrase between commas about the name before it: ", speaking on Monday,", ", 41,".
_ASIDE = r"(?:,[ ][^,;:.!?\n\"“”]{1,80},|[ ]\([^()\n]{1,40}\))"
# What joins the name that the model finds with the next one, optionally with its determiner.
_AND = re.compile(rf"{_ASIDE}?,?[ ]and[ ]")
_TO_CUE = re.compile(rf"(?:{_ASIDE}|,)?[ ](?:(?:also|both|each|have|had|then|together)[ ]){{0,2}}")
_BOTH = re.compile(r"\b[Bb]oth $")
_BOTH_CHARS = len("both ")


def join_sources(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Extend a source that is a name to a second name that "and" joins to it, right before the cue.

    Args:
        context: The text and the names in it.

        drafts: The drafts.

    Returns:
        The drafts.
    """
    return [_joined(context, draft) for draft in drafts]


def _joined(context: Context, draft: Draft) -> Draft:
    """Return a draft with both names as its source, if it is not the only speaker."""
    if not draft.cue or not draft.source or draft.source[-1].end > draft.cue[0].start:
        return draft
    index, start, cue = context.index, draft.source[0].start, draft.cue[0].start
    first = _name_at_end(context, draft)
    joint = first and _AND.match(index.text, first.end, cue)
    if first is None or not joint:
        return draft
    second = next(iter(context.mentions_in(joint.end(), cue)), None)
    if second is None or second.start > joint.end() or not _TO_CUE.fullmatch(index.text, second.end, cue):
        return draft
    both = index.search_before(_BOTH, start, _BOTH_CHARS)
    return attrs.evolve(draft, source=Spans.of(index.text, [(both.start() if both else start, second.end)]))


def _name_at_end(context: Context, draft: Draft) -> Mention | None:
    """Return the name that is the end of a source, apart from what is between commas behind it."""
    last = draft.source[-1]
    names = [m for m in context.mentions_in(last.start, last.end) if m.is_personal]
    return names[0] if names and not context.index.text[last.start : names[0].start].strip() else None
