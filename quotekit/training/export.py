"""Write a trained tagger as a model folder: ONNX in int8, tokenizer, config with checksums."""

from __future__ import annotations

import hashlib
import json
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import torch
from torch import Tensor, nn

from quotekit.tagger.session import Config
from quotekit.tagger.windows import FEATURE_SIZES

if TYPE_CHECKING:
    from quotekit.training.model import Tagger

__all__ = ["export_onnx", "parity", "quantize", "write_config"]

_OPSET = 17
_INPUTS = ("ids", "features", "mask", "words", "keep")
# Words with a lower anchor score get no role scores.
_MIN_ANCHOR_LOGIT = -2.0
# The anchor score of words that the window only gives as context.
_CONTEXT_LOGIT = -100.0


class _EndToEnd(nn.Module):
    """The tagger with the selection of anchors, as one graph."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(
        self, ids: Tensor, features: Tensor, mask: Tensor, words: Tensor, keep: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return anchors (N,), their scores (N,), role scores (N, W, roles, 3) and name scores (W, labels)."""
        states = self.tagger.encode(ids, features, mask, words)
        scores = self.tagger.anchor(states).squeeze(-1).masked_fill(~keep, _CONTEXT_LOGIT)
        # The best word is always selected, because the graph fails on an empty selection.
        chosen = (scores > _MIN_ANCHOR_LOGIT) | (scores >= scores.max())
        anchors = chosen.nonzero()
        return anchors[:, 1], scores[chosen], self.tagger.roles(states, anchors), self.tagger.names(states)[0]


def export_onnx(tagger: Tagger, path: Path) -> None:
    """
    Export the tagger as one ONNX graph in full precision.

    Args:
        tagger: The trained tagger.

        path: The file to write.
    """
    ids = torch.ones(1, 12, dtype=torch.int64)
    words = torch.arange(1, 9).unsqueeze(0)
    example = (ids, ids.unsqueeze(-1).expand(-1, -1, 3).contiguous(), ids, words, torch.ones(1, 8, dtype=torch.bool))
    outputs = ["anchors", "anchor_scores", "role_scores", "name_scores"]
    axes = {
        **{name: {0: "batch", 1: "pieces"} for name in _INPUTS[:3]},
        **{name: {0: "batch", 1: "words"} for name in _INPUTS[3:]},
        "anchors": {0: "found"},
        "anchor_scores": {0: "found"},
        "role_scores": {0: "found", 1: "words"},
        "name_scores": {0: "words"},
    }
    # In the graph, eager attention is a tenth faster than the fused kind, which guards against fully masked rows.
    tagger.encoder.set_attn_implementation("eager")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _EndToEnd(tagger.eval()),
            example,
            str(path),
            input_names=list(_INPUTS),
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )


def parity(tagger: Tagger, path: Path, words: int = 60, seed: int = 0) -> float:
    """
    Compare PyTorch with ONNX Runtime on a window of random word pieces.

    Args:
        tagger: The tagger.

        path: Its exported graph.

        words: Number of words in the window, each of one piece.

        seed: Random seed.

    Returns:
        The largest absolute difference between any two scores.
    """
    import onnxruntime

    generator = torch.Generator().manual_seed(seed)
    ids = torch.randint(0, tagger.encoder.config.vocab_size, (1, words + 2), generator=generator)
    features = torch.stack([torch.randint(0, n, ids.shape, generator=generator) for n in FEATURE_SIZES], dim=-1)
    keep = torch.ones(1, words, dtype=torch.bool)
    feed = (ids, features, torch.ones_like(ids), torch.arange(1, words + 1).unsqueeze(0), keep)
    with torch.no_grad():
        expected = _EndToEnd(tagger.eval())(*feed)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    found = session.run(None, {name: value.numpy() for name, value in zip(_INPUTS, feed, strict=True)})
    return max(float(abs(e.numpy() - f).max()) for e, f in zip(expected, found, strict=True))


def quantize(source: Path, target: Path) -> None:
    """
    Quantize a graph to int8: the encoder's weights per channel; the heads stay in full precision.

    Args:
        source: The graph in full precision.

        target: The file to write.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    nodes = onnx.load(str(source)).graph.node
    kept = [
        n.name
        for n in nodes
        if n.op_type in ("MatMul", "Gather", "Gemm") and "/encoder/" not in n.name and "word_embeddings" not in n.name
    ]
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=kept,
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def write_config(folder: Path, config: Config) -> Config:
    """
    Write ``config.json`` with the checksums of the folder's files.

    Args:
        folder: The model folder; ``model.onnx`` and ``tokenizer.json`` are there.

        config: The configuration; its checksums are replaced.

    Returns:
        The configuration as written.
    """
    sums = {n: hashlib.sha256((folder / n).read_bytes()).hexdigest() for n in ("model.onnx", "tokenizer.json")}
    config = attrs.evolve(config, checksums=sums)
    text = json.dumps(attrs.asdict(config), indent=2)
    (folder / "config.json").write_text(text + "\n", encoding="utf-8")
    return config
