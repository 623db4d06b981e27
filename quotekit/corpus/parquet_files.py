"""Parquet: an article in each row. Needs the extra ``arrow``."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.corpus.documents import Input
from quotekit.corpus.rows import Columns, to_document
from quotekit.corpus.sources import Source
from quotekit.corpus.streams import STDIN
from quotekit.errors import MissingExtraError, SourceError

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError as error:
    raise MissingExtraError(package="pyarrow", extra="arrow") from error

__all__ = ["read_parquet"]

_BATCH_ROWS = 256


def read_parquet(source: Source, columns: Columns) -> Iterator[Input]:
    """
    Read Parquet, a few rows at a time; columns of bytes are left out.

    Args:
        source: The file.

        columns: The columns of text and id, which must not be bytes.

    Yields:
        A document for each row.

    Raises:
        SourceError: The file cannot be read, is not Parquet, or lacks a column.
    """
    if source.name == STDIN:
        raise SourceError(source.name, "Parquet cannot be read from standard input", "name the file")
    number = 0
    try:
        with pq.ParquetFile(source.name) as file:
            schema = file.schema_arrow
            columns.check(schema.names, source.name)
            wanted = [field.name for field in schema if not _is_bytes(field.type)]
            for batch in file.iter_batches(batch_size=_BATCH_ROWS, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    yield to_document(row, columns, number, f"{source.name}, row {number}")
    except FileNotFoundError:
        raise SourceError(source.name, "no such file") from None
    except (pa.ArrowException, OSError) as error:
        raise SourceError(source.name, f"it cannot be read as Parquet ({error})") from error


def _is_bytes(of: pa.DataType) -> bool:
    return bool(pa.types.is_binary(of) or pa.types.is_large_binary(of) or pa.types.is_fixed_size_binary(of))
