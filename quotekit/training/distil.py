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
from torch import Tensor, nn

from quotekit.tagger.decode import MOST_SEGMENTS
from quotekit.training.model import NEVER, Tagger, log_partition, padding

__all__ = ["Mirror", "ask", "marginals"]

# An anchor that the teacher gives this chance is worth learning about.
_POSSIBLE = 0.1
# How much the views of words count beside what is said of attributions.
_STATES = 3.0


def ask(
    batch: dict[str, Tensor], anchors: Tensor, target: dict[str, Tensor], teacher: Tagger, trust: float
) -> tuple[Tensor, dict[str, Tensor]]:
    """
    Mix a teacher's opinion into the targets of a batch.

    Where nothing was annotated the teacher alone decides. Anchors that it holds possible and nobody annotated become
    anchors too, so that the small model learns what is said there; they count as much as they are likely. Where words
    are *final* the teacher has no say on what was annotated.

    Args:
        batch: The batch, as for :meth:`Tagger.forward`.

        anchors: Row and word of each annotated anchor, shape (N, 2).

        target: As for :func:`quotekit.training.model.tagger_loss`, and ``final`` (B, W).

        teacher: The trained teacher, in evaluation mode.

        trust: How much the annotation counts, from 0 to 1.

    Returns:
        The anchors, the annotated ones first, and the new targets; the old ones stay as they are.
    """
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        states = teacher.encode(batch["ids"], batch["features"], batch["mask"], batch["words"])
        chance = teacher.anchor(states).squeeze(-1).float().sigmoid()
        further = _doubted(chance, batch["words"] > 0, target)
        everywhere = torch.cat([anchors, further])
        scores = teacher.roles(states, everywhere).float()
    exists = (batch["words"] > 0).float()
    share = torch.where(target["final"], 1.0, trust)
    own = share[anchors[:, 0], anchors[:, 1]]
    share = share * target["known"]
    share[anchors[:, 0], anchors[:, 1]] = own
    roles = marginals(scores, exists[everywhere[:, 0]])
    kept = own[:, None, None, None]
    roles[: len(anchors)] = kept * target["roles"] + (1 - kept) * roles[: len(anchors)]
    return everywhere, {
        **target,
        "anchors": share * target["anchors"] + (1 - share) * chance,
        "known": exists,
        "exists": exists[everywhere[:, 0]],
        "roles": roles,
        "weights": torch.cat([target["weights"], chance[further[:, 0], further[:, 1]]]),
        # Kept in the thousands: half the space.
        "states": states.bfloat16(),
    }


def _doubted(chance: Tensor, exists: Tensor, target: dict[str, Tensor]) -> Tensor:
    """Row and word of each anchor that only the teacher sees, shape (N, 2)."""
    settled = target["final"] & (target["known"] > 0)
    return ((chance > _POSSIBLE) & exists & (target["anchors"] == 0) & ~settled).nonzero()


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
            log_partition(free[:, :, r].masked_fill(blocked, NEVER), most).sum() for r, most in enumerate(MOST_SEGMENTS)
        )
        (found,) = torch.autograd.grad(total, free)
    return found


class Mirror(nn.Module):
    """
    Holds the small model's view of each word against the teacher's (as Jiao and others 2020, https://arxiv.org/abs/1909.10351).

    A linear map between the two is learned along with the small model and thrown away after.

    Args:
        tagger: The small model.

        teacher: The teacher.
    """

    def __init__(self, tagger: Tagger, teacher: Tagger) -> None:
        super().__init__()
        self.map = nn.Linear(tagger.encoder.config.hidden_size, teacher.encoder.config.hidden_size)

    def forward(self, states: Tensor, wanted: Tensor, exists: Tensor) -> Tensor:
        """
        Tell how far the two views are from each other.

        Args:
            states: The small model's vectors of the words, shape (B, W, hidden).

            wanted: The teacher's, shape (B, W, hidden of the teacher).

            exists: False at padding, shape (B, W).

        Returns:
            The mean of one less the cosine, weighed beside the other losses.
        """
        near = nn.functional.cosine_similarity(self.map(states[exists].float()), wanted[exists].float(), dim=-1)
        return _STATES * (1 - near).mean()
