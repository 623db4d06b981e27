"""Decide on "both", "all three" and "the two senators": the only ones named in the preceding sentences."""

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
_SISTER = re.compile(r"(?:brother|cousin|sibling|sister|twin)s?\b", re.IGNORECASE)
_MAX_SENTENCES = 3
_MAX_CANDIDATES = 60
_STATES = frozenset({"country", "government", "nation", "state"})
_GENDER_BY_NOUN = {"man": "male", "woman": "female"}


def both(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on a few who are named together, or on an unnamed group if it is ambiguous who is meant."""
    if not query.phrase.pair:
        return None
    noun = query.phrase.description
    is_couple = _COUPLE.match(query.source.text) is not None
    if query.phrase.size is None or _SISTER.fullmatch(noun):
        entities = _find_couple(query, discourse, _SISTER) or _find_relatives(query, discourse)
        noun = ""
    else:
        entities = (_find_couple(query, discourse) if is_couple else ()) or _find_pair(query, noun, discourse)
    if entities and (not noun or not is_role(singular(noun)) or may_be_called(noun, entities, discourse)):
        return decide_entities(entities, query, discourse, is_mention=True)
    referent = Described(SpeakerKind.GROUP, start=query.start)
    speech = Speech(query.start, query.end, referent, SpeakerKind.GROUP, is_plural=True)
    return Decision(referent, speech=speech, mentions=(query.bounds,))


def _find_couple(query: Query, discourse: Discourse, noun: re.Pattern[str] | None = None) -> tuple[int, ...]:
    """Find the last couple before a query: a person and their partner, or a relative who is called by a noun."""
    mentions = [m for m in discourse.mentions.before(query.start) if m.is_personal]
    for first, second in pairwise(reversed(mentions)):
        between = _AND_SPOUSE.fullmatch(discourse.index.text, second.end, first.name_start)
        if between and (noun is None or noun.search(between.group())):
            return discourse.mentions.entity_of(second), discourse.mentions.entity_of(first)
    return ()


def _find_relatives(query: Query, discourse: Discourse) -> tuple[int, ...]:
    """Find those last listed who have one surname, or whom their sentence calls relatives; empty if there are none."""
    index = discourse.index
    before = [m for m in discourse.mentions.before(query.start) if m.is_personal and m.start < query.start]
    people = [Candidate(m.start, m.end, Named(discourse.mentions.entity_of(m))) for m in before[-_MAX_CANDIDATES:]]
    for members in reversed(find_lists(index, people)):
        entities = _entities_of(members)
        size = query.phrase.size or len(entities)
        first, last = index.narrative_sentence(index.narrative_sentence_of(members[0].start))
        names = {discourse.entities[entity].name.split()[-1] for entity in entities}
        is_family = _SISTER.search(index.text, first, last) or len(names) == 1 or _share_surname(entities, discourse)
        if len(entities) == size and is_family:
            return entities
    return _find_namesakes(query, discourse)


def _find_namesakes(query: Query, discourse: Discourse) -> tuple[int, ...]:
    """Find the only people before a query who share a surname, if the text calls one of them a brother or sister."""
    index = discourse.index
    by_surname: dict[str, dict[int, None]] = {}
    for mention in discourse.mentions.before(query.start):
        entity = discourse.mentions.entity_of(mention)
        name = discourse.entities[entity].name
        if mention.is_personal and " " in name:
            by_surname.setdefault(name.rpartition(" ")[2], {})[entity] = None
    families = [members for members in by_surname.values() if len(members) > 1]
    if len(families) != 1 or len(families[0]) != (query.phrase.size or len(families[0])):
        return ()
    introduced = [discourse.entities[entity].mentions[0].start for entity in families[0]]
    sentences = (index.narrative_sentence(index.narrative_sentence_of(at)) for at in introduced)
    is_family = any(_SISTER.search(index.text, *sentence) for sentence in sentences)
    return tuple(families[0]) if is_family else ()


def _share_surname(entities: tuple[int, ...], discourse: Discourse) -> bool:
    """Return whether only the last one of a list has a surname: "Anna and Berta Holm"."""
    *others, last = (discourse.entities[entity].name for entity in entities)
    return " " in last and not any(" " in name for name in others)


def _find_pair(query: Query, noun: str, discourse: Discourse) -> tuple[int, ...]:
    """Find the entities that a pair, or a few, refer to; empty if they are ambiguous."""
    size = query.phrase.size
    by_sentence = _candidates_by_sentence(query, noun, discourse)
    last = discourse.index.narrative_sentence_of(query.start)
    found: dict[int, None] = {}
    for sentence in range(last, last - _MAX_SENTENCES, -1):
        here = by_sentence.get(sentence, [])
        found = dict.fromkeys([*_entities_of(here), *found])
        pairs = [_entities_of([candidate]) for candidate in here if isinstance(candidate.referent, Joint)]
        pairs = [pair for pair in pairs if len(pair) == size]
        pairs += [_entities_of(members) for members in find_lists(discourse.index, here) if len(members) == size]
        if len(set(pairs)) == 1 and len(found) > 1:
            return pairs[0]
        if len(found) >= (size or 0):
            return tuple(found) if len(found) == size else ()
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
        most=_MAX_CANDIDATES,
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
    if isinstance(referent, Joint):
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
