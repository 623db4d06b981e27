"""Stage three: who speaks. Names become mentions, mentions become people and bodies, sources become speakers."""

from quotekit.speakers.mentions import Mention, find_mentions
from quotekit.speakers.resolve import resolve_speakers

__all__ = ["Mention", "find_mentions", "resolve_speakers"]
