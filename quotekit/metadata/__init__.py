"""What an article says of itself around its prose: credits, dateline, captions."""

from quotekit.metadata.boilerplate import find_boilerplate
from quotekit.metadata.credits import read_credits
from quotekit.metadata.dateline import read_dateline

__all__ = ["find_boilerplate", "read_credits", "read_dateline"]
