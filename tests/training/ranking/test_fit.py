"""Fitting the networks to a few articles."""

from __future__ import annotations

import numpy as np
import torch

from quotekit.training.ranking.examples import Examples
from quotekit.training.ranking.fit import RankingSettings, fit_outlets, fit_ranking, mean_loss
from quotekit.training.ranking.network import Batch, RankingNetwork
from quotekit.training.ranking.outlet_examples import OutletExamples
from quotekit.training.ranking.outlet_network import OutletBatch, OutletRankingNetwork, outlet_loss


class TestFitRanking:
    """fit_ranking()."""

    def test_lowers_the_loss(self, texts: list[Examples], network: RankingNetwork) -> None:
        """What the network has learned from it knows better than a new one does."""
        new = RankingNetwork(Batch.of(texts), width=8)

        assert mean_loss(network, texts) < mean_loss(new, texts) / 2

    def test_can_be_repeated(self, texts: list[Examples]) -> None:
        """The same seed gives the same network, another one another."""
        first, again, other = (
            fit_ranking(texts, RankingSettings(epochs=1, width=8, seed=seed)).arrays()["state.weight"]
            for seed in (1, 1, 2)
        )

        assert np.array_equal(first, again)
        assert not np.array_equal(first, other)


class TestFitOutlets:
    """fit_outlets()."""

    def test_lowers_the_loss(self, outlet_texts: list[OutletExamples], outlet_network: OutletRankingNetwork) -> None:
        """What the network has learned from it knows better than a new one does."""
        batch = OutletBatch.of(outlet_texts)
        new = OutletRankingNetwork(batch, width=6).eval()

        with torch.no_grad():
            learned, unlearned = (float(outlet_loss(one(batch), batch)) for one in (outlet_network, new))

        assert learned < unlearned / 2

    def test_can_be_repeated(self, outlet_texts: list[OutletExamples]) -> None:
        """The same seed gives the same network, another one another; the width is that of the settings."""
        first, again, other = (
            fit_outlets(outlet_texts, RankingSettings(epochs=1, outlet_width=5, seed=seed)).arrays()["state.weight"]
            for seed in (1, 1, 2)
        )

        assert 5 == len(first)
        assert np.array_equal(first, again)
        assert not np.array_equal(first, other)
