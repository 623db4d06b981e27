"""Decide on descriptions that the article does not explain: "the superstar" is the person in focus."""

from __future__ import annotations

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import singular, word_gender
from quotekit.names.mention import is_personal
from quotekit.names.roles import Role
from quotekit.records import SpeakerKind
from quotekit.speakers.candidates import candidates
from quotekit.speakers.decision import Decision, decide_entities
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Named
from quotekit.speakers.role_matching import ANYBODY, PARTIES, match_roles, restates

__all__ = ["epithet"]

_MAX_SENTENCES_BACK = 2
# Nouns for representatives and for members of a group: even with "the" they seldom refer to the last person named.
_OTHERS = frozenset(
    ("adviser", "advisor", "agent", "aide", "caller", "guard", "insider", "lawyer", "moderator", "spokesman", "driver"),
)
_INTRODUCING = frozenset({"another", "first", "last", "next", "only", "other", "second", "third", "latter"})


def epithet(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on a new description by the named person who has just spoken or acted, if it is unambiguous."""
    phrase = query.phrase
    if not query.is_description or phrase.kind is not SpeakerKind.UNNAMED or phrase.article not in ("the", "this"):
        return None
    is_open = phrase.owner is None and phrase.of is None and not query.is_of_several
    if not is_open or discourse.reported.is_reported(query.start):
        return None
    wanted = Role.of(phrase.description)
    if "same" in wanted.others:
        return _last_speaker(query, discourse)
    if not _may_be_epithet(wanted) or _is_mentioned_before(phrase.noun, query, discourse):
        return None
    person = _in_focus(wanted, query, discourse)
    return None if person is None else decide_entities((person,), query, discourse, is_mention=True)


def _last_speaker(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on "the same official" by the last speaker, if that is a named person."""
    last = next(iter(discourse.speeches_before(query.start)), None)
    if last is None or not isinstance(last.referent, Named) or last.kind not in (None, SpeakerKind.PERSON):
        return None
    return decide_entities((last.referent.entity,), query, discourse, is_mention=True)


def _may_be_epithet(wanted: Role) -> bool:
    """Return whether a description may add information about a known person."""
    is_other = wanted.head in _OTHERS | load_words("vague_sources") | load_words("standings") - ANYBODY
    # The article would mention a person's party, office, nationality or age elsewhere, too.
    is_elsewhere = wanted.head in PARTIES | load_words("offices") or restates(wanted)
    people = load_words("demonyms")
    is_elsewhere = is_elsewhere or any(wanted.head.removesuffix(ending) in people for ending in ("woman", "man"))
    has_age = any(word[0].isdigit() for word in (wanted.head, *wanted.others) if word)
    return not (is_other or is_elsewhere or has_age) and _INTRODUCING.isdisjoint(wanted.others)


def _is_mentioned_before(noun: str, query: Query, discourse: Discourse) -> bool:
    """Return whether the article has mentioned such a person before: "a farmer", "farmers"."""
    one = singular(noun)
    return any(discourse.is_word_before(word, query.start) for word in (one, f"{one}s", f"{one}es"))


def _in_focus(wanted: Role, query: Query, discourse: Discourse) -> int | None:
    """Return the person in focus, if they speak or are the subject in the immediately preceding sentences."""
    gender = word_gender(wanted.head)
    asked = attrs.evolve(query, gender=gender)
    referent = discourse.choose(asked, candidates(asked, discourse), discourse)
    if not isinstance(referent, Named) or not discourse.may_be_pronoun(referent.entity):
        return None
    person = referent.entity
    roles = discourse.profiles.roles_of(person)
    same_head = [role for role in roles if role.head == wanted.head]
    if not is_personal(discourse.entities[person].kind) or (same_head and not match_roles(wanted, roles)):
        return None
    return person if _is_near(person, query, discourse) and not _is_other_nearer(person, query, discourse) else None


def _is_near(person: int, query: Query, discourse: Discourse) -> bool:
    """Return whether a person speaks or is named in the sentences immediately before a query."""
    index = discourse.index
    first = index.narrative_sentence_of(query.start) - _MAX_SENTENCES_BACK
    spoken = (s.start for s in discourse.speeches_before(query.start) if s.referent == Named(person))
    named = (m.start for m in discourse.mentions.before(query.start) if discourse.mentions.entity_of(m) == person)
    return any(
        not _is_own(at, query) and index.narrative_sentence_of(at) >= first and not index.is_quoted(at)
        for at in (*spoken, *named)
    )


def _is_own(at: int, query: Query) -> bool:
    """Return whether an offset is in the query's own content."""
    return any(start <= at < end for start, end in query.own)


def _is_other_nearer(person: int, query: Query, discourse: Discourse) -> bool:
    """Return whether another person is named earlier in the query's sentence."""
    index = discourse.index
    start, _ = index.narrative_sentence(index.narrative_sentence_of(query.start))
    here = [m for m in discourse.mentions.before(query.start) if m.start >= start and not index.is_quoted(m.start)]
    people = {discourse.mentions.entity_of(m) for m in here if m.is_personal}
    return bool(people) and person not in people
