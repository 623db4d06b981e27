"""The network that weighs outlets, with weights at random."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.provenance.ranking.evidence import OutletEvidence
from quotekit.provenance.ranking.network import OutletNetwork
from tests.provenance.ranking.material import WIDTH, random_evidence, random_weights
from tests.ranking.draws import CANDIDATES, candidates_in_places


def weigh(evidence: OutletEvidence, *, seed: int = 0, scale: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """Weigh chains by a network of weights at random; NumPy's warnings are errors, but for what is too small."""
    with np.errstate(all="raise", under="ignore"):
        return OutletNetwork.of(random_weights(seed, scale=scale)).likelihoods(evidence)


def in_places(evidence: OutletEvidence, places: Sequence[int]) -> OutletEvidence:
    """Return evidence with some places only, in another order."""
    names = ("candidates", "places", "named", "place", "chain")
    return attrs.evolve(evidence, **{name: getattr(evidence, name)[:, places] for name in names})


class TestLikelihoods:
    """OutletNetwork.likelihoods()."""

    @given(candidates_in_places(), st.integers(0, 99), st.sampled_from([0.0, 0.1, 1.0, 30.0]))
    def test_add_up(self, candidates: list[list[int]], seed: int, scale: float) -> None:
        """The probabilities of all chains and of none add up to 1."""
        evidence = random_evidence(seed, candidates)

        of_chains, of_none = weigh(evidence, seed=seed, scale=scale)

        totals = np.where(evidence.is_first, of_chains, 0).sum(1) + of_none
        assert totals == pytest.approx(np.ones(len(candidates)), abs=1e-5)
        assert min(of_chains.min(), of_none.min()) >= 0

    def test_several_places(self) -> None:
        """A chain in several places has the same probability in each, and counts once."""
        of_chains, _ = weigh(random_evidence(0, CANDIDATES))

        assert of_chains[0, 0] == of_chains[0, 2] == of_chains[0, 4] > 0

    def test_no_candidate(self) -> None:
        """Where there is no candidate, the probability is 0; without any, there is surely no outlet."""
        of_chains, of_none = weigh(random_evidence(0, [*CANDIDATES, [-1] * 5]), scale=0.1)

        assert [[3], [0, 2, 3, 4], [0, 1, 2, 3, 4]] == [np.flatnonzero(row == 0).tolist() for row in of_chains]
        assert 1 == of_none[2]

    def test_order_of_places(self) -> None:
        """The order of the places makes no difference."""
        evidence = random_evidence(0, CANDIDATES)

        turned, _ = weigh(in_places(evidence, [3, 1, 4, 0, 2]))

        assert turned == pytest.approx(weigh(evidence)[0][:, [3, 1, 4, 0, 2]], abs=1e-6)

    def test_support(self) -> None:
        """Another place of a chain makes it likelier: its places support it together."""
        evidence = random_evidence(0, CANDIDATES)

        assert weigh(in_places(evidence, [0, 1]))[0][0, 0] < weigh(evidence)[0][0, 0]

    def test_each_by_itself(self) -> None:
        """What is known of one statement makes no difference for another."""
        evidence = random_evidence(0, CANDIDATES)
        parts = attrs.asdict(evidence, recurse=False)
        alone = attrs.evolve(evidence, **{name: part[1:] for name, part in parts.items()})

        assert weigh(alone)[0][0] == pytest.approx(weigh(evidence)[0][1], abs=1e-6)


class TestWeights:
    """Checking weights."""

    def test_good(self) -> None:
        """Weights of the right shapes have no problem."""
        network = OutletNetwork.of(random_weights())

        assert ([], WIDTH) == ([*network.problems()], network.width)

    @pytest.mark.parametrize("name", sorted(random_weights()))
    def test_other_shape(self, name: str) -> None:
        """Each array of another shape is a problem."""
        weights = random_weights()
        weights[name] = np.concatenate((weights[name], weights[name]), -1)

        assert [] != [*OutletNetwork.of(weights).problems()]

    @pytest.mark.parametrize("name", sorted(random_weights()))
    def test_missing(self, name: str) -> None:
        """Each array is needed."""
        weights = random_weights()
        del weights[name]

        with pytest.raises(KeyError, match=name):
            OutletNetwork.of(weights)
