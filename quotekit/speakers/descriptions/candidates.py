"""Collect the candidates for a description: the entities named around it, and those that the article is about."""

from __future__ import annotations

from quotekit.names.mention import is_personal
from quotekit.records import SpeakerKind
from quotekit.speakers.descriptions.contradictions import contradictions
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.query import Query

__all__ = ["description_candidates"]

_REACH_BACK_MENTIONS = 40
_REACH_AHEAD_MENTIONS = 12
# The people and organizations that an article is about.
_MAX_TOPICS = 4


def description_candidates(query: Query, discourse: Discourse) -> list[int]:
    """
    Collect the candidates for a description.

    Args:
        query: The description.

        discourse: What is known at that point.

    Returns:
        The indices of the entities of a fitting kind that nothing rules out; for a document, of those who may have made
        it.
    """
    near = discourse.mentions.around(query.start, _REACH_BACK_MENTIONS, _REACH_AHEAD_MENTIONS)
    found = dict.fromkeys((*map(discourse.mentions.entity_of, near), *discourse.mentions.most_named[:_MAX_TOPICS]))
    fitting = (entity for entity in found if _may_fit(entity, query, discourse))
    return [entity for entity in fitting if not any(contradictions(entity, query, discourse))]


def _may_fit(entity: int, query: Query, discourse: Discourse) -> bool:
    """Return whether an entity is of the kind that a description denotes."""
    kind = discourse.entities[entity].kind
    if query.phrase.kind is SpeakerKind.UNNAMED:
        return is_personal(kind)
    if query.phrase.kind is SpeakerKind.DOCUMENT:
        return kind in (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION)
    return kind is SpeakerKind.ORGANIZATION
