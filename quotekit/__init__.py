"""
Who says what, in whose words, and how we know: attributions in English news, with character offsets.

Start with :func:`extract` for one text, or an :class:`Extractor` for many.
"""

from quotekit._version import __version__
from quotekit.errors import QuotekitError
from quotekit.extractor import Extractor, extract
from quotekit.records import Article, Attribution, Kind, Spans, Speaker, SpeakerKind, Stance, TextSpan

__all__ = [
    "Article",
    "Attribution",
    "Extractor",
    "Kind",
    "QuotekitError",
    "Spans",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "TextSpan",
    "__version__",
    "extract",
]
