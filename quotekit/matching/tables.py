"""Statements as Arrow tables and Parquet files, with the columns of :mod:`quotekit.matching.rows`. Needs ``arrow``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

from quotekit.arguments import check_file
from quotekit.errors import MissingExtraError
from quotekit.exporters.encodable import encodable
from quotekit.exporters.replace import replacing_file
from quotekit.matching.rows import COLUMNS, to_rows
from quotekit.matching.statements import Statement, each_statement

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError as error:
    raise MissingExtraError(package="pyarrow", extra="arrow") from error

__all__ = ["SCHEMA", "to_table", "write_parquet"]

_BATCH_ROWS = 4096
_TYPES = {"is_first": pa.bool_(), "score": pa.float64()}

#: The columns and their types.
SCHEMA = pa.schema([pa.field(name, _TYPES.get(name, pa.string())) for name in COLUMNS])


def to_table(statements: Iterable[Statement]) -> pa.Table:
    """
    Convert statements to a table.

    Args:
        statements: The statements.

    Returns:
        A table of :data:`SCHEMA` with a row for each version; ``to_pandas()`` makes a data frame of it.

    Example:
        >>> to_table([]).num_rows
        0
    """
    return pa.Table.from_batches(_batches(statements), schema=SCHEMA)


def write_parquet(statements: Iterable[Statement], file: str | os.PathLike[str] | BinaryIO) -> None:
    """
    Write statements as a Parquet file, a row group at a time.

    Args:
        statements: The statements.

        file: Path of the file, or a binary stream.
    """
    check_file("file", file, "write")
    statements = each_statement(statements)
    with replacing_file(file) as new, pq.ParquetWriter(new, SCHEMA, compression="zstd") as writer:
        for batch in _batches(statements):
            writer.write_batch(batch)


def _batches(statements: Iterable[Statement]) -> Iterator[pa.RecordBatch]:
    rows = to_rows(statements)
    while batch := [encodable(row) for row in islice(rows, _BATCH_ROWS)]:
        yield pa.RecordBatch.from_pylist(batch, schema=SCHEMA)
