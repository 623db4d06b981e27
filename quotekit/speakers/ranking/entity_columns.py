"""What is known of entities, seen from attributions, as columns of the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from quotekit.speakers.descriptions.contradictions import contradictions
from quotekit.speakers.descriptions.features import agreement_of
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.ranking.columns import DESCRIBED, ENTITY_KINDS, SPOKE
from quotekit.speakers.ranking.made import Made
from quotekit.speakers.ranking.mention_table import NOWHERE

if TYPE_CHECKING:
    from quotekit.english.words import Gender
    from quotekit.speakers.query import Query
    from quotekit.speakers.ranking.block import Block

__all__ = ["KnownEntities", "Turns", "described_columns", "last_columns"]

_Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

_NOT_GIVEN = (0.0,) * len(DESCRIBED)
_GENDERS: dict[Gender | None, int] = {None: 0, "female": 1, "male": 2}


class KnownEntities:
    """
    What is known of each entity of an article.

    Args:
        discourse: What is known once the rules have decided.

        counts: How many mentions each entity has.
    """

    def __init__(self, discourse: Discourse, counts: _Array) -> None:
        everyone = range(len(discourse.entities))
        kinds = [[entity.kind is kind for kind in ENTITY_KINDS] for entity in discourse.entities]
        self._of_all = np.column_stack((np.log1p(counts), counts / counts.max(), kinds))
        self._genders = np.array([_GENDERS[discourse.gender_of(entity)] for entity in everyone])
        self._likely = np.array([_GENDERS[discourse.likely_gender_of(entity)] for entity in everyone])

    def columns(self, block: Block) -> _Array:
        """
        Say what is known of entities wherever they are named.

        Args:
            block: The attributions.

        Returns:
            How often it is named, by itself and among all, and a column for each of
            :data:`~quotekit.speakers.ranking.columns.ENTITY_KINDS`; shape (D, S, known).
        """
        return np.asarray(self._of_all[block.candidates])

    def gender_columns(self, block: Block) -> _Array:
        """
        Say whether the genders of entities are those that the sources mark.

        Args:
            block: The attributions.

        Returns:
            Whether the gender agrees, differs, or is not known, and whether the likely one agrees or differs; shape
            (D, S, 5).
        """
        marked = np.array([_GENDERS[one.query.gender] for one in block.made])[:, None]
        gender, likely, is_marked = self._genders[block.candidates], self._likely[block.candidates], marked > 0
        columns = (
            is_marked & (gender == marked),
            is_marked & (gender > 0) & (gender != marked),
            gender == 0,
            is_marked & (likely == marked),
            is_marked & (likely > 0) & (likely != marked),
        )
        return np.stack(columns, -1)


class Turns:
    """
    Who speaks before and after each attribution, as the rules decided.

    Args:
        made: What the rules made of an article's attributions.

        decided: The entities that they decided on.
    """

    def __init__(self, made: Sequence[Made], decided: _Array) -> None:
        order = np.argsort([one.at for one in made], kind="stable")
        self._places = np.empty(len(made), np.int64)
        self._places[order] = np.arange(len(made))
        self._speakers = decided[order]

    def columns(self, block: Block) -> _Array:
        """
        Say which entities speak around attributions.

        Args:
            block: The attributions.

        Returns:
            A column for each of :data:`~quotekit.speakers.ranking.columns.SPOKE`; shape (D, S, spoke).
        """
        places = self._places[block.numbers][:, None] + np.array(SPOKE)
        is_there = (places >= 0) & (places < len(self._speakers))
        speakers = self._speakers[np.clip(places, 0, len(self._speakers) - 1)]
        speakers = np.where(is_there, speakers, NOWHERE)[:, None, :]
        return np.asarray((block.candidates[:, :, None] == speakers) & (speakers >= 0))


def last_columns(block: Block) -> _Array:
    """
    Say how long ago entities were named, among the mentions in their places.

    Args:
        block: The attributions.

    Returns:
        Whether the entity has not been named before, and the logarithm of the sentences since then; shape (D, S, 2).
    """
    same = block.candidates[:, :, None] == block.candidates[:, None, :]
    ago = np.where(block.is_ahead, np.inf, np.maximum(block.sentences, 0))
    ago = np.where(same, ago[:, None, :], np.inf).min(2)
    never = np.isinf(ago)
    return np.stack((never, np.log1p(np.where(never, 0, ago))), -1)


def described_columns(block: Block, discourse: Discourse) -> _Array:
    """
    Say how far the words around the names of entities agree with descriptions.

    Args:
        block: The attributions.

        discourse: What is known.

    Returns:
        The columns of :data:`~quotekit.speakers.ranking.columns.DESCRIBED`, and whether something rules the entity out;
        zero where the source is no description; shape (D, S, described).
    """
    found = np.zeros((*block.candidates.shape, len(DESCRIBED) + 1), np.float32)
    for row, one in enumerate(block.made):
        if one.query.is_description:
            entities, places = np.unique(block.candidates[row], return_inverse=True)
            found[row] = np.array(_describe(one.query, entities.tolist(), discourse), np.float32)[places]
    return found


def _describe(query: Query, entities: Sequence[int], discourse: Discourse) -> list[list[float]]:
    """Return the columns for entities; zeros for the place of none."""
    there = [entity for entity in entities if entity >= 0]
    rows = [
        [*map(row.get, DESCRIBED, _NOT_GIVEN), any(contradictions(entity, query, discourse))]
        for entity, row in zip(there, map(dict, agreement_of(query, there, discourse)), strict=True)
    ]
    return [[0.0] * (len(DESCRIBED) + 1)] * (len(entities) - len(there)) + rows
