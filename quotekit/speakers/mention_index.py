"""The mentions of an article by position, and the entities they name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from quotekit.english.words import normalize
from quotekit.names.entities import Entity, link_mentions
from quotekit.names.mention import Mention
from quotekit.records import Credit
from quotekit.text import TextIndex

__all__ = ["REACH_CHARS", "MentionIndex"]

#: How far back the antecedent of a pronoun or description is searched for.
REACH_CHARS = 1500


class MentionIndex:
    """
    The mentions of an article, searchable by position and by entity.

    Args:
        index: The index of the article's text.

        mentions: The mentions, from :func:`quotekit.names.find_mentions`.

        article_credits: The article's credits. Names in them are not people that the article is about.

    Example:
        >>> from quotekit.names import find_mentions
        >>> index = TextIndex("Ida Holm met Carl Dray. Holm smiled.")
        >>> mentions = MentionIndex(index, find_mentions(index))
        >>> [entity.name for entity in mentions.entities], [m.start for m in mentions.before(20)]
        (['Ida Holm', 'Carl Dray'], [0, 13])
    """

    def __init__(self, index: TextIndex, mentions: Sequence[Mention], article_credits: Sequence[Credit] = ()) -> None:
        self._mentions = sorted(mentions, key=lambda m: m.name_start)
        self._starts = [m.name_start for m in self._mentions]
        #: The people, organizations and groups, in the order of their first mentions.
        self.entities: tuple[Entity, ...] = link_mentions(index, self._mentions)
        self._entity_by_place = {(m.name_start, m.end): i for i, e in enumerate(self.entities) for m in e.mentions}
        self._credited = {at for credit in article_credits for at in range(credit.start, credit.end)}
        self._longest: dict[int, Mention] = {}

    def __iter__(self) -> Iterator[Mention]:
        """Iterate over the mentions in text order."""
        return iter(self._mentions)

    def entity_of(self, mention: Mention) -> int:
        """Return the index of the entity that a mention names."""
        return self._entity_by_place[mention.name_start, mention.end]

    def longest_of(self, entity: int) -> Mention:
        """Return the mention of an entity with the longest name."""
        if entity not in self._longest:
            self._longest[entity] = max(self.entities[entity].mentions, key=lambda m: len(m.name.text))
        return self._longest[entity]

    def within(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that overlap a stretch of text, in text order."""
        first = bisect_left(self._starts, start)
        while first > 0 and self._mentions[first - 1].end > start:
            first -= 1
        return self._mentions[first : bisect_left(self._starts, end)]

    def around(self, at: int, back: int, ahead: int) -> list[Mention]:
        """Return the given numbers of mentions that begin before and after an offset."""
        place = bisect_left(self._starts, at)
        return self._mentions[max(0, place - back) : place + ahead]

    @cached_property
    def most_named(self) -> list[int]:
        """The entities, those with the most mentions first."""
        return sorted(range(len(self.entities)), key=lambda entity: -len(self.entities[entity].mentions))

    def bearers_of(self, surname: str) -> tuple[int, ...]:
        """Return the people who are named with a given name and a surname; the surname is normalized."""
        return tuple(self._bearers.get(surname, ()))

    @cached_property
    def _bearers(self) -> Mapping[str, list[int]]:
        bearers: dict[str, list[int]] = {}
        for number, entity in enumerate(self.entities):
            for surname in {normalize(m.name.surname) for m in entity.mentions if m.name.given}:
                bearers.setdefault(surname, []).append(number)
        return bearers

    def before(self, at: int) -> list[Mention]:
        """Return the mentions that begin at most :data:`REACH_CHARS` before an offset, except those in credits."""
        found = self._mentions[bisect_left(self._starts, at - REACH_CHARS) : bisect_left(self._starts, at)]
        return [mention for mention in found if mention.name_start not in self._credited]
