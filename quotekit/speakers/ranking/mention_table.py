"""The mentions of an article as arrays, and those that are candidates for an attribution."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from quotekit.speakers.discourse import Discourse
from quotekit.speakers.ranking.made import Made

if TYPE_CHECKING:
    from quotekit.text import Bounds

__all__ = ["NOWHERE", "PLACES", "MentionTable"]

_Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

#: The number of a mention or an entity that is not there.
NOWHERE = -1
# How many mentions before and after a source are candidates, and how many of the entities named most.
_BACK, _AHEAD, _TOPICS = 36, 8, 8
#: How many places for candidates an attribution has; the last one is for the entity that the rules decided on.
PLACES = _BACK + _AHEAD + _TOPICS + 1


class MentionTable:
    """
    The mentions of an article that names at least one entity, numbered in text order.

    Args:
        made: What the rules made of its attributions.

        discourse: What is known once the rules have decided.
    """

    def __init__(self, made: Sequence[Made], discourse: Discourse) -> None:
        mentions = list(discourse.mentions)
        self._sentence_starts = np.array(discourse.index.sentence_starts, np.int64)
        #: Start and end of each.
        self.bounds: list[Bounds] = [(mention.start, mention.end) for mention in mentions]
        #: The start of each; shape (M,).
        self.starts = np.array([mention.start for mention in mentions], np.int64)
        #: The entity of each; shape (M,).
        self.entities = np.array([discourse.mentions.entity_of(mention) for mention in mentions], np.int64)
        #: The number of the sentence of each; shape (M,).
        self.sentences = self.sentences_of(self.starts)
        #: Whether it is in the source of an attribution; shape (M,).
        self.is_source = _in_sources(self.starts, made)
        #: The number of each entity's first mention; shape (E,).
        self.firsts = np.unique(self.entities, return_index=True)[1]
        #: Whether each is the first one of its entity; shape (M,).
        self.is_first = np.zeros(len(mentions), bool)
        self.is_first[self.firsts] = True
        #: How many mentions each entity has; shape (E,).
        self.counts = np.bincount(self.entities, minlength=len(discourse.entities))
        self._topics = self.firsts[np.array(discourse.mentions.most_named[:_TOPICS], np.int64)]

    def sentences_of(self, at: _Array) -> _Array:
        """
        Return the numbers of sentences.

        Args:
            at: Character offsets.

        Returns:
            The number of the sentence around each of them, from 0.
        """
        return np.asarray(np.searchsorted(self._sentence_starts, at, "right"))

    def before(self, at: _Array) -> _Array:
        """
        Count the mentions before attributions.

        Args:
            at: The offset of each attribution.

        Returns:
            How many mentions begin before each of them.
        """
        return np.asarray(np.searchsorted(self.starts, at))

    def places(self, at: _Array, decided: _Array) -> _Array:
        """
        Choose the mentions that are candidates.

        Args:
            at: The offset of each attribution; shape (D,).

            decided: The entity that the rules decided on; shape (D,).

        Returns:
            The numbers of the mentions around the attributions, of the first mentions of the entities named most, and
            of that of the entity decided on; -1 where there is none; shape (D, :data:`PLACES`).
        """
        places = np.full((len(at), PLACES), NOWHERE, np.int64)
        near = self.before(at)[:, None] + np.arange(-_BACK, _AHEAD)
        places[:, : _BACK + _AHEAD] = np.where((near >= 0) & (near < len(self.starts)), near, NOWHERE)
        places[:, _BACK + _AHEAD :][:, : len(self._topics)] = self._topics
        places[:, -1] = np.where(decided >= 0, self.firsts[decided], NOWHERE)
        return places


def _in_sources(starts: _Array, made: Sequence[Made]) -> _Array:
    """Return which mentions are in the source of an attribution."""
    found = np.zeros(len(starts), bool)
    pieces = np.array([(piece.start, piece.end) for one in made for piece in one.draft.source], np.int64)
    for low, high in np.searchsorted(starts, pieces.reshape(-1, 2)):
        found[low:high] = True
    return found
