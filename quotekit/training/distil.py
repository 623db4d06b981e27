"""
Learn from a teacher: what a larger model thinks takes its place beside the annotation.

The annotation of one reader says yes or no where trained people agree in three cases of four. A larger model trained
on it knows how doubtful each is (Hinton and others 2015, https://arxiv.org/abs/1503.02531). Anchors take the
teacher's probability. For roles, the expected loss over all that the teacher holds possible is the loss against its
marginals, the probabilities of each word to be inside, to begin and to end a segment, because a set's score is a sum
over its words; so the small model learns the teacher's whole distribution without drawing from it.
"""

from __future__ import annotations

import torch
from torch import Tensor

from quotekit.tagger.decode import MOST_SEGMENTS
from quotekit.training.model import Tagger, log_partition, padding

__all__ = ["marginals", "soften"]

_NEVER = -1e4


def soften(target: dict[str, Tensor], batch: dict[str, Tensor], anchors: Tensor, teacher: Tagger, trust: float) -> None:
    """
    Mix a teacher's opinion into the targets of a batch.

    Where nothing was annotated the teacher alone decides on anchors. In rows that are *final* it has no say on what
    was annotated.

    Args:
        target: As for :func:`quotekit.training.model.tagger_loss`, and ``final`` (B,); changed in place.

        batch: The batch, as for :meth:`Tagger.forward`.

        anchors: Row and word of each anchor, shape (N, 2).

        teacher: The trained teacher, in evaluation mode.

        trust: How much the annotation counts, from 0 to 1.
    """
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        scores = teacher(batch, anchors)
    own = torch.where(target["final"], 1.0, trust)
    chance = scores["anchors"].float().sigmoid()
    share = own.unsqueeze(1) * target["known"]
    target["anchors"] = share * target["anchors"] + (1 - share) * chance
    target["known"] = (batch["words"] > 0).float()
    roles = marginals(scores["roles"].float(), target["exists"])
    share = own[anchors[:, 0], None, None, None]
    target["roles"] = share * target["roles"] + (1 - share) * roles


def marginals(scores: Tensor, exists: Tensor) -> Tensor:
    """
    Tell how likely each word is inside a segment, begins one and ends one.

    They are the gradient of the sum over all sets of segments (Wainwright and Jordan 2008).

    Args:
        scores: Role scores, shape (N, W, roles, 3).

        exists: 0 at padding, shape (N, W).

    Returns:
        Probabilities, shape (N, W, roles, 3).
    """
    blocked = padding(exists)
    with torch.enable_grad():
        free = scores.detach().requires_grad_()
        total = sum(
            log_partition(free[:, :, r].masked_fill(blocked, _NEVER), most).sum()
            for r, most in enumerate(MOST_SEGMENTS)
        )
        (found,) = torch.autograd.grad(total, free)
    return found
