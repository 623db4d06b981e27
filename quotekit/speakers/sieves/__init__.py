"""The sieves: one module for each family of source phrases, and the table in which they are tried in order."""

from quotekit.speakers.sieves.table import SIEVES

__all__ = ["SIEVES"]
