"""Load the network that weighs candidates from a model's folder."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from quotekit.errors import ModelError
from quotekit.speakers.ranking.network import Network
from quotekit.speakers.ranking.ranker import Ranker
from quotekit.tagger.session import read_checked

if TYPE_CHECKING:
    from quotekit.tagger.session import Model
    from quotekit.tagger.word_states import WordStates

__all__ = ["WEIGHTS", "load_network", "make_ranker"]

#: The file of the weights in a model's folder.
WEIGHTS = "speakers.npz"
_REMEDY = "export the model again"


def load_network(model: Model) -> Network | None:
    """
    Load a model's network, or return the one loaded before.

    Args:
        model: The model.

    Returns:
        The network; None if the model has none.

    Raises:
        ModelError: The file is missing, is not what the config says, or is no network of this version.

    Example:
        >>> from quotekit.tagger.session import load_model
        >>> load_network(load_model()).sieves[:2]
        ('cluster', 'question or answer')
    """
    checksum = model.config.checksums.get(WEIGHTS)
    return None if checksum is None else _load(model.folder, checksum)


def make_ranker(model: Model, states: WordStates | None, min_probability: float | None = None) -> Ranker | None:
    """
    Make the ranker for one text.

    Args:
        model: The model.

        states: The states of the text's words; None if the model has none.

        min_probability: The probability that a name must have; the default if None.

    Returns:
        The ranker; None if the model has no network or no states.

    Raises:
        ModelError: The network cannot be loaded, or is for other states.
    """
    network = None if states is None else load_network(model)
    if network is None or states is None:
        return None
    if network.width != states.width:
        problem = f"{WEIGHTS} is for word states of {network.width} numbers, but model.onnx gives {states.width}"
        raise ModelError(model.folder, problem, _REMEDY)
    return Ranker(network, states, min_probability)


@cache
def _load(folder: Path, checksum: str) -> Network:
    data = read_checked(folder, WEIGHTS, checksum)
    try:
        # Without pickling, objects in it are refused.
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            network = Network.of(stored)
        problem = next(network.problems(), None)
    except Exception as error:  # NumPy and zipfile have a class for each kind of error, and none for all of them
        raise ModelError(folder, f"{WEIGHTS} cannot be read ({error!r})", _REMEDY) from error
    if problem is not None:
        raise ModelError(folder, f"{WEIGHTS}: {problem}", _REMEDY)
    return network
