"""
Attributions of the texts in a Polars data frame. Needs the extra ``polars``.

It is the batch function of :mod:`quotekit.arrow`, applied to a frame.
"""

from __future__ import annotations

from quotekit.errors import MissingExtraError
from quotekit.extractor import Extractor

try:
    import polars as pl
    import pyarrow as pa
except ImportError as error:
    raise MissingExtraError(package="polars", extra="polars") from error

from quotekit.arrow import extract_batch, result_schema

__all__ = ["extract"]

_BATCH_ROWS = 256


def extract(
    frame: pl.DataFrame, *, text_col: str = "text", id_col: str | None = None, extractor: Extractor | None = None
) -> pl.DataFrame:
    """
    Find the attributions of the texts in a column.

    Args:
        frame: The data frame.

        text_col: Name of the column of the texts.

        id_col: Name of the column of the ids, if there is one.

        extractor: What finds the attributions; one with default settings if not given.

    Returns:
        One row for each row of the frame, with the columns of :mod:`quotekit.arrow`: lists of structs, which
        ``explode`` and ``unnest`` turn into rows and columns, and an ``error`` where a text could not be read.

    Raises:
        SettingError: There is no such column, or another column has a name that the result needs.

    Example:
        >>> frame = pl.DataFrame({"body": ["“No,” Ida Holm said."], "outlet": ["Radio 4"]})
        >>> found = extract(frame, text_col="body")
        >>> found.explode("attributions").unnest("attributions", separator=".")["attributions.kind"].to_list()
        ['direct']
    """
    table = frame.to_arrow()
    schema = result_schema(table.schema, text_col=text_col, id_col=id_col)
    batches = [
        extract_batch(batch, text_col=text_col, id_col=id_col, extractor=extractor)
        for batch in table.to_batches(max_chunksize=_BATCH_ROWS)
    ]
    return pl.DataFrame(pl.from_arrow(pa.Table.from_batches(batches, schema=schema)))
