"""From a column of texts to columns of articles."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from quotekit import Extractor
from quotekit.arrow import extract_batch, result_schema
from quotekit.errors import SettingError
from quotekit.exporters.arrow import SCHEMA, from_batches

COLUMNS: dict[str, Any] = {
    "key": [7, 8, 9],
    "body": ["It rained, Ida Holm told CNN.", None, "Nobody spoke."],
    "paper": ["Gazette", None, "Herald"],
}


def batch(**columns: Any) -> pa.RecordBatch:
    """Return the batch of all tests, with other columns in place of some of its own."""
    return pa.RecordBatch.from_pydict({**COLUMNS, **columns})


class TestExtractBatch:
    """One batch."""

    def test_rows_are_articles(self) -> None:
        """A row without an error is the article of its text, with its id."""
        found = extract_batch(batch(), text_col="body", id_col="key")
        good = found.filter(found.column("error").is_null())

        assert [Extractor().extract(COLUMNS["body"][n], id=str(7 + n)) for n in (0, 2)] == list(from_batches([good]))

    def test_bad_rows_keep_their_place(self) -> None:
        """A row without a text has an error, nothing found, and its other columns."""
        row = extract_batch(batch(), text_col="body", id_col="key").to_pylist()[1]

        assert row.pop("error").startswith("InputError: 'text' must be a string or a spaCy Doc, got None (NoneType)")
        assert {**dict.fromkeys(SCHEMA.names), "id": "8", "paper": None} == row

    @pytest.mark.parametrize("values", [[1, 2, 3], [b"It rained.", b"", b"x"], [["a"], [], None]], ids=repr)
    def test_other_types(self, values: list[Any]) -> None:
        """A column that has no strings gives errors, not an exception, and no texts."""
        found = extract_batch(batch(body=values), text_col="body")

        assert [None] * 3 == found.column("text").to_pylist() == found.column("speakers").to_pylist()
        assert ["InputError"] * 3 == [error.partition(":")[0] for error in found.column("error").to_pylist()]

    @pytest.mark.parametrize(
        "of", [pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string())], ids=["", "large", "dictionary"]
    )
    def test_kinds_of_strings(self, of: pa.DataType) -> None:
        """Strings may be stored in any way that Arrow has."""
        found = extract_batch(batch(body=pa.array(COLUMNS["body"], of)), text_col="body")

        assert COLUMNS["body"] == found.column("text").to_pylist()
        assert [1, None, 0] == [row if row is None else len(row) for row in found.column("attributions").to_pylist()]

    @pytest.mark.parametrize("start", [0, 1, 3])
    def test_slices(self, start: int) -> None:
        """A part of a batch gives that part of the result, also an empty one."""
        whole = extract_batch(batch(), text_col="body")

        assert whole.slice(start) == extract_batch(batch().slice(start), text_col="body")

    def test_schema_is_told_before(self) -> None:
        """The columns of the result are those announced, with those of the batch last and as they were."""
        found = extract_batch(batch(), text_col="body", id_col="key")

        assert result_schema(batch().schema, text_col="body", id_col="key") == found.schema
        assert [*SCHEMA.names, "error", "paper"] == found.schema.names
        assert batch().column("paper") == found.column("paper")

    def test_own_extractor(self) -> None:
        """Settings are those of the extractor that is given."""
        found = extract_batch(batch(), text_col="body", extractor=Extractor(min_confidence=1.0))

        assert [] == found.column("attributions")[0].as_py()


class TestColumns:
    """Columns that cannot be used."""

    @pytest.mark.parametrize(
        ("settings", "setting"),
        [
            ({"text_col": "text"}, "text_col"),
            ({"text_col": "body", "id_col": "id"}, "id_col"),
            ({"text_col": "body", "id_col": "tags"}, "id_col"),
            ({"text_col": "body", "columns": {"speakers": [1, 2, 3]}}, "columns"),
        ],
    )
    def test_are_refused(self, settings: dict[str, Any], setting: str) -> None:
        """A missing column, ids that are no strings or numbers, and a name that the result has are refused."""
        columns = settings.pop("columns", {})
        with pytest.raises(SettingError) as raised:
            extract_batch(batch(tags=[["a"], [], []], **columns), **settings)

        assert setting == raised.value.setting
