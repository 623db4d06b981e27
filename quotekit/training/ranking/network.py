"""
The network that weighs candidates for speakers, in PyTorch, and its loss.

It computes what :class:`quotekit.speakers.ranking.network.Network` computes, but for one layer before it, which makes
the states of words of those of the encoder; in the model, that layer is a part of the graph.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs
import numpy as np
import torch
from torch import Tensor, nn

from quotekit.speakers.ranking.columns import KINDS
from quotekit.training.ranking.examples import Examples, concatenate
from quotekit.training.ranking.layers import LEAST, StretchStates, head, head_scores, pooled

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Batch", "RankingNetwork", "Scores", "ranking_loss"]

# Sizes of the hidden layers.
_PAIR, _OTHER = 64, 48
# The stretches read for an attribution: first, last and mean of the source, mean of the cue, first of the content.
_ASKED = (0, 1, 2, 2, 0)
# If the one named is no candidate, nobody is better than somebody else; that is less sure than where there is no name.
_ABSENT_SHARE = 0.5
# The rules are nearly always right about names in the source, and their decision stands.
_NAME_SHARE = 0.5
_KIND_SHARE = 0.5


@attrs.frozen(eq=False)
class Batch:
    """Examples of several texts as tensors: D attributions with S places for candidates, T stretches."""

    #: The states of the stretches; shape (T, 3, 2 * hidden).
    states: Tensor
    #: The numbers of the stretches of each attribution; shape (D, 5).
    asked: Tensor
    #: The number of each mention's stretch; shape (D, S).
    named: Tensor
    #: Where mentions stand; shape (D, S, place).
    place: Tensor
    #: What is known of entities, the same in each place of one; shape (D, S, entity).
    entity: Tensor
    #: What is known of attributions; shape (D, query).
    query: Tensor
    #: What the rules decided; shape (D, nobody).
    nobody: Tensor
    #: Whether there is a candidate in a place; shape (D, S).
    exists: Tensor
    #: Whether two places have the same entity; shape (D, S, S).
    same: Tensor
    #: Whether a place is the first one with its entity; shape (D, S).
    is_first: Tensor
    #: Whether the candidate is right; shape (D, S).
    right: Tensor
    #: Whether the speaker has a name; shape (D,).
    is_named: Tensor
    #: The kind's number; shape (D,).
    kinds: Tensor
    #: How much the answer counts, and how much the kind; shape (D,).
    weights: Tensor
    kind_weights: Tensor

    @classmethod
    def of(cls, texts: Sequence[Examples]) -> Batch:
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
        by_name = np.concatenate([one.by_name for one in texts])
        shares, kind_shares = (
            np.concatenate([np.full(len(one), getattr(one, name), np.float32) for one in texts])
            for name in ("share", "kind_share")
        )
        return cls(
            states=torch.from_numpy(np.concatenate([one.states for one in texts])).float(),
            asked=torch.from_numpy(evidence.asked).long(),
            named=torch.from_numpy(evidence.named[..., 0]).long(),
            **{name: torch.from_numpy(getattr(evidence, name)).float() for name in _FLOATS},
            exists=torch.from_numpy(evidence.exists),
            is_first=torch.from_numpy(evidence.is_first),
            right=torch.from_numpy(np.concatenate([one.right for one in texts])),
            is_named=torch.from_numpy(np.concatenate([one.is_named for one in texts])),
            kinds=torch.from_numpy(np.concatenate([one.kinds for one in texts])).long(),
            weights=torch.from_numpy(shares * np.where(by_name, np.float32(_NAME_SHARE), np.float32(1))),
            kind_weights=torch.from_numpy(kind_shares),
        )

    def __len__(self) -> int:
        """Return the number of attributions."""
        return len(self.query)


_FLOATS = ("place", "entity", "query", "nobody", "same")


@attrs.frozen(eq=False)
class Scores:
    """Logarithms of likelihoods, as in :class:`quotekit.speakers.ranking.network.Likelihoods`."""

    #: Of the entity in each place; shape (D, S).
    of_entities: Tensor
    #: Of nobody with a name; shape (D,).
    of_nobody: Tensor
    #: Of each kind; shape (D, kinds).
    of_kinds: Tensor


class RankingNetwork(nn.Module):
    """
    The network.

    Args:
        sample: A batch with as many features as it shall read.

        width: How many numbers the state of a word has.

        hidden: How many numbers are kept of an attribution's words, and of a mention's.

        state_dropout: How much of the encoder's states is dropped; the same for all words of a stretch.

        width_dropout: How much of the words' states is dropped.
    """

    def __init__(
        self,
        sample: Batch,
        *,
        width: int = 64,
        hidden: int = 48,
        state_dropout: float = 0.3,
        width_dropout: float = 0.2,
    ) -> None:
        super().__init__()
        place, entity, query, nobody = (getattr(sample, name).shape[-1] for name in _FLOATS[:4])
        inputs = sample.states.shape[-1]
        self.state = StretchStates(inputs, width, state_dropout=state_dropout, width_dropout=width_dropout)
        self.asked = nn.Linear(len(_ASKED) * width, hidden)
        self.named = nn.Linear(2 * width, hidden)
        self.pair = head(3 * hidden + place + entity + query, _PAIR, 1)
        self.entity = head(entity + query + hidden, _OTHER, 1)
        self.nobody = head(nobody + query + hidden, _OTHER, 1)
        self.kind = head(nobody + query + hidden, _OTHER, len(KINDS))

    def forward(self, batch: Batch) -> Scores:
        """
        Weigh the candidates.

        Args:
            batch: The batch.

        Returns:
            How likely each of them is.
        """
        states = self.state(batch.states)
        parts = [states[batch.asked[:, column], part] for column, part in enumerate(_ASKED)]
        asked: Tensor = self.asked(torch.cat(parts, -1))
        named: Tensor = self.named(states[:, 1:].flatten(1))[batch.named]
        places = named.shape[1]
        by_place, about = (one[:, None].expand(-1, places, -1) for one in (asked, batch.query))
        pair = (by_place, named, by_place * named, batch.place, batch.entity, about)
        scores = head_scores(self.pair, *pair, training=self.training)[..., 0]
        own = head_scores(self.entity, batch.entity, about, by_place, training=self.training)[..., 0]
        totals = pooled(scores, batch.exists, batch.same) + own
        known = (batch.nobody, batch.query, asked)
        nobody = head_scores(self.nobody, *known, training=self.training)[..., 0]
        # Each entity counts once, wherever it is named.
        counted = totals.masked_fill(~batch.is_first, LEAST)
        total = torch.logsumexp(torch.cat([counted, nobody[:, None]], 1), 1)
        kinds = head_scores(self.kind, *known, training=self.training)
        return Scores(totals - total[:, None], nobody - total, torch.log_softmax(kinds, -1))

    def arrays(self) -> dict[str, NDArray[np.float32]]:
        """
        Return the weights.

        Returns:
            The weights by name; those of the layer ``state`` are for the graph, the others are those of a
            :class:`~quotekit.speakers.ranking.network.Network`.
        """
        return {name: value.detach().cpu().numpy() for name, value in self.state_dict().items()}


def ranking_loss(scores: Scores, batch: Batch) -> Tensor:
    """
    Compute the loss of a batch.

    Args:
        scores: The network's output.

        batch: The batch.

    Returns:
        The sum over its attributions: the negative logarithms of the likelihoods of the right candidates (nobody where
        there is none), and, with half the weight, of the right kind.
    """
    right = batch.right & batch.is_first
    has_right = right.any(1)
    of_right = torch.logsumexp(scores.of_entities.masked_fill(~right, LEAST), 1)
    answers = torch.where(has_right, of_right, scores.of_nobody)
    weights = batch.weights * torch.where(batch.is_named & ~has_right, _ABSENT_SHARE, 1.0)
    of_kinds = scores.of_kinds.gather(1, batch.kinds[:, None])[:, 0]
    return -(answers * weights).sum() - _KIND_SHARE * (of_kinds * batch.kind_weights).sum()
