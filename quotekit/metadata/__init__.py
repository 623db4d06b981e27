"""Metadata printed around an article's prose: credits, dateline, captions."""

from quotekit.metadata.authors import read_authors
from quotekit.metadata.boilerplate import find_boilerplate
from quotekit.metadata.captions import find_captions
from quotekit.metadata.credits import read_credits
from quotekit.metadata.dateline import read_dateline
from quotekit.metadata.metadata import Metadata, read_metadata
from quotekit.metadata.openings import Opening, find_openings

__all__ = [
    "Metadata",
    "Opening",
    "find_boilerplate",
    "find_captions",
    "find_openings",
    "read_authors",
    "read_credits",
    "read_dateline",
    "read_metadata",
]
