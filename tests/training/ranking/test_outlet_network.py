"""The network for outlets in PyTorch, beside that in NumPy."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from quotekit.provenance.ranking.evidence import OutletEvidence
from quotekit.provenance.ranking.network import OutletNetwork
from quotekit.training.ranking.outlet_examples import OutletExamples
from quotekit.training.ranking.outlet_network import OutletBatch, OutletRankingNetwork, outlet_loss

HIDDEN, SPOTS, STRETCHES = 6, 7, 9
WIDTH = 5
# The parts of stretches that are read: first, last and mean of the source, mean of the cue, first of the content; last
# and mean of the place, mean of what is before and after it.
ASKED, NAMED = (0, 1, 2, 2, 0), (1, 2, 2, 2)


def random_examples(seed: int, count: int = 4) -> OutletExamples:
    """Draw examples; the last statement has no candidates."""
    chance = np.random.default_rng(seed)
    candidates = chance.integers(-1, 4, (count, SPOTS))
    candidates[-1] = -1
    exists = candidates >= 0
    # What is known of a chain is the same in each of its places.
    of_chains = chance.normal(size=(5, 4)).astype(np.float32)
    states = chance.normal(size=(STRETCHES, 3, HIDDEN)).astype(np.float16)
    states[0] = 0
    right = (candidates == 2) & exists
    evidence = OutletEvidence(
        candidates,
        np.where(exists, np.arange(SPOTS), -1),
        chance.integers(0, STRETCHES, (count, 5)).astype(np.float32),
        (chance.integers(0, STRETCHES, (count, SPOTS, 4)) * exists[..., None]).astype(np.float32),
        chance.normal(size=(count, SPOTS, 3)).astype(np.float32),
        of_chains[candidates],
        chance.normal(size=(count, 2)).astype(np.float32),
        chance.normal(size=(count, 3)).astype(np.float32),
    )
    return OutletExamples(evidence, states, right, right.any(1) | (chance.random(count) < 0.5))


def evidence_of(one: OutletExamples, states: Any) -> OutletEvidence:
    """Put states in the places of the numbers of stretches, as the extractor has them."""
    asked, named = one.evidence.asked.astype(int), one.evidence.named.astype(int)
    return attrs.evolve(
        one.evidence,
        asked=np.concatenate([states[asked[:, column], part] for column, part in enumerate(ASKED)], -1),
        named=np.concatenate([states[named[..., column], part] for column, part in enumerate(NAMED)], -1),
    )


class TestOutletRankingNetwork:
    """OutletRankingNetwork."""

    @given(st.integers(0, 2**32 - 1))
    @settings(max_examples=25, deadline=None)
    def test_is_that_in_numpy(self, seed: int) -> None:
        """The likelihoods are those of the network in NumPy, for whatever evidence."""
        one = random_examples(seed)
        batch = OutletBatch.of([one])
        torch.manual_seed(seed)
        network = OutletRankingNetwork(batch, width=WIDTH).eval()
        weights = network.arrays()
        states = one.states.astype(np.float32) @ weights["state.weight"].T + weights["state.bias"]
        states[0] = 0

        with torch.no_grad():
            of_chains, of_none = network(batch)
        expected, expected_none = OutletNetwork.of(weights).likelihoods(evidence_of(one, states))

        assert np.allclose(expected, np.where(one.evidence.exists, of_chains.exp().numpy(), 0), atol=1e-5)
        assert np.allclose(expected_none, of_none.exp().numpy(), atol=1e-5)

    def test_texts_do_not_mix(self) -> None:
        """Two texts in a batch have the likelihoods that each has alone."""
        texts = [random_examples(1), random_examples(2, count=3)]
        both = OutletBatch.of(texts)
        network = OutletRankingNetwork(both, width=WIDTH).eval()

        with torch.no_grad():
            together = network(both)
            alone = [network(OutletBatch.of([one])) for one in texts]

        assert 7 == len(both)
        assert torch.allclose(together[0], torch.cat([of_chains for of_chains, _ in alone]), atol=1e-5)
        assert torch.allclose(together[1], torch.cat([of_none for _, of_none in alone]), atol=1e-5)

    def test_drops_when_it_learns(self) -> None:
        """In training, parts of the states are dropped, others each time."""
        batch = OutletBatch.of([random_examples(3)])
        network = OutletRankingNetwork(batch, width=WIDTH).train()

        assert not torch.equal(network(batch)[1], network(batch)[1])


class TestOutletLoss:
    """outlet_loss()."""

    def loss(self, right: list[bool], *, has_outlets: bool) -> float:
        """Compute the loss where chain 2, in two places, has 1/2, chain 3 has 1/4, and none has 1/4."""
        candidates = np.array([[2, 3, 2, *[-1] * (SPOTS - 3)]])
        drawn = random_examples(4, count=1)
        one = attrs.evolve(
            drawn,
            evidence=attrs.evolve(drawn.evidence, candidates=candidates),
            right=np.array([[*right, *[False] * (SPOTS - 3)]]),
            has_outlets=np.array([has_outlets]),
        )
        of_chains = torch.tensor([[0.5, 0.25, 0.5, *[0.1] * (SPOTS - 3)]]).log()
        return float(outlet_loss((of_chains, torch.tensor([0.25]).log()), OutletBatch.of([one])))

    @pytest.mark.parametrize(
        ("right", "has_outlets", "expected"),
        [
            ([True, False, True], True, np.log(2)),
            ([False, True, False], True, np.log(4)),
            ([True, True, True], True, np.log(4 / 3)),
            ([False, False, False], False, np.log(4)),
            ([False, False, False], True, 0.3 * np.log(4)),
        ],
        ids=["two places", "one place", "two chains", "none", "no candidate is right"],
    )
    def test_loss(self, right: list[bool], *, has_outlets: bool, expected: float) -> None:
        """A chain counts once; where none is right none is the answer, which counts less if there is an outlet."""
        assert np.isclose(expected, self.loss(right, has_outlets=has_outlets))
