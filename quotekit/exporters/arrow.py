"""
Articles as Arrow tables and Parquet files: one row per article. Needs the extra ``arrow``.

The columns are the fields of :meth:`quotekit.Article.to_dict`, so nothing is lost:

================== ==================================================================================
column             type
================== ==================================================================================
id                 string; null if the article has none
text               string
attributions       list of structs: ``id``, ``kind``, ``content``, ``quoted``, ``cue``, ``cue_lemma``, ``source``,
                   ``speaker``, ``speakers``, ``addressee``, ``via``, ``negated``, ``parent``, ``confidence``,
                   ``speaker_confidence``, ``stance``
speakers           list of structs: ``id``, ``name``, ``kind``, ``titles``, ``mentions``, ``members``
credits            list of structs: ``name``, ``role``, ``start``, ``end``
dateline           struct: ``date``, ``place``, ``start``, ``end``; null if the article has none
meta               string: the metadata as a JSON object, because their fields differ from caller to caller
================== ==================================================================================

A span is a struct of ``start``, ``end`` and ``text``; the parts of an attribution are lists of spans. Its ``speaker``,
``speakers`` and ``members`` are ids of speakers. :data:`SCHEMA` has all types. Arrow strings are UTF-8, so lone
surrogates become U+FFFD.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO

from quotekit.arguments import check_file, checked_items
from quotekit.errors import MissingExtraError, RecordError
from quotekit.exporters.encodable import encodable
from quotekit.exporters.replace import replacing_file
from quotekit.records import Article
from quotekit.records.arguments import each_article
from quotekit.records.convert import parse_json, to_line
from quotekit.settings import check_at_least_one

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError as error:
    raise MissingExtraError(package="pyarrow", extra="arrow") from error

__all__ = ["SCHEMA", "from_batches", "read_parquet", "to_batches", "to_table", "write_parquet"]

_BATCH_ARTICLES = 512


def _field(name: str, of: pa.DataType) -> pa.Field:
    return pa.field(name, of, nullable=False)


def _list(of: pa.DataType) -> pa.DataType:
    return pa.list_(pa.field("item", of, nullable=False))


_OFFSETS = (_field("start", pa.int64()), _field("end", pa.int64()))
_SPAN = pa.struct([*_OFFSETS, _field("text", pa.string())])
_OUTLET = pa.struct([_field("name", pa.string()), pa.field("span", _SPAN)])
_ATTRIBUTION = pa.struct(
    [
        _field("id", pa.string()),
        _field("kind", pa.string()),
        _field("content", _list(_SPAN)),
        _field("quoted", _list(_SPAN)),
        _field("cue", _list(_SPAN)),
        pa.field("cue_lemma", pa.string()),
        _field("source", _list(_SPAN)),
        pa.field("speaker", pa.string()),
        _field("speakers", _list(pa.string())),
        pa.field("addressee", _SPAN),
        _field("via", _list(_OUTLET)),
        _field("negated", pa.bool_()),
        pa.field("parent", pa.string()),
        _field("confidence", pa.float64()),
        pa.field("speaker_confidence", pa.float64()),
        _field("stance", pa.string()),
    ]
)
_SPEAKER = pa.struct(
    [
        _field("id", pa.string()),
        pa.field("name", pa.string()),
        _field("kind", pa.string()),
        _field("titles", _list(pa.string())),
        _field("mentions", _list(_SPAN)),
        _field("members", _list(pa.string())),
    ]
)
_CREDIT = pa.struct([_field("name", pa.string()), _field("role", pa.string()), *_OFFSETS])
_DATELINE = pa.struct([pa.field("date", pa.string()), pa.field("place", pa.string()), *_OFFSETS])

#: The columns and their types.
SCHEMA = pa.schema(
    [
        pa.field("id", pa.string()),
        _field("text", pa.string()),
        _field("attributions", _list(_ATTRIBUTION)),
        _field("speakers", _list(_SPEAKER)),
        _field("credits", _list(_CREDIT)),
        pa.field("dateline", _DATELINE),
        _field("meta", pa.string()),
    ]
)


def to_batches(articles: Iterable[Article], *, batch_size: int = _BATCH_ARTICLES) -> Iterator[pa.RecordBatch]:
    """
    Convert a stream of articles to record batches.

    Args:
        articles: The articles.

        batch_size: Number of articles per batch; the last batch may have fewer.

    Yields:
        Batches of :data:`SCHEMA`.

    Example:
        >>> articles = (Article(id=None, text=text) for text in ("One.", "Two.", "Three."))
        >>> [batch.num_rows for batch in to_batches(articles, batch_size=2)]
        [2, 1]
    """
    check_at_least_one("batch_size", batch_size)
    remaining = each_article(articles)
    while rows := [_row(article) for article in islice(remaining, batch_size)]:
        yield pa.RecordBatch.from_pylist(rows, schema=SCHEMA)


def to_table(articles: Iterable[Article]) -> pa.Table:
    """
    Convert articles to a table.

    Args:
        articles: The articles.

    Returns:
        A table of :data:`SCHEMA` with one row per article.

    Example:
        >>> to_table([Article(id="a", text="Nothing was said.")]).column("id").to_pylist()
        ['a']
    """
    return pa.Table.from_batches(to_batches(articles), schema=SCHEMA)


def from_batches(batches: Iterable[pa.RecordBatch]) -> Iterator[Article]:
    """
    Read articles from record batches, as made by :func:`to_batches` and :func:`to_table`.

    Args:
        batches: Record batches, such as ``table.to_batches()``; unknown columns are ignored.

    Yields:
        The articles, equal to the original ones except for lone surrogates.

    Raises:
        RecordError: A row is not a valid article.

    Example:
        >>> article = Article(id="a", text="Nothing was said.")
        >>> list(from_batches(to_table([article]).to_batches())) == [article]
        True
    """
    number = 0
    given = checked_items("batches", batches, pa.RecordBatch, "a record batch", "take table.to_batches()")
    for batch in given:
        for row in batch.to_pylist():
            try:
                yield Article.from_dict({**row, "meta": parse_json(row.get("meta") or "{}")})
            except RecordError as error:
                place = f"row {number}"
                raise error.inside(place) from None
            number += 1


def _row(article: Article) -> dict[str, Any]:
    plain = encodable(article.to_dict())
    return {**plain, "meta": to_line(plain["meta"])}


def write_parquet(articles: Iterable[Article], file: str | os.PathLike[str] | BinaryIO) -> None:
    """
    Write articles as a Parquet file, a row group at a time.

    Args:
        articles: The articles.

        file: Path of the file, or a binary stream.
    """
    check_file("file", file, "write")
    articles = each_article(articles)
    with replacing_file(file) as new, pq.ParquetWriter(new, SCHEMA, compression="zstd") as writer:
        for batch in to_batches(articles):
            writer.write_batch(batch)


def read_parquet(file: str | os.PathLike[str] | BinaryIO) -> Iterator[Article]:
    """
    Read articles from a Parquet file, a row group at a time.

    Args:
        file: Path of the file, or a seekable binary stream.

    Yields:
        The articles, equal to the original ones except for lone surrogates.

    Raises:
        RecordError: It is not a Parquet file, or a row is not a valid article.
    """
    check_file("file", file, "read")
    try:
        parquet = pq.ParquetFile(file)
    except pa.ArrowInvalid as error:
        raise RecordError(where="", problem=f"it must be a Parquet file ({error})") from error
    with parquet:
        yield from from_batches(parquet.iter_batches(batch_size=_BATCH_ARTICLES))
