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

if TYPE_CHECKING:
    from quotekit.training.model import Tagger

__all__ = ["export_onnx", "quantize", "write_config"]

_OPSET = 17


class _Whole(nn.Module):
    """The tagger with the choice of anchors inside, as one graph."""

    def __init__(self, tagger: Tagger, least: float) -> None:
        super().__init__()
        self.tagger = tagger
        self.least = least

    def forward(
        self, ids: Tensor, features: Tensor, mask: Tensor, words: Tensor, keep: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return anchors (N,), their scores (N,) and their role scores (N, W, roles, 3); one window at a time."""
        states = self.tagger.encode(ids, features, mask, words)
        scores = self.tagger.anchor(states).squeeze(-1).masked_fill(~keep, -100.0)
        # The best word is always chosen, because a graph with nothing to score cannot run.
        chosen = (scores > self.least) | (scores >= scores.max())
        anchors = chosen.nonzero()
        return anchors[:, 1], scores[chosen], self.tagger.roles(states, anchors)


def export_onnx(tagger: Tagger, path: Path, least: float = -3.0) -> None:
    """
    Write the tagger as one ONNX graph in full precision.

    Args:
        tagger: The trained tagger.

        path: The file to write.

        least: Anchors with a lower score are not looked at further.
    """
    ids = torch.ones(1, 12, dtype=torch.int64)
    words = torch.arange(1, 9).unsqueeze(0)
    example = (ids, ids.unsqueeze(-1).expand(-1, -1, 3).contiguous(), ids, words, torch.ones(1, 8, dtype=torch.bool))
    names = ["ids", "features", "mask", "words", "keep"]
    outputs = ["anchors", "anchor_scores", "role_scores"]
    axes = {
        **{name: {0: "batch", 1: "pieces"} for name in names[:3]},
        **{name: {0: "batch", 1: "words"} for name in names[3:]},
        "anchors": {0: "found"},
        "anchor_scores": {0: "found"},
        "role_scores": {0: "found", 1: "words"},
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Whole(tagger.eval(), least),
            example,
            str(path),
            input_names=names,
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )


def quantize(source: Path, target: Path) -> None:
    """
    Write an int8 form of a graph: the encoder's weights for each channel apart, the heads as they are.

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

        config: The settings; its checksums are replaced.

    Returns:
        The settings as written.
    """
    sums = {n: hashlib.sha256((folder / n).read_bytes()).hexdigest() for n in ("model.onnx", "tokenizer.json")}
    config = attrs.evolve(config, checksums=sums)
    text = json.dumps(attrs.asdict(config), indent=2)
    (folder / "config.json").write_text(text + "\n", encoding="utf-8")
    return config
