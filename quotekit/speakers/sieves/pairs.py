"""Decide on "both" and "the two senators": the only two entities named in the preceding sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_place, is_role, singular
from quotekit.names.organizations import organization_nouns
from quotekit.records import SpeakerKind
from quotekit.speakers.candidate import Candidate, Fit, entities_and_speakers_before
from quotekit.speakers.decision import Decision, decide_entities
from quotekit.speakers.discourse import Discourse, Speech
from quotekit.speakers.plural_candidates import find_lists
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described, Joint, Named, Referent
from quotekit.speakers.sieves.people import may_be_called

__all__ = ["both"]

# "The Holm campaign" is not Holm.
_ORGANIZATION_AFTER = re.compile(r"(?:['’]s?)? (?:administration|camp|campaign|government|presidency|team)\b")
_COUPLE = re.compile(r"[Tt]he couple\b")
# Text between the names of a couple: "Ida Holm, 38, and her husband, Carl".
_AND_SPOUSE = re.compile(r"(?:, \d{1,3})?,? and (?:his|her|their) (?:[\w-]+ ){0,2}[\w-]+,? ")
_PAIR = 2
_MAX_SENTENCES = 3
_MAX_CANDIDATES = 60
_STATES = frozenset({"country", "government", "nation", "state"})
_GENDER_BY_NOUN = {"man": "male", "woman": "female"}


def both(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on a pair, or on an unnamed group if the pair is ambiguous."""
    if not query.phrase.pair:
        return None
    noun = query.phrase.description
    is_couple = _COUPLE.match(query.source.text) is not None
    entities = (_find_couple(query, discourse) if is_couple else ()) or _find_pair(query, noun, discourse)
    if entities and (not noun or not is_role(singular(noun)) or may_be_called(noun, entities, discourse)):
        return decide_entities(entities, query, discourse, is_mention=True)
    referent = Described(SpeakerKind.GROUP, start=query.start)
    speech = Speech(query.start, query.end, referent, SpeakerKind.GROUP, is_plural=True)
    return Decision(referent, speech=speech, mentions=(query.bounds,))


def _find_couple(query: Query, discourse: Discourse) -> tuple[int, ...]:
    """Find the last couple before a query: a person and their husband, wife or partner."""
    mentions = [m for m in discourse.mentions.before(query.start) if m.is_personal]
    for first, second in pairwise(reversed(mentions)):
        if _AND_SPOUSE.fullmatch(discourse.index.text, second.end, first.start):
            return discourse.mentions.entity_of(second), discourse.mentions.entity_of(first)
    return ()


def _find_pair(query: Query, noun: str, discourse: Discourse) -> tuple[int, ...]:
    """Find the two entities that a pair refers to; empty if they are ambiguous."""
    by_sentence = _candidates_by_sentence(query, noun, discourse)
    last = discourse.index.narrative_sentence_of(query.start)
    found: dict[int, None] = {}
    for sentence in range(last, last - _MAX_SENTENCES, -1):
        here = by_sentence.get(sentence, [])
        found = dict.fromkeys([*_entities_of(here), *found])
        pairs = [_entities_of([candidate]) for candidate in here if isinstance(candidate.referent, Joint)]
        pairs += [_entities_of(members) for members in find_lists(discourse.index, here) if len(members) == _PAIR]
        if len(set(pairs)) == 1 and len(found) > 1:
            return pairs[0]
        if len(found) > 1:
            return tuple(found) if len(found) == _PAIR else ()
    return ()


def _candidates_by_sentence(query: Query, noun: str, discourse: Discourse) -> dict[int, list[Candidate]]:
    """Collect the candidates for one or both members of a pair, by narrative sentence."""
    index = discourse.index
    is_quoted = index.is_quoted(query.start)
    candidates = entities_and_speakers_before(
        query.start,
        discourse,
        fit_of_speech=lambda speech: _fit(noun, speech.referent, discourse),
        fit_of_entity=lambda entity: _fit(noun, Named(entity), discourse),
    )
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in candidates[-_MAX_CANDIDATES:]:
        is_in_own_words = any(start <= candidate.start < end for start, end in query.own)
        is_other = is_in_own_words or index.match_after(_ORGANIZATION_AFTER, candidate.end)
        if candidate.fit is not Fit.NONE and not is_other and index.is_quoted(candidate.start) == is_quoted:
            by_sentence.setdefault(index.narrative_sentence_of(candidate.start), []).append(candidate)
    return by_sentence


def _entities_of(candidates: Iterable[Candidate]) -> tuple[int, ...]:
    """Return the entities of candidates, with joint referents split into their members."""
    found: list[int] = []
    for candidate in candidates:
        if isinstance(candidate.referent, Named):
            found.append(candidate.referent.entity)
        elif isinstance(candidate.referent, Joint):
            found += candidate.referent.entities
    return tuple(found)


def _fit(noun: str, referent: Referent, discourse: Discourse) -> Fit:
    """Return whether a referent agrees with a plural noun or, without a noun, whether it is a person."""
    if isinstance(referent, Joint) and len(referent.entities) == _PAIR:
        fits = all(_may_be_one_of(noun, entity, discourse) for entity in referent.entities)
    else:
        fits = isinstance(referent, Named) and _may_be_one_of(noun, referent.entity, discourse)
    return Fit.AGREES if fits else Fit.NONE


def _may_be_one_of(noun: str, entity: int, discourse: Discourse) -> bool:
    """Return whether an entity may be one of the referents of a plural noun."""
    one = singular(noun.rpartition(" ")[2]) if noun else ""
    known = discourse.entities[entity]
    is_state = is_place(known.name, regions=False)
    if one in _STATES:
        return is_state
    if one in load_words("organization_nouns"):
        is_organization = known.kind is SpeakerKind.ORGANIZATION and not is_state
        return is_organization and one in organization_nouns(discourse.index, known.mentions)
    if one and not is_role(one):
        return False
    gender = _GENDER_BY_NOUN.get(one)
    agrees = gender is None or discourse.gender_of(entity) in (None, gender)
    return agrees and discourse.is_surely_person(entity)
