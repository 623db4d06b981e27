"""
Articles as a data frame of pandas: one row for each attribution. Needs the extra ``pandas``.

The columns are those of :mod:`quotekit.exporters.csv`, with types of their own:

================== ========== =================================================================
column             dtype      what
================== ========== =================================================================
article            string     id of the article
attribution        string     id of the attribution in the article
kind               category   ``direct``, ``indirect`` or ``mixed``
speaker            string     name of the speaker
speaker_id         string     id of the speaker in the article
speaker_kind       category   such as ``person``
titles             object     titles of the speaker, a tuple of strings
source             string     the words that say who
cue                string     the words that attribute
cue_lemma          string     dictionary form of the cue's main word
content            string     what is said or thought, with its quotation marks
quoted             string     the part of it between quotation marks
start              Int64      offset of the content's first character
end                Int64      offset after the content's last character
content_offsets    object     start and end of each span of the content, a tuple of pairs
cue_offsets        object     the same for the cue
source_offsets     object     the same for the source
addressee          string     whoever is spoken to
via                object     outlets that carried it, a tuple of strings
negated            bool       whether it is said not to have been said
parent             string     id of the attribution in whose content this one stands
confidence         float64    from 0 to 1
================== ========== =================================================================

What is not there is missing (``isna``), but a tuple that is there and empty. Several spans are joined by " … " in a
text. Offsets count characters of the text, end exclusive. Lone surrogates, which most that a data
frame is written as cannot hold, are U+FFFD.
"""

from __future__ import annotations

from collections.abc import Iterable

from quotekit.errors import MissingExtraError
from quotekit.exporters.encodable import encodable
from quotekit.exporters.rows import COLUMNS, row
from quotekit.records import Article, Kind, SpeakerKind

try:
    import pandas as pd
except ImportError as error:
    raise MissingExtraError(package="pandas", extra="pandas") from error

__all__ = ["to_frame"]

_OBJECTS = ("titles", "content_offsets", "cue_offsets", "source_offsets", "via")
_DTYPES = {
    **dict.fromkeys(COLUMNS, "string"),
    **dict.fromkeys(_OBJECTS, "object"),
    "kind": pd.CategoricalDtype([kind.value for kind in Kind]),
    "speaker_kind": pd.CategoricalDtype([kind.value for kind in SpeakerKind]),
    "start": "Int64",
    "end": "Int64",
    "negated": "bool",
    "confidence": "float64",
}


def to_frame(articles: Iterable[Article]) -> pd.DataFrame:
    """
    Put the attributions of articles in a data frame.

    Args:
        articles: The articles; one without attributions has no row.

    Returns:
        A row for each attribution, in the order of the articles and of their texts.

    Example:
        >>> to_frame([Article(id="a", text="Nothing was said.")]).shape
        (0, 22)
    """
    rows = [encodable(row(article, attribution)) for article in articles for attribution in article.attributions]
    columns = {name: pd.Series([r[name] for r in rows], dtype=_DTYPES[name]) for name in COLUMNS}
    return pd.DataFrame(columns)
