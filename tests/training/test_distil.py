"""Learning from a teacher: its marginals, and what becomes of the targets."""

from __future__ import annotations

import itertools
import math
from types import SimpleNamespace

import pytest
import torch
from torch import Tensor

from quotekit.tagger.decode import MOST_SEGMENTS, ROLES
from quotekit.training.distil import Mirror, ask, marginals
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

    def __init__(self, last: float) -> None:
        torch.nn.Module.__init__(self)
        self.last = last

    def encode(self, ids: Tensor, features: Tensor, mask: Tensor, words: Tensor) -> Tensor:  # noqa: ARG002
        """See each word the same way."""
        return torch.ones(*words.shape, 2)

    def anchor(self, states: Tensor) -> Tensor:
        """Say of each word that it is an anchor with a probability of 5 %, of the last one with another."""
        chances = torch.full(states.shape[:2], 0.05)
        chances[:, -1] = self.last
        return torch.logit(chances).unsqueeze(-1)

    def roles(self, states: Tensor, anchors: Tensor) -> Tensor:
        """Know nothing of roles."""
        return torch.zeros(len(anchors), states.shape[1], len(ROLES), 3)


def _target(roles: Tensor, anchors: list[float], *, final: bool = False) -> dict[str, Tensor]:
    """Targets of one window of four words; the last two are not annotated."""
    return {
        "anchors": torch.tensor([anchors]),
        "known": torch.tensor([[1.0, 1.0, 0.0, 0.0]]),
        "exists": torch.ones(len(roles), WORDS),
        "roles": roles,
        "weights": torch.ones(len(roles)),
        "final": torch.full((1, WORDS), final),
    }


BATCH = {name: torch.tensor([[1, 2, 3, 4]]) for name in ("ids", "features", "mask", "words")}


class TestAsk:
    """The annotation and the teacher's opinion together."""

    @pytest.mark.parametrize(
        ("final", "expected"),
        [(False, [0.05 / 2, 0.5 + 0.05 / 2, 0.05, 0.05]), (True, [0.0, 1.0, 0.05, 0.05])],
        ids=["news", "final"],
    )
    def test_mixes_by_trust(self, final: bool, expected: list[float]) -> None:  # noqa: FBT001
        """Half counts where something was annotated; of words nobody annotated the teacher alone tells."""
        target = _target(torch.zeros(1, WORDS, len(ROLES), 3), [0.0, 1.0, 0.0, 0.0], final=final)

        anchors, asked = ask(BATCH, torch.tensor([[0, 1]]), target, _Teacher(0.05), 0.5)

        assert anchors.tolist() == [[0, 1]]
        assert asked["anchors"][0].tolist() == pytest.approx(expected, abs=1e-3)
        assert asked["known"].tolist() == [[1.0] * WORDS]
        assert bool((asked["roles"] > 0).any()) is not final
        assert (target["anchors"].tolist(), float(target["roles"].sum())) == ([[0.0, 1.0, 0.0, 0.0]], 0.0)

    def test_learns_from_what_nobody_annotated(self) -> None:
        """An anchor that the teacher holds possible comes along and counts as much as it is likely."""
        target = _target(torch.zeros(1, WORDS, len(ROLES), 3), [0.0, 1.0, 0.0, 0.0], final=True)

        anchors, asked = ask(BATCH, torch.tensor([[0, 1]]), target, _Teacher(0.6), 0.5)

        assert anchors.tolist() == [[0, 1], [0, 3]]
        assert asked["weights"].tolist() == pytest.approx([1.0, 0.6], abs=1e-2)
        assert len(asked["roles"]) == len(asked["exists"]) == 2
        assert float(asked["roles"][0].sum()) == 0.0
        assert float(asked["roles"][1].sum()) > 0.0


class _Encoder(torch.nn.Module):
    """An encoder of which only its size is known."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.config = SimpleNamespace(hidden_size=hidden)


class _Sized(Tagger):
    """A tagger of which only its size is known."""

    def __init__(self, hidden: int) -> None:
        torch.nn.Module.__init__(self)
        self.encoder = _Encoder(hidden)  # type: ignore[assignment]


class TestMirror:
    """The views of words."""

    def test_tells_how_far_views_are(self) -> None:
        """Views that are alike cost nothing, those of opposite direction most; padding costs nothing."""
        mirror = Mirror(_Sized(2), _Sized(2))
        with torch.no_grad():
            mirror.map.weight.copy_(torch.eye(2))
            mirror.map.bias.zero_()
        states = torch.tensor([[[1.0, 0.0], [0.0, 2.0], [5.0, 5.0]]])
        exists = torch.tensor([[True, True, False]])

        costs = [float(mirror(states, states * by, exists).detach()) for by in (3.0, -1.0)]

        assert costs == pytest.approx([0.0, 6.0])
