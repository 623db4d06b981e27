"""Train the model: seeds fixed, checkpoints on disk, resumed where it stopped."""

from __future__ import annotations

import logging
import math
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import torch
from torch import Tensor

from quotekit.training.batches import Corpus, Settings, lessons, steps_per_pass
from quotekit.training.distil import Mirror
from quotekit.training.model import Tagger, tagger_loss

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["fit"]

_log = logging.getLogger(__name__)


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
        tagger: The model with pretrained encoder and fresh heads; changed in place.

        corpus: The training articles.

        tokenizer: The encoder's tokenizer, without padding or truncation.

        settings: The run's settings.

        folder: Where checkpoints go after each epoch; a run found there with the same settings is resumed.

        teacher: A trained tagger with the same tokenizer whose opinion is learned beside the annotation.

    Returns:
        The tagger with the averaged weights, in evaluation mode.
    """
    torch.manual_seed(settings.seed)
    steps = settings.epochs * steps_per_pass(corpus, tokenizer, settings)
    mirror = None if teacher is None else Mirror(tagger, teacher)
    optimizer = torch.optim.AdamW(
        _groups(tagger, mirror, settings), weight_decay=settings.decay, betas=(0.9, 0.98), fused=True
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, settings.warmup))
    average = {name: value.detach().clone() for name, value in tagger.state_dict().items()}
    state = {"tagger": tagger, "optimizer": optimizer, "schedule": schedule, **({"mirror": mirror} if mirror else {})}
    done = _resume(folder, settings, state, average)
    for epoch in range(done, settings.epochs):
        tagger.train()
        begun, sums, count = time.monotonic(), dict[str, float](), 0
        for batch, anchors, target in lessons(corpus, tokenizer, settings, epoch, folder, teacher=teacher):
            with torch.autocast("cpu", torch.bfloat16):
                scores = tagger(batch, anchors)
            parts = tagger_loss(scores, target)
            if mirror is not None:
                parts["states"] = mirror(scores["states"], target["states"], batch["words"] > 0)
                parts["loss"] = parts["loss"] + parts["states"]
            optimizer.zero_grad(set_to_none=True)
            parts["loss"].backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            _follow(average, tagger, settings.average)
            count += 1
            for name, value in parts.items():
                sums[name] = sums.get(name, 0.0) + float(value.detach())
            if count % 50 == 0:
                _log.info("epoch %d step %d: %s", epoch + 1, count, {k: round(v / count, 3) for k, v in sums.items()})
        _log.info(
            "epoch %d: %s, %.0f s",
            epoch + 1,
            {k: round(v / count, 3) for k, v in sums.items()},
            time.monotonic() - begun,
        )
        _save(folder, settings, epoch + 1, state, average)
    tagger.load_state_dict(average)
    tagger.eval()
    return tagger


def _rate(step: int, steps: int, warmup: float) -> float:
    rise = max(1.0, warmup * steps)
    if step < rise:
        return (step + 1) / rise
    return max(0.0, 0.5 * (1 + math.cos(math.pi * min(1.0, (step - rise) / max(1.0, steps - rise)))))


def _groups(tagger: Tagger, mirror: Mirror | None, settings: Settings) -> list[dict[str, Any]]:
    """One group of parameters for each layer, so that lower layers change less."""
    layers = tagger.encoder.config.num_hidden_layers
    groups: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in tagger.named_parameters():
        if not parameter.requires_grad:
            continue
        if not name.startswith("encoder."):
            rate = settings.rate * settings.head_rate if not name.startswith("features.") else settings.rate
        else:
            depth = int(name.split("layer.")[1].split(".")[0]) + 1 if "layer." in name else 0
            rate = settings.rate * settings.layer_decay ** (layers - depth)
        groups.setdefault(rate, []).append(parameter)
    if mirror is not None:
        groups.setdefault(settings.rate * settings.head_rate, []).extend(mirror.parameters())
    return [{"params": parameters, "lr": rate} for rate, parameters in groups.items()]


@torch.no_grad()
def _follow(average: dict[str, Tensor], tagger: Tagger, keep: float) -> None:
    """Move the averaged weights a little towards the present ones."""
    for name, value in tagger.state_dict().items():
        if value.is_floating_point():
            average[name].lerp_(value, 1 - keep)
        else:
            average[name].copy_(value)


def _save(folder: Path, settings: Settings, epoch: int, state: dict[str, Any], average: dict[str, Tensor]) -> None:
    """Write a checkpoint; the old one stays until the new one is whole."""
    folder.mkdir(parents=True, exist_ok=True)
    data = {name: part.state_dict() for name, part in state.items()}
    part = folder / "checkpoint.part"
    torch.save({**data, "average": average, "epoch": epoch, "settings": attrs.asdict(settings)}, part)
    part.replace(folder / "checkpoint.pt")


def _resume(folder: Path, settings: Settings, state: dict[str, Any], average: dict[str, Tensor]) -> int:
    """Load the checkpoint in *folder* if it is of this run; return how many epochs it has done."""
    path = folder / "checkpoint.pt"
    if not path.exists():
        return 0
    data = torch.load(path, weights_only=True)
    if data["settings"] != attrs.asdict(settings):
        _log.warning("the checkpoint in %s is of a run with other settings: starting anew", folder)
        return 0
    for name, part in state.items():
        part.load_state_dict(data[name])
    average.update(data["average"])
    _log.info("resumed after epoch %d", data["epoch"])
    return int(data["epoch"])
