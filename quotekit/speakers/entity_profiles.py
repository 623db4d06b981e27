"""What an article says about its people and organizations besides their names: roles, ages and common nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from quotekit.english.words import normalize
from quotekit.names.entities import Entity
from quotekit.names.mention import is_personal
from quotekit.names.organizations import organization_nouns
from quotekit.names.roles import Role, age_of, roles_beside
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["EntityProfiles", "stem"]

_STEM_CHARS = 4
_LONG_WORD = re.compile(r"\w{4,}")
_NEIGHBOR_CHARS = 60
_SENTENCE_END = re.compile(r"[.!?”\"]\s|\n")
_MAX_MENTIONS = 30


def stem(word: str) -> str:
    """
    Return the first characters of a word, which "Texan" shares with "Texas".

    Args:
        word: The word, normalized.

    Returns:
        The characters.

    Example:
        >>> stem("texan"), stem("texas")
        ('texa', 'texa')
    """
    return word[:_STEM_CHARS]


class EntityProfiles:
    """
    What an article says about its entities; each part is computed on first access.

    Args:
        index: The index of the article's text.

        entities: The article's entities.

    Example:
        >>> from quotekit.names import find_mentions
        >>> from quotekit.names.entities import link_mentions
        >>> index = TextIndex("Mayor Ida Holm, 62, met Carl Dray.")
        >>> profiles = EntityProfiles(index, link_mentions(index, find_mentions(index)))
        >>> profiles.with_role("mayor"), profiles.with_age(62), profiles.age_of(1)
        ([0], [0], None)
    """

    def __init__(self, index: TextIndex, entities: Sequence[Entity]) -> None:
        self._index = index
        self._entities = entities
        self._stems: dict[int, frozenset[str]] = {}

    def roles_of(self, entity: int) -> tuple[Role, ...]:
        """Return the roles of an entity, from its titles and from the words next to its names."""
        return self._roles[entity]

    def heads_of(self, entity: int) -> frozenset[str]:
        """Return the head nouns of an entity's roles."""
        return self._heads[entity]

    def with_role(self, head: str) -> Sequence[int]:
        """Return the entities that have a role with this head noun."""
        return self._by_role.get(head, ())

    def age_of(self, entity: int) -> int | None:
        """Return the age of a person; None if the article does not give it."""
        return self._ages[entity]

    def with_age(self, age: int) -> Sequence[int]:
        """Return the people of an age."""
        return self._by_age.get(age, ())

    def nouns_of(self, entity: int) -> frozenset[str]:
        """Return the singular nouns that the article may use for an organization; none for others."""
        return self._nouns.get(entity, frozenset())

    def organizations_called(self, noun: str) -> list[int]:
        """Return the organizations that the article refers to with a singular noun."""
        return [entity for entity, nouns in self._nouns.items() if noun in nouns]

    def organizations_with_word(self, word: str) -> Sequence[int]:
        """Return the organizations with a normalized word in their names, among other words."""
        return self._by_word.get(word, ())

    def name_words(self, entity: int) -> set[str]:
        """Return the normalized words of an entity's name."""
        return {*normalize(self._entities[entity].name).split()}

    def stems_of_name(self, entity: int) -> frozenset[str]:
        """Return the first characters of the words of an entity's name."""
        return self._stems_of_names[entity]

    def stems_around(self, entity: int) -> frozenset[str]:
        """Return the first characters of the words in and around an entity's names."""
        if entity not in self._stems:
            found: set[str] = set()
            for mention in self._entities[entity].mentions[:_MAX_MENTIONS]:
                before = _SENTENCE_END.split(self._index.before(mention.start, _NEIGHBOR_CHARS))[-1]
                after = _SENTENCE_END.split(self._index.after(mention.end, _NEIGHBOR_CHARS))[0]
                words = _LONG_WORD.findall(normalize(f"{before} {mention.name.text} {after}"))
                found.update(map(stem, words))
            self._stems[entity] = frozenset(found)
        return self._stems[entity]

    @cached_property
    def _stems_of_names(self) -> list[frozenset[str]]:
        return [frozenset(map(stem, self.name_words(entity))) for entity in range(len(self._entities))]

    @cached_property
    def _heads(self) -> list[frozenset[str]]:
        return [frozenset(role.head for role in roles) for roles in self._roles]

    @cached_property
    def _roles(self) -> list[tuple[Role, ...]]:
        roles = []
        for entity in self._entities:
            found = list(entity.roles)
            for mention in entity.mentions if is_personal(entity.kind) else ():
                found += roles_beside(self._index, mention, entity.titles)
            found += [wider for role in found for wider in role.implied()]
            roles.append(tuple(dict.fromkeys(found)))
        return roles

    @cached_property
    def _by_role(self) -> dict[str, list[int]]:
        people: dict[str, list[int]] = {}
        for i, roles in enumerate(self._roles):
            for head in dict.fromkeys(role.head for role in roles):
                people.setdefault(head, []).append(i)
        return people

    @cached_property
    def _ages(self) -> dict[int, int | None]:
        people = ((i, e) for i, e in enumerate(self._entities) if is_personal(e.kind))
        return {i: age_of(self._index, entity.mentions) for i, entity in people}

    @cached_property
    def _by_age(self) -> dict[int, list[int]]:
        people: dict[int, list[int]] = {}
        for i, age in self._ages.items():
            if age is not None:
                people.setdefault(age, []).append(i)
        return people

    @cached_property
    def _nouns(self) -> dict[int, frozenset[str]]:
        organizations = ((i, e) for i, e in enumerate(self._entities) if e.kind is SpeakerKind.ORGANIZATION)
        return {i: organization_nouns(self._index, entity.mentions) for i, entity in organizations}

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        organizations: dict[str, list[int]] = {}
        for i, entity in enumerate(self._entities):
            words = dict.fromkeys(normalize(entity.name).split())
            for word in words if entity.kind is SpeakerKind.ORGANIZATION and len(words) > 1 else ():
                organizations.setdefault(word, []).append(i)
        return organizations
