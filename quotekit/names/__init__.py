"""The names in a text: people, organizations, groups and outlets, and what a source phrase says of them."""

from quotekit.names.capitalized_runs import Mention
from quotekit.names.mentions import find_mentions

__all__ = ["Mention", "find_mentions"]
