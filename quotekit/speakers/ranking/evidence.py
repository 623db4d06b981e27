"""What is known of attributions and their candidates, as arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import attrs
import numpy as np

from quotekit.ranking import NO_WORDS, Candidates, States, states_of_drafts
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.ranking.block import Block, place_columns
from quotekit.speakers.ranking.decisions import decided_entities, nobody_columns, query_columns, ruled_columns
from quotekit.speakers.ranking.entity_columns import KnownEntities, Turns, described_columns, last_columns
from quotekit.speakers.ranking.made import Made
from quotekit.speakers.ranking.mention_table import MentionTable

__all__ = ["Evidence", "Gatherer"]

_Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"


@attrs.frozen(eq=False)
class Evidence(Candidates):
    """What is known of D attributions, each with S places for mentions of candidates; a candidate is an entity."""

    #: States of the source's, the cue's and the content's words; shape (D, asked).
    asked: _Array
    #: States of the mention's words; shape (D, S, named).
    named: _Array
    #: Where the mention stands, seen from the attribution; shape (D, S, place).
    place: _Array
    #: What is known of the entity; shape (D, S, entity).
    entity: _Array
    #: What is known of the attribution; shape (D, query).
    query: _Array
    #: What the rules decided; shape (D, nobody).
    nobody: _Array


class Gatherer:
    """
    Gathers the evidence in one article that names at least one entity.

    Args:
        made: What the rules made of its attributions.

        discourse: What is known once the rules have decided.

        states: The states of its words.

        sieves: The names of the sieves that decide.
    """

    def __init__(self, made: Sequence[Made], discourse: Discourse, states: States, sieves: Sequence[str]) -> None:
        self._made = made
        self._discourse = discourse
        self._states = states
        self._sieves: Mapping[str, int] = {name: number for number, name in enumerate(sieves, 1)}
        self._table = MentionTable(made, discourse)
        self._known = KnownEntities(discourse, self._table.counts)
        self._decided = decided_entities(made, discourse)
        self._turns = Turns(made, self._decided)

    def gather(self, numbers: Sequence[int]) -> Evidence:
        """
        Gather what is known of some attributions.

        Args:
            numbers: Their numbers.

        Returns:
            The evidence, in the order of the numbers.
        """
        made = [self._made[number] for number in numbers]
        chosen = np.array(numbers, np.int64)
        block = Block.of(made, chosen, self._decided[chosen], self._table)
        return Evidence(
            block.candidates,
            states_of_drafts(self._states, [one.draft for one in made]),
            self._states_of_mentions(block),
            place_columns(block, self._table) * block.exists,
            self._entity_columns(block) * block.exists,
            query_columns(made, self._discourse),
            nobody_columns(made, block.decided, self._sieves),
        )

    def _states_of_mentions(self, block: Block) -> _Array:
        """Return the state of a mention's last word, and the mean of all; zero where there is no mention."""
        used, rows = np.unique(block.places, return_inverse=True)
        states = self._states.of([self._table.bounds[place] if place >= 0 else NO_WORDS for place in used])
        return np.asarray(states[:, self._states.width :][rows.reshape(block.places.shape)])

    def _entity_columns(self, block: Block) -> _Array:
        columns = (
            self._known.columns(block),
            self._turns.columns(block),
            last_columns(block),
            self._known.gender_columns(block),
            described_columns(block, self._discourse),
            ruled_columns(block, self._sieves),
        )
        return np.concatenate(columns, -1, dtype=np.float32)
