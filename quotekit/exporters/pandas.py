"""
Articles as pandas data frames: a row per attribution, speaker, mention or article. Needs the extra ``pandas``.

The columns of :func:`to_frame` are those of :mod:`quotekit.exporters.csv`, with their own types:

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
cue                 string     the words that attribute the content
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
meta                object     the article's metadata, a dictionary
=================== ========== =================================================================

Missing values are ``isna``, but tuples are empty. The spans of a part are joined by " … ". Offsets count characters of
the text, end exclusive. Lone surrogates, which most output formats of pandas cannot encode, become U+FFFD.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quotekit.errors import MissingExtraError
from quotekit.exporters.encodable import encodable
from quotekit.exporters.rows import COLUMNS, row
from quotekit.exporters.statistics import STATISTICS, statistics_of
from quotekit.records import Article, Kind, SpeakerKind, Stance
from quotekit.records.arguments import each_article
from quotekit.records.meta import plain_meta

try:
    import pandas as pd
except ImportError as error:
    raise MissingExtraError(package="pandas", extra="pandas") from error

__all__ = ["mentions_frame", "speakers_frame", "statistics_frame", "to_frame"]

_SPEAKERS: dict[str, Any] = {
    "article": "string",
    "speaker_id": "string",
    "name": "string",
    "kind": pd.CategoricalDtype([kind.value for kind in SpeakerKind]),
    "titles": "object",
    "attributions": "int64",
    "mentions": "int64",
    "meta": "object",
}
_MENTIONS = {
    "article": "string",
    "speaker_id": "string",
    "name": "string",
    "text": "string",
    "start": "int64",
    "end": "int64",
    "meta": "object",
}
_SHARES = ("attributed_share", "quoted_share", "named_share")
_STATISTICS: dict[str, Any] = {
    **dict.fromkeys(STATISTICS, "int64"),
    **dict.fromkeys(_SHARES, "float64"),
    "article": "string",
    "meta": "object",
}
_OBJECTS = ("titles", "speakers", "speaker_ids", "content_offsets", "cue_offsets", "source_offsets", "via", "meta")
_DTYPES: dict[str, Any] = {
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
        (0, 27)
    """
    return _frame(
        (row(article, attribution) for article in each_article(articles) for attribution in article.attributions),
        _DTYPES,
    )


def speakers_frame(articles: Iterable[Article]) -> pd.DataFrame:
    """
    Convert the speakers of articles to a data frame.

    Args:
        articles: The articles.

    Returns:
        A row per speaker, in the order of the articles: ``article``, ``speaker_id``, ``name``, ``kind``, ``titles`` (a
        tuple), the numbers of ``attributions`` and ``mentions``, and the article's ``meta``, a dictionary. Those who
        speak together are a row each.

    Example:
        >>> import quotekit
        >>> speakers_frame([quotekit.extract("“No,” Ida Holm said.")])[["name", "attributions"]].to_dict("records")
        [{'name': 'Ida Holm', 'attributions': 1}]
    """
    return _frame((speaker for article in each_article(articles) for speaker in _speakers(article)), _SPEAKERS)


def mentions_frame(articles: Iterable[Article]) -> pd.DataFrame:
    """
    Convert the mentions of speakers to a data frame.

    Args:
        articles: The articles.

    Returns:
        A row per mention, in the order of the articles and their speakers: ``article``, ``speaker_id``, ``name``, the
        ``text`` of the mention, its offsets ``start`` and ``end``, the end exclusive, and the article's ``meta``, a
        dictionary.

    Example:
        >>> import quotekit
        >>> mentions_frame([quotekit.extract("“No,” Ida Holm said.")])[["text", "start", "end"]].to_dict("records")
        [{'text': 'Ida Holm', 'start': 6, 'end': 14}]
    """
    rows = (
        {
            "article": article.id,
            "speaker_id": speaker.id,
            "name": speaker.name,
            "text": mention.text,
            "start": mention.start,
            "end": mention.end,
            "meta": meta,
        }
        for article in each_article(articles)
        for meta in [_meta(article)]
        for speaker in article.speakers
        for mention in speaker.mentions
    )
    return _frame(rows, _MENTIONS)


def statistics_frame(articles: Iterable[Article]) -> pd.DataFrame:
    """
    Compute the statistics of articles.

    Args:
        articles: The articles.

    Returns:
        A row per article, with the columns of :mod:`quotekit.exporters.statistics`, and the article's ``meta``, a
        dictionary.

    Example:
        >>> statistics_frame([Article(id="a", text="Nothing was said.")])[["article", "words"]].to_dict("records")
        [{'article': 'a', 'words': 3}]
    """
    rows = ({**statistics_of(article), "meta": _meta(article)} for article in each_article(articles))
    return _frame(rows, _STATISTICS)


def _meta(article: Article) -> dict[str, Any] | None:
    """Return metadata as :func:`quotekit.exporters.rows.row` does."""
    return plain_meta(article.meta) or None


def _speakers(article: Article) -> Iterator[dict[str, object]]:
    meta = _meta(article)
    said = Counter(speaker.id for a in article.attributions for speaker in a.speakers)
    for speaker in article.speakers:
        if speaker.members:
            continue
        yield {
            "article": article.id,
            "speaker_id": speaker.id,
            "name": speaker.name,
            "kind": speaker.kind.value,
            "titles": speaker.titles,
            "attributions": said[speaker.id],
            "mentions": len(speaker.mentions),
            "meta": meta,
        }


def _frame(rows: Iterable[Mapping[str, object]], dtypes: Mapping[str, Any]) -> pd.DataFrame:
    """Make a data frame whose columns have their types even without rows."""
    written = [encodable(dict(one)) for one in rows]
    return pd.DataFrame({name: pd.Series([r[name] for r in written], dtype=of) for name, of in dtypes.items()})
