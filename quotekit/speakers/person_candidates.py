"""Collect the people that "he" and "she", or a description, may refer to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TypeVar

import attrs

from quotekit.english.words import Gender, is_given_name, normalize
from quotekit.names.mention import is_personal
from quotekit.records import SpeakerKind
from quotekit.speakers.candidate import Candidate, Fit, entities_and_speakers_before
from quotekit.speakers.discourse import Discourse, ResolvedPronoun, Speech
from quotekit.speakers.mention_index import REACH_CHARS
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Named, Reason, Referent, Unresolvable
from quotekit.speakers.unnamed_candidates import UnnamedCandidate

__all__ = ["people_before", "people_for_pronoun"]

# A name without a known given name counts as a person's if it occurs this often; sentence openers seldom do.
_MIN_MENTIONS = 2

# Names that contain a possessive or a common noun are not people's names.
_PERSON_NAME = re.compile(
    r"[^\W\d_a-z][\w.-]*(?:['’][^\W\d_a-z][\w-]*)?(?: (?:[a-z]{1,3} ){0,2}[^\W\d_a-z][\w.'’-]*){0,5}"
)

_Placed = TypeVar("_Placed", ResolvedPronoun, UnnamedCandidate)


def people_before(query: Query, discourse: Discourse) -> list[Candidate]:
    """
    Collect the people that a singular pronoun or description may refer to.

    Args:
        query: The pronoun or description.

        discourse: What is known at that point.

    Returns:
        Everyone named or speaking within reach, in text order; those of another gender do not agree.
    """
    gender = query.gender
    found = entities_and_speakers_before(
        query.start,
        discourse,
        fit_of_speech=lambda speech: _fit_of_speech(speech, gender, discourse),
        fit_of_entity=lambda entity: _fit_of_entity(entity, gender, discourse),
    )
    return _with_full_names(found, discourse)


def people_for_pronoun(query: Query, gender: Gender, discourse: Discourse) -> list[Candidate]:
    """
    Collect the people that "he" or "she" may refer to.

    Args:
        query: The pronoun.

        gender: Its gender.

        discourse: What is known at that point.

    Returns:
        The people named or speaking, unnamed people who do not speak, and the referents of earlier pronouns, in text
        order.
    """
    people = people_before(query, discourse)
    ends = {candidate.start: candidate.end for candidate in people}
    for pronoun in _in_reach(discourse.pronouns(gender), query.start):
        people.append(Candidate(pronoun.start, pronoun.end, pronoun.referent))
    for unnamed in _in_reach(discourse.unnamed_candidates, query.start):
        if unnamed.gender in (None, gender) and ends.get(unnamed.start, 0) < unnamed.end:
            unresolvable = Unresolvable(Reason.UNNAMED_CANDIDATE, unnamed.start)
            people.append(Candidate(unnamed.start, unnamed.end, unresolvable))
    return sorted(people, key=attrgetter("start"))


def _fit_of_speech(speech: Speech, gender: Gender | None, discourse: Discourse) -> Fit:
    """Return how well a speaker agrees with a singular personal pronoun."""
    if isinstance(speech.referent, Named):
        entity = speech.referent.entity
        is_person = is_personal(discourse.entities[entity].kind)
        return _agreement_of_entity(gender, entity, discourse) if is_person else Fit.NONE
    if speech.is_plural or speech.kind not in (None, SpeakerKind.PERSON, SpeakerKind.UNNAMED):
        return Fit.NONE
    return _agreement(gender, speech.gender)


def _fit_of_entity(entity: int, gender: Gender | None, discourse: Discourse) -> Fit | None:
    """Return how well an entity agrees with a singular personal pronoun; None if it does not look like a person."""
    known = discourse.entities[entity]
    is_likely = known.kind is None and (len(known.mentions) >= _MIN_MENTIONS or is_given_name(known.name))
    if discourse.is_surely_person(entity) or is_likely:
        return _agreement_of_entity(gender, entity, discourse)
    if not _PERSON_NAME.fullmatch(known.name) or not discourse.may_be_person(entity):
        return None
    fit = _agreement_of_entity(gender, entity, discourse)
    return Fit.STRANGER if fit is Fit.UNSURE else fit


def _agreement_of_entity(wanted: Gender | None, entity: int, discourse: Discourse) -> Fit:
    """Compare a gender with an entity's known gender, or else with its likely one."""
    fit = _agreement(wanted, discourse.gender_of(entity))
    likely = discourse.likely_gender_of(entity)
    if discourse.entities[entity].gender == wanted:
        # "Jean" is usually a woman's name, but also a man's.
        likely = likely or wanted
    if fit is not Fit.UNSURE or likely is None:
        return fit
    return Fit.AGREES if likely == wanted else Fit.UNLIKELY


def _agreement(wanted: Gender | None, known: Gender | None) -> Fit:
    """Compare genders."""
    if wanted is None or wanted == known:
        return Fit.AGREES
    return Fit.UNSURE if known is None else Fit.NONE


def _with_full_names(found: Sequence[Candidate], discourse: Discourse) -> list[Candidate]:
    """Resolve a surname shared by several people to the only one of them who agrees, if there is just one."""
    agreeing = {c.referent for c in found if isinstance(c.referent, Named) and c.fit is not Fit.NONE}
    by_surname: dict[str, list[Named]] = {}
    for named in agreeing:
        surname = normalize(discourse.entities[named.entity].name).rpartition(" ")[2]
        by_surname.setdefault(surname, []).append(named)
    meant: dict[Referent, Named] = {}
    for alike in by_surname.values():
        full = [named for named in alike if " " in discourse.entities[named.entity].name]
        if len(full) == 1:
            meant.update((named, full[0]) for named in alike if named != full[0])
    if not meant:
        return list(found)
    return [
        attrs.evolve(c, referent=meant[c.referent]) if c.fit is not Fit.NONE and c.referent in meant else c
        for c in found
    ]


def _in_reach(placed: Sequence[_Placed], at: int) -> Sequence[_Placed]:
    """Return the items within reach before an offset, from a sequence in text order."""
    begin = bisect_left(placed, at - REACH_CHARS, key=attrgetter("start"))
    return placed[begin : bisect_left(placed, at, key=attrgetter("start"))]
