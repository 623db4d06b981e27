"""Stage four: the way words took to the reader. Outlets in between, whoever was spoken to, credits and dateline."""

from quotekit.provenance.addressee import find_addressee
from quotekit.provenance.boilerplate import find_boilerplate, strip_boilerplate
from quotekit.provenance.cited import trace_cited
from quotekit.provenance.credits import read_credits
from quotekit.provenance.dateline import read_dateline
from quotekit.provenance.nesting import find_parents
from quotekit.provenance.via import find_via

__all__ = [
    "find_addressee",
    "find_boilerplate",
    "find_parents",
    "find_via",
    "read_credits",
    "read_dateline",
    "strip_boilerplate",
    "trace_cited",
]
