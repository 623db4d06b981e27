"""
Articles as a graph: who said what to whom through whom, in the terms of schema.org and PROV.

==================== ============================================ =================================================
node                 types                                        links to
==================== ============================================ =================================================
article              ``schema:NewsArticle``, ``prov:Entity``      ``author`` and ``publisher``, both also
                                                                  ``wasAttributedTo``; ``editor``, ``translator``,
                                                                  ``sourceOrganization``, ``contributor``
attribution          ``schema:Quotation``, ``prov:Entity``        ``isPartOf`` the article or the outer attribution;
                                                                  ``spokenByCharacter`` and ``wasAttributedTo`` the
                                                                  speaker; ``audience``; ``citation`` and
                                                                  ``wasQuotedFrom`` what it came through
what it came through ``schema:CreativeWork``, ``prov:Entity``     its outlet, as ``publisher`` and
                                                                  ``wasAttributedTo``; ``citation`` and
                                                                  ``wasQuotedFrom`` what that came through
speaker              ``schema:Person`` or ``Organization``, and a
                     ``prov:Agent``; a document is a
                     ``schema:CreativeWork``
speakers together    ``schema:Organization``, ``prov:Agent``      ``member``: each of them
outlet               ``schema:Organization``,
                     ``prov:Organization``
addressee            ``schema:Audience``
==================== ============================================ =================================================

The vocabulary ``urn:quotekit:``, with the prefix ``quotekit:``, has the rest: ``kind``, ``stance``, ``negated``,
``confidence``, ``cue`` and ``source`` of an attribution, ``kind`` of a speaker, and the ``article`` and ``position`` of
both. ``record`` has the fields from which :func:`from_graph` reads the articles, as a JSON literal.
"""

from quotekit.graph.chain import Chain, Stop, chains
from quotekit.graph.document import CONTEXT, from_graph, read_graph, to_graph, write_graph
from quotekit.graph.network import to_networkx
from quotekit.graph.page import write_chains

__all__ = [
    "CONTEXT",
    "Chain",
    "Stop",
    "chains",
    "from_graph",
    "read_graph",
    "to_graph",
    "to_networkx",
    "write_chains",
    "write_graph",
]
