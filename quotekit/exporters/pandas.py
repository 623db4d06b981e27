"""
Articles as a pandas data frame: one row per attribution. Needs the extra ``pandas``.

The columns are those of :mod:`quotekit.exporters.csv`, with their own types:

=================== ========== =================================================================
column              dtype      value
=================== ========== =================================================================
article             string     id of the article
attribution         string     id of the attribution in the article
kind                category   ``direct``, ``indirect`` or ``mixed``
speaker             string     name of the speaker
speaker_id          string     id of the speaker in the article
speaker_kind        category   kind of the speaker, such as ``person``
titles              object     titles of the speaker, or of all who speak together, a tuple of strings
speakers            object     names of all who speak together, or of the speaker, a tuple of strings
speaker_ids         object     the same for ids
source              string     the words that refer to the speaker
cue                 string     the reporting words
cue_lemma           string     lemma of the cue's main word
content             string     what is said or thought, with its quotation marks
quoted              string     the parts of it between quotation marks
start               Int64      offset of the content's first character
end                 Int64      offset after the content's last character
content_offsets     object     start and end of each span of the content, a tuple of pairs
cue_offsets         object     the same for the cue
source_offsets      object     the same for the source
addressee           string     the words that refer to the addressee
via                 object     outlets it came through, a tuple of strings
negated             bool       whether the attribution is negated
stance              category   what is done with the content, such as ``asserted`` or ``denied``
parent              string     id of the attribution that this one is nested in
confidence          float64    from 0 to 1
speaker_confidence  Float64    from 0 to 1
=================== ========== =================================================================

Missing values are ``isna``, but tuples are empty. The spans of a part are joined by " … ". Offsets count characters of
the text, end exclusive. Lone surrogates, which most output formats of pandas cannot encode, become U+FFFD.
"""

from __future__ import annotations

from collections.abc import Iterable

from quotekit.errors import MissingExtraError
from quotekit.exporters.encodable import encodable
from quotekit.exporters.rows import COLUMNS, row
from quotekit.records import Article, Kind, SpeakerKind, Stance

try:
    import pandas as pd
except ImportError as error:
    raise MissingExtraError(package="pandas", extra="pandas") from error

__all__ = ["to_frame"]

_OBJECTS = ("titles", "speakers", "speaker_ids", "content_offsets", "cue_offsets", "source_offsets", "via")
_DTYPES = {
    **dict.fromkeys(COLUMNS, "string"),
    **dict.fromkeys(_OBJECTS, "object"),
    "kind": pd.CategoricalDtype([kind.value for kind in Kind]),
    "speaker_kind": pd.CategoricalDtype([kind.value for kind in SpeakerKind]),
    "stance": pd.CategoricalDtype([stance.value for stance in Stance]),
    "start": "Int64",
    "end": "Int64",
    "negated": "bool",
    "confidence": "float64",
    "speaker_confidence": "Float64",
}


def to_frame(articles: Iterable[Article]) -> pd.DataFrame:
    """
    Convert the attributions of articles to a data frame.

    Args:
        articles: The articles; those without attributions have no row.

    Returns:
        The data frame, with the attributions in the order of the articles and of their texts.

    Example:
        >>> to_frame([Article(id="a", text="Nothing was said.")]).shape
        (0, 26)
    """
    rows = [encodable(row(article, attribution)) for article in articles for attribution in article.attributions]
    columns = {name: pd.Series([r[name] for r in rows], dtype=_DTYPES[name]) for name in COLUMNS}
    return pd.DataFrame(columns)
