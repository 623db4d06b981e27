"""
The model: a small pretrained encoder with heads for anchors, for the roles of each anchor, and for names.

The role head reads every pair of anchor and word (their sum, product and distance; cf. the biaffine parser of Dozat and
Manning, https://arxiv.org/abs/1611.01734), mixes neighbouring words by convolution, and scores each word as inside,
beginning and end of each role. The probability of a role is that of a set of segments among all such sets (a
semi-Markov model, Sarawagi and Cohen 2004), so that boundaries are learned as boundaries and not word by word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from quotekit.tagger.decode import MOST_SEGMENTS, ROLES
from quotekit.tagger.name_spans import NAME_KINDS
from quotekit.tagger.windows import FEATURE_SIZES
from quotekit.training.silver_names import UNKNOWN

if TYPE_CHECKING:
    from transformers import PreTrainedModel

__all__ = ["NEVER", "Tagger", "log_partition", "padding", "tagger_loss"]

#: The score of what is impossible.
NEVER = -1e4
# Weight of the names' loss: names are an auxiliary task.
_NAMES_LOSS_WEIGHT = 0.3
_FEATURE_INIT_STD = 0.01
# Lower bounds of the distance buckets, in words.
_DISTANCES = (1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 40, 50, 64, 80, 100, 128, 160)


class Tagger(nn.Module):
    """
    Encoder and heads.

    Args:
        encoder: A BERT-like encoder from ``transformers``.

        width: Size of the role head's hidden layer.

        dropout: Dropout of the heads' inputs.
    """

    def __init__(self, encoder: PreTrainedModel, width: int = 160, dropout: float = 0.1) -> None:
        super().__init__()
        hidden = encoder.config.hidden_size
        self.encoder = encoder
        self.features = nn.ModuleList(nn.Embedding(size, hidden, padding_idx=0) for size in FEATURE_SIZES)
        for table in self.features:
            nn.init.normal_(table.weight, std=_FEATURE_INIT_STD)
        self.dropout = nn.Dropout(dropout)
        self.anchor = nn.Sequential(nn.Linear(hidden, hidden), nn.GELU(), nn.Dropout(dropout), nn.Linear(hidden, 1))
        self.roles = RoleHead(hidden, width, dropout)
        self.names = nn.Linear(hidden, 1 + 2 * len(NAME_KINDS))

    def embed(self, ids: Tensor, features: Tensor) -> Tensor:
        """Embed word pieces and their features; return what the encoder reads, shape (B, T, hidden)."""
        embedded: Tensor = self.encoder.get_input_embeddings()(ids)
        for i, table in enumerate(self.features):
            embedded = embedded + table(features[:, :, i])
        return embedded

    def encode(self, ids: Tensor, features: Tensor, mask: Tensor, words: Tensor) -> Tensor:
        """Encode windows; return the hidden state of each word, shape (B, W, hidden)."""
        embedded = self.embed(ids, features)
        states: Tensor = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        picked = words.unsqueeze(-1).expand(-1, -1, states.shape[-1])
        return self.dropout(torch.gather(states, 1, picked))

    def forward(self, batch: dict[str, Tensor], anchors: Tensor) -> dict[str, Tensor]:
        """
        Score a batch whose anchors are known.

        Args:
            batch: ``ids`` (B, T), ``features`` (B, T, F), ``mask`` (B, T), ``words`` (B, W); for each window as from
                :func:`quotekit.tagger.windows.window_input`, padded with zeros.

            anchors: Row and word of each anchor, shape (N, 2).

        Returns:
            The scores ``anchors`` (B, W), ``roles`` (N, W, roles, 3) and ``names`` (B, W, labels), and ``states``
            (B, W, hidden), the words' hidden states.
        """
        states = self.encode(batch["ids"], batch["features"], batch["mask"], batch["words"])
        return {
            "anchors": self.anchor(states).squeeze(-1),
            "roles": self.roles(states, anchors, batch["words"] > 0),
            "names": self.names(states),
            "states": states,
        }


class RoleHead(nn.Module):
    """Scores every word as inside, beginning and end of each role of each anchor."""

    def __init__(self, hidden: int, width: int, dropout: float) -> None:
        super().__init__()
        self.of_anchor = nn.Linear(hidden, 2 * width)
        self.of_word = nn.Linear(hidden, 2 * width)
        self.distance = nn.Embedding(2 * len(_DISTANCES) + 1, width)
        self.mix = nn.Conv1d(width, width, kernel_size=5, padding=2)
        self.mix_wide = nn.Conv1d(width, width, kernel_size=3, padding=4, dilation=4)
        self.norm = nn.LayerNorm(width)
        self.dropout = nn.Dropout(dropout)
        self.out = nn.Linear(width, len(ROLES) * 3)
        self.register_buffer("bounds", torch.tensor(_DISTANCES), persistent=False)

    def forward(self, states: Tensor, anchors: Tensor, exists: Tensor | None = None) -> Tensor:
        """
        Score the words of each anchor's window.

        Args:
            states: Hidden states of the words, shape (B, W, hidden).

            anchors: Row and word of each anchor, shape (N, 2).

            exists: False at padding, shape (B, W); without it there is none. The convolutions read zeros there, as
                they do beyond the last word of a window without padding.

        Returns:
            The role scores, shape (N, W, roles, 3).
        """
        rows, positions = anchors[:, 0], anchors[:, 1]
        add, times = self.of_anchor(states[rows, positions]).chunk(2, dim=-1)
        word_add, word_times = self.of_word(states).chunk(2, dim=-1)
        offset = torch.arange(states.shape[1], device=states.device).unsqueeze(0) - positions.unsqueeze(1)
        bucket = (offset.abs().unsqueeze(-1) >= self.bounds).sum(-1) * offset.sign() + len(_DISTANCES)
        pair = add.unsqueeze(1) + word_add[rows] + times.unsqueeze(1) * word_times[rows] + self.distance(bucket)
        pair = self.dropout(nn.functional.gelu(pair)).transpose(1, 2)
        kept = torch.ones_like(pair[:1, :1]) if exists is None else exists[rows].unsqueeze(1).to(pair.dtype)
        pair = pair * kept
        pair = (pair + nn.functional.gelu(self.mix(pair))) * kept
        pair = pair + nn.functional.gelu(self.mix_wide(pair))
        scores: Tensor = self.out(self.norm(pair.transpose(1, 2)))
        return scores.unflatten(-1, (len(ROLES), 3))


def log_partition(scores: Tensor, most: int) -> Tensor:
    """
    Sum over all sets of at most *most* segments of which no two are adjacent.

    Args:
        scores: Scores of one role: inside, begin and end; shape (N, W, 3).

        most: Maximum number of segments.

    Returns:
        The log-sum-exp of the scores of all sets, shape (N,).
    """
    inside, begin, end = scores.unbind(-1)
    upto = inside.cumsum(1)
    totals = [torch.zeros_like(upto[:, 0])]
    ready = torch.zeros_like(upto)
    for _ in range(most):
        opened = torch.logcumsumexp(ready + begin - (upto - inside), dim=1)
        closed = opened + upto + end
        totals.append(torch.logsumexp(closed, dim=1))
        ready = nn.functional.pad(torch.logcumsumexp(closed, dim=1)[:, :-2], (2, 0), value=NEVER)
    return torch.logsumexp(torch.stack(totals), dim=0)


def tagger_loss(scores: dict[str, Tensor], target: dict[str, Tensor]) -> dict[str, Tensor]:
    """
    Compute the loss of a batch.

    Args:
        scores: ``anchors`` (B, W), ``roles`` (N, W, roles, 3) and ``names`` (B, W, labels).

        target: ``anchors`` (B, W), from 0 to 1; ``known`` (B, W), 0 at padding and words not annotated; ``exists``
            (N, W), 0 at padding; ``roles`` (N, W, roles, 3) from :func:`quotekit.training.targets.role_arrays`, or
            their probabilities; ``weights`` (N,), the weight of each anchor; ``names`` (B, W), labels from
            :func:`quotekit.training.silver_names.name_labels`.

    Returns:
        The mean loss per attribution: ``loss``, and its parts, ``anchor``, one for each role, and ``names``.
    """
    weights = target["weights"]
    count = weights.sum().clamp(min=1.0)
    anchor = nn.functional.binary_cross_entropy_with_logits(
        scores["anchors"].float(), target["anchors"], weight=target["known"], reduction="sum"
    )
    names = nn.functional.cross_entropy(
        scores["names"].float().flatten(0, 1), target["names"].flatten(), ignore_index=UNKNOWN, reduction="sum"
    )
    parts = {"anchor": anchor / count, "names": _NAMES_LOSS_WEIGHT * names / count}
    blocked = padding(target["exists"])
    for r, (role, most) in enumerate(zip(ROLES, MOST_SEGMENTS, strict=True)):
        role_scores = scores["roles"][:, :, r].float()
        gold = (role_scores * target["roles"][:, :, r]).sum((1, 2))
        losses = log_partition(role_scores.masked_fill(blocked, NEVER), most) - gold
        parts[role] = (weights * losses).sum() / count
    return {"loss": sum(parts.values(), torch.zeros((), device=count.device)), **parts}


def padding(exists: Tensor) -> Tensor:
    """
    Mask where no segment can begin or end.

    Args:
        exists: 0 at padding, shape (N, W).

    Returns:
        The mask for inside, begin and end; True where it is impossible; shape (N, W, 3).
    """
    return (exists == 0).unsqueeze(-1) & torch.tensor([False, True, True], device=exists.device)
