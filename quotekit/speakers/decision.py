"""Decisions on queries."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import attrs

from quotekit.english.pronouns import PRONOUN_GENDER, THIRD_PERSON_PLURAL
from quotekit.english.words import Gender
from quotekit.records import SpeakerKind
from quotekit.speakers.discourse import Discourse, Speech
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Author, Described, Document, Joint, Named, Reason, Referent, Unresolvable
from quotekit.text import Bounds

__all__ = ["Decision", "Sieve", "decide_document", "decide_entities", "decide_pronoun"]

#: The likely kind of referent of a pronoun that is not resolved.
_KIND_BY_PRONOUN = {"it": SpeakerKind.ORGANIZATION, "its": SpeakerKind.ORGANIZATION, "they": SpeakerKind.GROUP}


@attrs.frozen
class Decision:
    """The referent of a query, with what else follows from resolving it."""

    #: The referent; :class:`~quotekit.speakers.referents.Unresolvable` if it was decided that it cannot be resolved.
    referent: Referent
    #: The name of the sieve that decided; the resolver fills it in.
    how: str = ""
    #: The speech that the resolver notes; None if the discourse is left unchanged.
    speech: Speech | None = None
    #: Bounds of the speaker's mentions, beyond those of its entities.
    mentions: tuple[Bounds, ...] = ()
    #: The gender that the query shows a named entity to have; None if it shows none.
    learned_gender: Gender | None = None
    #: The share of the referent among the candidates; None if they were not weighed.
    probability: float | None = None
    #: Estimated probability that the referent is right; the resolver fills it in.
    confidence: float = 1.0


#: Decides on a query from what is known, or returns None; it has no side effects.
Sieve: TypeAlias = Callable[[Query, Discourse], Decision | None]


def decide_entities(
    entities: tuple[int, ...], query: Query, discourse: Discourse, *, is_mention: bool = False
) -> Decision:
    """
    Decide that a query refers to one named entity, or to several that speak together.

    Args:
        entities: The indices of the entities.

        query: The query.

        discourse: What is known.

        is_mention: Whether the query is a mention other than a name: a pronoun or a description.

    Returns:
        The decision.
    """
    referent: Referent
    if len(entities) == 1:
        referent, kind = Named(entities[0]), discourse.entities[entities[0]].kind
    else:
        # Their names together are a mention of the joint speaker, who has no name of its own.
        referent, kind, is_mention = Joint(entities), SpeakerKind.GROUP, True
    speech = Speech(query.start, query.end, referent, kind, is_plural=kind is SpeakerKind.GROUP)
    return Decision(referent, speech=speech, mentions=(query.coreferent or (query.bounds,)) if is_mention else ())


def decide_document(makers: tuple[int, ...], query: Query, discourse: Discourse) -> Decision:
    """
    Decide that a query refers to a document, identified by its makers.

    Args:
        makers: The indices of the entities that made it.

        query: The query.

        discourse: What is known.

    Returns:
        The decision.
    """
    referent = Document(tuple(discourse.entities[maker].name for maker in makers))
    speech = Speech(query.start, query.end, referent, SpeakerKind.DOCUMENT)
    return Decision(referent, speech=speech, mentions=(query.bounds, *query.coreferent))


def decide_pronoun(referent: Referent, query: Query, discourse: Discourse) -> Decision:
    """
    Decide on a pronoun by its antecedent.

    Args:
        referent: The referent of the antecedent.

        query: The pronoun.

        discourse: What is known.

    Returns:
        The decision; for an antecedent that cannot be resolved, an unknown speaker.
    """
    pronoun = query.pronoun or ""
    if isinstance(referent, Named):
        decision = decide_entities((referent.entity,), query, discourse, is_mention=True)
        return attrs.evolve(decision, learned_gender=query.gender)
    if isinstance(referent, Joint):
        return decide_entities(referent.entities, query, discourse, is_mention=True)
    if isinstance(referent, Unresolvable | Author) and pronoun == "they":
        # Whoever they are, they are several.
        referent = Described(SpeakerKind.GROUP, start=query.start)
    if isinstance(referent, Unresolvable | Author):
        referent, kind = Unresolvable(Reason.UNKNOWN_SPEAKER, query.start), _KIND_BY_PRONOUN.get(pronoun)
    else:
        kind = SpeakerKind.DOCUMENT if isinstance(referent, Document) else referent.kind
    is_plural = pronoun in THIRD_PERSON_PLURAL
    speech = Speech(query.start, query.end, referent, kind, PRONOUN_GENDER.get(pronoun), is_plural)
    return Decision(referent, speech=speech, mentions=(query.bounds,))
