"""Decide on bodies that are named by their owners: "Holm's office", "her campaign", "the ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotekit.english.words import normalize
from quotekit.names.mention import is_personal
from quotekit.records import SpeakerKind
from quotekit.speakers.bodies import STAFF, Body
from quotekit.speakers.decision import Decision, decide_entities
from quotekit.speakers.discourse import Discourse, Speech
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described

__all__ = ["body_again", "named_body"]

_MAX_SENTENCES_BACK = 3
# A noun with one of these before it denotes another body: "another ministry", "a campaign".
_ANOTHER = r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w-]+ ){{0,3}}{noun}\b"
# Whose government or police it is, is seldom the last one named.
_TOO_GENERAL = frozenset({"council", "police"})


def named_body(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on a body that the phrase names itself, or with a pronoun for its owner: "his campaign"."""
    phrase = query.phrase
    if not query.is_description or phrase.kind is not SpeakerKind.ORGANIZATION or phrase.article not in ("", "the"):
        return None
    bodies = discourse.bodies
    if query.owner is None or not phrase.whose or not is_personal(discourse.entities[query.owner].kind):
        body = bodies.within(query.source_bounds, phrase.noun)
        is_head = body is not None and phrase.description.endswith(discourse.index.text[body.end - 12 : body.end][-4:])
        if body is None or not is_head or phrase.whose:
            return None
        return _decide(bodies.of_owner(body.owner, body.noun) or body if body.owner else body, query, discourse)
    owner = discourse.mentions.longest_of(query.owner).name
    body = bodies.of_owner(normalize(owner.surname or owner.text), phrase.noun)
    return None if body is None else _decide(body, query, discourse)


def body_again(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on "the campaign" by the only body that the text names with this noun, there or nearby."""
    phrase = query.phrase
    is_plain = phrase.article == "the" and not phrase.whose and phrase.owner is None and phrase.of is None
    if not query.is_description or not is_plain or phrase.description.lower() != phrase.noun:
        return None
    if phrase.noun in _TOO_GENERAL:
        return None
    bodies = discourse.bodies.by_noun
    nouns = sorted(STAFF) if phrase.noun == "campaign" else [phrase.noun]
    found = sorted((body for noun in nouns for body in bodies.get(noun, ())), key=lambda body: body.start)
    before = [body for body in found if body.end <= query.start]
    body = _only(before) or _only(_nearby(before, query.start, discourse)) if before else _only(found)
    if body is None:
        return None
    another = re.compile(_ANOTHER.format(noun=re.escape(phrase.noun)))
    if body.end <= query.start and another.search(discourse.index.text, before[-1].end, query.start):
        return None
    return _decide(body, query, discourse)


def _nearby(bodies: Sequence[Body], at: int, discourse: Discourse) -> list[Body]:
    """Return the bodies named in the sentences before an offset."""
    index = discourse.index
    first = index.narrative_sentence_of(at) - _MAX_SENTENCES_BACK
    return [body for body in bodies if index.narrative_sentence_of(body.start) >= first]


def _only(bodies: Iterable[Body]) -> Body | None:
    """Return the first of several places where one body is named; None if there are several bodies, or none."""
    by_owner: dict[str, Body] = {}
    for body in bodies:
        by_owner.setdefault(body.owner or body.name, body)
    return next(iter(by_owner.values())) if len(by_owner) == 1 else None


def _decide(body: Body, query: Query, discourse: Discourse) -> Decision:
    name, entity = normalize(body.name), _find_entity(body, query.phrase.noun, discourse)
    if entity is not None:
        return decide_entities((entity,), query, discourse, is_mention=True)
    kind = SpeakerKind.ORGANIZATION
    referent = Described(kind, tuple(name.split()), name=body.name)
    speech = Speech(query.start, query.end, referent, kind, noun=query.phrase.noun, words=frozenset(name.split()))
    mentions = tuple((piece.start, piece.end) for piece in query.source)
    return Decision(referent, speech=speech, mentions=(*mentions, *query.coreferent))


def _find_entity(body: Body, noun: str, discourse: Discourse) -> int | None:
    """Find the organization that the text names like a body of an owner; None if there is not just one."""
    profiles = discourse.profiles
    words = {*normalize(body.name).split()}
    found = [i for i in profiles.organizations_with_word(body.noun) if profiles.name_words(i) == words]
    for word in (noun, *sorted(STAFF - {noun})) if body.noun in STAFF else ():
        found = found or [i for i in profiles.organizations_with_word(word) if {body.owner, word} <= profiles.name_words(i)]
    return found[0] if len(found) == 1 else None
