"""Write a trained tagger as a model folder: ONNX in int8, tokenizer, config with checksums."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import torch
from numpy.typing import NDArray
from torch import Tensor

from quotekit.tagger.config import CONFIG_FILE, Config, settings_checksum
from quotekit.tagger.runtime import import_runtime
from quotekit.tagger.session import INPUTS
from quotekit.tagger.windows import FEATURE_SIZES
from quotekit.training.graph import CONTEXT_LOGIT, MIN_ANCHOR_LOGIT

if TYPE_CHECKING:
    from quotekit.training.model import Tagger

__all__ = ["largest_difference", "parity", "write_config"]

# Share of the words whose scores are used in the comparison.
_KEPT_SHARE = 0.8
# Anchors, and the scores of anchors, roles and names.
_SCORES = 4


def parity(tagger: Tagger, path: Path, words: int = 60, seed: int = 0) -> float:
    """
    Compare PyTorch with ONNX Runtime on a window of random word pieces.

    Args:
        tagger: The tagger.

        path: Its graph, from :func:`quotekit.training.graph.write_graph`.

        words: Number of words in the window, each of one piece.

        seed: Random seed.

    Returns:
        The largest absolute difference between any two scores.
    """
    feed = _random_window(tagger.encoder.config.vocab_size, words, seed)
    return max(float(abs(e.numpy() - f).max()) for e, f in zip(_scores(tagger, *feed), _run(path, feed), strict=True))


def largest_difference(path: Path, other: Path, vocabulary: int, words: int = 60, seed: int = 0) -> float:
    """
    Compare two graphs on a window of random word pieces.

    Args:
        path: A graph, from :func:`quotekit.training.graph.write_graph`.

        other: Another one. States of words are not compared.

        vocabulary: Number of word pieces that both know.

        words: Number of words in the window, each of one piece.

        seed: Random seed.

    Returns:
        The largest absolute difference between any two scores; infinite if they find other anchors.
    """
    feed = _random_window(vocabulary, words, seed)
    pairs = list(zip(*(_run(one, feed)[:_SCORES] for one in (path, other)), strict=True))
    if any(one.shape != two.shape for one, two in pairs):
        return math.inf
    return max(float(abs(one - two).max()) for one, two in pairs)


def _random_window(vocabulary: int, words: int, seed: int) -> tuple[Tensor, ...]:
    """Draw the inputs of a graph."""
    generator = torch.Generator().manual_seed(seed)
    ids = torch.randint(0, vocabulary, (words + 2,), generator=generator)
    features = torch.stack([torch.randint(0, n, ids.shape, generator=generator) for n in FEATURE_SIZES], dim=-1)
    return ids, features, torch.arange(1, words + 1), torch.rand(words, generator=generator) < _KEPT_SHARE


def _run(path: Path, feed: Sequence[Tensor]) -> list[NDArray[Any]]:
    """Run a graph on a window; return its outputs."""
    session = import_runtime().InferenceSession(str(path), providers=["CPUExecutionProvider"])
    found: list[NDArray[Any]] = session.run(None, {n: value.numpy() for n, value in zip(INPUTS, feed, strict=True)})
    return found


@torch.no_grad()
def _scores(tagger: Tagger, ids: Tensor, features: Tensor, words: Tensor, keep: Tensor) -> tuple[Tensor, ...]:
    """Compute the outputs of the graph in PyTorch."""
    tagger.eval()
    states = tagger.encode(ids[None], features[None], torch.ones_like(ids)[None], words[None])
    scores = tagger.anchor(states)[0, :, 0].masked_fill(~keep, CONTEXT_LOGIT)
    chosen = (scores > MIN_ANCHOR_LOGIT) | (scores >= scores.max())
    (anchors,) = chosen.nonzero(as_tuple=True)
    roles = tagger.roles(states, torch.stack([torch.zeros_like(anchors), anchors], dim=1))
    return anchors, scores[chosen], roles, tagger.names(states)[0]


def write_config(folder: Path, config: Config) -> Config:
    """
    Write ``config.json`` with the checksums of the folder's files, and its own.

    Args:
        folder: The model folder; ``model.onnx`` and ``tokenizer.json`` are there.

        config: The configuration. Its checksums are replaced, also those of further files that it names.

    Returns:
        The configuration as written.
    """
    names = sorted({"model.onnx", "tokenizer.json", *config.checksums} - {CONFIG_FILE})
    sums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    settings = attrs.asdict(attrs.evolve(config, checksums=sums))
    config = attrs.evolve(config, checksums={CONFIG_FILE: settings_checksum(settings), **sums})
    (folder / CONFIG_FILE).write_text(json.dumps(attrs.asdict(config), indent=2) + "\n", encoding="utf-8")
    return config
