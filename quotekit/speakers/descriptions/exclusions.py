"""Exclude candidates that the text contradicts: of another party, place, office, age, gender or owner."""

from __future__ import annotations

import re

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_place, word_gender
from quotekit.names.mention import is_personal
from quotekit.names.roles import Role
from quotekit.records import SpeakerKind
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.entity_profiles import stem
from quotekit.speakers.nearby import is_named_before, only_one_nearby
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Named
from quotekit.speakers.role_matching import GENERAL, PARTIES, is_other_party, match_roles
from quotekit.speakers.sieves.people import RUNNING, is_linked_to

__all__ = ["is_excluded"]

_DEFINITE = frozenset({"", "the", "this"})
# A description with one of these is of somebody else than the person named before.
_INTRODUCING = frozenset(
    ("another", "best", "biggest", "first", "last", "latter", "lone", "next", "only", "other", "second", "third")
)
_MIN_AGE_YEARS = 18
_AGE = re.compile(r"(\d{1,3})-year-old")


def is_excluded(entity: int, query: Query, discourse: Discourse) -> bool:
    """
    Return whether a description cannot refer to an entity, whatever else speaks for it.

    Args:
        entity: The index of the entity.

        query: The description.

        discourse: What is known.

    Returns:
        Whether it cannot.
    """
    role = Role.of(query.phrase.description)
    known = discourse.entities[entity]
    if query.phrase.kind is SpeakerKind.DOCUMENT:
        return not _is_beside(entity, role.others - GENERAL, discourse)
    is_known = is_named_before(entity, query.start, discourse)
    if is_known and _introduces(role, query):
        return True
    if not is_known and query.phrase.article in ("the", "this") and not role.others - GENERAL:
        # "The senator" has been mentioned; "his attorney" and "the Ohio senator" may be named later.
        return True
    if not is_known and is_personal(known.kind) and not _is_beside(entity, {role.head}, discourse):
        # "His agent" is not "his brother John Vail", who is named later.
        return True
    if is_personal(known.kind):
        return _is_other_person(entity, role, query, discourse) or _is_described_apart(entity, role, query, discourse)
    # Where the text shows what an organization is, the rules have decided already.
    return is_place(known.name) or bool(discourse.profiles.nouns_of(entity))


def _introduces(role: Role, query: Query) -> bool:
    """Return whether a description is of somebody not named before."""
    return query.phrase.article not in _DEFINITE or not _INTRODUCING.isdisjoint(role.others)


def _is_other_person(person: int, role: Role, query: Query, discourse: Discourse) -> bool:
    """Return whether what the text says of a person contradicts a description."""
    roles = discourse.profiles.roles_of(person)
    heads = {known.head for known in roles}
    gender, marked = discourse.gender_of(person), word_gender(query.phrase.noun)
    if (gender and marked and gender != marked) or is_other_party(role, roles):
        return True
    if role.head in heads:
        return not match_roles(role, roles)
    if role.head in load_words("epithets") and not heads.isdisjoint(load_words("offices")):
        return True
    age = _AGE.match(query.phrase.description)
    if age is not None:
        return int(age[1]) < _MIN_AGE_YEARS or discourse.profiles.age_of(person) not in (None, int(age[1]))
    return False


def _is_described_apart(person: int, role: Role, query: Query, discourse: Discourse) -> bool:
    """Return whether a description belongs to the holder of an office, or to somebody without a name."""
    start, end = query.source_bounds
    # "Those close to Holm" are not Holm.
    is_inside = any(discourse.mentions.entity_of(m) == person for m in discourse.mentions.within(start, end))
    # "The Republican" may be any of several.
    is_open = role.head in PARTIES and not role.others - GENERAL
    is_gone = role.head in RUNNING and only_one_nearby((person,), query.start, discourse) is None
    of = query.phrase.of
    if is_inside or is_open or is_gone or query.owner == person:
        return True
    if _speaks_around(person, query, discourse) or _is_told_of(query, discourse):
        return True
    if of is not None and not is_linked_to(person, of, discourse):
        return True
    is_other = role.head in load_words("demonyms") or ("former" in role.others and role.head in load_words("offices"))
    return is_other and not _is_beside(person, {role.head}, discourse)


def _is_told_of(query: Query, discourse: Discourse) -> bool:
    """Return whether the text has introduced somebody without a name by the same noun: "a farmer"."""
    text, noun = discourse.index.text, query.phrase.noun
    others = (other for other in discourse.unnamed_candidates if other.end <= query.start)
    return any(text[other.start : other.end].endswith(f" {noun}") for other in others)


def _speaks_around(person: int, query: Query, discourse: Discourse) -> bool:
    """Return whether a person says the words that a description is in."""
    for holder in discourse.reported.holders(query.start, query.end):
        decision = discourse.decision_on(holder.draft)
        if holder.draft != query.draft and decision is not None and decision.referent == Named(person):
            return True
    return False


def _is_beside(entity: int, words: set[str] | frozenset[str], discourse: Discourse) -> bool:
    """Return whether words are printed in or around an entity's names."""
    return {stem(word) for word in words} <= discourse.profiles.stems_around(entity)
