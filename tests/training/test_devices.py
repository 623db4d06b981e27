"""The device to train on. Accelerators are played by PyTorch's meta device, whose tensors have shapes only."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
import torch
from torch import Tensor

from quotekit.errors import SettingError
from quotekit.tagger.decode import ROLES
from quotekit.training.devices import CPU, Device, TrainingBatch, choose_device
from quotekit.training.distillation import marginals
from quotekit.training.model import RoleHead, padding, tagger_loss

META = Device("meta")


def batch(number: int) -> TrainingBatch:
    """Make a batch of one window."""
    return {"ids": torch.tensor([[number]])}, torch.tensor([[0, 0]]), {"known": torch.ones(1, 1)}


class TestChooseDevice:
    """choose_device()."""

    @pytest.mark.parametrize(
        ("name", "has_accelerator", "expected"),
        [("auto", False, "cpu"), ("auto", True, "cuda"), ("cuda", True, "cuda"), ("cpu", True, "cpu")],
    )
    def test_takes_what_is_there(
        self, monkeypatch: pytest.MonkeyPatch, name: str, expected: str, *, has_accelerator: bool
    ) -> None:
        """An accelerator is used if there is one, unless the CPU is asked for."""
        monkeypatch.setattr(torch.cuda, "is_available", lambda: has_accelerator)
        monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda **_: True)

        device = choose_device(name)

        assert expected == device.name
        assert (expected == "cuda") is device.is_accelerator
        assert (32 if device.is_accelerator else 16) == device.batch_size
        assert (device.workers > 0) is device.is_accelerator

    @pytest.mark.parametrize("name", ["cuda", "gpu"])
    def test_rejects_others(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        """A device that is not there is an error, not a slow run."""
        monkeypatch.setattr(torch.cuda, "is_available", lambda: False)

        with pytest.raises(SettingError, match=f"'device' cannot be '{name}'"):
            choose_device(name)

    @pytest.mark.parametrize(
        ("checks", "expected"),
        [
            ({"_is_avx512_bf16_supported": False, "_is_amx_tile_supported": False}, False),
            ({"_is_avx512_bf16_supported": True, "_is_amx_tile_supported": False}, True),
            ({"_is_avx512_bf16_supported": False, "_is_amx_tile_supported": True}, True),
            ({}, False),
        ],
        ids=["neither", "AVX512", "AMX", "PyTorch cannot tell"],
    )
    def test_uses_bfloat16_where_it_is_fast(
        self, monkeypatch: pytest.MonkeyPatch, checks: dict[str, bool], *, expected: bool
    ) -> None:
        """On the CPU that is where it has instructions for it."""
        for name in ("_is_avx512_bf16_supported", "_is_amx_tile_supported"):
            monkeypatch.delattr(torch.cpu, name, raising=False)
        for name, answer in checks.items():
            monkeypatch.setattr(torch.cpu, name, lambda answer=answer: answer, raising=False)

        assert expected is choose_device("cpu").bfloat16


class TestDevice:
    """Device."""

    def test_computes_in_its_precision(self) -> None:
        """In bfloat16 a product is rounded; in full precision nothing changes."""
        matrix = torch.ones(2, 2)
        with Device("cpu", bfloat16=True).autocast():
            rounded = matrix @ matrix
        with CPU.autocast():
            full = matrix @ matrix

        assert (torch.bfloat16, torch.float32) == (rounded.dtype, full.dtype)
        assert isinstance(CPU.autocast(), nullcontext)

    def test_moves_nothing_on_the_cpu(self) -> None:
        """The CPU has the batches already."""
        moved = batch(1)

        assert moved[1] is CPU.move_batch(moved)[1]

    def test_streams_batches(self) -> None:
        """All batches come in order, on the device, each copied before the one before it is used."""
        copied = []

        def made() -> list[TrainingBatch]:
            for number in range(3):
                copied.append(number)
                yield batch(number)

        seen = [(len(copied), b[0]["ids"].device.type, b[1].device.type, b[2]["known"].device.type)
                for b in META.stream(made())]  # fmt: skip

        assert [2, 3, 3] == [count for count, *_ in seen]
        assert {("meta", "meta", "meta")} == {tuple(devices) for _, *devices in seen}
        assert [0, 1, 2] == [int(b[0]["ids"]) for b in CPU.stream(made())]
        assert [] == list(META.stream([]))


def _target(device: str) -> dict[str, Tensor]:
    """Make the targets of two anchors in one window of four words."""
    return {
        "anchors": torch.zeros(1, 4, device=device),
        "known": torch.ones(1, 4, device=device),
        "exists": torch.ones(2, 4, device=device),
        "roles": torch.zeros(2, 4, len(ROLES), 3, device=device),
        "weights": torch.ones(2, device=device),
        "names": torch.zeros(1, 4, dtype=torch.int64, device=device),
    }


class TestModelOnDevices:
    """The model's own functions make their tensors where their arguments are."""

    @pytest.mark.parametrize("device", ["cpu", "meta"])
    def test_loss(self, device: str) -> None:
        """Every part of the loss is on the device."""
        scores = {
            "anchors": torch.zeros(1, 4, device=device),
            "roles": torch.zeros(2, 4, len(ROLES), 3, device=device),
            "names": torch.zeros(1, 4, 11, device=device),
        }

        parts = tagger_loss(scores, _target(device))

        assert {device} == {part.device.type for part in parts.values()}

    @pytest.mark.parametrize("device", ["cpu", "meta"])
    def test_heads_and_marginals(self, device: str) -> None:
        """So are role scores, padding and marginals."""
        with torch.device(device):
            head = RoleHead(6, 4, 0.0)
            scores = head(torch.zeros(1, 4, 6), torch.zeros(2, 2, dtype=torch.int64))
            exists = torch.ones(2, 4)

        assert {device} == {t.device.type for t in (scores, padding(exists), marginals(scores, exists))}
