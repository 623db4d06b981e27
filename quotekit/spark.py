"""
Articles from a column of an Apache Spark data frame. Needs the extra ``spark``, and quotekit on every executor.

:func:`extract` is :func:`quotekit.arrow.extract_batch` in ``DataFrame.mapInArrow``: the columns are those of that
function. Each Python worker loads the model once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from quotekit.errors import MissingExtraError
from quotekit.extractor import Extractor
from quotekit.settings import check_at_least_one

try:
    import pyarrow as pa
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema
except ImportError as error:
    raise MissingExtraError(package=(error.name or "pyspark").partition(".")[0], extra="spark") from error

from quotekit.arrow import extract_batch, result_schema

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["extract"]


def extract(
    df: DataFrame,
    text_col: str = "text",
    id_col: str | None = None,
    *,
    extractor: Extractor | None = None,
    batch_size: int = 64,
) -> DataFrame:
    """
    Find the attributions of the texts in a column.

    Args:
        df: The data frame.

        text_col: Name of the column with the texts. A row with a null, or with anything but a string, gets an error.

        id_col: Name of the column with the ids, if there is one; numbers become strings.

        extractor: What finds the attributions, sent to the workers without its model; one with default settings that
            uses one thread if not given.

        batch_size: Number of rows that a worker returns at once, which bounds its memory. How many it receives at once
            is set by Spark's ``spark.sql.execution.arrow.maxRecordsPerBatch``.

    Returns:
        A data frame with the columns of :func:`quotekit.arrow.result_schema`. Like all data frames
        of Spark, it is computed lazily.

    Raises:
        SettingError: As for :func:`quotekit.arrow.extract_batch`, or *batch_size* is not a whole number from 1 on.
    """
    check_at_least_one("batch_size", batch_size)
    columns: dict[str, Any] = {"text_col": text_col, "id_col": id_col}
    schema = from_arrow_schema(result_schema(to_arrow_schema(df.schema), **columns))
    for field in df.schema:
        if field.name not in columns.values():
            # Arrow does not have all of Spark's types.
            schema[field.name].dataType = field.dataType
    read = partial(_read, batch_size=batch_size, extractor=extractor or Extractor(), **columns)
    return df.mapInArrow(read, schema)


def _read(batches: Iterator[pa.RecordBatch], *, batch_size: int, **settings: Any) -> Iterator[pa.RecordBatch]:
    """Read a partition, a few rows at a time."""
    for batch in batches:
        for start in range(0, batch.num_rows, batch_size):
            yield extract_batch(batch.slice(start, batch_size), **settings)
