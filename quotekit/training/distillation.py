"""
Knowledge distillation: the predictions of a larger model as soft targets beside the annotation.

An annotation is a yes or a no where trained annotators agree in three cases of four; the predictions of a larger model
trained on it carry the uncertainty (Hinton et al. 2015, https://arxiv.org/abs/1503.02531). Anchors take the teacher's
probability. For roles, the expected loss over the teacher's distribution is the loss against its marginals, i.e. the
probabilities of each word to be inside, to begin and to end a segment, because the score of a set of segments is a sum
over its words. So the student learns the whole distribution without sampling from it.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from quotekit.tagger.decode import MOST_SEGMENTS
from quotekit.training.devices import CPU, Device
from quotekit.training.model import NEVER, Tagger, log_partition, padding

__all__ = ["StateLoss", "distillation_targets", "marginals"]

# Anchors that only the teacher predicts are learned from this probability on.
_MIN_ANCHOR_PROBABILITY = 0.1
# Weight of the loss on hidden states against those on anchors and roles.
_STATE_LOSS_WEIGHT = 3.0


def distillation_targets(
    batch: dict[str, Tensor],
    anchors: Tensor,
    target: dict[str, Tensor],
    teacher: Tagger,
    annotation_weight: float,
    *,
    device: Device = CPU,
) -> tuple[Tensor, dict[str, Tensor]]:
    """
    Mix the teacher's predictions into the targets of a batch.

    Words that are not annotated take the teacher's predictions alone. Anchors that only the teacher predicts become
    anchors too, so that the student learns their roles, weighted by their probability. Where words are *final* the
    annotation is not softened.

    Args:
        batch: The batch, as for :meth:`Tagger.forward`.

        anchors: Row and word of each annotated anchor, shape (N, 2).

        target: As for :func:`quotekit.training.model.tagger_loss`, and ``final`` (B, W).

        teacher: The trained teacher, in evaluation mode.

        annotation_weight: Weight of the annotation against the teacher's predictions, from 0 to 1.

        device: The device on which the teacher and all tensors are.

    Returns:
        The anchors, the annotated ones first, and the new targets.
    """
    with torch.no_grad(), device.autocast():
        states = teacher.encode(batch["ids"], batch["features"], batch["mask"], batch["words"])
        probability = teacher.anchor(states).squeeze(-1).float().sigmoid()
        is_word = batch["words"] > 0
        extra = _teacher_anchors(probability, is_word, target)
        all_anchors = torch.cat([anchors, extra])
        scores = teacher.roles(states, all_anchors, is_word).float()
    exists = is_word.float()
    weight = torch.where(target["final"], 1.0, annotation_weight)
    anchor_weight = weight[anchors[:, 0], anchors[:, 1]]
    weight = weight * target["known"]
    weight[anchors[:, 0], anchors[:, 1]] = anchor_weight
    roles = marginals(scores, exists[all_anchors[:, 0]])
    role_weight = anchor_weight[:, None, None, None]
    roles[: len(anchors)] = role_weight * target["roles"] + (1 - role_weight) * roles[: len(anchors)]
    return all_anchors, {
        **target,
        "anchors": weight * target["anchors"] + (1 - weight) * probability,
        "known": exists,
        "exists": exists[all_anchors[:, 0]],
        "roles": roles,
        "weights": torch.cat([target["weights"], probability[extra[:, 0], extra[:, 1]]]),
        # Half precision halves the size of the cached batches.
        "states": states.bfloat16(),
    }


def _teacher_anchors(probability: Tensor, exists: Tensor, target: dict[str, Tensor]) -> Tensor:
    """Find the row and word of each anchor that only the teacher predicts, shape (N, 2)."""
    settled = target["final"] & (target["known"] > 0)
    return ((probability > _MIN_ANCHOR_PROBABILITY) & exists & (target["anchors"] == 0) & ~settled).nonzero()


def marginals(scores: Tensor, exists: Tensor) -> Tensor:
    """
    Compute each word's marginal probabilities to be inside a segment, to begin one and to end one.

    They are the gradient of the log-partition function (Wainwright and Jordan 2008).

    Args:
        scores: Role scores, shape (N, W, roles, 3).

        exists: 0 at padding, shape (N, W).

    Returns:
        Probabilities, shape (N, W, roles, 3).
    """
    blocked = padding(exists)
    with torch.enable_grad():
        leaf = scores.detach().requires_grad_()
        total = sum(
            log_partition(leaf[:, :, r].masked_fill(blocked, NEVER), most).sum() for r, most in enumerate(MOST_SEGMENTS)
        )
        (probabilities,) = torch.autograd.grad(total, leaf)
    return probabilities


class StateLoss(nn.Module):
    """
    Distance between the student's and the teacher's hidden states (cf. Jiao et al. 2020).

    See https://arxiv.org/abs/1909.10351. A linear map between the two is learned with the student and then discarded.

    Args:
        tagger: The student.

        teacher: The teacher.
    """

    def __init__(self, tagger: Tagger, teacher: Tagger) -> None:
        super().__init__()
        self.map = nn.Linear(tagger.encoder.config.hidden_size, teacher.encoder.config.hidden_size)

    def forward(self, states: Tensor, expected: Tensor, exists: Tensor) -> Tensor:
        """
        Compute the loss.

        Args:
            states: The student's hidden states of the words, shape (B, W, hidden).

            expected: The teacher's, shape (B, W, hidden of the teacher).

            exists: False at padding, shape (B, W).

        Returns:
            The mean cosine distance, weighted against the other losses.
        """
        similarity = nn.functional.cosine_similarity(self.map(states[exists].float()), expected[exists].float(), dim=-1)
        return _STATE_LOSS_WEIGHT * (1 - similarity).mean()
