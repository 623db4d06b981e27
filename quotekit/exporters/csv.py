"""
Articles as CSV: a header, then one row per attribution.

=================== ===============================================================================
column              value
=================== ===============================================================================
article             id of the article
attribution         id of the attribution in the article
kind                ``direct``, ``indirect`` or ``mixed``
speaker             name of the speaker
speaker_id          id of the speaker in the article
speaker_kind        kind of the speaker, such as ``person``
titles              titles of the speaker, or of all who speak together
speakers            names of all who speak together, each in the form of ``speaker``; else that of the speaker
speaker_ids         the same for ids
source              the words that refer to the speaker
cue                 the words that attribute the content
cue_lemma           lemma of the cue's main word
content             what is said or thought, with its quotation marks
quoted              the parts of it between quotation marks
start, end          offsets of the content's first character, and after its last
content_offsets     start and end of each span of the content: ``4:20 31:44``
cue_offsets         the same for the cue
source_offsets      the same for the source
addressee           the words that refer to the addressee
via                 outlets it came through, nearest to the speaker first
negated             ``true`` or ``false``
stance              what is done with the content, such as ``asserted`` or ``denied``
parent              id of the attribution that this one is nested in
confidence          from 0 to 1
speaker_confidence  from 0 to 1; empty without a speaker
meta                the article's metadata as a JSON object; empty if it has none
=================== ===============================================================================

Text is quoted, numbers are not; missing values are empty. Several titles, speakers or outlets are joined by "; ", the
spans of a part by " … ". Offsets count characters of the text, end exclusive. Lone surrogates, which UTF-8 cannot
encode, become U+FFFD; on Python 3.10 null bytes do, too.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from typing import TextIO

from quotekit.arguments import check_stream
from quotekit.exporters.encodable import encodable
from quotekit.exporters.rows import COLUMNS, row
from quotekit.exporters.spreadsheets import no_formula
from quotekit.records import Article
from quotekit.records.arguments import each_article
from quotekit.records.convert import to_line

__all__ = ["COLUMNS", "write_csv"]

# Before Python 3.11 the csv module rejects null bytes.
_NULL = "\0" if sys.version_info >= (3, 11) else "\ufffd"


def write_csv(articles: Iterable[Article], stream: TextIO, *, excel: bool = False) -> None:
    """
    Write articles as CSV.

    Args:
        articles: The articles; those without attributions have no row.

        stream: Output stream; rows end in a line feed.

        excel: Whether to write a byte order mark, by which Excel recognizes UTF-8, and an apostrophe before what Excel
            would take for a formula.
    """
    check_stream("stream", stream)
    articles = each_article(articles)
    if excel:
        stream.write("\ufeff")
    # All text is quoted: some readers would end the row at an unquoted carriage return.
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writeheader()
    for article in articles:
        for attribution in article.attributions:
            written = encodable(row(article, attribution))
            cells = {name: _cell(value) for name, value in written.items()}
            writer.writerow({name: no_formula(cell) for name, cell in cells.items()} if excel else cells)
        stream.flush()


def _cell(value: object) -> object:
    """Convert a value to a cell; None stays None, which is written as an empty cell."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        is_text = all(isinstance(item, str) for item in value)
        value = "; ".join(value) if is_text else " ".join(f"{start}:{end}" for start, end in value)
    if isinstance(value, dict):
        value = to_line(value)
    return value.replace("\0", _NULL) if isinstance(value, str) else value
