"""Batches made ahead of time by other processes."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from quotekit.training.devices import TrainingBatch
from quotekit.training.prefetch import Prefetcher


def make(epoch: int) -> list[TrainingBatch]:
    """Make an epoch of two batches that tell its number; the epoch 9 fails."""
    if epoch == 9:
        message = "no such epoch"
        raise ValueError(message)
    return [({"ids": torch.tensor([[epoch, i]])}, torch.zeros(1, 2), {"known": torch.ones(1)}) for i in range(2)]


def numbers(batches: list[TrainingBatch]) -> list[list[int]]:
    """Return the numbers in the batches."""
    return [batch["ids"].flatten().tolist() for batch, _, _ in batches]


class TestPrefetcher:
    """Prefetcher."""

    @pytest.mark.parametrize("workers", [0, 1])
    def test_returns_each_epoch(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
        """Epochs are the same with any number of processes; errors are raised where an epoch is asked for."""
        # The processes find this module by the path that they inherit.
        monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))
        with Prefetcher(make, 10, tmp_path / "work", workers) as prefetcher:
            found = [numbers(prefetcher.epoch(n)) for n in (1, 2)]
            with pytest.raises(ValueError, match="no such epoch"):
                prefetcher.epoch(9)

        assert [[[1, 0], [1, 1]], [[2, 0], [2, 1]]] == found
        assert [] == list(tmp_path.rglob("*.pt"))
