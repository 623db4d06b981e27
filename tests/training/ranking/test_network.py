"""The network in PyTorch, beside that in NumPy."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from quotekit.speakers.ranking.evidence import Evidence
from quotekit.speakers.ranking.network import KINDS, Network
from quotekit.training.ranking.examples import Examples
from quotekit.training.ranking.network import Batch, RankingNetwork, Scores, ranking_loss

HIDDEN, PLACES, STRETCHES = 6, 7, 9
WIDTH = 5


def random_examples(seed: int, count: int = 4) -> Examples:
    """Draw examples; the last attribution has no candidates."""
    chance = np.random.default_rng(seed)
    candidates = chance.integers(-1, 4, (count, PLACES))
    candidates[-1] = -1
    sizes = {"place": (PLACES, 3), "query": (2,), "nobody": (3,)}
    features = {name: chance.normal(size=(count, *size)).astype(np.float32) for name, size in sizes.items()}
    # What is known of an entity is the same in each of its places.
    features["entity"] = chance.normal(size=(5, 4)).astype(np.float32)[candidates]
    named = np.repeat(chance.integers(1, STRETCHES, (count, PLACES, 1)), 2, axis=2) * (candidates >= 0)[..., None]
    states = chance.normal(size=(STRETCHES, 3, 2 * HIDDEN)).astype(np.float16)
    states[0] = 0
    right = (candidates == 2) & (candidates >= 0)
    return Examples(
        Evidence(
            candidates,
            chance.integers(0, STRETCHES, (count, 5)).astype(np.float32),
            named.astype(np.float32),
            **features,
        ),
        states,
        right,
        right.any(1) | (chance.random(count) < 0.5),
        chance.integers(0, len(KINDS), count),
        chance.random(count) < 0.5,
    )


def evidence_of(one: Examples, states: Any) -> Evidence:
    """Put states in the places of the numbers of stretches, as the extractor has them."""
    asked, named = one.evidence.asked.astype(int), one.evidence.named.astype(int)[..., 0]
    parts = [states[asked[:, column], part] for column, part in enumerate((0, 1, 2, 2, 0))]
    return attrs.evolve(
        one.evidence,
        asked=np.concatenate(parts, -1),
        named=np.concatenate([states[named, 1], states[named, 2]], -1),
    )


class TestRankingNetwork:
    """RankingNetwork."""

    @given(st.integers(0, 2**32 - 1))
    @settings(max_examples=25, deadline=None)
    def test_is_that_in_numpy(self, seed: int) -> None:
        """The likelihoods are those of the network in NumPy, for whatever evidence."""
        one = random_examples(seed)
        batch = Batch.of([one])
        torch.manual_seed(seed)
        network = RankingNetwork(batch, width=WIDTH).eval()
        weights = network.arrays()
        states = one.states.astype(np.float32) @ weights["state.weight"].T + weights["state.bias"]
        states[0] = 0

        with torch.no_grad():
            scores = network(batch)
        expected = Network.of({**weights, "sieves": np.array(["name"])}).likelihoods(evidence_of(one, states))

        exists = one.evidence.exists
        found = np.where(exists, scores.of_entities.exp().numpy(), 0)
        assert np.allclose(expected.of_entities, found, atol=1e-5)
        assert np.allclose(expected.of_nobody, scores.of_nobody.exp().numpy(), atol=1e-5)
        assert np.allclose(expected.of_kinds, scores.of_kinds.exp().numpy(), atol=1e-5)

    def test_texts_do_not_mix(self) -> None:
        """Two texts in a batch have the likelihoods that each has alone."""
        texts = [random_examples(1), random_examples(2, count=3)]
        network = RankingNetwork(Batch.of(texts), width=WIDTH).eval()

        with torch.no_grad():
            together = network(Batch.of(texts)).of_entities
            alone = torch.cat([network(Batch.of([one])).of_entities for one in texts])

        assert torch.allclose(together, alone, atol=1e-5)

    def test_drops_when_it_learns(self) -> None:
        """In training, parts of the states are dropped, others each time."""
        batch = Batch.of([random_examples(3)])
        network = RankingNetwork(batch, width=WIDTH).train()

        assert not torch.equal(network(batch).of_kinds, network(batch).of_kinds)


class TestRankingLoss:
    """ranking_loss()."""

    @pytest.fixture(name="one")
    def fixture_one(self) -> Examples:
        """One attribution with two places for one entity that is right, and one that is wrong."""
        candidates = np.array([[2, 3, 2, *[-1] * (PLACES - 3)]])
        drawn = random_examples(4, count=1)
        return attrs.evolve(
            drawn,
            evidence=attrs.evolve(drawn.evidence, candidates=candidates),
            right=candidates == 2,
            is_named=np.array([True]),
            by_name=np.array([False]),
        )

    def loss(self, one: Examples) -> float:
        """Compute the loss where the right entity has 1/2, nobody 1/4, and each kind 1/8."""
        of_entities = torch.full((1, PLACES), 0.5).log()
        scores = Scores(of_entities, torch.tensor([0.25]).log(), torch.full((1, len(KINDS)), 0.125).log())
        return float(ranking_loss(scores, Batch.of([one])))

    def test_counts_an_entity_once(self, one: Examples) -> None:
        """The loss is that of the entity, not of its places, and half of that of the kind."""
        assert np.isclose(np.log(2) + np.log(8) / 2, self.loss(one))

    @pytest.mark.parametrize(("is_named", "expected"), [(True, np.log(4) / 2), (False, np.log(4))])
    def test_nobody_is_right_without_a_candidate(self, one: Examples, *, is_named: bool, expected: float) -> None:
        """If nobody is right, nobody is the answer; it counts half if the speaker has a name."""
        absent = attrs.evolve(one, right=one.right & False, is_named=np.array([is_named]), kind_share=0.0)

        assert np.isclose(expected, self.loss(absent))

    def test_shares(self, one: Examples) -> None:
        """Names in the source count half, and texts as much as their share."""
        weighed = attrs.evolve(one, by_name=np.array([True]), share=3.0, kind_share=0.0)

        assert np.isclose(1.5 * np.log(2), self.loss(weighed))
