"""The network that weighs candidates, with weights at random."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.speakers.ranking.evidence import Evidence
from quotekit.speakers.ranking.network import Likelihoods, Network
from tests.ranking.draws import CANDIDATES, candidates_in_places
from tests.speakers.ranking.material import random_evidence, random_weights


def weigh(evidence: Evidence, *, seed: int = 0, scale: float = 1.0) -> Likelihoods:
    """Weigh candidates by a network of weights at random; NumPy's warnings are errors, but for what is too small."""
    with np.errstate(all="raise", under="ignore"):
        return Network.of(random_weights(seed, scale=scale)).likelihoods(evidence)


class TestLikelihoods:
    """Network.likelihoods()."""

    @given(candidates_in_places(), st.integers(0, 99), st.sampled_from([0.0, 0.1, 1.0, 30.0]))
    def test_add_up(self, candidates: list[list[int]], seed: int, scale: float) -> None:
        """The probabilities of all entities and of nobody add up to 1, and so do those of the kinds."""
        evidence = random_evidence(seed, candidates)

        found = weigh(evidence, seed=seed, scale=scale)

        totals = np.where(evidence.is_first, found.of_entities, 0).sum(1) + found.of_nobody
        assert totals == pytest.approx(np.ones(len(candidates)), abs=1e-5)
        assert found.of_kinds.sum(1) == pytest.approx(np.ones(len(candidates)), abs=1e-5)
        assert all(part.min() >= 0 for part in attrs.astuple(found, recurse=False))

    def test_several_places(self) -> None:
        """An entity in several places has the same probability in each, and counts once."""
        found = weigh(random_evidence(0, CANDIDATES)).of_entities

        assert found[0, 0] == found[0, 2] == found[0, 4] > 0

    def test_no_candidate(self) -> None:
        """Where there is no candidate, the probability is 0; without any, it is surely nobody."""
        found = weigh(random_evidence(0, [*CANDIDATES, [-1] * 5]))

        assert [[3], [0, 2, 3, 4], [0, 1, 2, 3, 4]] == [np.flatnonzero(row == 0).tolist() for row in found.of_entities]
        assert 1 == found.of_nobody[2]

    def test_order_of_places(self) -> None:
        """The order of the places makes no difference."""
        evidence = random_evidence(0, CANDIDATES)
        turned = in_places(evidence, [3, 1, 4, 0, 2])

        assert weigh(turned).of_entities == pytest.approx(weigh(evidence).of_entities[:, [3, 1, 4, 0, 2]], abs=1e-6)

    def test_empty_places(self) -> None:
        """Further places without candidates make no difference."""
        evidence = random_evidence(0, CANDIDATES)
        shorter = in_places(evidence, [0, 1, 2, 4])

        assert weigh(shorter).of_entities == pytest.approx(weigh(evidence).of_entities[:, [0, 1, 2, 4]], abs=1e-6)

    def test_support(self) -> None:
        """Another mention of an entity makes it likelier: its places support it together."""
        evidence = random_evidence(0, CANDIDATES)

        assert weigh(in_places(evidence, [0, 1])).of_entities[0, 0] < weigh(evidence).of_entities[0, 0]

    def test_each_by_itself(self) -> None:
        """What is known of one attribution makes no difference for another."""
        evidence = random_evidence(0, CANDIDATES)
        alone = attrs.evolve(
            evidence, **{name: part[1:] for name, part in attrs.asdict(evidence, recurse=False).items()}
        )

        assert weigh(alone).of_entities[0] == pytest.approx(weigh(evidence).of_entities[1], abs=1e-6)


def in_places(evidence: Evidence, places: Sequence[int]) -> Evidence:
    """Return evidence with some places only, in another order."""
    of_places = {name: getattr(evidence, name)[:, places] for name in ("candidates", "named", "place", "entity")}
    return attrs.evolve(evidence, **of_places)


class TestWeights:
    """Checking weights."""

    def test_good(self) -> None:
        """Weights of the right shapes have no problem."""
        network = Network.of(random_weights())

        assert ([], 4) == ([*network.problems()], network.width)

    @pytest.mark.parametrize("name", sorted({*random_weights()} - {"sieves"}))
    def test_other_shape(self, name: str) -> None:
        """Each array of another shape is a problem."""
        weights = random_weights()
        weights[name] = np.concatenate((weights[name], weights[name]), -1)

        assert [] != [*Network.of(weights).problems()]

    @pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
    def test_not_finite(self, value: float) -> None:
        """What is no finite number is a problem."""
        weights = random_weights()
        weights["pair.1.bias"] = np.array([value], np.float32)

        assert ["pair.1.bias has other values than finite numbers of 32 bits"] == [*Network.of(weights).problems()]

    @pytest.mark.parametrize("kind", [np.float64, np.int64, np.complex64])
    def test_other_numbers(self, kind: type[np.generic]) -> None:
        """Numbers of other kinds are a problem."""
        weights = random_weights()
        weights["pair.1.bias"] = weights["pair.1.bias"].astype(kind)

        assert ["pair.1.bias has other values than finite numbers of 32 bits"] == [*Network.of(weights).problems()]

    def test_another_sieve(self) -> None:
        """Weights for other sieves than they name do not fit."""
        weights = random_weights()
        weights["sieves"] = weights["sieves"][1:]

        assert any(problem.startswith("nobody.0.weight has the shape") for problem in Network.of(weights).problems())
