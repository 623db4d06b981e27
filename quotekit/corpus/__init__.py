"""
A corpus in, a corpus out: documents from files of several formats, and results that survive an interruption.

Documents are read one by one, and results are written as they come, so that any number of them fits into memory.
"""

from quotekit.corpus.documents import Document, Input, Unread
from quotekit.corpus.kinds import Compression, InputFormat
from quotekit.corpus.read import read_corpus, read_source
from quotekit.corpus.rows import Columns
from quotekit.corpus.sources import Source, Sources

__all__ = [
    "Columns",
    "Compression",
    "Document",
    "Input",
    "InputFormat",
    "Source",
    "Sources",
    "Unread",
    "read_corpus",
    "read_source",
]
