"""The statements and the places of a text as arrays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs
import numpy as np

from quotekit.english.outlet_names import is_outlet
from quotekit.provenance.carrier_types import CarrierType
from quotekit.provenance.occasion_features import StatementFacts
from quotekit.provenance.occasions import OccasionKind
from quotekit.provenance.outlet_chains import OutletChain
from quotekit.provenance.ranking.columns import OWN, SPEAKER_KINDS
from quotekit.provenance.ranking.places import ChainKey, Place, chain_key, outlet_key
from quotekit.provenance.statements import Statement
from quotekit.provenance.stretches import Stretches
from quotekit.text import TextIndex

__all__ = ["NOWHERE", "PLACES", "Chains", "PlaceTable", "StatementTable"]

_Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

#: The number of what is not there.
NOWHERE = -1
# How many places before and after a statement are candidates, and how many of those that carry something.
_BACK, _AHEAD, _STRONG = 26, 12, 10
#: How many candidates a statement has; the last one is for what the rules give.
PLACES = _BACK + _AHEAD + _STRONG + 1
_LEAD = 1
# More than any number of a place and a speaker.
_NOBODY = np.iinfo(np.int64).max


class StatementTable:
    """
    The statements of a text, by their numbers.

    Args:
        facts: What is known of them, in text order.

        given: The chains that the rules give them.

        named: The numbers of those whose own sentences name their outlets.
    """

    def __init__(self, facts: Sequence[StatementFacts], given: Sequence[OutletChain], named: Iterable[int]) -> None:
        self._facts = sorted(facts, key=lambda fact: fact.statement.number)
        statements = self.statements = [fact.statement for fact in self._facts]
        in_order = [fact.statement for fact in facts]
        #: The anchors in text order.
        self.anchors = np.array([one.anchor for one in in_order], np.int64)
        self.at = _numbers(one.anchor for one in statements)
        self.sentence = _numbers(one.sentence for one in statements)
        self.paragraph = _numbers(one.paragraph for one in statements)
        self.parent = _numbers(NOWHERE if one.parent is None else one.parent for one in statements)
        order = _numbers(one.number for one in in_order)
        self.rank = np.empty(len(order), np.int64)
        self.rank[order] = np.arange(len(order))
        self.before, self.next = _neighbours(order, [None] * len(order))
        keys = [one.speaker_key for one in in_order]
        self.own_before, self.own_next = _neighbours(order, keys)
        numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        #: The number of the speaker of each statement, and all of them by key.
        self.speaker = _numbers(numbers[one.speaker_key] for one in statements)
        self.speakers: Mapping[str | None, int] = numbers
        names = [None if one.speaker is None else one.speaker.name for one in statements]
        #: The key of the outlet that each speaker would be; None without a name.
        self.names = [None if name is None else outlet_key(name) for name in names]
        #: The keys of the chains that the rules give.
        self.given = [chain_key(chain) for chain in given]
        self.is_named = np.zeros(len(statements), bool)
        self.is_named[list(named)] = True

    def queries(self) -> _Array:
        """Return the columns of :data:`~quotekit.provenance.ranking.columns.QUERY`; shape (N, query)."""
        rows = []
        for number, fact in enumerate(self._facts):
            one = fact.statement
            kind = None if one.speaker is None else one.speaker.kind
            rows.append(
                (
                    *(kind is each for each in SPEAKER_KINDS),
                    bool(one.source),
                    one.reports,
                    one.tweets,
                    one.saying_kind == "posting",
                    one.saying_kind == "writing",
                    one.is_nested,
                    bool(one.cue),
                    one.draft.confidence,
                    np.log1p(one.paragraph),
                    one.paragraph <= _LEAD,
                    self.own_before[number] == NOWHERE,
                    *(name in fact.own for name in OWN),
                )
            )
        return np.array(rows, np.float32)

    def nothing(self) -> _Array:
        """Return the columns of :data:`~quotekit.provenance.ranking.columns.NOTHING`; shape (N, nothing)."""
        # One more for what is not there.
        has = np.array([*map(bool, self.given), False])
        size = len(self.given)
        given = {name for key in self.given for name in key}
        columns = (
            ~has[:size],
            has[:size] & self.is_named,
            has[:size] & ~self.is_named,
            (self.before >= 0) & ~has[self.before],
            (self.next >= 0) & ~has[self.next],
            (self.own_before >= 0) & ~has[self.own_before],
            has[self.own_before],
            np.full(size, has.any()),
            np.full(size, has.sum() / size),
            np.array([name in given for name in self.names]),
        )
        return np.stack(columns, 1).astype(np.float32)


class Chains:
    """
    The chains of outlets that a text names.

    Args:
        places: The places.

        table: The statements.
    """

    def __init__(self, places: Sequence[Place], table: StatementTable) -> None:
        keys = [place.key for place in places]
        self._numbers: dict[ChainKey, int] = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        self._names: dict[str, int] = {}
        #: The number of the chain in each place; shape (P,).
        self.of_places = _numbers(self._numbers[key] for key in keys)
        #: The chain that the rules give each statement, and none at the end; shape (N + 1,).
        self.given = _numbers([*(self._numbers.get(key, NOWHERE) for key in table.given), NOWHERE])
        counts, uses = Counter(keys), Counter(table.given)
        listed = {key: any(map(is_outlet, _names(place))) for key, place in zip(keys, places, strict=True)}
        #: What is known of each chain; shape (C, 5).
        self.known = np.array(
            [
                (np.log1p(counts[key]), len(key) > 1, listed[key], uses[key] / len(table.given), uses[key] > 0)
                for key in self._numbers
            ],
            np.float32,
        )
        # The places of each chain, in text order.
        self._places = np.argsort(self.of_places, kind="stable")
        self._ends = np.cumsum(np.bincount(self.of_places, minlength=len(self._numbers)))
        # Which outlets are in which chains.
        self._pairs = {(number, name) for key, number in self._numbers.items() for name in key}

    def uses(self, table: StatementTable) -> _Array:
        """Return how many statements the rules give the chain in each place; shape (P,)."""
        counts = np.bincount(self.given[: len(table.given)] + 1, minlength=len(self._numbers) + 1)
        return np.asarray(counts[self.of_places + 1])

    def nearest(self, chain: int, at: int, starts: _Array) -> int:
        """Return the number of the place of a chain that begins nearest to an offset; *starts* are those of places."""
        places = self._places[self._ends[chain - 1] if chain else 0 : self._ends[chain]]
        ahead = int(np.searchsorted(starts[places], at))
        around = places[max(0, ahead - 1) : ahead + 1]
        return int(around[np.abs(starts[around] - at).argmin()])

    def contain(self, chains: _Array, names: Sequence[str | None]) -> _Array:
        """Return whether chains contain an outlet of that name; shape of the chains, (D, S)."""
        found = np.zeros(chains.shape, bool)
        for row, name in enumerate(names):
            if name is not None:
                found[row] = [(chain, name) in self._pairs for chain in chains[row].tolist()]
        return found


def _names(place: Place) -> list[str]:
    return [outlet.name for outlet in place.outlets]


@attrs.frozen(eq=False)
class PlaceTable:
    """The places of a text as arrays; all have the shape (P,), but for the signs."""

    #: The places.
    places: Sequence[Place]
    start: _Array
    sentence: _Array
    paragraph: _Array
    #: How many statements are before each.
    rank: _Array
    #: The number of the statement that it carries, as the rules say.
    statement: _Array
    #: The number of whoever is quoted there.
    speaker: _Array
    #: Those who speak there: the number of the place and that of the speaker in one, in order; a last one for nobody.
    people: _Array
    #: The columns of :data:`~quotekit.provenance.ranking.columns.SIGNS`; shape (P, signs).
    signs: _Array
    #: The numbers of the places that carry something, or have an occasion, those with the chains given most first.
    strong: _Array
    #: How many statements the rules give the chain in each of these.
    strong_uses: _Array

    @classmethod
    def of(cls, index: TextIndex, places: Sequence[Place], table: StatementTable, chains: Chains) -> PlaceTable:
        """
        Make the table.

        Args:
            index: The text.

            places: Its places.

            table: Its statements.

            chains: The chains in the places.

        Returns:
            The table.
        """
        uses = chains.uses(table)
        strong = np.flatnonzero([p.sign.carrier is not None or p.sign.occasion is not None for p in places])
        # Beyond so many, the places used most are the same for all statements.
        strong = strong[np.argsort(-uses[strong], kind="stable")[: 4 * _STRONG]]
        start = _numbers(place.start for place in places)
        paragraph = _numbers(index.paragraph_of(place.start) for place in places)
        speakers, size = table.speakers, len(table.speakers)
        people = [
            number * size + speakers[key]
            for number, place in enumerate(places)
            for key in place.sign.people
            if key in speakers
        ]
        return cls(
            places,
            start,
            _numbers(index.sentence_of(place.start) for place in places),
            paragraph,
            np.searchsorted(table.anchors, start),
            _numbers(NOWHERE if p.sign.statement is None else p.sign.statement for p in places),
            _numbers(NOWHERE if p.sign.speaker is None else speakers.get(p.sign.speaker, NOWHERE) for p in places),
            _numbers(sorted([*people, _NOBODY])),
            _signs(places, paragraph, table.statements),
            strong,
            uses[strong],
        )

    def are_mentioned(self, pairs: _Array) -> _Array:
        """Return which pairs of place and speaker, numbered as in ``people``, are among them."""
        return np.asarray(self.people[np.searchsorted(self.people, pairs)] == pairs)

    def candidates(self, numbers: _Array, table: StatementTable, chains: Chains) -> _Array:
        """
        Choose the places that are candidates.

        Args:
            numbers: The numbers of D statements.

            table: The statements.

            chains: The chains in the places.

        Returns:
            The numbers of the places around them, of those that carry most, and of that with what the rules give, -1
            where there is none; shape (D, :data:`PLACES`).
        """
        found = np.full((len(numbers), PLACES), NOWHERE, np.int64)
        near = np.searchsorted(self.start, table.at[numbers])[:, None] + np.arange(-_BACK, _AHEAD)
        found[:, : _BACK + _AHEAD] = np.where((near >= 0) & (near < len(self.start)), near, NOWHERE)
        rank = self.rank[self.strong]
        for row, number in enumerate(numbers.tolist()):
            order = np.lexsort((np.abs(rank - table.rank[number]), -self.strong_uses))[:_STRONG]
            found[row, _BACK + _AHEAD : _BACK + _AHEAD + len(order)] = self.strong[order]
            given = chains.given[number]
            if given != NOWHERE:
                found[row, -1] = chains.nearest(int(given), int(table.at[number]), self.start)
        return found


def _signs(places: Sequence[Place], paragraph: _Array, statements: Sequence[Statement]) -> _Array:
    in_content = Stretches((piece.start, piece.end) for one in statements for piece in one.content)
    in_source = Stretches((piece.start, piece.end) for one in statements for piece in one.source)
    rows = [
        (
            place.sign.is_outlet,
            place.sign.is_described,
            place.sign.is_name,
            place.sign.is_unknown,
            place.sign.is_run,
            place.sign.is_pair,
            place.sign.is_aside,
            bool(place.sign.people),
            in_content.hold(place.start, place.end),
            in_source.hold(place.start, place.end),
            at == 0,
            place.sign.statement is not None,
            *(place.sign.carrier is kind for kind in CarrierType),
            *(place.sign.occasion is kind for kind in OccasionKind),
        )
        for place, at in zip(places, paragraph.tolist(), strict=True)
    ]
    return np.array(rows, np.uint8)


def _numbers(values: Iterable[int]) -> _Array:
    return np.array(list(values), np.int64)


def _neighbours(order: _Array, keys: Sequence[str | None]) -> tuple[_Array, _Array]:
    """Return the numbers of the statements before and after each, among those with the same key."""
    before, after = (np.full(len(order), NOWHERE, np.int64) for _ in range(2))
    last: dict[str | None, int] = {}
    for number, key in zip(order.tolist(), keys, strict=True):
        known = last.get(key, NOWHERE)
        before[number] = known
        if known >= 0:
            after[known] = number
        last[key] = number
    return before, after
