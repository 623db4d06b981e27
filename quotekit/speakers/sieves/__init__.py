"""The sieves: one module for each family of source phrases, and a table of the order in which they are tried."""

from quotekit.speakers.sieves.table import SIEVES

__all__ = ["SIEVES"]
