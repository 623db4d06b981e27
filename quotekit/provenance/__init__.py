"""Provenance: the addressees of statements, and the outlets that carried the statements to the reader."""

from quotekit.provenance.addressee import find_addressee
from quotekit.provenance.via import find_via

__all__ = ["find_addressee", "find_via"]
