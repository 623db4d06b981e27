"""Stage three: who speaks. Names become mentions, mentions become people and bodies, sources become speakers."""

from quotekit.speakers.coreference import Clusters, Resolver, find_resolver, read_clusters
from quotekit.speakers.mentions import Mention, find_mentions
from quotekit.speakers.resolve import resolve_speakers

__all__ = ["Clusters", "Mention", "Resolver", "find_mentions", "find_resolver", "read_clusters", "resolve_speakers"]
