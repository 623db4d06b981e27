"""
Articles as CSV: a header, then one row for each attribution.

================== ===============================================================================
column             what
================== ===============================================================================
article            id of the article
attribution        id of the attribution in the article
kind               ``direct``, ``indirect`` or ``mixed``
speaker            name of the speaker
speaker_id         id of the speaker in the article
speaker_kind       such as ``person``
titles             titles of the speaker
source             the words that say who
cue                the words that attribute
cue_lemma          dictionary form of the cue's main word
content            what is said or thought, with its quotation marks
quoted             the part of it between quotation marks
start, end         offsets of the content's first character, and after its last
content_offsets    start and end of each span of the content: ``4:20 31:44``
cue_offsets        the same for the cue
source_offsets     the same for the source
addressee          whoever is spoken to
via                outlets that carried it, nearest to the speaker first
negated            ``true`` or ``false``
parent             id of the attribution in whose content this one stands
confidence         from 0 to 1
================== ===============================================================================

Text stands in quotation marks, numbers do not. What is not there is empty. Several titles or outlets are joined by "; ", the spans of a part by " … ".
Offsets count characters of the text, end exclusive. Lone surrogates, which UTF-8 cannot hold, are U+FFFD; on Python 3.10
so is a null byte.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from typing import TextIO

from quotekit.exporters.encodable import encodable
from quotekit.exporters.rows import COLUMNS, row
from quotekit.records import Article

__all__ = ["COLUMNS", "write_csv"]

# Before Python 3.11 its CSV module refuses null bytes.
_NULL = "\0" if sys.version_info >= (3, 11) else "\ufffd"


def write_csv(articles: Iterable[Article], stream: TextIO) -> None:
    """
    Write articles as CSV.

    Args:
        articles: The articles; one without attributions has no row.

        stream: Where to write; rows end in a line feed.
    """
    # All text is in quotation marks: without, a lone carriage return in it would end the row for some readers.
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writeheader()
    for article in articles:
        for attribution in article.attributions:
            written = encodable(row(article, attribution))
            writer.writerow({name: _cell(value) for name, value in written.items()})
        stream.flush()


def _cell(value: object) -> object:
    """What stands for a value; None is written as nothing."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        is_text = all(isinstance(item, str) for item in value)
        value = "; ".join(value) if is_text else " ".join(f"{start}:{end}" for start, end in value)
    return value.replace("\0", _NULL) if isinstance(value, str) else value
