"""
The values quotekit returns. All are frozen; all offsets are character offsets into the text as given, end exclusive.

An :class:`Article` holds a text's attributions, speakers and credits. It is written and read as
plain dictionaries and JSON, and ``text[span.start:span.end] == span.text`` holds for each of its spans.
"""

from quotekit.records.article import Article
from quotekit.records.values import (
    Attribution,
    Credit,
    Dateline,
    Kind,
    Outlet,
    Spans,
    Speaker,
    SpeakerKind,
    TextSpan,
)

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
    "TextSpan",
]
