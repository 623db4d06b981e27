"""Decide on descriptions of one person: "the Ohio senator", "his attorney", "the 62-year-old"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import normalize, singular, word_gender
from quotekit.names.roles import Role
from quotekit.names.source_phrases import SourcePhrase
from quotekit.records import SpeakerKind
from quotekit.speakers.candidates import candidates
from quotekit.speakers.decision import Decision, decide_entities
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.links import is_linked_to
from quotekit.speakers.nearby import is_named_before, is_subject_above, last_end_before, only_one_nearby
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Named
from quotekit.speakers.role_matching import ANYBODY, ELECTED, GENERAL, PARTIES, RUNNING, confirms, match_roles, restates

__all__ = ["described_person", "may_be_called"]

# A description with one of these introduces a new person instead of referring to one already named.
_INTRODUCING = frozenset(
    ("another", "best", "biggest", "first", "last", "lone", "most", "next", "only", "other", "same", "second"),
)
_AGE = re.compile(r"\d{1,3}(?=-year-old)")
# Younger people are seldom named, and if they are, the age is given next to the name.
_MIN_AGE_YEARS = 18
# The least number of mentions for the person that an article is about.
_MIN_MENTIONS_OF_TOPIC = 3


def described_person(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on a description that refers to one person named elsewhere."""
    phrase = query.phrase
    if not query.is_description or phrase.kind is not SpeakerKind.UNNAMED or phrase.article not in ("", "the"):
        return None
    person = _find_person(query, discourse)
    if person is not None and _is_another_introduced(person, query, discourse):
        return None
    return None if person is None else decide_entities((person,), query, discourse, is_mention=True)


def _is_another_introduced(person: int, query: Query, discourse: Discourse) -> bool:
    """Return whether an unnamed person has been introduced with the same noun since a person was last named."""
    speeches = discourse.speeches_before(query.start)
    words = {*normalize(query.phrase.description).split()}
    introduced = [s.start for s in speeches if s.noun == query.phrase.noun and words.issubset(s.words)]
    spoken = [speech.end for speech in speeches if speech.referent == Named(person)]
    named = last_end_before(person, query.start, discourse) or 0
    return bool(introduced) and introduced[0] > max([named, *spoken])


def may_be_called(noun: str, people: Iterable[int], discourse: Discourse) -> bool:
    """
    Return whether a plural noun may refer to people: "the two senators".

    Args:
        noun: The noun, and its modifiers.

        people: The indices of the entities.

        discourse: What is known.

    Returns:
        Whether it may refer to all of them.
    """
    before, _, last = noun.rpartition(" ")
    wanted = Role.of(f"{before} {singular(last)}")
    if wanted.head in ("man", "person", "woman"):
        return True
    is_general = wanted.head in ANYBODY
    return all(
        match_roles(wanted, discourse.profiles.roles_of(person))
        or (is_general and len(discourse.entities[person].mentions) >= _MIN_MENTIONS_OF_TOPIC)
        for person in people
    )


def _find_person(query: Query, discourse: Discourse) -> int | None:
    """Find the person that a description refers to; None if it cannot be resolved safely."""
    phrase = query.phrase
    wanted = _wanted_role(query, discourse)
    if wanted is None:
        return None
    age = _AGE.search(phrase.description)
    if age is not None:
        return _find_by_age(int(age.group()), wanted, query, discourse)
    best = [
        person
        for person in _best_matches(wanted, phrase, discourse)
        if phrase.of is None or is_linked_to(person, phrase.of, discourse)
    ]
    if best:
        return _choose_match(best, wanted, query, discourse)
    return (
        _find_in_focus(wanted, query, discourse)
        if phrase.article == "the" and _is_restatement(wanted, phrase)
        else None
    )


def _is_restatement(wanted: Role, phrase: SourcePhrase) -> bool:
    """Return whether a description is likely to refer again to a person already named."""
    if PARTIES & wanted.others:
        # "The Green billionaire" may be of another party than the person in focus.
        return False
    is_office = wanted.head in ELECTED and phrase.description[0].isupper()
    return is_office or restates(wanted) or (phrase.by_shape and phrase.owner is None)


def _wanted_role(query: Query, discourse: Discourse) -> Role | None:
    """Return the role that a description names; None if it cannot refer to a named person."""
    phrase = query.phrase
    wanted = Role.of(phrase.description)
    if not _INTRODUCING.isdisjoint(wanted.others) or (not phrase.article and wanted.head in PARTIES):
        return None
    if query.owner is None:
        return None if phrase.whose else wanted
    names = normalize(discourse.entities[query.owner].name).split()
    return Role(wanted.head, wanted.others | set(names[-1:]))


def _best_matches(wanted: Role, phrase: SourcePhrase, discourse: Discourse) -> list[int]:
    """Return the people whose roles match a description best."""
    gender = word_gender(phrase.noun)
    matches = {}
    for person in discourse.profiles.with_role(wanted.head):
        match = match_roles(wanted, discourse.profiles.roles_of(person))
        if match and gender in (None, discourse.gender_of(person) or gender):
            matches[person] = match
    return [person for person, match in matches.items() if match == max(matches.values())]


def _choose_match(best: Sequence[int], wanted: Role, query: Query, discourse: Discourse) -> int | None:
    """Choose the referent of a description from the people who match it best."""
    if len(best) > 1:
        near = only_one_nearby(best, query.start, discourse)
        # "The senator" may also be the person in focus, whose office the text has not told.
        rival = None if wanted.others - GENERAL else _most_prominent_person(wanted, query, discourse)
        return near if rival in (None, near, *best) else None
    (person,) = best
    is_known = is_named_before(person, query.start, discourse)
    if wanted.head in RUNNING:
        is_near = only_one_nearby(best, query.start, discourse) is not None
    else:
        # The referent of a one-word description was named before; "his attorney" may be named later.
        is_near = bool(wanted.others - GENERAL) or is_known
    if is_near and confirms(wanted, discourse.profiles.roles_of(person)):
        return person
    # Other people may also be candidates there, or come from there.
    in_focus = _most_prominent_person(wanted, query, discourse)
    is_only_choice = in_focus is None and (wanted.head not in RUNNING or is_known)
    return person if is_only_choice or in_focus == person else None


def _find_by_age(age: int, wanted: Role, query: Query, discourse: Discourse) -> int | None:
    """Find the one person of an age, or the person in focus if the article gives no one that age."""
    aged = discourse.profiles.with_age(age)
    if aged:
        return aged[0] if len(aged) == 1 else None
    if age < _MIN_AGE_YEARS:
        return None
    without_age = Role(wanted.head, frozenset(word for word in wanted.others if not _AGE.match(word)))
    person = _find_in_focus(without_age, query, discourse)
    return person if person is not None and discourse.profiles.age_of(person) is None else None


def _find_in_focus(wanted: Role, query: Query, discourse: Discourse) -> int | None:
    """Find the person that the preceding sentences are about, unless a description rules them out."""
    # A description in reported content refers to someone other than the speaker.
    if discourse.reported.is_reported(query.start):
        return None
    person = _most_prominent_person(wanted, query, discourse)
    if person is None or is_subject_above(person, query.start, discourse):
        return None
    roles = discourse.profiles.roles_of(person)
    heads = {role.head for role in roles}
    if wanted.head in heads:
        return person if match_roles(wanted, roles) else None
    has_other_office = wanted.head in load_words("epithets") and not heads.isdisjoint(load_words("offices"))
    return None if has_other_office or discourse.profiles.with_role(wanted.head) else person


def _most_prominent_person(wanted: Role, query: Query, discourse: Discourse) -> int | None:
    """Return the person that the preceding sentences are about."""
    query = attrs.evolve(query, gender=word_gender(wanted.head))
    referent = discourse.choose(query, candidates(query, discourse), discourse)
    return referent.entity if isinstance(referent, Named) and discourse.may_be_pronoun(referent.entity) else None
