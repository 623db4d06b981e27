"""Loading the network that weighs outlets: what others do not have, see :mod:`tests.ranking.test_networks`."""

from __future__ import annotations

from quotekit.provenance.ranking import load_outlet_network
from quotekit.tagger.session import load_model


def test_width() -> None:
    """The network of the shipped model reads as many numbers of a state as its config has for outlets."""
    network = load_outlet_network(load_model())

    assert network is not None
    assert load_model().config.outlet_states == network.width
