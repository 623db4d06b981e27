"""What in a text rules out a candidate for a description: another party, place, office, age, gender or owner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_place, normalize, word_gender
from quotekit.names.mention import is_personal
from quotekit.names.roles import Role
from quotekit.records import SpeakerKind
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.entity_profiles import stem
from quotekit.speakers.links import is_linked_to
from quotekit.speakers.nearby import is_named_before, is_subject_above, only_one_nearby
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Named
from quotekit.speakers.role_matching import ANYBODY, ELECTED, GENERAL, PARTIES, RUNNING, is_other_party, match_roles

__all__ = ["contradictions", "is_relation"]

_DEFINITE = frozenset({"", "the", "this"})
# A description with one of these is of somebody else than the person named before.
_INTRODUCING = frozenset(
    (
        *("another", "best", "biggest", "each", "every", "first", "last", "latter", "lone", "next", "one", "only"),
        *("either", "neither", "other", "second", "third"),
    ),
)
# The roles of those who run for an office.
_MAY_RUN = RUNNING | ELECTED | PARTIES | {"challenger", "incumbent", "mayor", "opponent", "rival"}
# Nouns for those who belong to somebody, or stand for them.
_RELATIONS = frozenset(
    ("adviser", "advisor", "agent", "aide", "caller", "guard", "insider", "lawyer", "moderator", "spokesman", "driver"),
)
_MIN_AGE_YEARS = 18
# How many people with the same role are looked for.
_MAX_HOLDERS = 20
# The least number of mentions for the person that an article is about.
_MIN_MENTIONS_OF_TOPIC = 3
# How many of the last descriptions are remembered.
_MAX_ROLES = 64
_AGE = re.compile(r"(\d{1,3})-year-old")


def contradictions(entity: int, query: Query, discourse: Discourse) -> Iterator[str]:
    """
    Find what rules out a candidate, whatever else speaks for it.

    Args:
        entity: The index of the entity.

        query: The description.

        discourse: What is known.

    Yields:
        The contradictions by name.
    """
    role = _role_of(query.phrase.description)
    known = discourse.entities[entity]
    if query.phrase.kind is SpeakerKind.DOCUMENT:
        owner = query.phrase.owner
        if owner is not None and discourse.mentions.entity_of(owner) == entity:
            # "A Reef Council auditor's report" is not the council's.
            yield "inside"
        if not _is_beside(entity, role.others - GENERAL, discourse):
            yield "other words"
        return
    is_known = is_named_before(entity, query.start, discourse)
    if (is_known or is_personal(known.kind)) and _introduces(role, query):
        yield "introduced"
    if not is_known and query.phrase.article in ("the", "this") and not role.others - GENERAL:
        # "The senator" has been mentioned; "his attorney" and "the Ohio senator" may be named later.
        yield "only ahead"
    if not is_known and is_personal(known.kind) and not _is_beside(entity, {role.head}, discourse):
        # "His agent" is not "his brother John Vail", who is named later.
        yield "ahead without the noun"
    if is_personal(known.kind):
        yield from _of_person(entity, role, query, discourse)
        yield from _of_holder(entity, role, query, discourse)
        yield from _of_others(entity, role, query, discourse)
    else:
        yield from _of_organization(entity, query, discourse)


@lru_cache(_MAX_ROLES)
def _role_of(description: str) -> Role:
    """Return the role in a description, which each of its candidates is compared with."""
    return Role.of(description)


def _of_organization(organization: int, query: Query, discourse: Discourse) -> Iterator[str]:
    """Find what shows that a description is not of an organization."""
    phrase = query.phrase
    name = phrase.owner if phrase.owner and discourse.mentions.entity_of(phrase.owner) == organization else None
    is_whole = name is not None and normalize(phrase.description) == f"{normalize(name.name.text)} {phrase.noun}"
    if name is not None and not (is_whole and phrase.article in ("", "the")):
        # "A pro-Reef group" is not Reef, but "Reef magazine" is.
        yield "inside"
    if query.owner is not None or (phrase.owner and name is None) or _has_owner(phrase.description):
        # "Holm's team" and "the bank's board" are not the ministry.
        yield "owned"
    if not is_whole and discourse.profiles.nouns_of(organization):
        # Where the text shows what an organization is, the rules have decided already.
        yield "called otherwise"
    if is_place(discourse.entities[organization].name):
        yield "place"


def _introduces(role: Role, query: Query) -> bool:
    """Return whether a description is of somebody not named before."""
    return query.phrase.article not in _DEFINITE or not _INTRODUCING.isdisjoint(role.others)


def _of_person(person: int, role: Role, query: Query, discourse: Discourse) -> Iterator[str]:
    """Find what the text says of a person that contradicts a description."""
    roles = discourse.profiles.roles_of(person)
    heads = discourse.profiles.heads_of(person)
    gender, marked = discourse.gender_of(person), word_gender(query.phrase.noun)
    if gender and marked and gender != marked:
        yield "gender"
    if is_other_party(role, roles):
        yield "party"
    if role.head in heads and not match_roles(role, roles):
        yield "role"
    if role.head in load_words("epithets") and not heads.isdisjoint(load_words("offices")):
        yield "office"
    age = _AGE.match(query.phrase.description)
    if age and (int(age[1]) < _MIN_AGE_YEARS or discourse.profiles.age_of(person) not in (None, int(age[1]))):
        yield "age"


def _of_holder(person: int, role: Role, query: Query, discourse: Discourse) -> Iterator[str]:
    """Find what shows that a description belongs to the holder of an office, or to somebody without a name."""
    roles = discourse.profiles.roles_of(person)
    heads = discourse.profiles.heads_of(person)
    if not match_roles(role, roles):
        yield from _of_stranger(person, role, heads, discourse)
    if not role.others - GENERAL and _may_be_either(role.head, query, discourse):
        # "The senator" may be either of two.
        yield "one of several"
    if role.head in PARTIES and not role.others - GENERAL:
        # "The Republican" may be any of several.
        yield "any member"
    if role.head in RUNNING and only_one_nearby((person,), query.start, discourse) is None:
        yield "gone"
    if not _is_beside(person, {role.head}, discourse):
        if _is_demonym(role.head):
            yield "another people"
        if "former" in role.others and role.head in load_words("offices") and not _is_topic(person, discourse):
            yield "another office"


def _of_stranger(person: int, role: Role, heads: AbstractSet[str], discourse: Discourse) -> Iterator[str]:
    """Find what speaks against a person whom the text does not describe so."""
    if is_relation(role):
        # "The employer" is whoever employs the person in focus.
        yield "relation"
    # "The senator" and "the former minister" may restate who somebody is; "the minister" is whom the text calls so.
    is_restated = "former" in role.others or (role.head in ELECTED and heads.isdisjoint(load_words("offices")))
    may_restate = is_restated and _is_topic(person, discourse)
    if role.head in _held_offices() and not may_restate:
        yield "office of nobody"
    if role.head in RUNNING and heads and heads.isdisjoint(_MAY_RUN) and heads.isdisjoint(load_words("epithets")):
        # The campaign's manager is not its candidate.
        yield "another office"


@cache
def _held_offices() -> frozenset[str]:
    """Return the offices that one holds, rather than runs for."""
    return load_words("offices") - RUNNING - ANYBODY


def _may_be_either(head: str, query: Query, discourse: Discourse) -> bool:
    """Return whether several people with a role have been named, and not just one of them in the sentences before."""
    holders = discourse.profiles.with_role(head)[:_MAX_HOLDERS]
    named = [holder for holder in holders if is_named_before(holder, query.start, discourse)]
    return len(named) > 1 and only_one_nearby(named, query.start, discourse) is None


def _is_topic(person: int, discourse: Discourse) -> bool:
    """Return whether a text names a person often enough to call them something else without saying why."""
    return len(discourse.entities[person].mentions) >= _MIN_MENTIONS_OF_TOPIC


def _of_others(person: int, role: Role, query: Query, discourse: Discourse) -> Iterator[str]:
    """Find what shows that a description is of somebody else in the same words, or of whoever belongs to a person."""
    # "Those close to Holm" are not Holm.
    if any(discourse.mentions.entity_of(m) == person for m in discourse.mentions.within(*query.source_bounds)):
        yield "inside"
    if query.owner == person:
        yield "owner"
    if is_subject_above(person, query.start, discourse):
        yield "subject above"
    if _speaks_around(person, query, discourse):
        yield "speaks around"
    if _is_only_in_content(person, query, discourse):
        # Somebody named only in a statement did not make it.
        yield "only in the content"
    if discourse.is_introduced_unnamed(query.phrase.noun, query.start):
        yield "introduced unnamed"
    names = [name for name in (query.phrase.of, query.phrase.owner) if name is not None]
    is_open = not names and _has_owner(query.phrase.description)
    # "The state's governor" is whoever governs it.
    is_theirs = all(is_linked_to(person, name, discourse) for name in names)
    if not is_theirs or (is_open and not match_roles(role, discourse.profiles.roles_of(person))):
        yield "of another"


def _is_demonym(noun: str) -> bool:
    """Return whether a noun is for somebody of a people: "Egyptian", "Frenchwoman"."""
    return any(noun.removesuffix(ending) in load_words("demonyms") for ending in ("", "man", "woman"))


def _has_owner(description: str) -> bool:
    """Return whether a description has a possessive: "state's governor"."""
    return any(word.endswith(("'s", "’s", "s'", "s’")) for word in description.split()[:-1])


def is_relation(role: Role) -> bool:
    """
    Return whether a description says what somebody is to others: "the employer", "the company's chief".

    Args:
        role: The role that the description names.

    Returns:
        Whether it does.

    Example:
        >>> is_relation(Role.of("employer")), is_relation(Role.of("farmer"))
        (True, False)
    """
    return role.head in _relations()


@cache
def _relations() -> frozenset[str]:
    return _RELATIONS | load_words("vague_sources") | load_words("standings") - ANYBODY


def _speaks_around(person: int, query: Query, discourse: Discourse) -> bool:
    """Return whether a person says the words that a description is in."""
    for holder in discourse.reported.holders(query.start, query.end):
        decision = discourse.decision_on(holder.draft)
        if holder.draft != query.draft and decision is not None and decision.referent == Named(person):
            return True
    return False


def _is_only_in_content(person: int, query: Query, discourse: Discourse) -> bool:
    """Return whether a person is named nowhere but in the content of the statement whose speaker is described."""
    return all(
        any(start <= mention.name_start < end for start, end in query.own)
        for mention in discourse.entities[person].mentions
    )


def _is_beside(entity: int, words: set[str] | frozenset[str], discourse: Discourse) -> bool:
    """Return whether words are printed in or around an entity's names."""
    return {stem(word) for word in words} <= discourse.profiles.stems_around(entity)
