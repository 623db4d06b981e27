"""How words came to the reader: whom they were addressed to, and the outlets that carried them."""

from quotekit.provenance.addressee import find_addressee
from quotekit.provenance.via import find_via

__all__ = ["find_addressee", "find_via"]
