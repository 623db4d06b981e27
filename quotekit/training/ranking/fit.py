"""Fit the network that weighs candidates for speakers."""

from __future__ import annotations

import logging
import random
from collections.abc import Sequence

import attrs
import torch

from quotekit.training.ranking.examples import Examples
from quotekit.training.ranking.network import Batch, RankingNetwork, ranking_loss

__all__ = ["RankingSettings", "fit_ranking", "mean_loss"]

_log = logging.getLogger(__name__)
_WEIGHT_DECAY = 0.1
_WARMUP = 0.1
_MAX_NORM = 1.0


@attrs.frozen
class RankingSettings:
    """The settings of a run."""

    #: Passes over the texts.
    epochs: int = attrs.field(default=10, validator=attrs.validators.ge(1))
    #: Peak learning rate.
    learning_rate: float = attrs.field(default=3e-3, validator=attrs.validators.gt(0))
    #: Texts per batch.
    batch_size: int = attrs.field(default=4, validator=attrs.validators.ge(1))
    #: How many numbers the state of a word has.
    width: int = attrs.field(default=64, validator=attrs.validators.ge(1))
    #: Random seed.
    seed: int = 1


def fit_ranking(texts: Sequence[Examples], settings: RankingSettings) -> RankingNetwork:
    """
    Fit the network.

    Args:
        texts: The examples of each text; at least one.

        settings: The settings; the same ones give the same network.

    Returns:
        The network.
    """
    torch.manual_seed(settings.seed)
    chance, order = random.Random(settings.seed), list(texts)
    network = RankingNetwork(Batch.of(order[:1]), width=settings.width)
    optimizer = torch.optim.AdamW(network.parameters(), lr=settings.learning_rate, weight_decay=_WEIGHT_DECAY)
    steps = settings.epochs * -(-len(order) // settings.batch_size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, settings.learning_rate, total_steps=steps + 1, pct_start=_WARMUP
    )
    network.train()
    for epoch in range(settings.epochs):
        chance.shuffle(order)
        total, count = 0.0, 0
        for low in range(0, len(order), settings.batch_size):
            batch = Batch.of(order[low : low + settings.batch_size])
            loss = ranking_loss(network(batch), batch)
            (loss / len(batch)).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), _MAX_NORM)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            total, count = total + loss.item(), count + len(batch)
        _log.info("epoch %d of %d: loss %.4f", epoch + 1, settings.epochs, total / count)
    network.eval()
    return network


def mean_loss(network: RankingNetwork, texts: Sequence[Examples]) -> float:
    """
    Compute the loss over texts, without dropout.

    Args:
        network: The network.

        texts: The examples of each text; at least one.

    Returns:
        The mean over all attributions.
    """
    network.eval()
    batches = (Batch.of([one]) for one in texts)
    with torch.no_grad():
        total = sum(float(ranking_loss(network(batch), batch)) for batch in batches)
    return total / sum(map(len, texts))
