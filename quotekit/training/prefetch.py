"""Batches of epochs prepared ahead of time by worker processes, so that an accelerator need not wait for them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType

import torch

from quotekit.training.devices import TrainingBatch

__all__ = ["Prefetcher"]

_MakeEpoch = Callable[[int], list[TrainingBatch]]
# What a worker process makes epochs with, set once when it starts.
_makers: list[_MakeEpoch] = []


class Prefetcher:
    """
    Makes the batches of one epoch after another, in other processes if there are any.

    What it returns does not depend on the number of processes. It is a context manager that ends them.

    Args:
        make: Makes the batches of an epoch; it must be picklable if there are workers.

        epochs: Number of epochs; none beyond is made ahead of time.

        folder: Folder through which the processes hand over the batches.

        workers: Number of processes; with none, epochs are made when they are asked for.
    """

    def __init__(self, make: _MakeEpoch, epochs: int, folder: Path, workers: int = 0) -> None:
        self._make, self._epochs, self._folder, self._workers = make, epochs, folder, workers
        self._pending: dict[int, Future[Path]] = {}
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Prefetcher:  # noqa: PYI034  # typing.Self needs Python 3.11
        """Return the object itself; processes start with the first epoch."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the processes and remove what was made in vain."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        for future in self._pending.values():
            if not future.cancelled() and future.exception() is None:
                future.result().unlink(missing_ok=True)
        self._pending.clear()

    def epoch(self, number: int) -> list[TrainingBatch]:
        """
        Return the batches of an epoch; the next ones are begun, too, one for each process.

        Args:
            number: Number of the epoch, from 0.

        Returns:
            Its batches.
        """
        if not self._workers:
            return self._make(number)
        if self._pool is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            # Forked processes would inherit the locks of this one's threads.
            self._pool = ProcessPoolExecutor(self._workers, get_context("spawn"), _start_worker, (self._make,))
        for ahead in range(number, max(number, min(number + self._workers, self._epochs - 1)) + 1):
            if ahead not in self._pending:
                self._pending[ahead] = self._pool.submit(_write_epoch, ahead, self._folder)
        path = self._pending.pop(number).result()
        batches: list[TrainingBatch] = torch.load(path, weights_only=True)
        path.unlink()
        return batches


def _start_worker(make: _MakeEpoch) -> None:
    """Prepare a worker process: it computes with one thread, beside others."""
    torch.set_num_threads(1)
    _makers[:] = [make]


def _write_epoch(number: int, folder: Path) -> Path:
    """Make the batches of an epoch and write them to a file; return its path."""
    path = folder / f"epoch_{number}.pt"
    torch.save(_makers[0](number), path)
    return path
