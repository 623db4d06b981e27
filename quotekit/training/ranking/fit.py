"""Fit the network that weighs candidates for speakers."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Sequence
from typing import TypeVar

import attrs
import torch
from torch import Tensor, nn

from quotekit.training.ranking.examples import Examples
from quotekit.training.ranking.network import Batch, RankingNetwork, ranking_loss
from quotekit.training.ranking.outlet_examples import OutletExamples
from quotekit.training.ranking.outlet_network import OutletBatch, OutletRankingNetwork, outlet_loss

__all__ = ["RankingSettings", "fit_outlets", "fit_ranking", "mean_loss"]

_Text = TypeVar("_Text", Examples, OutletExamples)

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
    #: How many numbers there are in it for outlets.
    outlet_width: int = attrs.field(default=16, validator=attrs.validators.ge(1))
    #: Random seed.
    seed: int = 1


def fit_ranking(texts: Sequence[Examples], settings: RankingSettings) -> RankingNetwork:
    """
    Fit the network that weighs candidates for speakers.

    Args:
        texts: The examples of each text; at least one.

        settings: The settings; the same ones give the same network.

    Returns:
        The network.
    """
    torch.manual_seed(settings.seed)
    network = RankingNetwork(Batch.of(texts[:1]), width=settings.width)
    _fit(network, texts, lambda part: _loss(network, part), settings)
    return network


def fit_outlets(texts: Sequence[OutletExamples], settings: RankingSettings) -> OutletRankingNetwork:
    """
    Fit the network that weighs outlets.

    Args:
        texts: The examples of each text; at least one.

        settings: The settings; the same ones give the same network.

    Returns:
        The network.
    """
    torch.manual_seed(settings.seed)
    network = OutletRankingNetwork(OutletBatch.of(texts[:1]), width=settings.outlet_width)

    def loss(part: Sequence[OutletExamples]) -> Tensor:
        batch = OutletBatch.of(part)
        return outlet_loss(network(batch), batch)

    _fit(network, texts, loss, settings)
    return network


def _fit(
    network: nn.Module, texts: Sequence[_Text], loss_of: Callable[[Sequence[_Text]], Tensor], settings: RankingSettings
) -> None:
    """Fit a network to texts, a few of them at a time."""
    chance, order = random.Random(settings.seed), list(texts)
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
            part = order[low : low + settings.batch_size]
            loss, size = loss_of(part), sum(map(len, part))
            (loss / size).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), _MAX_NORM)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            total, count = total + loss.item(), count + size
        _log.info("epoch %d of %d: loss %.4f", epoch + 1, settings.epochs, total / count)
    network.eval()


def _loss(network: RankingNetwork, texts: Sequence[Examples]) -> Tensor:
    batch = Batch.of(texts)
    return ranking_loss(network(batch), batch)


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
