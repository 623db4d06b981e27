"""Learning from a teacher: its marginals, and what becomes of the targets."""

from __future__ import annotations

import itertools
import math

import pytest
import torch
from torch import Tensor

from quotekit.tagger.decode import MOST_SEGMENTS, ROLES
from quotekit.training.distil import marginals, soften
from quotekit.training.model import Tagger

WORDS = 4


def _sets(words: int, most: int) -> list[tuple[tuple[int, int], ...]]:
    """All sets of at most *most* segments that do not touch."""
    segments = [(s, e) for s in range(words) for e in range(s + 1, words + 1)]
    return [
        chosen
        for n in range(most + 1)
        for chosen in itertools.combinations(segments, n)
        if all(a[1] < b[0] for a, b in itertools.pairwise(chosen))
    ]


class TestMarginals:
    """How likely each word is inside, begins and ends a segment."""

    def test_agree_with_counting(self) -> None:
        """They are what summing over all sets of segments gives."""
        scores = torch.randn(1, WORDS, len(ROLES), 3, generator=torch.Generator().manual_seed(3))
        expected = torch.zeros_like(scores)
        for r, most in enumerate(MOST_SEGMENTS):
            weighed = []
            for chosen in _sets(WORDS, most):
                picked = torch.zeros(WORDS, 3)
                for start, end in chosen:
                    picked[start:end, 0], picked[start, 1], picked[end - 1, 2] = 1, 1, 1
                weighed.append((math.exp(float((picked * scores[0, :, r]).sum())), picked))
            total = sum(weight for weight, _ in weighed)
            expected[0, :, r] = sum((weight / total * picked for weight, picked in weighed), torch.zeros(WORDS, 3))

        found = marginals(scores, torch.ones(1, WORDS))

        assert torch.allclose(found, expected, atol=1e-5)

    def test_leave_padding_out(self) -> None:
        """No segment begins or ends in the padding."""
        exists = torch.tensor([[1.0, 1.0, 0.0, 0.0]])

        found = marginals(torch.zeros(1, WORDS, len(ROLES), 3), exists)

        assert float(found[:, 2:, :, 1:].max()) == 0.0


class _Teacher(Tagger):
    """A teacher that is always of one mind."""

    def __init__(self) -> None:
        torch.nn.Module.__init__(self)

    def forward(self, batch: dict[str, Tensor], anchors: Tensor) -> dict[str, Tensor]:
        """Say of each word that it is an anchor with a probability of a quarter; nothing of roles."""
        words = batch["words"].shape
        return {
            "anchors": torch.full(words, -math.log(3.0)),
            "roles": torch.zeros(len(anchors), words[1], len(ROLES), 3),
            "names": torch.zeros(*words, 1),
        }


class TestSoften:
    """The annotation and the teacher's opinion together."""

    @pytest.mark.parametrize(
        ("final", "expected"),
        [(False, [0.25 / 2, 0.5 + 0.25 / 2, 0.25, 0.25]), (True, [0.0, 1.0, 0.25, 0.25])],
        ids=["news", "final"],
    )
    def test_mixes_by_trust(self, final: bool, expected: list[float]) -> None:  # noqa: FBT001
        """Half counts where something was annotated; of words nobody annotated the teacher alone tells."""
        target = {
            "anchors": torch.tensor([[0.0, 1.0, 0.0, 0.0]]),
            "known": torch.tensor([[1.0, 1.0, 0.0, 0.0]]),
            "exists": torch.ones(1, WORDS),
            "roles": torch.zeros(1, WORDS, len(ROLES), 3),
            "final": torch.tensor([final]),
        }
        batch = {"words": torch.tensor([[1, 2, 3, 0]])}

        soften(target, batch, torch.tensor([[0, 1]]), _Teacher(), 0.5)

        assert target["anchors"][0].tolist() == pytest.approx(expected, abs=1e-3)
        assert target["known"].tolist() == [[1.0, 1.0, 1.0, 0.0]]
        assert bool((target["roles"] > 0).any()) is not final
