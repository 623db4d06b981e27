"""Decide on sources that name their speakers, and on those that the caller's clusters resolve."""

from __future__ import annotations

import attrs

from quotekit.english.words import normalize
from quotekit.records import SpeakerKind
from quotekit.speakers.decision import Decision, decide_document, decide_entities
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.query import Query

__all__ = ["by_cluster", "by_maker", "by_name", "by_names"]


def by_cluster(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on a source by the names in its cluster."""
    if not query.source:
        return None
    entities = discourse.clusters.entities_of(query.start, query.end, query.phrase)
    if not entities:
        return None
    decision = decide_entities(entities, query, discourse)
    return attrs.evolve(decision, learned_gender=query.gender if len(entities) == 1 else None)


def by_maker(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on a document that names its makers: "a Reuters survey", "a study by Carl Dray"."""
    phrase = query.phrase
    if phrase.kind is not SpeakerKind.DOCUMENT or all(m.kind is SpeakerKind.DOCUMENT for m in phrase.named):
        return None
    return decide_document(_named_by(query, discourse), query, discourse)


def by_name(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on a source that names one entity: "Treasury Secretary Ida Holm"."""
    entities = _named_by(query, discourse)
    return decide_entities(entities, query, discourse) if len(entities) == 1 else None


def by_names(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on a source that names several entities together: "Ida Holm and Carl Dray"."""
    entities = _named_by(query, discourse)
    return decide_entities(entities, query, discourse) if len(entities) > 1 else None


def _named_by(query: Query, discourse: Discourse) -> tuple[int, ...]:
    """Return the entities that a source names, without duplicates; for a couple's surname, both."""
    named = tuple(dict.fromkeys(map(discourse.mentions.entity_of, query.phrase.named)))
    return (_couple(named[0], discourse) or named) if len(named) == 1 else named


def _couple(family: int, discourse: Discourse) -> tuple[int, ...]:
    """Return the only two people with the surname of which a name is the plural: "the Holms"."""
    name = normalize(discourse.entities[family].name)
    if " " in name or not name.endswith("s"):
        return ()
    surname = name.removesuffix("s")
    bearers = discourse.mentions.bearers_of(surname)
    return bearers if len(bearers) == 2 else ()  # noqa: PLR2004
