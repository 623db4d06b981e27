"""The names in a text: mentions of people, organizations, groups and outlets, and parsed source phrases."""

from quotekit.names.mention import Mention, is_personal
from quotekit.names.mentions import find_mentions

__all__ = ["Mention", "find_mentions", "is_personal"]
