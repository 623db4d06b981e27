"""Decide on a description right after a name: "the Reef Fund, a group" in "the Reef Fund, a group that backs Holm"."""

from __future__ import annotations

import re

from quotekit.english.words import is_place
from quotekit.names.mention import Mention, is_personal
from quotekit.records import SpeakerKind
from quotekit.speakers.decision import Decision, decide_entities
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.query import Query

__all__ = ["apposition"]

# Text between a name and its appositive: party and state, an age, a comma.
_COMMA = re.compile(r"(?: \([^()]{1,40}\))?(?:, \d{1,3})?(?:,| [–—-]| --) ")
# What shows that the description has no verb of its own: ", a group that backs", ", a group backing".
_CLAUSE_AFTER = re.compile(r",? (?:(?:that|which|who|whose)\b|[a-z]{3,20}ing\b|set up\b)")
_REACH_CHARS = 60


def apposition(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on a description in apposition to the name right before it, if a relative clause or the like follows."""
    if not query.is_description or query.phrase.article not in ("a", "an", "one", "the", ""):
        return None
    index = discourse.index
    if not index.match_after(_CLAUSE_AFTER, query.end):
        return None
    before = discourse.mentions.within(max(0, query.start - _REACH_CHARS), query.start)
    name = before[-1] if before and before[-1].end < query.start else None
    if name is None or not _COMMA.fullmatch(index.text, name.end, query.start) or not _fits(name, query, discourse):
        return None
    return decide_entities((discourse.mentions.entity_of(name),), query, discourse, is_mention=True)


def _fits(name: Mention, query: Query, discourse: Discourse) -> bool:
    """Return whether a name is of the kind that a description denotes, and not the place of something."""
    kind = discourse.entities[discourse.mentions.entity_of(name)].kind
    if query.phrase.kind is SpeakerKind.UNNAMED:
        return is_personal(kind)
    return query.phrase.kind is kind and not is_place(name.name.text)
