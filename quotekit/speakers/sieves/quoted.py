"""Decide by the speaker of the surrounding words: "I" and "we", and quotations continued in the next paragraph."""

from __future__ import annotations

import re

from quotekit.speakers.decision import Decision
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Unresolvable

__all__ = ["continued_quotation", "first_person"]

# What introduces a block quotation without quotation marks: "Ida Holm wrote:" and a line break.
_BLOCK_INTRODUCTION = re.compile(r":[\s]{0,30}\n\s{0,9}$")
_BLOCK_REACH_CHARS = 10
# The label of a turn in an interview: "A: ", "HOLM: ", "Ida Holm: ".
_TURN_LABEL = re.compile(r"(?:^|\n)[ \t*_>]{0,9}[A-Z][\w.'’ -]{0,40}[*_]{0,3}:[*_]{0,3}\s{1,3}$")
_TURN_REACH_CHARS = 60


def first_person(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on "I" and "we" by the speaker of the words around them, or by the author of the article."""
    if query.draft is None or query.draft not in discourse.postponed:
        return None
    draft, seen = query.draft, {query.draft}
    while True:
        holder = _quoted_by(draft, discourse)
        if holder is None:
            return _by_author(draft, query, discourse)
        decision = discourse.decision_on(holder)
        if decision is not None and not isinstance(decision.referent, Unresolvable):
            return Decision(decision.referent, mentions=(query.source_bounds,))
        if holder in seen or holder not in discourse.postponed:
            return None
        seen.add(holder)
        draft = holder


def continued_quotation(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on a running quotation that continues without a source by the speaker of the preceding paragraph."""
    if query.source or not query.own:
        return None
    before = discourse.index.continued_from(query.start)
    if before is None:
        return None
    for holder in discourse.reported.holders(before.inner_start, before.inner_start + 1):
        decision = discourse.decision_on(holder.draft)
        if decision is not None and not isinstance(decision.referent, Unresolvable):
            return Decision(decision.referent)
    return None


def _quoted_by(draft: int, discourse: Discourse) -> int | None:
    """Return the innermost other attribution that quotes a draft's source: in marks, in a block, or as a turn."""
    index = discourse.index
    start, end = discourse.postponed[draft].source_bounds
    is_quoted = index.is_quoted(start)
    for holder in discourse.reported.holders(start, end):
        is_block = index.search_before(_BLOCK_INTRODUCTION, holder.start, _BLOCK_REACH_CHARS)
        is_turn = index.search_before(_TURN_LABEL, holder.start, _TURN_REACH_CHARS)
        if holder.draft != draft and (is_quoted or is_block or is_turn):
            return holder.draft
    return None


def _by_author(draft: int, query: Query, discourse: Discourse) -> Decision | None:
    """Decide by the author of the words around a draft's source, if they are not part of any attribution."""
    outermost = discourse.postponed[draft]
    found = discourse.authors.find(outermost.pronoun or "", outermost.source_bounds[0])
    if found is None:
        return None
    author, printed = found
    return Decision(author, mentions=(*printed, outermost.source_bounds, query.source_bounds))
