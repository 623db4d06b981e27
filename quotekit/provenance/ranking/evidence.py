"""What is known of statements and of the chains of outlets that may have carried them, as arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import numpy as np

from quotekit.provenance.outlet_chains import OutletChain
from quotekit.provenance.ranking.places import Place
from quotekit.provenance.ranking.tables import NOWHERE, Chains, PlaceTable, StatementTable
from quotekit.ranking import NO_WORDS, Candidates, states_of_drafts, within

if TYPE_CHECKING:
    from quotekit.provenance.occasion_features import StatementFacts
    from quotekit.ranking import States
    from quotekit.text import Bounds, TextIndex

__all__ = ["Gatherer", "OutletEvidence"]

_Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

# So many words before and after a name may show that it carries something; they are looked for so far.
_WORDS_BESIDE, _BESIDE_CHARS = 3, 60
_CHARS, _LOG_CHARS = 6.0, 5
_NEAR, _FAR = 2, 5
_FAR_STATEMENTS = 20


@attrs.frozen(eq=False)
class OutletEvidence(Candidates):
    """What is known of D statements, each with S places for candidates; a candidate is a chain of outlets."""

    #: The numbers of the places, -1 if there is none; shape (D, S).
    places: _Array
    #: States of the source's, the cue's and the content's words; shape (D, asked).
    asked: _Array
    #: States of the words of a place, and of those before and after it; shape (D, S, named).
    named: _Array
    #: What the place is, and where it stands; shape (D, S, place).
    place: _Array
    #: What is known of the chain; shape (D, S, chain).
    chain: _Array
    #: What is known of the statement; shape (D, query).
    query: _Array
    #: What the rules give; shape (D, nothing).
    nothing: _Array


class Gatherer:
    """
    Gathers the evidence in one text with at least one place and one statement.

    Args:
        index: The text.

        facts: What is known of its statements, in text order.

        places: Its places, in text order.

        given: The chains that the rules give the statements, by number.

        named: The numbers of those whose own sentences name their outlets.

        states: The states of its words.
    """

    def __init__(
        self,
        index: TextIndex,
        facts: Sequence[StatementFacts],
        places: Sequence[Place],
        *,
        given: Sequence[OutletChain],
        named: Iterable[int],
        states: States,
    ) -> None:
        self._index = index
        self._table = StatementTable(facts, given, named)
        self._chains = Chains(places, self._table)
        self._places = PlaceTable.of(index, places, self._table, self._chains)
        self._states = states
        self._queries, self._nothing = self._table.queries(), self._table.nothing()

    def gather(self, numbers: Sequence[int]) -> OutletEvidence:
        """
        Gather what is known of some statements.

        Args:
            numbers: Their numbers.

        Returns:
            The evidence, in the order of the numbers.
        """
        rows = np.array(numbers, np.int64)
        places = self._places.candidates(rows, self._table, self._chains)
        exists = (places >= 0)[..., None]
        candidates = np.where(places >= 0, self._chains.of_places[places], NOWHERE)
        return OutletEvidence(
            candidates,
            places,
            states_of_drafts(self._states, [self._table.statements[number].draft for number in numbers]),
            self._states_of_places(places) * exists,
            self._place_columns(rows, places) * exists,
            self._chain_columns(rows, candidates) * exists,
            self._queries[rows],
            self._nothing[rows],
        )

    def _states_of_places(self, places: _Array) -> _Array:
        """Return the state of the last word of a place, the mean of all, and that of the words before and after it."""
        width = self._states.width
        used, at = np.unique(places, return_inverse=True)
        known = [self._places.places[number] if number >= 0 else None for number in used.tolist()]
        own, before, after = (
            self._states.of([NO_WORDS if place is None else bounds_of(self._index, place) for place in known])
            for bounds_of in (_own_bounds, _before, _after)
        )
        states = np.concatenate((own[:, width:], before[:, 2 * width :], after[:, 2 * width :]), 1)
        return np.asarray(states[at.reshape(places.shape)], np.float32)

    def _place_columns(self, rows: _Array, places: _Array) -> _Array:
        """Return the columns of :data:`~.columns.PLACE` and, behind them, of :data:`~.columns.SIGNS`."""
        table, found = self._table, self._places
        statements = [table.statements[number] for number in rows.tolist()]
        start, carried = found.start[places], found.statement[places]
        ahead = start >= table.at[rows][:, None]
        sentences = table.sentence[rows][:, None] - found.sentence[places]
        paragraphs = table.paragraph[rows][:, None] - found.paragraph[places]
        between = table.rank[rows][:, None] - found.rank[places]
        chars = start - table.at[rows][:, None]
        speaker = table.speaker[rows][:, None]
        is_same = found.speaker[places] == speaker
        is_mentioned = found.are_mentioned(places * len(table.speakers) + speaker) & ~is_same
        has_name = np.array([table.names[number] is not None for number in rows.tolist()])[:, None]
        columns = (
            (sentences == 0) & ~ahead,
            (sentences == 0) & ahead,
            sentences == 1,
            sentences == _NEAR,
            (sentences > _NEAR) & (sentences <= _FAR),
            sentences > _FAR,
            sentences == -1,
            sentences < -1,
            np.sign(chars) * np.log1p(np.abs(chars) / _CHARS) / _LOG_CHARS,
            paragraphs == 0,
            paragraphs == 1,
            paragraphs == _NEAR,
            (paragraphs > _NEAR) & (paragraphs <= _FAR),
            paragraphs > _FAR,
            paragraphs < 0,
            np.clip(between, -_FAR_STATEMENTS, _FAR_STATEMENTS) / _FAR_STATEMENTS,
            (between == 0) | (between == 1),
            between == 0,
            within(start, [one.content for one in statements]),
            within(start, [one.source for one in statements]),
            within(start, [one.cue for one in statements]),
            carried == rows[:, None],
            (carried >= 0) & (carried != rows[:, None]),
            (carried >= 0) & (carried == table.before[rows][:, None]),
            (carried >= 0) & (carried == table.own_before[rows][:, None]),
            is_same,
            is_mentioned,
            ~is_same & ~is_mentioned & ~has_name,
        )
        stacked = np.stack(np.broadcast_arrays(*columns), -1)
        return np.concatenate((stacked, found.signs[places]), -1, dtype=np.float32)

    def _chain_columns(self, rows: _Array, chains: _Array) -> _Array:
        """Return the columns of :data:`~.columns.CHAIN`."""
        table, given = self._table, self._chains.given
        near = (rows, table.before[rows], table.next[rows], table.own_before[rows], table.own_next[rows])
        parents = table.parent[rows]
        given_to = [(chains == given[which][:, None]) & (chains >= 0) for which in (*near, parents)]
        names = [table.names[number] for number in rows.tolist()]
        of_parents = [table.names[number] if number >= 0 else None for number in parents.tolist()]
        speakers = [self._chains.contain(chains, one) for one in (names, of_parents)]
        return np.concatenate((self._chains.known[chains], np.stack([*given_to, *speakers], -1)), -1, dtype=np.float32)


def _own_bounds(_: TextIndex, place: Place) -> Bounds:
    return place.start, place.end


def _before(index: TextIndex, place: Place) -> Bounds:
    """Return the bounds of the last words before a place."""
    low = max(0, place.start - _BESIDE_CHARS)
    words = index.text[low : place.start].rsplit(None, _WORDS_BESIDE)[-_WORDS_BESIDE:]
    return (place.start - sum(map(len, words)) - _WORDS_BESIDE, place.start) if words else NO_WORDS


def _after(index: TextIndex, place: Place) -> Bounds:
    """Return the bounds of the first words after a place."""
    words = index.text[place.end : place.end + _BESIDE_CHARS].split(None, _WORDS_BESIDE)[:_WORDS_BESIDE]
    return (place.end, place.end + sum(map(len, words)) + _WORDS_BESIDE) if words else NO_WORDS
