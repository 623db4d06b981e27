"""Load the network that weighs outlets from a model's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotekit.provenance.ranking.network import OutletNetwork
from quotekit.provenance.ranking.ranker import OutletRanker
from quotekit.ranking.load import check_width, load_network

if TYPE_CHECKING:
    from quotekit.tagger.session import Model
    from quotekit.tagger.word_states import WordStates

__all__ = ["WEIGHTS", "load_outlet_network", "make_outlet_ranker"]

#: The file of the weights in a model's folder.
WEIGHTS = "outlets.npz"


def load_outlet_network(model: Model) -> OutletNetwork | None:
    """
    Load a model's network, or return the one loaded before.

    Args:
        model: The model.

    Returns:
        The network; None if the model has none.

    Raises:
        ModelError: The file is missing, is not what the config says, or is no network of this version.
    """
    return load_network(model, WEIGHTS, OutletNetwork.of)


def make_outlet_ranker(model: Model, states: WordStates | None) -> OutletRanker | None:
    """
    Make the ranker for one text.

    Args:
        model: The model.

        states: The states of the text's words that it reads; None if the model has none.

    Returns:
        The ranker; None if the model has no network or no states.

    Raises:
        ModelError: The network cannot be loaded, or is for other states.
    """
    network = None if states is None else load_outlet_network(model)
    if network is None or states is None:
        return None
    check_width(model, WEIGHTS, network, states)
    return OutletRanker(network, states)
