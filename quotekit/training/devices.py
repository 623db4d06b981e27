"""
The device that a model is trained on: the CPU, or an accelerator where there is one.

On an accelerator the model computes in bfloat16, and batches are copied there from pinned memory while it still works
on the previous one. On CPUs that have no instructions for bfloat16 it is emulated, many times as slow as full
precision, so it is used only where the CPU has them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import attrs
import torch
from torch import Tensor

from quotekit.errors import SettingError

__all__ = ["CPU", "Device", "TrainingBatch", "choose_device"]

#: A batch, the row and word of each anchor, and the targets.
TrainingBatch = tuple[dict[str, Tensor], Tensor, dict[str, Tensor]]

# What torch.cpu calls the instructions for bfloat16; a version without one of these functions says nothing about it.
_BFLOAT16_CHECKS = ("_is_avx512_bf16_supported", "_is_amx_tile_supported")
_SETTING = "device"
_MAX_WORKERS = 8
_BATCH_SIZE, _ACCELERATOR_BATCH_SIZE = 16, 32


@attrs.frozen
class Device:
    """A device, and how a model is trained on it."""

    #: What PyTorch calls it.
    name: str = "cpu"
    #: Whether the forward pass is computed in bfloat16.
    bfloat16: bool = False

    @property
    def is_accelerator(self) -> bool:
        """Return whether it is another device than the CPU."""
        return self.name != "cpu"

    @property
    def batch_size(self) -> int:
        """Return a suitable number of windows per batch."""
        return _ACCELERATOR_BATCH_SIZE if self.is_accelerator else _BATCH_SIZE

    @property
    def workers(self) -> int:
        """Return a suitable number of processes that prepare batches: none where the model needs the CPU itself."""
        return min(_MAX_WORKERS, max(1, (os.cpu_count() or 1) - 1)) if self.is_accelerator else 0

    def autocast(self) -> AbstractContextManager[Any]:
        """Return a context in which the forward pass is computed in the device's precision."""
        return torch.autocast(self.name, torch.bfloat16) if self.bfloat16 else nullcontext()

    def move(self, tensor: Tensor) -> Tensor:
        """
        Copy a tensor to the device, without waiting for the copy.

        Args:
            tensor: A tensor on the CPU.

        Returns:
            The tensor on the device; the tensor itself on the CPU.
        """
        if not self.is_accelerator:
            return tensor
        pinned = tensor.pin_memory() if self.name.startswith("cuda") else tensor
        return pinned.to(self.name, non_blocking=True)

    def move_batch(self, batch: TrainingBatch) -> TrainingBatch:
        """
        Copy a batch to the device.

        Args:
            batch: The batch on the CPU.

        Returns:
            The batch on the device.
        """
        inputs, anchors, target = batch
        return (
            {name: self.move(tensor) for name, tensor in inputs.items()},
            self.move(anchors),
            {name: self.move(tensor) for name, tensor in target.items()},
        )

    def stream(self, batches: Iterable[TrainingBatch]) -> Iterator[TrainingBatch]:
        """
        Copy batches to the device, each while the one before it is in use.

        Args:
            batches: The batches on the CPU.

        Yields:
            The batches on the device, in the same order.
        """
        previous: TrainingBatch | None = None
        for batch in batches:
            following = self.move_batch(batch)
            if previous is not None:
                yield previous
            previous = following
        if previous is not None:
            yield previous


#: The CPU, in full precision.
CPU = Device()


def choose_device(name: str = "auto") -> Device:
    """
    Choose the device to train on.

    Args:
        name: ``cpu``, ``cuda``, or ``auto`` for an accelerator if there is one.

    Returns:
        The device, with bfloat16 where it is fast.

    Raises:
        SettingError: There is no such device.

    Example:
        >>> choose_device("cpu").name
        'cpu'
    """
    if name not in ("auto", "cpu", "cuda"):
        raise SettingError(_SETTING, name, "there is no such device", "use 'auto', 'cpu' or 'cuda'")
    available = torch.cuda.is_available()
    if name == "cuda" and not available:
        raise SettingError(_SETTING, name, "PyTorch finds none", "use 'cpu', or install PyTorch for your accelerator")
    if name == "cpu" or not available:
        return Device("cpu", bfloat16=_has_fast_bfloat16())
    return Device("cuda", bfloat16=torch.cuda.is_bf16_supported(including_emulation=False))


def _has_fast_bfloat16() -> bool:
    """Return whether the CPU has instructions for bfloat16, as far as PyTorch can tell."""
    checks = (getattr(torch.cpu, name, None) for name in _BFLOAT16_CHECKS)
    return any(check() for check in checks if check is not None)
