"""Knowledge distillation: the teacher's marginals, and soft targets."""

from __future__ import annotations

import itertools
import math
from types import SimpleNamespace

import pytest
import torch
from torch import Tensor

from quotekit.tagger.decode import MOST_SEGMENTS, ROLES
from quotekit.training.distillation import StateLoss, distillation_targets, marginals
from quotekit.training.model import Tagger

WORDS = 4


def _sets(words: int, most: int) -> list[tuple[tuple[int, int], ...]]:
    """List all sets of at most *most* segments of which no two are adjacent."""
    segments = [(s, e) for s in range(words) for e in range(s + 1, words + 1)]
    return [
        chosen
        for n in range(most + 1)
        for chosen in itertools.combinations(segments, n)
        if all(a[1] < b[0] for a, b in itertools.pairwise(chosen))
    ]


class TestMarginals:
    """Marginal probabilities of a word to be inside, to begin and to end a segment."""

    def test_agree_with_enumeration(self) -> None:
        """They equal the sums over all sets of segments."""
        scores = torch.randn(1, WORDS, len(ROLES), 3, generator=torch.Generator().manual_seed(3))
        expected = torch.zeros_like(scores)
        for r, most in enumerate(MOST_SEGMENTS):
            weighted = []
            for chosen in _sets(WORDS, most):
                picked = torch.zeros(WORDS, 3)
                for start, end in chosen:
                    picked[start:end, 0], picked[start, 1], picked[end - 1, 2] = 1, 1, 1
                weighted.append((math.exp(float((picked * scores[0, :, r]).sum())), picked))
            total = sum(weight for weight, _ in weighted)
            expected[0, :, r] = sum((weight / total * picked for weight, picked in weighted), torch.zeros(WORDS, 3))

        found = marginals(scores, torch.ones(1, WORDS))

        assert torch.allclose(found, expected, atol=1e-5)

    def test_exclude_padding(self) -> None:
        """No segment begins or ends in the padding."""
        exists = torch.tensor([[1.0, 1.0, 0.0, 0.0]])

        found = marginals(torch.zeros(1, WORDS, len(ROLES), 3), exists)

        assert 0.0 == float(found[:, 2:, :, 1:].max())


class _Teacher(Tagger):
    """A teacher with constant predictions."""

    def __init__(self, last: float) -> None:
        torch.nn.Module.__init__(self)
        self.last = last

    def encode(self, ids: Tensor, features: Tensor, mask: Tensor, words: Tensor) -> Tensor:  # noqa: ARG002
        """Return the same state for each word."""
        return torch.ones(*words.shape, 2)

    def anchor(self, states: Tensor) -> Tensor:
        """Predict an anchor with a probability of 5 % at each word but the last."""
        probabilities = torch.full(states.shape[:2], 0.05)
        probabilities[:, -1] = self.last
        return torch.logit(probabilities).unsqueeze(-1)

    def roles(self, states: Tensor, anchors: Tensor, exists: Tensor) -> Tensor:  # noqa: ARG002
        """Score all roles alike."""
        return torch.zeros(len(anchors), states.shape[1], len(ROLES), 3)


def _target(roles: Tensor, anchors: list[float], *, final: bool = False) -> dict[str, Tensor]:
    """Make the targets of one window of four words; the last two are not annotated."""
    return {
        "anchors": torch.tensor([anchors]),
        "known": torch.tensor([[1.0, 1.0, 0.0, 0.0]]),
        "exists": torch.ones(len(roles), WORDS),
        "roles": roles,
        "weights": torch.ones(len(roles)),
        "final": torch.full((1, WORDS), final),
    }


BATCH = {name: torch.tensor([[1, 2, 3, 4]]) for name in ("ids", "features", "mask", "words")}


class TestDistillationTargets:
    """distillation_targets()."""

    @pytest.mark.parametrize(
        ("final", "expected"),
        [(False, [0.05 / 2, 0.5 + 0.05 / 2, 0.05, 0.05]), (True, [0.0, 1.0, 0.05, 0.05])],
        ids=["news", "final"],
    )
    def test_mixes_by_weight(self, final: bool, expected: list[float]) -> None:  # noqa: FBT001
        """Annotated words take the weighted mean, unless they are final; other words the teacher's prediction."""
        target = _target(torch.zeros(1, WORDS, len(ROLES), 3), [0.0, 1.0, 0.0, 0.0], final=final)

        anchors, mixed = distillation_targets(BATCH, torch.tensor([[0, 1]]), target, _Teacher(0.05), 0.5)

        assert [[0, 1]] == anchors.tolist()
        assert pytest.approx(expected, abs=1e-3) == mixed["anchors"][0].tolist()
        assert [[1.0] * WORDS] == mixed["known"].tolist()
        assert bool((mixed["roles"] > 0).any()) is not final
        assert ([[0.0, 1.0, 0.0, 0.0]], 0.0) == (target["anchors"].tolist(), float(target["roles"].sum()))

    def test_adds_the_teachers_anchors(self) -> None:
        """An anchor that only the teacher predicts is added, weighted by its probability."""
        target = _target(torch.zeros(1, WORDS, len(ROLES), 3), [0.0, 1.0, 0.0, 0.0], final=True)

        anchors, mixed = distillation_targets(BATCH, torch.tensor([[0, 1]]), target, _Teacher(0.6), 0.5)

        assert [[0, 1], [0, 3]] == anchors.tolist()
        assert pytest.approx([1.0, 0.6], abs=1e-2) == mixed["weights"].tolist()
        assert len(mixed["roles"]) == len(mixed["exists"]) == 2
        assert 0.0 == float(mixed["roles"][0].sum())
        assert float(mixed["roles"][1].sum()) > 0.0


class _Encoder(torch.nn.Module):
    """An encoder that has nothing but a size."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.config = SimpleNamespace(hidden_size=hidden)


class _Sized(Tagger):
    """A tagger that has nothing but a size."""

    def __init__(self, hidden: int) -> None:
        torch.nn.Module.__init__(self)
        self.encoder = _Encoder(hidden)  # type: ignore[assignment]


class TestStateLoss:
    """The loss on hidden states."""

    def test_is_the_cosine_distance(self) -> None:
        """Parallel states cost nothing, opposite ones most; padding costs nothing."""
        state_loss = StateLoss(_Sized(2), _Sized(2))
        with torch.no_grad():
            state_loss.map.weight.copy_(torch.eye(2))
            state_loss.map.bias.zero_()
        states = torch.tensor([[[1.0, 0.0], [0.0, 2.0], [5.0, 5.0]]])
        exists = torch.tensor([[True, True, False]])

        costs = [float(state_loss(states, states * by, exists).detach()) for by in (3.0, -1.0)]

        assert pytest.approx([0.0, 6.0]) == costs
