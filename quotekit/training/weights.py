"""
A trained tagger's weights as a file, from which another run can start.

The file holds a dictionary as :func:`torch.save` writes it: ``weights`` is the state dictionary of a
:class:`~quotekit.training.model.Tagger`, in which a large matrix may be stored as int8 rows, a dictionary of ``q``
(int8) and ``s`` (the factor of each row). Checkpoints of a run, from which the averaged weights are taken, and bare
state dictionaries are read, too. The sizes of the tagger are those of the weights.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from quotekit.errors import SettingError
from quotekit.training.encoder import load_encoder
from quotekit.training.model import Tagger
from quotekit.training.shrink import LAYER

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import PreTrainedModel

__all__ = ["checksum", "load_tagger", "read_weights", "save_weights"]

_SETTING = "start"
_PROBLEM = "it does not hold the weights of a tagger"
_REMEDY = "use the file weights.pt of a finished run"
# Larger matrices are stored as int8 rows.
_MAX_FULL_SIZE = 100_000
_INT8_LIMIT = 127


def save_weights(tagger: Tagger, path: Path, *, compact: bool = False) -> None:
    """
    Write a tagger's weights to a file.

    Args:
        tagger: The tagger.

        path: The file to write.

        compact: Whether large matrices are rounded to int8 rows, which makes the file a quarter as large.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    state = {name: value.detach().cpu() for name, value in tagger.state_dict().items()}
    weights = {name: _compact(value) if compact else value for name, value in state.items()}
    part = path.with_suffix(".part")
    torch.save({"weights": weights}, part)
    part.replace(path)


def _compact(value: Tensor) -> Tensor | dict[str, Tensor]:
    """Round a large matrix to int8 rows."""
    if value.dim() != 2 or value.numel() <= _MAX_FULL_SIZE:  # noqa: PLR2004  # a matrix
        return value
    scale = value.abs().amax(1, keepdim=True).clamp(min=torch.finfo(value.dtype).tiny) / _INT8_LIMIT
    return {"q": (value / scale).round().to(torch.int8), "s": scale}


def read_weights(path: Path) -> dict[str, Tensor]:
    """
    Read a tagger's weights.

    Args:
        path: A file from :func:`save_weights`, a checkpoint, or a file with a state dictionary alone.

    Returns:
        The state dictionary in full precision, on the CPU.

    Raises:
        OSError: The file cannot be read.

        SettingError: It is not such a file.
    """
    try:
        stored = torch.load(path, weights_only=True, map_location="cpu")
    except (pickle.UnpicklingError, RuntimeError, EOFError) as error:
        raise SettingError(_SETTING, str(path), _PROBLEM, _REMEDY) from error
    stored = stored if isinstance(stored, Mapping) else {}
    state: Mapping[str, Any] = stored.get("weights", stored.get("average", stored))
    if not any(LAYER.match(name) for name in state):
        raise SettingError(_SETTING, str(path), _PROBLEM, _REMEDY)
    return {name: _restore(value) for name, value in state.items()}


def _restore(value: Any) -> Tensor:
    """Return a stored tensor in full precision."""
    restored: Tensor = value["q"].float() * value["s"].float() if isinstance(value, dict) else value
    return restored.float() if restored.is_floating_point() else restored


def load_tagger(path: Path | None, positions: int) -> tuple[Tagger, Tokenizer]:
    """
    Load the tagger that a run starts from.

    Args:
        path: File with its weights; without it, the encoder is the pretrained one and the heads are new.

        positions: Maximum number of word pieces in a window, including the two special ones.

    Returns:
        The tagger, as large as the weights, and its tokenizer.

    Raises:
        OSError: The file cannot be read.

        SettingError: The file has no weights of such a tagger.
    """
    encoder, tokenizer = load_encoder(positions)
    if path is None:
        return Tagger(encoder), tokenizer
    state = read_weights(path)
    _resize(encoder, state)
    try:
        tagger = Tagger(encoder, width=len(state["roles.norm.weight"]))
        tagger.load_state_dict(state)
    except (KeyError, RuntimeError) as error:
        layers = encoder.config.num_hidden_layers
        problem = f"its weights do not fit a tagger of {layers} layers and windows of {positions} pieces"
        raise SettingError(_SETTING, str(path), problem, _REMEDY) from error
    return tagger, tokenizer


def _resize(encoder: PreTrainedModel, state: Mapping[str, Tensor]) -> None:
    """Give an encoder the layers and feed-forward sizes of some weights; it is changed, and its own are lost."""
    numbers = {int(found["number"]) for name in state if (found := LAYER.match(name))}
    encoder.config.num_hidden_layers = len(numbers)
    encoder.encoder.layer = encoder.encoder.layer[: len(numbers)]
    for number, layer in enumerate(encoder.encoder.layer):
        size = state.get(f"encoder.encoder.layer.{number}.intermediate.dense.weight", torch.empty(0)).shape[0]
        if 0 < size < encoder.config.intermediate_size:
            hidden = encoder.config.hidden_size
            layer.intermediate.dense = torch.nn.Linear(hidden, size)
            layer.output.dense = torch.nn.Linear(size, hidden)


def checksum(path: Path | None) -> str | None:
    """
    Compute the checksum of the file that a run starts from.

    Args:
        path: The file, if there is one.

    Returns:
        Its SHA-256 in hexadecimal digits.
    """
    return None if path is None else hashlib.sha256(path.read_bytes()).hexdigest()
