"""What an article says about itself around its prose: credits, dateline, captions."""

from quotekit.metadata.boilerplate import find_boilerplate
from quotekit.metadata.captions import find_captions
from quotekit.metadata.credits import read_credits
from quotekit.metadata.dateline import read_dateline
from quotekit.metadata.metadata import Metadata, read_metadata

__all__ = ["Metadata", "find_boilerplate", "find_captions", "read_credits", "read_dateline", "read_metadata"]
