"""Collect the candidates for a description: the entities named around it, and those that the sieves propose."""

from __future__ import annotations

from bisect import bisect_left

import attrs

from quotekit.names.mention import is_personal
from quotekit.records import SpeakerKind
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Document, Named, Referent
from quotekit.speakers.sieves.documents import document_just_issued
from quotekit.speakers.sieves.epithets import epithet
from quotekit.speakers.sieves.organizations import described_document, described_organization, short_name
from quotekit.speakers.sieves.people import described_person

__all__ = ["DescriptionCandidate", "description_candidates", "entity_of"]

#: The rules whose proposals are evidence for a candidate, by the names of their features.
_PROPOSING = {
    "person": described_person,
    "organization": described_organization,
    "short name": short_name,
    "document": described_document,
    "just issued": document_just_issued,
    "epithet": epithet,
}
_REACH_BACK_MENTIONS = 40
_REACH_AHEAD_MENTIONS = 12
# The people and organizations that an article is about.
_MAX_TOPICS = 4


@attrs.frozen
class DescriptionCandidate:
    """A possible referent of a description."""

    #: The referent; None for somebody or something without a name.
    referent: Referent | None
    #: The rules that propose it.
    proposed_by: tuple[str, ...] = ()


def description_candidates(query: Query, discourse: Discourse) -> list[DescriptionCandidate]:
    """
    Collect the candidates for a description.

    Args:
        query: The description.

        discourse: What is known at that point.

    Returns:
        The candidates; the one without a name is the last.
    """
    proposed: dict[Referent, tuple[str, ...]] = {}
    for name, rule in _PROPOSING.items():
        decision = rule(query, discourse)
        if decision is not None:
            proposed[decision.referent] = (*proposed.get(decision.referent, ()), name)
    for entity in _entities_around(query, discourse):
        proposed.setdefault(_referent(entity, query, discourse), ())
    return [*(DescriptionCandidate(*pair) for pair in proposed.items()), DescriptionCandidate(None)]


def entity_of(referent: Referent | None, discourse: Discourse) -> int | None:
    """
    Return the entity that is a referent, or that made it.

    Args:
        referent: The referent.

        discourse: What is known.

    Returns:
        The index of the entity; None if there is none.
    """
    if isinstance(referent, Named):
        return referent.entity
    if isinstance(referent, Document) and referent.makers:
        return next((i for i, e in enumerate(discourse.entities) if e.name == referent.makers[0]), None)
    return None


def _entities_around(query: Query, discourse: Discourse) -> list[int]:
    """Return the entities of a fitting kind named before and after a query, and those named most."""
    entities = discourse.entities
    mentions = list(discourse.mentions)
    place = bisect_left(mentions, query.start, key=lambda mention: mention.name_start)
    near = mentions[max(0, place - _REACH_BACK_MENTIONS) : place + _REACH_AHEAD_MENTIONS]
    found = dict.fromkeys(discourse.mentions.entity_of(mention) for mention in near)
    topics = sorted(range(len(entities)), key=lambda i: -len(entities[i].mentions))[:_MAX_TOPICS]
    return [i for i in (*found, *(i for i in topics if i not in found)) if _may_fit(i, query, discourse)]


def _may_fit(entity: int, query: Query, discourse: Discourse) -> bool:
    """Return whether an entity is of the kind that a description denotes."""
    kind = discourse.entities[entity].kind
    if query.phrase.kind is SpeakerKind.UNNAMED:
        return is_personal(kind)
    if query.phrase.kind is SpeakerKind.DOCUMENT:
        return kind in (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION)
    return kind is SpeakerKind.ORGANIZATION


def _referent(entity: int, query: Query, discourse: Discourse) -> Referent:
    is_document = query.phrase.kind is SpeakerKind.DOCUMENT
    return Document((discourse.entities[entity].name,)) if is_document else Named(entity)
