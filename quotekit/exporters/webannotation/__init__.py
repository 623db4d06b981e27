"""
Articles as annotations of the W3C's Web Annotation Data Model, in JSON-LD: a collection for each article.

================ ==================================== =====================================================
annotation       target                               bodies
================ ==================================== =====================================================
``article``      the text itself
``attribution``  each span of the content             ``kind``, ``speaker``, ``cue``, ``source``, ``quoted``,
                                                      ``addressee``, ``via``
``speaker``      each mention                         the speaker: name, kind and titles
``credit``       where it is printed                  ``name``, ``role``
``dateline``     where it is printed                  ``place``, ``date``
================ ==================================== =====================================================

A span is a ``SpecificResource`` with a ``TextPositionSelector``, which counts Unicode code points as Python does, and a
``TextQuoteSelector`` with up to 32 characters before and after. Its source is the article's id where that is a web
address, else a name made of the text's SHA-256 (``ni:///sha-256;…``, RFC 6920). The standard has nothing for a stretch
with gaps: each span of a content is a target, each span of another part a body.

What the standard has no words for is in the vocabulary ``urn:quotekit:``, with the prefix ``quotekit:``: the ``role`` of
an annotation or a body, as in the table; of an attribution ``cueLemma``, ``negated``, ``parent`` and ``confidence``; of
a speaker ``kind`` and ``titles``.
"""

from quotekit.exporters.webannotation.reader import from_web_annotations, read_web_annotations
from quotekit.exporters.webannotation.writer import to_web_annotations, write_web_annotations

__all__ = ["from_web_annotations", "read_web_annotations", "to_web_annotations", "write_web_annotations"]
