"""Ranking: all outlets that may have carried a statement are weighed together, with what the model makes of them."""

from quotekit.provenance.ranking.load import load_outlet_network, make_outlet_ranker
from quotekit.provenance.ranking.ranker import OutletRanker

__all__ = ["OutletRanker", "load_outlet_network", "make_outlet_ranker"]
