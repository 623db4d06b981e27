"""The features of a description's candidates."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import singular, word_gender
from quotekit.names.mention import Mention, is_personal
from quotekit.names.roles import Role
from quotekit.records import SpeakerKind
from quotekit.speakers.antecedents import weigh
from quotekit.speakers.candidates import candidates
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.entity_profiles import stem
from quotekit.speakers.features import feature_rows
from quotekit.speakers.nearby import last_end_before
from quotekit.speakers.plural_candidates import candidates_for_thing
from quotekit.speakers.probabilities import Row
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described, Document, Named, Referent
from quotekit.speakers.role_matching import ANYBODY, ELECTED, GENERAL, PARTIES, match_roles, restates
from quotekit.speakers.weights import Weights

__all__ = ["NEAR_SENTENCES", "agreement_of", "description_rows"]

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
    #: The weights of the referents in focus, as for a pronoun in the place of the description, and the two highest.
    focus: Mapping[Referent, float]
    highest: tuple[float, float]
    #: The class of its head noun.
    noun_class: str
    #: The number of mentions of the entity named most.
    most: int
    #: How many candidates of the right kind are named in the sentences before.
    near: int
    #: The sentence of the description, and the entities named in the content attributed to it.
    here: int
    in_content: frozenset[int]


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
    return [*(_named(entity, scene) for entity in found), _without_name(scene)]


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
    return [_agreement(entity, wording) for entity in found]


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
    highest, second = sorted([*focus.values(), 0.0, 0.0], reverse=True)[:2]
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
        (highest, second),
        _noun_class(query, role),
        max((len(discourse.entities[entity].mentions) for entity in discourse.mentions.most_named[:1]), default=1),
        near,
        here,
        frozenset(discourse.mentions.entity_of(m) for m in _named_in_content(query, discourse)),
    )


def _named_in_content(query: Query, discourse: Discourse) -> Iterator[Mention]:
    """Yield the mentions that begin in the content attributed to a description."""
    for start, end in query.own:
        yield from (mention for mention in discourse.mentions.within(start, end) if start <= mention.start)


def _back(entity: int, query: Query, discourse: Discourse, here: int) -> int | None:
    """Return how many sentences ago an entity was named; None if it was not."""
    end = last_end_before(entity, query.start, discourse)
    return None if end is None else here - discourse.index.narrative_sentence_of(end - 1)


def _named(entity: int, scene: _Scene) -> Row:
    """Return the features of an entity."""
    share = len(scene.discourse.entities[entity].mentions) / scene.most
    return [
        *_distance(entity, scene),
        ("share of mentions", share),
        ("named most", share == 1),
        ("spoke last", _spoke_last(entity, scene)),
        *_focus(entity, scene),
        ("rivals", math.log1p(max(0, scene.near - 1))),
        *_agreement(entity, scene),
    ]


def _spoke_last(entity: int, scene: _Scene) -> bool:
    """Return whether an entity, or a document that it made, speaks in the last speech."""
    match scene.speakers[:1]:
        case (Named(entity=speaker),):
            return speaker == entity
        case (Document(makers=makers),):
            return makers == (scene.discourse.entities[entity].name,)
    return False


def _agreement(entity: int, wording: _Wording) -> Row:
    """Return how far the words around the names of an entity agree with the description."""
    discourse = wording.discourse
    if is_personal(discourse.entities[entity].kind):
        return [*_words(entity, wording), *_roles(entity, wording)]
    is_called_so = singular(wording.query.phrase.noun) in discourse.profiles.nouns_of(entity)
    return [*_words(entity, wording), ("called so", is_called_so)]


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


def _focus(entity: int, scene: _Scene) -> Row:
    """Return how far an entity is in focus, in all and for the class of the noun."""
    mine = scene.focus.get(Named(entity), 0.0)
    highest, second = scene.highest
    rival = second if mine == highest else highest
    lead = math.log((mine + _FLOOR) / (rival + _FLOOR))
    return [
        ("focus", math.log(mine + _FLOOR) - math.log(_FLOOR)),
        ("focus, lead", max(-_MAX_LEAD, min(_MAX_LEAD, lead))),
        ("focus, first", lead > 0),
        (f"focus, first: {scene.noun_class}", lead > 0),
    ]


def _distance(entity: int, scene: _Scene) -> Row:
    """Return how far away an entity is named."""
    query, discourse = scene.query, scene.discourse
    in_content = ("in own words", entity in scene.in_content)
    back = _back(entity, query, discourse, scene.here)
    if back is not None:
        return [(f"sentences back: {back}", back < NEAR_SENTENCES), ("sentences back", math.log1p(back)), in_content]
    first = discourse.entities[entity].mentions[0]
    ahead = discourse.index.narrative_sentence_of(first.start) - scene.here
    return [
        ("only ahead", 1.0),
        ("only ahead, next", ahead <= 1 and first.start - query.end < _FORWARD_CHARS),
        (f"only ahead, article: {query.phrase.article or 'none'}", 1.0),
        in_content,
    ]


def _words(entity: int, wording: _Wording) -> Row:
    """Return how many words of the description are printed in and around the names of an entity."""
    if not wording.stems:
        return ()
    head = stem(wording.role.head)
    around = wording.discourse.profiles.stems_around(entity)
    modifiers = wording.stems - {head}
    owner = wording.query.phrase.owner
    is_owner = owner is not None and wording.discourse.mentions.entity_of(owner) == entity
    return [
        ("noun beside", head in around),
        ("modifiers beside", len(modifiers & around) / len(modifiers) if modifiers else 0.0),
        ("noun in name", head in wording.discourse.profiles.stems_of_name(entity)),
        ("owner", is_owner or wording.query.owner == entity),
    ]


def _roles(person: int, wording: _Wording) -> Row:
    """Return how well the roles of a person agree with the description."""
    role = wording.role
    roles = wording.discourse.profiles.roles_of(person)
    heads = wording.discourse.profiles.heads_of(person)
    match = match_roles(role, roles)
    offices = load_words("offices")
    gender, marked = wording.discourse.gender_of(person), word_gender(role.head)
    is_at_home = any(known.head in role.others or not role.others.isdisjoint(known.others) for known in roles)
    return [
        ("role", match is not None),
        ("role, shared words", match[0] - 1 if match else 0),
        ("role, former differs", match is not None and not match[1]),
        ("role contradicted", match is None and role.head in heads),
        ("another office", match is None and role.head in offices and not heads.isdisjoint(offices)),
        ("party or home", is_at_home),
        ("gender differs", bool(gender and marked and gender != marked)),
        ("gender agrees", bool(gender and gender == marked)),
    ]


def _without_name(scene: _Scene) -> Row:
    """Return the features of the candidate without a name: what shows that nobody named is meant."""
    query, discourse, role = scene.query, scene.discourse, scene.role
    phrase = query.phrase
    noun, one = phrase.noun, singular(phrase.noun)
    last = scene.speakers[0] if scene.speakers else None
    is_printed = any(discourse.is_word_before(word, query.start) for word in (one, f"{one}s"))
    return [
        ("nobody", 1.0),
        (f"nobody, article: {phrase.article or 'none'}", 1.0),
        ("nobody, whose", phrase.whose is not None),
        ("nobody, owner", phrase.owner is not None or query.owner is not None),
        ("nobody, of", phrase.of is not None),
        ("nobody, by shape", phrase.by_shape),
        ("nobody, words", math.log1p(len(role.others))),
        (f"nobody, class: {scene.noun_class}", 1.0),
        ("nobody, plural", one != noun),
        ("nobody, described before", bool(discourse.introduced_with(noun))),
        ("nobody, spoke last", isinstance(last, Described)),
        ("nobody, noun before", is_printed),
        (f"nobody, holders: {min(2, len(discourse.profiles.with_role(role.head)))}", 1.0),
    ]
