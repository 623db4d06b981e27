"""Some attributions of an article, with the mentions that are candidates for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import attrs
import numpy as np

from quotekit.ranking import within
from quotekit.speakers.ranking.columns import PLACE
from quotekit.speakers.ranking.made import Made
from quotekit.speakers.ranking.mention_table import NOWHERE, MentionTable

__all__ = ["Block", "place_columns"]

_Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

# Distances in characters are divided by the first before the logarithm is taken, and by the second after.
_CHARS, _LOG_CHARS = 6.0, 5
_FAR_MENTIONS = 20
_NEAR_SENTENCES, _FAR_SENTENCES, _FAR_SENTENCES_AHEAD = 2, 5, 2
_LAST, _LAST_BUT_ONE = 1, 2


@attrs.frozen(eq=False)
class Block:
    """D attributions, each with S places for mentions."""

    #: What the rules made of them.
    made: Sequence[Made]
    #: Their numbers in the article; shape (D,).
    numbers: _Array
    #: Their offsets; shape (D,).
    at: _Array
    #: The entity that the rules decided on, -1 if there is none; shape (D,).
    decided: _Array
    #: The numbers of the mentions, -1 if there is none; shape (D, S).
    places: _Array
    #: The entities of the mentions, -1 if there is none; shape (D, S).
    candidates: _Array
    #: The starts of the mentions; shape (D, S).
    starts: _Array
    #: How many sentences a mention is before the attribution; shape (D, S).
    sentences: _Array

    @classmethod
    def of(cls, made: Sequence[Made], numbers: _Array, decided: _Array, table: MentionTable) -> Block:
        """
        Choose the candidates of attributions.

        Args:
            made: What the rules made of them.

            numbers: Their numbers in the article.

            decided: The entities that the rules decided on.

            table: The article's mentions.

        Returns:
            The block.
        """
        at = np.array([one.at for one in made], np.int64)
        places = table.places(at, decided)
        return cls(
            made,
            numbers,
            at,
            decided,
            places,
            candidates=np.where(places >= 0, table.entities[places], NOWHERE),
            starts=table.starts[places],
            sentences=table.sentences_of(at)[:, None] - table.sentences[places],
        )

    @property
    def exists(self) -> _Array:
        """Whether there is a mention in a place; shape (D, S, 1)."""
        return np.asarray(self.places >= 0)[..., None]

    @property
    def is_ahead(self) -> _Array:
        """Whether a mention does not begin before the attribution; shape (D, S)."""
        return np.asarray(self.starts >= self.at[:, None])


def place_columns(block: Block, table: MentionTable) -> _Array:
    """
    Say where mentions stand, seen from the attributions.

    Args:
        block: The attributions.

        table: The article's mentions.

    Returns:
        The columns of :data:`~quotekit.speakers.ranking.columns.PLACE`; shape (D, S, place).
    """
    ahead, sentences = block.is_ahead, block.sentences
    is_source = table.is_source[block.places]
    chars = block.starts - block.at[:, None]
    between = table.before(block.at)[:, None] - block.places
    columns = (
        (sentences == 0) & ~ahead,
        (sentences == 0) & ahead,
        sentences == 1,
        sentences == _NEAR_SENTENCES,
        (sentences > _NEAR_SENTENCES) & (sentences <= _FAR_SENTENCES),
        sentences > _FAR_SENTENCES,
        sentences < 0,
        sentences < -_FAR_SENTENCES_AHEAD,
        np.sign(chars) * np.log1p(np.abs(chars) / _CHARS) / _LOG_CHARS,
        within(block.starts, [one.draft.content for one in block.made]),
        within(block.starts, [one.draft.source for one in block.made]),
        np.clip(between, -_FAR_MENTIONS, _FAR_MENTIONS) / _FAR_MENTIONS,
        between == _LAST,
        between == _LAST_BUT_ONE,
        is_source & ~ahead,
        is_source & ahead,
        table.is_first[block.places],
    )
    found = np.empty((*block.places.shape, len(PLACE)), np.float32)
    for number, column in enumerate(columns):
        found[..., number] = column
    return found
