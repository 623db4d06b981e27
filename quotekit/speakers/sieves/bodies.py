"""Decide on bodies that are named by their owners: "Holm's office", "her campaign", "the ministry"."""

from __future__ import annotations

import re

from quotekit.english.words import normalize
from quotekit.names.mention import is_personal
from quotekit.records import SpeakerKind
from quotekit.speakers.bodies import STAFF, Body
from quotekit.speakers.decision import Decision, decide_entities
from quotekit.speakers.discourse import Discourse, Speech
from quotekit.speakers.nearby import last_named_with
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described
from quotekit.speakers.sieves.organizations import find_staff

__all__ = ["body_again", "named_body"]

# A noun with one of these before it denotes another body: "another ministry", "a campaign".
_ANOTHER = r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w-]+ ){{0,3}}{noun}\b"
_ANOTHER_REACH_CHARS = 2000
# Whose police these are, the text seldom says before.
_TOO_GENERAL = frozenset({"council", "police"})
_ARTICLES = ("", "the")
_OFFICE = "office"
_ARTICLE_AND_NOUN = 2


def named_body(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on a body that the phrase names itself, or with a pronoun for its owner: "his campaign"."""
    phrase = query.phrase
    if not query.is_description or phrase.kind is not SpeakerKind.ORGANIZATION or phrase.article not in _ARTICLES:
        return None
    body = _body_of_pronoun(query, discourse) if phrase.whose else _body_inside(query, discourse)
    return None if body is None else _decide(body, query, discourse)


def body_again(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on "the campaign" by the body that the text names with this noun."""
    phrase = query.phrase
    is_plain = phrase.article == "the" and not phrase.whose and phrase.owner is None and phrase.of is None
    if not query.is_description or not is_plain or phrase.description.lower() != phrase.noun:
        return None
    # "The campaign of the nominee" is not any campaign.
    is_all = len(discourse.index.text[query.start : query.end].split()) == _ARTICLE_AND_NOUN
    if phrase.noun in _TOO_GENERAL or not is_all:
        return None
    body = discourse.bodies.called(phrase.noun, query.start)
    named = last_named_with(phrase.noun, query.start, discourse)
    if named is not None and (body is None or body.start < named):
        return None
    if body is None or body.start > query.start:
        introduced = _only_introduced(phrase.noun, discourse)
        if introduced is not None:
            return _decide_described(introduced, query)
    if body is None:
        return None
    another = re.compile(_ANOTHER.format(noun=re.escape(phrase.noun)))
    since = max(body.end, query.start - _ANOTHER_REACH_CHARS)
    return None if another.search(discourse.index.text, since, query.start) else _decide(body, query, discourse)


def _body_of_pronoun(query: Query, discourse: Discourse) -> Body | None:
    """Return the body of the person that a possessive pronoun refers to: "his campaign"."""
    if query.owner is None or not is_personal(discourse.entities[query.owner].kind):
        return None
    owner = discourse.mentions.longest_of(query.owner).name
    surname = owner.surname or owner.text
    body = discourse.bodies.of_owner(normalize(surname), query.phrase.noun)
    if body is None and query.phrase.description == _OFFICE:
        # As "her campaign" is the Holm campaign.
        return Body(query.start, query.end, f"{surname}'s {_OFFICE}", _OFFICE, normalize(surname))
    return body


def _body_inside(query: Query, discourse: Discourse) -> Body | None:
    """Return the body whose name is at the end of a description: "House Speaker Carl Dray's office"."""
    body = discourse.bodies.within(query.source_bounds, query.phrase.noun)
    if body is None:
        return None
    words = discourse.index.text[body.start : body.end].split()
    # What comes after the head may name another: "the office of Holm's campaign".
    is_head = query.phrase.description.split()[-len(words) :] == words
    return (discourse.bodies.of_owner(body.owner, body.noun) if body.owner else None) or body if is_head else None


def _decide(body: Body, query: Query, discourse: Discourse) -> Decision:
    entity = _find_entity(body, query.phrase.noun, discourse)
    if entity is not None:
        return decide_entities((entity,), query, discourse, is_mention=True)
    return _decide_described(Described.by(SpeakerKind.ORGANIZATION, body.name, body.name), query)


def _decide_described(referent: Described, query: Query) -> Decision:
    noun, words = query.phrase.noun, referent.words
    speech = Speech(query.start, query.end, referent, referent.kind, noun=noun, words=words)
    mentions = tuple((piece.start, piece.end) for piece in query.source)
    return Decision(referent, speech=speech, mentions=(*mentions, *query.coreferent))


def _only_introduced(noun: str, discourse: Discourse) -> Described | None:
    """Return the only body that has spoken under a noun: the Holm campaign, after "her campaign said"."""
    found = discourse.introduced_with(noun)
    return next((one for one in found if one.name is not None), None) if len(found) == 1 else None


def _find_entity(body: Body, noun: str, discourse: Discourse) -> int | None:
    """Find the organization that the text names like a body of an owner; None if there is not just one."""
    profiles = discourse.profiles
    words = {*normalize(body.name).split()}
    found = [i for i in profiles.organizations_with_word(body.noun) if profiles.name_words(i) == words]
    if found or body.noun not in STAFF:
        return found[0] if len(found) == 1 else None
    return find_staff(body.owner, noun, profiles)
