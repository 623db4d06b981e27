"""What the networks have in common while they are trained."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from quotekit.ranking import Candidates, Layers
from quotekit.training.ranking.layers import StretchStates, head, head_scores, pooled


class TestStretchStates:
    """StretchStates."""

    def states(self, *, dropout: float = 0.0) -> StretchStates:
        """Return a layer that keeps the two numbers it reads, and adds 1."""
        layer = StretchStates(2, 2, state_dropout=dropout, width_dropout=0.0)
        layer.weight.data, layer.bias.data = torch.eye(2), torch.ones(2)
        return layer

    def test_zero_without_words(self) -> None:
        """Where there is no word the states are zero, elsewhere they are those of the layer."""
        hidden = torch.tensor([[[0.0, 0.0]] * 3, [[1.0, 2.0], [0.0, 0.0], [3.0, 0.0]]])

        assert [[[0, 0]] * 3, [[2, 3], [0, 0], [4, 1]]] == self.states()(hidden).tolist()

    def test_drops_the_same_of_all_words(self) -> None:
        """In training, the same numbers are dropped for the words of a stretch."""
        torch.manual_seed(1)
        found = self.states(dropout=0.5).train()(torch.ones(50, 3, 2))

        assert {1.0, 3.0} == {*found.flatten().tolist()}
        assert torch.equal(found[:, 0], found[:, 1])
        assert torch.equal(found[:, 0], found[:, 2])


@pytest.mark.parametrize("seed", range(3))
def test_pooled(seed: int) -> None:
    """Places support a candidate as they do in NumPy."""
    chance = np.random.default_rng(seed)
    candidates = Candidates(chance.integers(-1, 3, (4, 6)))
    scores = chance.normal(0, 3, (4, 6)).astype(np.float32)

    found = pooled(*map(torch.from_numpy, (scores, candidates.exists, candidates.same))).numpy()

    exists = candidates.exists
    assert np.allclose(candidates.pool(scores)[exists], found[exists], atol=1e-5)


def test_head_scores() -> None:
    """The output of a hidden layer is that in NumPy; in training a part of the layer is dropped."""
    layers = head(5, 40, 2)
    weights = {f"head.{name}": value.detach().numpy() for name, value in layers.state_dict().items()}
    one, other = torch.randn(3, 2), torch.randn(3, 3)

    scores = head_scores(layers, one, other, training=False)

    assert np.allclose(Layers(weights).scores("head", one.numpy(), other.numpy()), scores.detach().numpy(), atol=1e-5)
    assert not torch.equal(scores, head_scores(layers, one, other, training=True))
