"""The words of statements, compared: which count as the same word, and how two wordings correspond."""

from quotekit.wording.align import Pair, align
from quotekit.wording.read import Words, read_words
from quotekit.wording.weights import weight, weights

__all__ = ["Pair", "Words", "align", "read_words", "weight", "weights"]
