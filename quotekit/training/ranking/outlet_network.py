"""The network that weighs outlets, as it is trained; :mod:`quotekit.provenance.ranking.network` runs it in NumPy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs
import numpy as np
import torch
from torch import Tensor, nn

from quotekit.training.ranking.examples import concatenate
from quotekit.training.ranking.layers import LEAST, StretchStates, head, head_scores, pooled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from quotekit.training.ranking.outlet_examples import OutletExamples

__all__ = ["OutletBatch", "OutletRankingNetwork", "outlet_loss"]

_PAIR, _OTHER = 48, 32
# The parts of the stretches of source, source, source, cue and content, and of a place twice and the words beside it.
_ASKED, _NAMED = (0, 1, 2, 2, 0), (1, 2, 2, 2)
# How much it counts that no candidate is right, where there is an outlet.
_ABSENT_SHARE = 0.3
_FLOATS = ("place", "chain", "query", "nothing", "same")


@attrs.frozen(eq=False)
class OutletBatch:
    """The examples of several texts, as tensors; see :class:`~quotekit.provenance.ranking.evidence.OutletEvidence`."""

    #: The states of stretches, shape (N, 3, 2 * hidden).
    states: Tensor
    #: The numbers of the stretches; shapes (D, 5) and (D, S, 4).
    asked: Tensor
    named: Tensor
    place: Tensor
    chain: Tensor
    query: Tensor
    nothing: Tensor
    exists: Tensor
    same: Tensor
    is_first: Tensor
    #: Whether the candidate is right; shape (D, S).
    right: Tensor
    #: Whether an outlet carried the statement; shape (D,).
    has_outlets: Tensor

    @classmethod
    def of(cls, texts: Sequence[OutletExamples]) -> OutletBatch:
        """
        Make a batch.

        Args:
            texts: The examples of at least one text.

        Returns:
            The batch.
        """
        # Each text numbers its stretches from 0 on.
        begins = np.cumsum([0, *(len(one.states) for one in texts[:-1])])
        evidence = concatenate(
            [
                attrs.evolve(one.evidence, asked=one.evidence.asked + begin, named=one.evidence.named + begin)
                for one, begin in zip(texts, begins, strict=True)
            ]
        )
        return cls(
            states=torch.from_numpy(np.concatenate([one.states for one in texts])).float(),
            asked=torch.from_numpy(evidence.asked).long(),
            named=torch.from_numpy(evidence.named).long(),
            **{name: torch.from_numpy(getattr(evidence, name)).float() for name in _FLOATS},
            exists=torch.from_numpy(evidence.exists),
            is_first=torch.from_numpy(evidence.is_first),
            right=torch.from_numpy(np.concatenate([one.right for one in texts])),
            has_outlets=torch.from_numpy(np.concatenate([one.has_outlets for one in texts])),
        )

    def __len__(self) -> int:
        """Return the number of statements."""
        return len(self.query)


class OutletRankingNetwork(nn.Module):
    """
    The network.

    Args:
        sample: A batch with as many features as it shall read.

        width: How many numbers the state of a word has.

        hidden: How many numbers are kept of a statement's words, and of a place's.

        state_dropout: How much of the encoder's states is dropped; the same for all words of a stretch.

        width_dropout: How much of the words' states is dropped.
    """

    def __init__(
        self,
        sample: OutletBatch,
        *,
        width: int = 32,
        hidden: int = 32,
        state_dropout: float = 0.3,
        width_dropout: float = 0.2,
    ) -> None:
        super().__init__()
        place, chain, query, nothing = (getattr(sample, name).shape[-1] for name in _FLOATS[:4])
        inputs = sample.states.shape[-1]
        self.state = StretchStates(inputs, width, state_dropout=state_dropout, width_dropout=width_dropout)
        self.asked = nn.Linear(len(_ASKED) * width, hidden)
        self.named = nn.Linear(len(_NAMED) * width, hidden)
        self.pair = head(3 * hidden + place + chain + query, _PAIR, 1)
        self.chain = head(chain + query + hidden, _OTHER, 1)
        self.nothing = head(nothing + query + hidden, _OTHER, 1)

    def forward(self, batch: OutletBatch) -> tuple[Tensor, Tensor]:
        """
        Weigh the chains.

        Args:
            batch: The batch.

        Returns:
            The logarithms of the probabilities of the chain in each place, shape (D, S), and of none, shape (D,).
        """
        states = self.state(batch.states)
        asked = self.asked(torch.cat([states[batch.asked[:, i], part] for i, part in enumerate(_ASKED)], -1))
        named = self.named(torch.cat([states[batch.named[..., i], part] for i, part in enumerate(_NAMED)], -1))
        places = named.shape[1]
        by_place, about = (one[:, None].expand(-1, places, -1) for one in (asked, batch.query))
        pair = (by_place, named, by_place * named, batch.place, batch.chain, about)
        scores = head_scores(self.pair, *pair, training=self.training)[..., 0]
        own = head_scores(self.chain, batch.chain, about, by_place, training=self.training)[..., 0]
        totals = pooled(scores, batch.exists, batch.same) + own
        nothing = head_scores(self.nothing, batch.nothing, batch.query, asked, training=self.training)[..., 0]
        counted = totals.masked_fill(~batch.is_first, LEAST)
        total = torch.logsumexp(torch.cat([counted, nothing[:, None]], 1), 1)
        return totals - total[:, None], nothing - total

    def arrays(self) -> dict[str, NDArray[np.float32]]:
        """
        Return the weights.

        Returns:
            The weights by name; those of the layer ``state`` are for the graph, the others are those of an
            :class:`~quotekit.provenance.ranking.network.OutletNetwork`.
        """
        return {name: value.detach().cpu().numpy() for name, value in self.state_dict().items()}


def outlet_loss(scores: tuple[Tensor, Tensor], batch: OutletBatch) -> Tensor:
    """
    Compute the loss of a batch.

    Args:
        scores: The network's output.

        batch: The batch.

    Returns:
        The sum over its statements: the negative logarithms of the probabilities of the right chains, and of none where
        there is none.
    """
    of_chains, of_none = scores
    right = batch.right & batch.is_first
    has_right = right.any(1)
    of_right = torch.logsumexp(of_chains.masked_fill(~right, LEAST), 1)
    weights = torch.where(batch.has_outlets & ~has_right, _ABSENT_SHARE, 1.0)
    return -(torch.where(has_right, of_right, of_none) * weights).sum()
