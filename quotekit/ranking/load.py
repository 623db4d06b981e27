"""Load a network from a file in a model's folder."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import numpy as np

from quotekit.errors import ModelError
from quotekit.tagger.session import read_checked

if TYPE_CHECKING:
    from quotekit.tagger.session import Model
    from quotekit.tagger.word_states import WordStates

__all__ = ["REMEDY", "check_width", "load_network"]

#: What helps where a model's files do not fit together.
REMEDY = "export the model again"


class _Network(Protocol):
    """A network of stored weights."""

    @property
    def width(self) -> int: ...

    def problems(self) -> Iterator[str]: ...


_T = TypeVar("_T", bound=_Network)


def load_network(model: Model, file: str, make: Callable[[Mapping[str, Any]], _T]) -> _T | None:
    """
    Load a network, or return the one loaded before.

    Args:
        model: The model.

        file: The name of the file with the weights, in the model's folder.

        make: Makes the network of the stored arrays.

    Returns:
        The network; None if the model has none.

    Raises:
        ModelError: The file is missing, is not what the config says, or is no network of this version.
    """
    checksum = model.config.checksums.get(file)
    return None if checksum is None else _load(model.folder, file, checksum, make)


def check_width(model: Model, file: str, network: _Network, states: WordStates) -> None:
    """
    Refuse states of another width than a network reads.

    Args:
        model: The model.

        file: The name of the file with the weights.

        network: The network.

        states: The states.

    Raises:
        ModelError: The network is for other states.
    """
    if network.width != states.width:
        problem = f"{file} is for word states of {network.width} numbers, but model.onnx gives {states.width}"
        raise ModelError(model.folder, problem, REMEDY)


@cache
def _load(folder: Path, file: str, checksum: str, make: Callable[[Mapping[str, Any]], _T]) -> _T:
    data = read_checked(folder, file, checksum)
    try:
        # Without pickling, objects in it are refused.
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            network = make(stored)
        problem = next(network.problems(), None)
    except Exception as error:  # NumPy and zipfile have a class for each kind of error, and none for all of them
        raise ModelError(folder, f"{file} cannot be read ({error!r})", REMEDY) from error
    if problem is not None:
        raise ModelError(folder, f"{file}: {problem}", REMEDY)
    return network
