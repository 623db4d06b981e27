"""Fitting the network to three articles."""

from __future__ import annotations

import numpy as np

from quotekit.training.ranking.examples import Examples
from quotekit.training.ranking.fit import RankingSettings, fit_ranking, mean_loss
from quotekit.training.ranking.network import Batch, RankingNetwork


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
