"""Load the network that weighs candidates from a model's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotekit.ranking.load import check_width, load_network
from quotekit.speakers.ranking.network import Network
from quotekit.speakers.ranking.ranker import Ranker

if TYPE_CHECKING:
    from quotekit.tagger.session import Model
    from quotekit.tagger.word_states import WordStates

__all__ = ["WEIGHTS", "load_speaker_network", "make_ranker"]

#: The file of the weights in a model's folder.
WEIGHTS = "speakers.npz"


def load_speaker_network(model: Model) -> Network | None:
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
        >>> load_speaker_network(load_model()).sieves[:2]
        ('cluster', 'question or answer')
    """
    return load_network(model, WEIGHTS, Network.of)


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
    network = None if states is None else load_speaker_network(model)
    if network is None or states is None:
        return None
    check_width(model, WEIGHTS, network, states)
    return Ranker(network, states, min_probability)
