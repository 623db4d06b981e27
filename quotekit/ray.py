"""
Articles from a column of a Ray dataset. Needs the extra ``ray``, and quotekit on every node.

:func:`extract` is :func:`quotekit.arrow.extract_batch` in ``Dataset.map_batches``, in a pool of actors that each load
the model once. The columns are those of that function.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from quotekit.errors import MissingExtraError
from quotekit.extractor import Extractor
from quotekit.settings import check_at_least_one

try:
    import pyarrow as pa
    import ray.data
except ImportError as error:
    raise MissingExtraError(package=(error.name or "ray").partition(".")[0], extra="ray") from error

from quotekit.arrow import extract_batch, result_schema

if TYPE_CHECKING:
    from ray.data import Dataset

__all__ = ["extract"]


def extract(
    ds: Dataset,
    text_col: str = "text",
    id_col: str | None = None,
    *,
    extractor: Extractor | None = None,
    batch_size: int = 64,
    actors: int | tuple[int, int] | None = None,
) -> Dataset:
    """
    Find the attributions of the texts in a column.

    Args:
        ds: The dataset.

        text_col: Name of the column with the texts. A row with a null, or with anything but a string, gets an error.

        id_col: Name of the column with the ids, if there is one; numbers become strings.

        extractor: What finds the attributions, sent to the actors without its model; one with default settings that
            uses one thread if not given.

        batch_size: Number of rows that an actor reads at once, which bounds its memory.

        actors: Number of actors, each on one core, or a pair of the smallest and largest number in a pool that grows.
            If not given, one for each core that Ray has now, except one. There must be fewer actors than cores, because
            the tasks that read the dataset need a core, too.

    Returns:
        A dataset with the columns of :func:`quotekit.arrow.result_schema`. Like all datasets of Ray, it is computed
        lazily, and its rows are in order only if ``DataContext.execution_options.preserve_order`` is set.

    Raises:
        SettingError: *batch_size* is not a whole number from 1 on; for the columns, as for
            :func:`quotekit.arrow.extract_batch`, if they are known before the dataset is computed.

    Warns:
        UserWarning: The actors take all cores: unless more are added, the tasks before them never run.
    """
    check_at_least_one("batch_size", batch_size)
    columns: dict[str, Any] = {"text_col": text_col, "id_col": id_col}
    schema = ds.schema(fetch_if_missing=False)
    if schema is not None and isinstance(schema.base_schema, pa.Schema):
        result_schema(schema.base_schema, **columns)
    fewest, most = _pool_of(actors)
    return ds.map_batches(
        _Actor,
        fn_constructor_kwargs={"extractor": extractor or Extractor(), **columns},
        batch_size=batch_size,
        batch_format="pyarrow",
        compute=ray.data.ActorPoolStrategy(min_size=fewest, max_size=most),
        num_cpus=1,
        zero_copy_batch=True,
    )


def _pool_of(actors: int | tuple[int, int] | None) -> tuple[int, int]:
    """Return the smallest and the largest number of actors."""
    cores = int(ray.cluster_resources().get("CPU", 0))
    if actors is None:
        actors = max(1, cores - 1)
    fewest, most = (actors, actors) if isinstance(actors, int) else actors
    if fewest >= cores:
        message = f"Ray has {cores} cores, and {fewest} actors take one each: give fewer, or ray.init more cores"
        warnings.warn(message, stacklevel=3)
    return fewest, most


class _Actor:
    """Holds the extractor, and with it the model, in its process."""

    def __init__(self, **settings: Any) -> None:
        self._settings = settings

    def __call__(self, table: pa.Table) -> pa.Table:
        batches = table.combine_chunks().to_batches()
        schema = result_schema(table.schema, **{name: self._settings[name] for name in ("text_col", "id_col")})
        return pa.Table.from_batches((extract_batch(batch, **self._settings) for batch in batches), schema=schema)
