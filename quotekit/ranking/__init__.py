"""What the networks that rank candidates have in common."""

from quotekit.ranking.candidates import Candidates
from quotekit.ranking.layers import Layers, softmax
from quotekit.ranking.stretches import NO_WORDS, States, states_of_drafts, within

__all__ = ["NO_WORDS", "Candidates", "Layers", "States", "softmax", "states_of_drafts", "within"]
