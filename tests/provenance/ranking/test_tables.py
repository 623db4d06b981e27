"""Which places are candidates, and which one of a chain is nearest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from quotekit.provenance.ranking.ranker import RuledText
from quotekit.provenance.ranking.tables import NOWHERE, PLACES, Chains, PlaceTable, StatementTable
from tests.provenance.ranking.material import rule_marked

# Of the places before, those after, those that carry something, and that of the chain that the rules give.
_BACK, _AROUND = 26, 38


def tables(ruled: RuledText) -> tuple[StatementTable, PlaceTable, Chains]:
    """Return the tables of a text."""
    statements = StatementTable(ruled.facts, ruled.given, ruled.named)
    chains = Chains(ruled.places, statements)
    return statements, PlaceTable.of(ruled.index, ruled.places, statements, chains), chains


def candidates(ruled: RuledText, numbers: Sequence[int]) -> np.ndarray:
    """Return the candidates of statements."""
    statements, places, chains = tables(ruled)
    return places.candidates(np.array(numbers), statements, chains)


def words(ruled: RuledText, numbers: np.ndarray) -> list[str]:
    """Return the words of places."""
    found = (ruled.places[number] for number in numbers.tolist() if number != NOWHERE)
    return [ruled.index.text[place.start : place.end] for place in found]


class TestCandidates:
    """PlaceTable.candidates()."""

    def test_around(self) -> None:
        """Places before and after a statement come in text order."""
        ruled = rule_marked("Kelp Bay and Tidewrack closed. {s Ida Holm} {c said} {t so} of Dawn Hour and Reef Times.")
        (found,) = candidates(ruled, [0])

        before, after = found[:_BACK], found[_BACK:_AROUND]
        assert "Tidewrack" == words(ruled, before)[-1]
        assert "Dawn Hour" in words(ruled, after)
        assert PLACES == len(found)
        assert all(one == NOWHERE or one < len(ruled.places) for one in found.tolist())

    def test_far_away(self) -> None:
        """A place that is merely a name is no candidate from far away."""
        others = "".join(f"kelp was at Bay{letter} once. " for letter in "abcdefghijklmnopqrstuvwxyzabcd")
        ruled = rule_marked(f"it was Tidewrack once. {others} {{s Ida Holm}} {{c said}} {{t so}}.")

        assert "Tidewrack" in words(ruled, np.arange(len(ruled.places)))
        assert "Tidewrack" not in words(ruled, candidates(ruled, [0])[0])

    def test_strong(self) -> None:
        """One that carries a statement is a candidate from any distance."""
        others = "".join(f"kelp was at Bay{letter} once. " for letter in "abcdefghijklmnopqrstuvwxyzabcd")
        ruled = rule_marked(
            f"{{s Ida Holm}} {{c told}} CNN {{t it is late}}. {others}\n\n{{s2 A farmer}} {{c2 said}} {{t2 so}}."
        )
        (found,) = candidates(ruled, [1])

        assert "CNN" not in words(ruled, found[:_AROUND])
        assert "CNN" in words(ruled, found[_AROUND:-1])

    def test_given(self) -> None:
        """The last place is the one with what the rules give, none if they give nothing."""
        ruled = rule_marked("{s Ida Holm} {c told} CNN {t it is late}.\n\n\n{s2 CNN} {c2 said} {t2 so}.")
        found = candidates(ruled, [0, 1])

        assert [("CNN",), ()] == [tuple(one.name for one in chain) for chain in ruled.given]
        assert ["CNN"] == words(ruled, found[0, -1:])
        assert NOWHERE == found[1, -1]


class TestNearest:
    """Chains.nearest()."""

    @pytest.mark.parametrize(("at", "expected"), [(0, 0), (10, 0), (45, 1), (60, 2), (1000, 2)])
    def test_nearest(self, at: int, expected: int) -> None:
        """Of the places of a chain the one that begins nearest to an offset is found, before it or after it."""
        ruled = rule_marked("it was CNN once, and was that CNN again, and at last it was CNN. {s Ida} {c said} {t so}.")
        _, places, chains = tables(ruled)
        numbers = [n for n, place in enumerate(ruled.places) if place.key == ("cnn",)]

        assert numbers[expected] == chains.nearest(int(chains.of_places[numbers[0]]), at, places.start)

    def test_others(self) -> None:
        """Places of other chains are not looked at, however near they are."""
        ruled = rule_marked("it was CNN once, and NBC then. {s Ida Holm} {c said} {t so}.")
        _, places, chains = tables(ruled)
        (number,) = [n for n, place in enumerate(ruled.places) if place.key == ("cnn",)]

        assert number == chains.nearest(int(chains.of_places[number]), 21, places.start)


class TestChains:
    """Chains."""

    def test_same(self) -> None:
        """Places of the same outlet are of one chain, however it is written; those of others are not."""
        ruled = rule_marked("it was The Reef Times, or REEF TIMES, not Reef Herald. {s Ida Holm} {c said} {t so}.")
        _, _, chains = tables(ruled)
        numbers = {
            ruled.index.text[place.start : place.end]: int(chains.of_places[n]) for n, place in enumerate(ruled.places)
        }

        assert numbers["The Reef Times"] == numbers["REEF TIMES"] != numbers["Reef Herald"]

    def test_contain(self) -> None:
        """Of a chain of several outlets each is in it."""
        ruled = rule_marked("{s Ida Holm} {c told} Tidewrack’s “Dawn Hour” {t it is late}.")
        _, _, chains = tables(ruled)
        keys = [place.key for place in ruled.places]

        found = chains.contain(chains.of_places[None, :], ["tidewrack"])[0].tolist()

        assert ["tidewrack" in key for key in keys] == found
        assert not chains.contain(chains.of_places[None, :], [None]).any()


class TestStatementTable:
    """StatementTable."""

    def test_neighbours(self) -> None:
        """The statements before and after each, and those of its speaker, in the order of the text."""
        table, _, _ = tables(
            rule_marked(
                "{s2 Ida Holm} {c2 said} {t2 so}. {s1 Carl Dray} {c1 said} {t1 so}. {s3 Holm} {c3 said} {t3 it rained}."
            )
        )

        assert [1, -1, 0] == table.before.tolist()
        assert [2, 0, -1] == table.next.tolist()
        assert [-1, -1, 1] == table.own_before.tolist()
        assert [-1, 2, -1] == table.own_next.tolist()
        assert [1, 0, 2] == table.rank.tolist()
