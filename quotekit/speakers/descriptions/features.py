"""The features of a description's candidates."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeAlias

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import singular, word_gender
from quotekit.names.mention import is_personal
from quotekit.names.roles import Role
from quotekit.records import SpeakerKind
from quotekit.speakers.antecedents import weigh
from quotekit.speakers.candidates import candidates
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.entity_profiles import stem
from quotekit.speakers.features import feature_rows
from quotekit.speakers.nearby import last_end_before
from quotekit.speakers.plural_candidates import candidates_for_thing
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described, Document, Named, Referent
from quotekit.speakers.role_matching import ANYBODY, ELECTED, GENERAL, PARTIES, match_roles, restates
from quotekit.speakers.weights import Weights

__all__ = ["NEAR_SENTENCES", "Row", "agreement_of", "description_rows"]

#: The features of a candidate by name; those that are not given are zero.
Row: TypeAlias = Mapping[str, float]

#: How many sentences before a description are near it.
NEAR_SENTENCES = 3
_FORWARD_CHARS = 700
# How many speeches before a description are looked at.
_MAX_SPEECHES = 12
# Weights of referents below this, and leads above this, make no difference.
_FLOOR, _MAX_LEAD = 0.02, 3.0


@attrs.frozen
class _Wording:
    """A description, and what its words are compared with."""

    query: Query
    discourse: Discourse
    role: Role
    #: The first characters of the description's words.
    stems: frozenset[str]

    @classmethod
    def of(cls, query: Query, discourse: Discourse) -> _Wording:
        """Parse a description."""
        role = Role.of(query.phrase.description)
        return cls(query, discourse, role, frozenset(map(stem, {role.head, *role.others} - GENERAL)))


@attrs.frozen
class _Scene(_Wording):
    """What all candidates of a query are compared with."""

    #: The last speakers, the most recent one first.
    speakers: tuple[Referent, ...]
    #: The weights of the referents in focus, as for a pronoun in the place of the description.
    focus: Mapping[Referent, float]
    #: The class of its head noun.
    noun_class: str
    #: The number of mentions of the entity named most.
    most: int
    #: How many candidates of the right kind are named in the sentences before.
    near: int


def description_rows(query: Query, found: Sequence[int], discourse: Discourse) -> list[Row]:
    """
    Compute the features of a description's candidates.

    Args:
        query: The description.

        found: The indices of its candidates.

        discourse: What is known at that point.

    Returns:
        A row for each candidate, and a last one for somebody or something without a name.
    """
    scene = _scene(query, found, discourse)
    return [*(dict(_named(entity, scene)) for entity in found), dict(_without_name(scene))]


def agreement_of(query: Query, found: Sequence[int], discourse: Discourse) -> list[Row]:
    """
    Compute how far the words around the names of candidates agree with a description.

    Args:
        query: The description.

        found: The indices of its candidates.

        discourse: What is known at that point.

    Returns:
        Those features of :func:`description_rows` that come from words, for each candidate.
    """
    wording = _Wording.of(query, discourse)
    return [dict(_agreement(entity, wording)) for entity in found]


def _scene(query: Query, found: Sequence[int], discourse: Discourse) -> _Scene:
    wording = _Wording.of(query, discourse)
    role = wording.role
    speakers = dict.fromkeys(
        speech.referent for speech in islice(discourse.speeches_before(query.start), _MAX_SPEECHES)
    )
    asked = attrs.evolve(query, gender=word_gender(role.head))
    is_personal_query = query.phrase.kind is SpeakerKind.UNNAMED
    around = candidates(asked, discourse) if is_personal_query else candidates_for_thing(asked, discourse)
    focus = weigh(feature_rows(asked, around, discourse), Weights())
    here = discourse.index.narrative_sentence_of(query.start)
    back = (_back(entity, query, discourse, here) for entity in found)
    near = sum(1 for distance in back if distance is not None and distance <= NEAR_SENTENCES)
    return _Scene(
        query,
        discourse,
        role,
        wording.stems,
        tuple(speakers),
        focus,
        _noun_class(query, role),
        max((len(discourse.entities[entity].mentions) for entity in discourse.mentions.most_named[:1]), default=1),
        near,
    )


def _back(entity: int, query: Query, discourse: Discourse, here: int) -> int | None:
    """Return how many sentences ago an entity was named; None if it was not."""
    end = last_end_before(entity, query.start, discourse)
    return None if end is None else here - discourse.index.narrative_sentence_of(end - 1)


def _named(entity: int, scene: _Scene) -> Iterator[tuple[str, float]]:
    """Yield the features of an entity."""
    discourse = scene.discourse
    yield from _distance(entity, scene)
    share = len(discourse.entities[entity].mentions) / scene.most
    yield "share of mentions", share
    yield "named most", float(share == 1)
    if scene.speakers:
        yield "spoke last", float(scene.speakers[0] in (Named(entity), Document((discourse.entities[entity].name,))))
    yield from _focus(entity, scene)
    yield "rivals", math.log1p(max(0, scene.near - 1))
    yield from _agreement(entity, scene)


def _agreement(entity: int, wording: _Wording) -> Iterator[tuple[str, float]]:
    """Yield how far the words around the names of an entity agree with the description."""
    discourse = wording.discourse
    yield from _words(entity, wording)
    if is_personal(discourse.entities[entity].kind):
        yield from _roles(entity, wording)
    else:
        yield "called so", float(singular(wording.query.phrase.noun) in discourse.profiles.nouns_of(entity))


def _noun_class(query: Query, role: Role) -> str:
    """Return the class of a description's head noun."""
    if query.phrase.kind is not SpeakerKind.UNNAMED:
        return str(query.phrase.kind and query.phrase.kind.value)
    classes = {
        "age": role.head[:1].isdigit(),
        "party": role.head in PARTIES,
        "elected": role.head in ELECTED,
        "anybody": role.head in ANYBODY,
        "kin": role.head in load_words("kinship_nouns"),
        "vague": role.head in load_words("vague_sources"),
        "restated": restates(role) or role.head in load_words("demonyms"),
        "office": role.head in load_words("offices"),
        "standing": role.head in load_words("standings"),
        "former": "former" in role.others,
        "shape": query.phrase.by_shape,
    }
    return next((name for name, holds in classes.items() if holds), "occupation")


def _focus(entity: int, scene: _Scene) -> Iterator[tuple[str, float]]:
    """Yield how far an entity is in focus, in all and for the class of the noun."""
    mine = scene.focus.get(Named(entity), 0.0)
    rival = max((weight for one, weight in scene.focus.items() if one != Named(entity)), default=0.0)
    lead = math.log((mine + _FLOOR) / (rival + _FLOOR))
    yield "focus", math.log(mine + _FLOOR) - math.log(_FLOOR)
    yield "focus, lead", max(-_MAX_LEAD, min(_MAX_LEAD, lead))
    yield "focus, first", float(lead > 0)
    yield f"focus, first: {scene.noun_class}", float(lead > 0)


def _distance(entity: int, scene: _Scene) -> Iterator[tuple[str, float]]:
    """Yield how far away an entity is named."""
    query, discourse = scene.query, scene.discourse
    index = discourse.index
    here = index.narrative_sentence_of(query.start)
    back = _back(entity, query, discourse, here)
    if back is not None:
        if back < NEAR_SENTENCES:
            yield f"sentences back: {back}", 1.0
        yield "sentences back", math.log1p(back)
    else:
        first = discourse.entities[entity].mentions[0]
        ahead = index.narrative_sentence_of(first.start) - here
        yield "only ahead", 1.0
        yield "only ahead, next", float(ahead <= 1 and first.start - query.end < _FORWARD_CHARS)
        yield f"only ahead, article: {query.phrase.article or 'none'}", 1.0
    is_own = any(
        start <= m.start < end
        for start, end in query.own
        for m in discourse.mentions.within(start, end)
        if discourse.mentions.entity_of(m) == entity
    )
    yield "in own words", float(is_own)


def _words(entity: int, wording: _Wording) -> Iterator[tuple[str, float]]:
    """Yield how many words of the description are printed in and around the names of an entity."""
    if not wording.stems:
        return
    head = stem(wording.role.head)
    around = wording.discourse.profiles.stems_around(entity)
    modifiers = wording.stems - {head}
    yield "noun beside", float(head in around)
    if modifiers:
        yield "modifiers beside", len(modifiers & around) / len(modifiers)
    name = set(map(stem, wording.discourse.profiles.name_words(entity)))
    yield "noun in name", float(head in name)
    owner = wording.query.phrase.owner
    if owner is not None and wording.discourse.mentions.entity_of(owner) == entity:
        yield "owner", 1.0
    if wording.query.owner == entity:
        yield "owner", 1.0


def _roles(person: int, wording: _Wording) -> Iterator[tuple[str, float]]:
    """Yield how well the roles of a person agree with the description."""
    roles = wording.discourse.profiles.roles_of(person)
    match = match_roles(wording.role, roles)
    heads = {role.head for role in roles}
    if match:
        yield "role", 1.0
        yield "role, shared words", float(match[0] - 1)
        yield "role, former differs", float(not match[1])
    else:
        yield "role contradicted", float(wording.role.head in heads)
        yield (
            "another office",
            float(bool(heads & load_words("offices")) and wording.role.head in load_words("offices")),
        )
    others = wording.role.others
    yield "party or home", float(any(role.head in others or not others.isdisjoint(role.others) for role in roles))
    gender, marked = wording.discourse.gender_of(person), word_gender(wording.role.head)
    yield "gender differs", float(bool(gender and marked and gender != marked))
    yield "gender agrees", float(bool(gender and gender == marked))


def _without_name(scene: _Scene) -> Iterator[tuple[str, float]]:
    """Yield the features of the candidate without a name: what shows that nobody named is meant."""
    query, discourse, role = scene.query, scene.discourse, scene.role
    phrase = query.phrase
    yield "nobody", 1.0
    yield f"nobody, article: {phrase.article or 'none'}", 1.0
    yield "nobody, whose", float(phrase.whose is not None)
    yield "nobody, owner", float(phrase.owner is not None or query.owner is not None)
    yield "nobody, of", float(phrase.of is not None)
    yield "nobody, by shape", float(phrase.by_shape)
    yield "nobody, words", math.log1p(len(role.others))
    noun = phrase.noun
    yield f"nobody, class: {scene.noun_class}", 1.0
    yield "nobody, plural", float(singular(noun) != noun)
    yield "nobody, described before", float(bool(discourse.introduced_with(noun)))
    last = scene.speakers[0] if scene.speakers else None
    yield "nobody, spoke last", float(isinstance(last, Described))
    one = singular(noun)
    printed = any(discourse.is_word_before(word, query.start) for word in (one, f"{one}s"))
    yield "nobody, noun before", float(printed)
    yield f"nobody, holders: {min(2, len(discourse.profiles.with_role(role.head)))}", 1.0
