"""
From texts to articles in columns: one Arrow record batch in, one out. Needs the extra ``arrow``.

This is the batch function for everything that works with columns; :mod:`quotekit.spark` and :mod:`quotekit.ray` are
built on it. Its result has one row for each row of the batch, in the same order. The first columns are those of
:mod:`quotekit.exporters.arrow`, in which a row is an article:

================== ===================================================================================
column             type
================== ===================================================================================
id                 string; the value of the id column, null without one
text               string; that of the text column, null where it has none
attributions       list of structs; null where the row could not be read, as are the others below
speakers           list of structs
credits            list of structs
dateline           struct; also null if the article has none
meta               string
error              string; why the row could not be read, null if it could
================== ===================================================================================

All other columns of the batch follow as they are. Rows without an error can be read as articles by
:func:`quotekit.exporters.arrow.from_batches`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotekit.errors import MissingExtraError, SettingError
from quotekit.extractor import Extractor
from quotekit.processes import Failure
from quotekit.records import Article

try:
    import pyarrow as pa
except ImportError as error:
    raise MissingExtraError(package="pyarrow", extra="arrow") from error

from quotekit.exporters.arrow import SCHEMA, to_batches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotekit.processes import Outcome

__all__ = ["extract_batch", "result_schema"]

# It loads nothing until it is used.
_DEFAULT = Extractor()


def _nullable(of: pa.DataType) -> pa.DataType:
    """Return a type whose fields may all be null: Spark accepts no other types from a function."""
    if pa.types.is_list(of):
        return pa.list_(_nullable(of.value_type))
    if pa.types.is_struct(of):
        return pa.struct([(field.name, _nullable(field.type)) for field in of])
    return of


_RESULT = pa.schema([*((field.name, _nullable(field.type)) for field in SCHEMA), ("error", pa.string())])


def result_schema(schema: pa.Schema, *, text_col: str = "text", id_col: str | None = None) -> pa.Schema:
    """
    Return the columns of the result of :func:`extract_batch`, for a batch with the given ones.

    Args:
        schema: The columns of the batch.

        text_col: Name of the column with the texts.

        id_col: Name of the column with the ids, if there is one.

    Returns:
        The columns of the result.

    Raises:
        SettingError: There is no such column, or one of the others has a name that the result needs.

    Example:
        >>> schema = pa.schema([("body", pa.string()), ("paper", pa.string())])
        >>> result_schema(schema, text_col="body").names[-2:]
        ['error', 'paper']
    """
    _check_column("text_col", text_col, schema.names)
    if id_col is not None:
        _check_column("id_col", id_col, schema.names)
    others = [field for field in schema if field.name not in (text_col, id_col)]
    for field in others:
        if field.name in _RESULT.names:
            problem = "the result has a column of this name"
            remedy = "rename yours, or name it as the column of texts or ids"
            raise SettingError(setting="columns", value=field.name, problem=problem, remedy=remedy)
    return pa.schema([*_RESULT, *others])


def extract_batch(
    batch: pa.RecordBatch, *, text_col: str = "text", id_col: str | None = None, extractor: Extractor | None = None
) -> pa.RecordBatch:
    """
    Find the attributions of the texts in a column.

    Args:
        batch: The batch.

        text_col: Name of the column with the texts. A row with a null, or with anything but a string, gets an error.

        id_col: Name of the column with the ids, if there is one; numbers become strings.

        extractor: What finds the attributions; one with default settings if not given.

    Returns:
        A batch with the columns of :func:`result_schema`.

    Raises:
        SettingError: As for :func:`result_schema`, or the id column cannot be turned into strings.

    Example:
        >>> rows = {"text": ["It rained, she said.", None], "paper": ["Gazette", "Herald"]}
        >>> for row in extract_batch(pa.RecordBatch.from_pydict(rows)).to_pylist():
        ...     print(row["paper"], row["attributions"] and row["attributions"][0]["cue"][0]["text"], row["error"])
        Gazette said None
        Herald None InputError: 'text' must be a string or a spaCy Doc, got None (NoneType): decode bytes and fill in missing values first
    """  # noqa: E501  # the message is one line
    schema = result_schema(batch.schema, text_col=text_col, id_col=id_col)
    texts = _decoded(batch.column(text_col))
    pairs = ((text, None) for text in texts.to_pylist())
    found = _found([outcome for outcome, _ in (extractor or _DEFAULT).pipe_outcomes(pairs)])
    found["text"] = texts.cast(pa.string()) if _is_string(texts.type) else pa.nulls(len(texts), pa.string())
    found["id"] = pa.nulls(len(texts), pa.string()) if id_col is None else _ids(batch.column(id_col), id_col)
    others = [batch.column(name) for name in schema.names[len(_RESULT) :]]
    return pa.RecordBatch.from_arrays([*(found[name] for name in _RESULT.names), *others], schema=schema)


def _check_column(setting: str, name: str, names: Sequence[str]) -> None:
    if name not in names:
        raise SettingError(setting, name, f"the columns are {', '.join(names)}", "give the name of a column")


def _found(outcomes: Sequence[Outcome[Article]]) -> dict[str, pa.Array]:
    """Return the columns of the result by name; a failure is a row of nulls with an error."""
    # Rows of the exporter's own types; those of failures are masked below.
    articles = (Article(id=None, text="") if isinstance(outcome, Failure) else outcome for outcome in outcomes)
    [batch] = to_batches(articles, batch_size=len(outcomes)) if outcomes else [pa.RecordBatch.from_pylist([], SCHEMA)]
    failed = pa.array([isinstance(outcome, Failure) for outcome in outcomes], pa.bool_())
    columns = {
        field.name: pa.compute.if_else(failed, None, batch.column(field.name).cast(_RESULT.field(field.name).type))
        for field in SCHEMA
    }
    reasons = [outcome.reason if isinstance(outcome, Failure) else None for outcome in outcomes]
    return {**columns, "error": pa.array(reasons, pa.string())}


def _decoded(column: pa.Array) -> pa.Array:
    return column.dictionary_decode() if pa.types.is_dictionary(column.type) else column


def _is_string(of: pa.DataType) -> bool:
    return bool(pa.types.is_string(of) or pa.types.is_large_string(of) or pa.types.is_string_view(of))


def _ids(column: pa.Array, name: str) -> pa.Array:
    try:
        return _decoded(column).cast(pa.string())
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        problem, remedy = f"its type is {column.type}", "use a column of strings or numbers"
        raise SettingError(setting="id_col", value=name, problem=problem, remedy=remedy) from error
