"""
Articles as brat standoff: a folder with a text (``.txt``) and its annotations (``.ann``) for each article.

====== ============================== =====================================================================
lines  what                           such as
====== ============================== =====================================================================
T      stretches of text              ``T1 Content 0 12;35 56 "We waited," "That was a mistake."``
E      attributions                   ``E1 Content:T1 Cue:T2 Source:T3``
A      their kind; if it is negated   ``A1 Kind E1 direct``
N      whose mention or attribution   ``N1 Reference T4 Speaker:s1 Nora Lind``
#      what has no line of its own    ``#1 AnnotatorNotes E1 {"id": "a1", "cue_lemma": "say", ...}``
====== ============================== =====================================================================

An attribution is an event whose trigger is its content. Its arguments are ``Cue``, ``Source``, ``Quoted``,
``Addressee``, ``Via``, ``Via2`` … (of type ``Outlet``) and ``Parent``, another event. ``Mention``, ``Credit`` and
``Dateline`` stand by themselves.

brat knows no annotation with a line break in it: a span is cut there, and white space around the break is left out.
When it is read, what only such white space parts is one span again. An article's id is the name of its files, with ``%``
codes for what no file name should have. Offsets count characters. Not carried over are an attribution whose content is
white space with line breaks and nothing else, and a speaker with neither mention nor attribution; lone surrogates are
U+FFFD.

Annotations made by hand need none of the notes: see :func:`from_brat`.
"""

from quotekit.exporters.brat.files import read_brat, write_brat
from quotekit.exporters.brat.reader import from_brat
from quotekit.exporters.brat.writer import to_brat

__all__ = ["from_brat", "read_brat", "to_brat", "write_brat"]
