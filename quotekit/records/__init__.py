"""
The records that quotekit returns. All are frozen; offsets are character offsets into the original text, end exclusive.

An :class:`Article` has a text's attributions, speakers and credits. It can be written and read as plain dictionaries
and as JSON, and ``text[span.start:span.end] == span.text`` holds for each of its spans.
"""

from quotekit.records.article import Article
from quotekit.records.kinds import Kind, SpeakerKind, Stance
from quotekit.records.spans import Spans, TextSpan
from quotekit.records.values import Attribution, Credit, Dateline, Outlet, Speaker

__all__ = [
    "Article",
    "Attribution",
    "Credit",
    "Dateline",
    "Kind",
    "Outlet",
    "Spans",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "TextSpan",
]
