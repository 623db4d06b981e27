"""What the networks that rank candidates have in common while they are trained; see :mod:`quotekit.ranking`."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import dropout

__all__ = ["LEAST", "StretchStates", "head", "head_scores", "pooled"]

#: The score of what is not there.
LEAST = -1e9
_TINY = 1e-37
_HIDDEN_DROPOUT = 0.3


class StretchStates(nn.Linear):
    """
    The layer that chooses what is kept of the encoder's states.

    Args:
        inputs: How many numbers the encoder's states have.

        width: How many are kept.

        state_dropout: How much of the encoder's states is dropped; the same for all words of a stretch.

        width_dropout: How much of what is kept is dropped.
    """

    def __init__(self, inputs: int, width: int, *, state_dropout: float, width_dropout: float) -> None:
        super().__init__(inputs, width)
        self._state_dropout = nn.Dropout1d(state_dropout)
        self._width_dropout = nn.Dropout(width_dropout)

    def forward(self, hidden: Tensor) -> Tensor:
        """
        Return the states of stretches; zero where there is no word.

        Args:
            hidden: The encoder's states; shape (T, 3, inputs).

        Returns:
            The states; shape (T, 3, width).
        """
        exists = hidden.abs().sum(-1, keepdim=True) > 0
        dropped = self._state_dropout(hidden.transpose(1, 2)).transpose(1, 2)
        states: Tensor = self._width_dropout(super().forward(dropped) * exists)
        return states


def head(size: int, hidden: int, outputs: int) -> nn.ModuleList:
    """
    Make a network with one hidden layer.

    Args:
        size: How many inputs it has.

        hidden: How many numbers its hidden layer has.

        outputs: How many outputs it has.

    Returns:
        Its two layers.
    """
    return nn.ModuleList([nn.Linear(size, hidden), nn.Linear(hidden, outputs)])


def head_scores(layers: Any, *parts: Tensor, training: bool) -> Tensor:
    """
    Return the output of a network with one hidden layer.

    Args:
        layers: Its layers, from :func:`head`.

        *parts: Parts of its input, side by side.

        training: Whether a part of the hidden layer is dropped.

    Returns:
        The output.
    """
    first, last = layers
    scores: Tensor = last(dropout(torch.relu(first(torch.cat(parts, -1))), _HIDDEN_DROPOUT, training))
    return scores


def pooled(scores: Tensor, exists: Tensor, same: Tensor) -> Tensor:
    """
    Add up what the places of each candidate say for it, as :meth:`quotekit.ranking.Candidates.pool` does.

    Args:
        scores: The score of each place; shape (D, S).

        exists: Whether there is a candidate in a place; shape (D, S).

        same: Whether two places have the same candidate; shape (D, S, S).

    Returns:
        The logarithm of the sum of the odds of all places with the candidate in a place; shape (D, S).
    """
    known = scores.masked_fill(~exists, LEAST)
    best = known.amax(1, keepdim=True).detach()
    shared = (same @ torch.exp(known - best)[..., None])[..., 0]
    return best + torch.log(shared.clamp(min=_TINY))
