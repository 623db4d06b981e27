"""
Drop what headlines name their subject by: "Ferry trial: captain denies negligence".

The words before the colon, the kicker, look like the label of a speaker. Where a statement with a source of its own is
all that follows, they are one only if they may denote somebody: "Police: suspect denies arson".
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotekit.attributions.constructions import CONFIDENCE
from quotekit.attributions.draft import Draft
from quotekit.attributions.headlines import MAX_CHARS
from quotekit.attributions.rules import Context
from quotekit.attributions.subjects import is_somebody
from quotekit.english.verb_classes import OF_SPEECH, saying_kind
from quotekit.text import TextIndex

__all__ = ["drop_kickers"]

# How many of the following drafts may be inside a draft's content.
_MAX_FOLLOWING_DRAFTS = 4
_MARKS = " \"'“”‘’.!?"


def drop_kickers(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Drop the drafts whose source is the subject of a headline, and trust the statements after it.

    Args:
        context: The text.

        drafts: The drafts in text order.

    Returns:
        The other drafts.
    """
    kept = list(drafts)
    dropped = set()
    for number, draft in enumerate(drafts):
        if not _has_kicker(context.index, draft):
            continue
        for inside in range(number + 1, min(number + 1 + _MAX_FOLLOWING_DRAFTS, len(drafts))):
            if _is_all_of(context.index, kept[inside], draft):
                kept[inside] = attrs.evolve(kept[inside], confidence=max(kept[inside].confidence, CONFIDENCE))
                dropped.add(number)
    return [draft for number, draft in enumerate(kept) if number not in dropped]


def _has_kicker(index: TextIndex, draft: Draft) -> bool:
    """Return whether a draft is a short line with a colon after its source, which does not denote anybody."""
    if len(draft.source) != 1 or len(draft.content) != 1:
        return False
    source, content = draft.source[0], draft.content[0]
    start, end = index.line_at(source.start, MAX_CHARS)
    if source.start != start or content.end > end or index.text[source.end : content.start].strip() != ":":
        return False
    return not is_somebody(source.text)


def _is_all_of(index: TextIndex, draft: Draft, outer: Draft) -> bool:
    """Return whether a statement with a source and a verb of speech is all of another draft's content."""
    if not draft.source or not draft.cue or saying_kind(draft.cue_lemma) not in OF_SPEECH:
        return False
    content = outer.content[0]
    start = min(span.start for span in draft.spans)
    return (
        content.start <= start <= draft.end <= content.end
        and not index.text[content.start : start].strip(_MARKS)
        and not index.text[draft.end : content.end].strip(_MARKS)
    )
