"""Weigh all candidates for a speaker together, with what the model makes of their words."""

from quotekit.speakers.ranking.load import load_speaker_network, make_ranker
from quotekit.speakers.ranking.ranker import Ranker

__all__ = ["Ranker", "load_speaker_network", "make_ranker"]
