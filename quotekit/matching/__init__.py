"""The same statement in many articles: who printed it, when, and in which words. Needs the extra ``matching``."""

from quotekit.matching.clusters import cluster
from quotekit.matching.prints import Printed, printed_in
from quotekit.matching.statements import Statement, Version, Wording

__all__ = ["Printed", "Statement", "Version", "Wording", "cluster", "printed_in"]
