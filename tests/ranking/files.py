"""Files of weights in a model's folder, good and broken."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs
import numpy as np

from quotekit.tagger.session import Model, load_model

__all__ = ["BROKEN", "model_with", "stored", "without"]

_Weights = Mapping[str, Any]


def stored(weights: _Weights) -> bytes:
    """Return arrays as a file has them."""
    file = io.BytesIO()
    np.savez(file, **weights)
    return file.getvalue()


def model_with(folder: Path, file: str, data: bytes | None, checksum: str | None = None) -> Model:
    """Return the shipped model as if it were in a folder with this file, or with none; the config has its checksum."""
    if data is not None:
        (folder / file).write_bytes(data)
        checksum = checksum or hashlib.sha256(data).hexdigest()
    model = load_model()
    checksums = {} if checksum is None else {file: checksum}
    return attrs.evolve(model, folder=folder, config=attrs.evolve(model.config, checksums=checksums))


def without(weights: _Weights, name: str) -> dict[str, Any]:
    """Return weights that lack an array."""
    return {key: value for key, value in weights.items() if key != name}


def _array_file(_: _Weights) -> bytes:
    """Return a file of one array, not of several by name."""
    file = io.BytesIO()
    np.save(file, np.zeros(3))
    return file.getvalue()


#: Files that are none of a network with some weights, by what is wrong.
BROKEN: Mapping[str, Callable[[_Weights], bytes]] = {
    "empty": lambda _: b"",
    "text": lambda _: b"weights",
    "a pickle": lambda _: b"\x80\x04N.",
    "zip of nothing": lambda _: b"PK\x05\x06" + bytes(18),
    "cut off": lambda weights: stored(weights)[:-100],
    "damaged": lambda weights: stored(weights).replace(b"NUMPY", b"NUMPX"),
    "one array": _array_file,
    "an array missing": lambda weights: stored(without(weights, "pair.1.bias")),
    "no array": lambda _: stored({}),
    "an object": lambda weights: stored({**weights, "asked.bias": np.array([{}, None])}),
    "a number for weights": lambda weights: stored({**weights, "named.weight": np.float32(1)}),
    "another shape": lambda weights: stored({**weights, "asked.weight": np.zeros((2, 2), np.float32)}),
    "words": lambda weights: stored({**weights, "asked.bias": np.array(["a", "b", "c"])}),
    "not finite": lambda weights: stored({**weights, "asked.bias": np.full(3, np.nan, np.float32)}),
}
