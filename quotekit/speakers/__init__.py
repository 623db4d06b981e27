"""Speakers: the person, organization or group behind each source, resolved over the whole article."""

from quotekit.speakers.coreference import Clusters, Resolver, find_resolver, read_clusters
from quotekit.speakers.resolve import Resolution, resolve_speakers

__all__ = ["Clusters", "Resolution", "Resolver", "find_resolver", "read_clusters", "resolve_speakers"]
