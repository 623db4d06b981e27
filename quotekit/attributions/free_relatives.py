"""Drop the spurious drafts of "contrary to what she said, …": the rest of such a sentence is the writer's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.english.patterns import any_of
from quotekit.text import TextIndex

__all__ = ["drop_free_relatives"]

# What precedes a "what" clause; in "according to what she said, …" the rest is hers.
_WHAT = re.compile(
    r"""
    (?P<before> (?:\b[^\W\d_]+\s+){0,3} )
    \b(?:what|whatever|everything|anything|all) \s+ (?:that\s+)? \Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
_REACH_CHARS = 60
# After these the rest of the sentence is the statement.
_AGREEING = re.compile(
    r"\b(?:according\s+to|as|by|from|going\s+by|judging\s+(?:by|from)|based\s+on|in|on|per|is|was|are|were)\s+\Z",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    rf"\s{{0,9}}(?:{any_of('months')}\b|\w{{1,40}}(?:day|ly)\b|earlier\b|in\s\d{{1,20}}\b|last\s\w{{1,40}}|before)?\s{{0,9}},"
)


def drop_free_relatives(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Drop text that contradicts the source, as in "Contrary to what Berg said, the votes were counted".

    Args:
        context: The text.

        drafts: The drafts.

    Returns:
        The drafts without those whose source and cue form a "what" clause that follows a phrase such as "contrary to"
        or "unlike" and ends with a comma. The rest of such a sentence contradicts the source.
    """
    return [draft for draft in drafts if not _is_contradicted(context.index, draft)]


def _is_contradicted(index: TextIndex, draft: Draft) -> bool:
    if not draft.cue or not draft.source or draft.source[0].start > draft.cue[0].start:
        return False
    start, end = draft.source[0].start, draft.cue[-1].end
    what = index.search_before(_WHAT, start, _REACH_CHARS)
    if what is None or not what["before"] or index.is_quoted(start):
        return False
    if _AGREEING.search(what["before"]) or index.sentence_of(what.start()) != index.sentence_of(start):
        return False
    return _CLAUSE_END.match(index.text, end) is not None and draft.content[-1].start >= end
