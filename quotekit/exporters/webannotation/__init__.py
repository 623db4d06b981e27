"""
Articles as annotations of the W3C Web Annotation Data Model, in JSON-LD: one collection per article.

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
``TextQuoteSelector`` with up to 32 characters before and after. Its source is the article's id if that is a URL, or
else a name derived from the text's SHA-256 (``ni:///sha-256;…``, RFC 6920). The standard has no discontinuous spans:
each span of a content is a target, each span of another part a body.

Other terms are in the vocabulary ``urn:quotekit:``, with the prefix ``quotekit:``: the ``role`` of an annotation or a
body, as in the table; ``cueLemma``, ``negated``, ``stance``, ``parent``, ``confidence`` and ``speakerConfidence`` of
an attribution; ``kind`` and ``titles`` of a speaker.
"""

from quotekit.exporters.webannotation.reader import from_web_annotations, read_web_annotations
from quotekit.exporters.webannotation.writer import to_web_annotations, write_web_annotations

__all__ = ["from_web_annotations", "read_web_annotations", "to_web_annotations", "write_web_annotations"]
