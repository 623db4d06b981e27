"""The names in a text: mentions of people, organizations, groups and outlets, and what a source phrase says of them."""

from quotekit.names.mention import Mention, is_personal
from quotekit.names.mentions import find_mentions

__all__ = ["Mention", "find_mentions", "is_personal"]
