"""The training loop: fixed seeds, a checkpoint after each epoch, resumable."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import torch
from torch import Tensor

from quotekit.training.batches import Corpus, Settings, make_epoch, steps_per_epoch, training_batches
from quotekit.training.devices import CPU, Device, TrainingBatch
from quotekit.training.distillation import StateLoss
from quotekit.training.model import Tagger, tagger_loss
from quotekit.training.prefetch import Prefetcher

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["fit"]

_log = logging.getLogger(__name__)
_ADAM_BETAS = (0.9, 0.98)
_MAX_GRADIENT_NORM = 1.0
_LOGGED_EVERY_STEPS = 50


def fit(
    tagger: Tagger,
    corpus: Corpus,
    tokenizer: Tokenizer,
    settings: Settings,
    folder: Path,
    *,
    teacher: Tagger | None = None,
    device: Device = CPU,
    workers: int = 0,
) -> Tagger:
    """
    Train a tagger.

    Args:
        tagger: The model with a pretrained encoder and newly initialized heads, or a trained one; changed in place.

        corpus: The training articles.

        tokenizer: The encoder's tokenizer, without padding or truncation.

        settings: The run's settings.

        folder: Folder for checkpoints, written after each epoch; a run found there with the same settings is resumed.

        teacher: A trained tagger with the same tokenizer whose predictions are distilled into this one.

        device: The device to train on.

        workers: Number of processes that prepare the batches of the next epochs; the result does not depend on it.

    Returns:
        The tagger with the averaged weights, in evaluation mode and on the CPU.
    """
    torch.manual_seed(settings.seed)
    run = _Run.begin(tagger.to(device.name), corpus, tokenizer, settings, teacher=teacher, device=device)
    done = run.resume(folder)
    epochs = settings.epochs if teacher is None else min(settings.epochs, settings.cached_epochs)
    make = partial(make_epoch, corpus, tokenizer, settings)
    with Prefetcher(make, epochs, folder, workers) as prefetcher:
        for epoch in range(done, settings.epochs):
            batches = training_batches(
                corpus, tokenizer, settings, epoch, folder, teacher=run.teacher, made=prefetcher.epoch, device=device
            )
            run.train(device.stream(batches), epoch)
            run.save(folder, epoch + 1)
    tagger.load_state_dict(run.average)
    tagger.cpu().eval()
    return tagger


@attrs.define
class _Run:
    """The state of a training run."""

    tagger: Tagger
    teacher: Tagger | None
    state_loss: StateLoss | None
    settings: Settings
    device: Device
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR
    #: Exponential moving average of the weights.
    average: dict[str, Tensor]

    @classmethod
    def begin(
        cls,
        tagger: Tagger,
        corpus: Corpus,
        tokenizer: Tokenizer,
        settings: Settings,
        *,
        teacher: Tagger | None,
        device: Device,
    ) -> _Run:
        """Set up a run that has not learned anything."""
        steps = settings.epochs * steps_per_epoch(corpus, tokenizer, settings)
        teacher = None if teacher is None else teacher.to(device.name)
        state_loss = None if teacher is None else StateLoss(tagger, teacher).to(device.name)
        optimizer = torch.optim.AdamW(
            _groups(tagger, state_loss, settings), weight_decay=settings.weight_decay, betas=_ADAM_BETAS, fused=True
        )
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, settings.warmup))
        average = {name: value.detach().clone() for name, value in tagger.state_dict().items()}
        return cls(tagger, teacher, state_loss, settings, device, optimizer, schedule, average)

    def train(self, batches: Iterable[TrainingBatch], epoch: int) -> None:
        """Learn from the batches of one epoch."""
        self.tagger.train()
        started, sums, count = time.monotonic(), dict[str, Tensor](), 0
        for batch in batches:
            count += 1
            for name, value in self._step(*batch).items():
                # Summed on the device: to read a number would wait for it.
                sums[name] = sums.get(name, torch.zeros_like(value)) + value
            if count % _LOGGED_EVERY_STEPS == 0:
                _log.info("epoch %d step %d: %s", epoch + 1, count, _means(sums, count))
        _log.info("epoch %d: %s, %.0f s", epoch + 1, _means(sums, count), time.monotonic() - started)

    def _step(self, batch: dict[str, Tensor], anchors: Tensor, target: dict[str, Tensor]) -> dict[str, Tensor]:
        """Learn from one batch; return the losses."""
        with self.device.autocast():
            scores = self.tagger(batch, anchors)
        parts = tagger_loss(scores, target)
        if self.state_loss is not None:
            parts["states"] = self.state_loss(scores["states"], target["states"], batch["words"] > 0)
            parts["loss"] = parts["loss"] + parts["states"]
        self.optimizer.zero_grad(set_to_none=True)
        parts["loss"].backward()
        torch.nn.utils.clip_grad_norm_(self.tagger.parameters(), _MAX_GRADIENT_NORM)
        self.optimizer.step()
        self.schedule.step()
        _update_average(self.average, self.tagger, self.settings.average_decay)
        return {name: value.detach() for name, value in parts.items()}

    def _parts(self) -> dict[str, Any]:
        """Return what a checkpoint has the state of, by name."""
        parts = {"tagger": self.tagger, "optimizer": self.optimizer, "schedule": self.schedule}
        return {**parts, "state_loss": self.state_loss} if self.state_loss is not None else parts

    def save(self, folder: Path, epoch: int) -> None:
        """Write a checkpoint, replacing the old one atomically."""
        folder.mkdir(parents=True, exist_ok=True)
        data = {name: part.state_dict() for name, part in self._parts().items()}
        part = folder / "checkpoint.part"
        settings = attrs.asdict(self.settings)
        torch.save({**data, "average": self.average, "epoch": epoch, "settings": settings}, part)
        part.replace(folder / "checkpoint.pt")

    def resume(self, folder: Path) -> int:
        """Load the checkpoint in *folder* if its settings match; return the number of finished epochs."""
        path = folder / "checkpoint.pt"
        if not path.exists():
            return 0
        data = torch.load(path, weights_only=True, map_location=self.device.name)
        if data["settings"] != attrs.asdict(self.settings):
            _log.warning("the checkpoint in %s was made with other settings: starting over", folder)
            return 0
        for name, part in self._parts().items():
            part.load_state_dict(data[name])
        self.average.update(data["average"])
        _log.info("resumed after epoch %d", data["epoch"])
        return int(data["epoch"])


def _means(sums: dict[str, Tensor], count: int) -> dict[str, float]:
    """Return the mean losses, rounded for the log."""
    return {name: round(float(value) / count, 3) for name, value in sums.items()}


def _rate(step: int, steps: int, warmup: float) -> float:
    """Return the learning rate's factor: a linear warm-up, then a cosine decay to zero."""
    warmup_steps = max(1.0, warmup * steps)
    if step < warmup_steps:
        return (step + 1) / warmup_steps
    progress = min(1.0, (step - warmup_steps) / max(1.0, steps - warmup_steps))
    return max(0.0, 0.5 * (1 + math.cos(math.pi * progress)))


def _groups(tagger: Tagger, state_loss: StateLoss | None, settings: Settings) -> list[dict[str, Any]]:
    """Group the parameters by learning rate, which falls layer by layer."""
    layers = tagger.encoder.config.num_hidden_layers
    groups: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in tagger.named_parameters():
        if not parameter.requires_grad:
            continue
        if not name.startswith("encoder."):
            is_head = not name.startswith("features.")
            rate = settings.learning_rate * settings.head_rate_factor if is_head else settings.learning_rate
        else:
            depth = int(name.split("layer.")[1].split(".")[0]) + 1 if "layer." in name else 0
            rate = settings.learning_rate * settings.layer_decay ** (layers - depth)
        groups.setdefault(rate, []).append(parameter)
    if state_loss is not None:
        groups.setdefault(settings.learning_rate * settings.head_rate_factor, []).extend(state_loss.parameters())
    return [{"params": parameters, "lr": rate} for rate, parameters in groups.items()]


@torch.no_grad()
def _update_average(average: dict[str, Tensor], tagger: Tagger, decay: float) -> None:
    """Update the exponential moving average of the weights."""
    state = tagger.state_dict()
    moving = [name for name, value in state.items() if value.is_floating_point()]
    torch._foreach_lerp_([average[n] for n in moving], [state[n] for n in moving], 1 - decay)
    for name in state.keys() - set(moving):
        average[name].copy_(state[name])
