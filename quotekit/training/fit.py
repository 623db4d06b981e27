"""The training loop: fixed seeds, a checkpoint after each epoch, resumable."""

from __future__ import annotations

import logging
import math
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import torch
from torch import Tensor

from quotekit.training.batches import Corpus, Settings, steps_per_epoch, training_batches
from quotekit.training.distillation import StateLoss
from quotekit.training.model import Tagger, tagger_loss

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
) -> Tagger:
    """
    Train a tagger.

    Args:
        tagger: The model with a pretrained encoder and newly initialized heads; changed in place.

        corpus: The training articles.

        tokenizer: The encoder's tokenizer, without padding or truncation.

        settings: The run's settings.

        folder: Folder for checkpoints, written after each epoch; a run found there with the same settings is resumed.

        teacher: A trained tagger with the same tokenizer whose predictions are distilled into this one.

    Returns:
        The tagger with the averaged weights, in evaluation mode.
    """
    torch.manual_seed(settings.seed)
    steps = settings.epochs * steps_per_epoch(corpus, tokenizer, settings)
    state_loss = None if teacher is None else StateLoss(tagger, teacher)
    optimizer = torch.optim.AdamW(
        _groups(tagger, state_loss, settings), weight_decay=settings.weight_decay, betas=_ADAM_BETAS, fused=True
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, settings.warmup))
    average = {name: value.detach().clone() for name, value in tagger.state_dict().items()}
    state = {
        "tagger": tagger,
        "optimizer": optimizer,
        "schedule": schedule,
        **({"state_loss": state_loss} if state_loss else {}),
    }
    done = _resume(folder, settings, state, average)
    for epoch in range(done, settings.epochs):
        tagger.train()
        started, sums, count = time.monotonic(), dict[str, float](), 0
        for batch, anchors, target in training_batches(corpus, tokenizer, settings, epoch, folder, teacher=teacher):
            with torch.autocast("cpu", torch.bfloat16):
                scores = tagger(batch, anchors)
            parts = tagger_loss(scores, target)
            if state_loss is not None:
                parts["states"] = state_loss(scores["states"], target["states"], batch["words"] > 0)
                parts["loss"] = parts["loss"] + parts["states"]
            optimizer.zero_grad(set_to_none=True)
            parts["loss"].backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), _MAX_GRADIENT_NORM)
            optimizer.step()
            schedule.step()
            _update_average(average, tagger, settings.average_decay)
            count += 1
            for name, value in parts.items():
                sums[name] = sums.get(name, 0.0) + float(value.detach())
            if count % _LOGGED_EVERY_STEPS == 0:
                _log.info("epoch %d step %d: %s", epoch + 1, count, {k: round(v / count, 3) for k, v in sums.items()})
        _log.info(
            "epoch %d: %s, %.0f s",
            epoch + 1,
            {k: round(v / count, 3) for k, v in sums.items()},
            time.monotonic() - started,
        )
        _save(folder, settings, epoch + 1, state, average)
    tagger.load_state_dict(average)
    tagger.eval()
    return tagger


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
    for name, value in tagger.state_dict().items():
        if value.is_floating_point():
            average[name].lerp_(value, 1 - decay)
        else:
            average[name].copy_(value)


def _save(folder: Path, settings: Settings, epoch: int, state: dict[str, Any], average: dict[str, Tensor]) -> None:
    """Write a checkpoint, replacing the old one atomically."""
    folder.mkdir(parents=True, exist_ok=True)
    data = {name: part.state_dict() for name, part in state.items()}
    part = folder / "checkpoint.part"
    torch.save({**data, "average": average, "epoch": epoch, "settings": attrs.asdict(settings)}, part)
    part.replace(folder / "checkpoint.pt")


def _resume(folder: Path, settings: Settings, state: dict[str, Any], average: dict[str, Tensor]) -> int:
    """Load the checkpoint in *folder* if its settings match; return the number of finished epochs."""
    path = folder / "checkpoint.pt"
    if not path.exists():
        return 0
    data = torch.load(path, weights_only=True)
    if data["settings"] != attrs.asdict(settings):
        _log.warning("the checkpoint in %s was made with other settings: starting over", folder)
        return 0
    for name, part in state.items():
        part.load_state_dict(data[name])
    average.update(data["average"])
    _log.info("resumed after epoch %d", data["epoch"])
    return int(data["epoch"])
