"""What the networks that rank candidates have in common."""

from quotekit.ranking.candidates import Candidates
from quotekit.ranking.layers import Layers, softmax

__all__ = ["Candidates", "Layers", "softmax"]
