"""
Articles as brat standoff: a folder with a text (``.txt``) and its annotations (``.ann``) for each article.

====== ============================== =====================================================================
lines  meaning                        example
====== ============================== =====================================================================
T      text-bound annotations         ``T1 Content 0 12;35 56 "We waited," "That was a mistake."``
E      attributions                   ``E1 Content:T1 Cue:T2 Source:T3``
A      their kind, stance, negation   ``A1 Kind E1 direct``
N      the speaker of a line          ``N1 Reference T4 Speaker:s1 Nora Lind``
#      fields without their own line  ``#1 AnnotatorNotes E1 {"id": "a1", "cue_lemma": "say", ...}``
====== ============================== =====================================================================

An attribution is an event whose trigger is its content. Its arguments are ``Cue``, ``Source``, ``Quoted``,
``Addressee``, ``Via``, ``Via2`` … (of type ``Outlet``) and ``Parent``, another event. ``Mention``, ``Credit`` and
``Dateline`` are annotations without an event.

brat allows no line breaks in an annotation: a span is split there, without the white space around the break. When it is
read, fragments that are separated by such white space alone are joined again. Files are named after the article's id,
with ``%`` codes for unsafe characters. Offsets count characters. Not preserved are an attribution whose content is
nothing but white space with line breaks, a speaker with neither mentions nor attributions, and lone surrogates, which
become U+FFFD.

An article's metadata are in a ``.json`` file of the same name, which brat ignores.

Manual annotations need no notes: see :func:`from_brat`.
"""

from quotekit.exporters.brat.files import read_brat, write_brat
from quotekit.exporters.brat.reader import from_brat
from quotekit.exporters.brat.writer import to_brat

__all__ = ["from_brat", "read_brat", "to_brat", "write_brat"]
