"""Articles as Arrow tables and Parquet files."""

from __future__ import annotations

import importlib
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.errors import MissingExtraError, RecordError
from quotekit.exporters import arrow as exporter
from quotekit.exporters.arrow import SCHEMA, from_batches, read_parquet, to_batches, to_table, write_parquet
from quotekit.records import Article
from tests.exporters.test_json_csv import ARTICLE
from tests.strategies import articles, without_surrogates


def parquet(*some: Article) -> io.BytesIO:
    """Return a Parquet file of articles."""
    stream = io.BytesIO()
    write_parquet(some, stream)
    stream.seek(0)
    return stream


class TestSchema:
    """The schema is documented, and the same as Article.to_dict()'s."""

    def names(self, of: pa.DataType) -> object:
        """Return the names of a type's fields, recursively."""
        if isinstance(of, pa.ListType):
            return [self.names(of.value_type)]
        return {field.name: self.names(field.type) for field in of} if isinstance(of, pa.StructType) else None

    def shape(self, value: object) -> object:
        """Return the names of the fields of plain data, recursively."""
        if isinstance(value, list):
            return [self.shape(value[0])]
        return {name: self.shape(item) for name, item in value.items()} if isinstance(value, dict) else None

    def test_fields(self) -> None:
        """The fields have the names and order of Article.to_dict()."""
        first = attrs.evolve(ARTICLE.attributions[0], quoted=ARTICLE.attributions[0].content)
        people = ARTICLE.speakers[0], attrs.evolve(ARTICLE.speakers[0], id="s8")
        joint = attrs.evolve(ARTICLE.speakers[0], id="s9", members=people)
        whole = attrs.evolve(ARTICLE, attributions=(first,), speakers=(joint, *people))

        plain = {**whole.to_dict(), "meta": "{}"}
        assert self.shape(plain) == {field.name: self.names(field.type) for field in SCHEMA}

    def test_documented(self) -> None:
        """The table in the module's docstring lists the columns and their fields."""
        documented = re.findall(r"^(\w+) {2,}\S", exporter.__doc__ or "", re.MULTILINE)
        inner = [
            field.name
            for name in ("attributions", "speakers", "credits")
            for field in SCHEMA.field(name).type.value_type
        ] + [field.name for field in SCHEMA.field("dateline").type]
        told = re.findall(r"``(\w+)``", (exporter.__doc__ or "").split("text               string")[1])

        assert ["column", *SCHEMA.names] == documented
        assert inner == told[: len(inner)]

    def test_nulls(self) -> None:
        """Only optional fields are nullable."""
        assert ["id", "dateline"] == [field.name for field in SCHEMA if field.nullable]


class TestTable:
    """to_table(), to_batches() and from_batches()."""

    @given(st.lists(articles(), max_size=3))
    def test_round_trip(self, some: list[Article]) -> None:
        """Reading returns what was written, except for lone surrogates."""
        table = to_table(some)
        table.validate(full=True)

        assert SCHEMA == table.schema
        assert [without_surrogates(article) for article in some] == list(from_batches(table.to_batches()))

    def test_is_lazy(self) -> None:
        """A batch is returned before further articles are consumed."""
        read: list[int] = []

        def endless() -> Iterator[Article]:
            while True:
                read.append(len(read))
                yield Article(str(len(read)), "So.")

        batch = next(to_batches(endless(), batch_size=3))

        assert ([0, 1, 2], ["1", "2", "3"]) == (read, batch.column("id").to_pylist())

    def test_other_columns(self) -> None:
        """Unknown columns are ignored."""
        table = to_table([ARTICLE]).append_column("url", pa.array(["a"]))

        assert [ARTICLE] == list(from_batches(table.to_batches()))

    def test_wrong_row(self) -> None:
        """A row that is not an article raises an error with its number and the problem."""
        table = to_table([ARTICLE, ARTICLE]).set_column(1, "text", pa.array([ARTICLE.text, "So."]))
        with pytest.raises(RecordError) as caught:
            list(from_batches(table.to_batches(max_chunksize=1)))

        assert (
            RecordError("row 1, attributions[0].content[0]", "its text is not the article's text from 13 to 31")
            == caught.value
        )


class TestParquet:
    """write_parquet() and read_parquet()."""

    @given(st.lists(articles(), max_size=2))
    def test_round_trip(self, some: list[Article]) -> None:
        """Reading returns what was written, except for lone surrogates."""
        assert [without_surrogates(article) for article in some] == list(read_parquet(parquet(*some)))

    def test_path(self, tmp_path: Path) -> None:
        """A file can be given by its path."""
        path = tmp_path / "articles.parquet"
        write_parquet([ARTICLE], path)

        assert [ARTICLE] == list(read_parquet(path))
        assert SCHEMA == pq.read_schema(path)

    def test_row_groups(self) -> None:
        """A long stream is written in row groups without keeping them in memory, and read in order."""
        some = [Article(str(number), "So.") for number in range(1_100)]
        stream = parquet(*some)
        sizes = [pq.ParquetFile(stream).metadata.row_group(i).num_rows for i in range(3)]

        assert [512, 512, 76] == sizes
        assert some == list(read_parquet(stream))

    def test_stays_open(self) -> None:
        """A stream given by the caller is not closed."""
        assert not parquet(ARTICLE).closed

    @pytest.mark.parametrize("data", [b"", b"{}", b"PAR1" * 5, b"\x00" * 100], ids=["empty", "JSON", "cut", "zeros"])
    def test_no_parquet(self, data: bytes) -> None:
        """A file that is not Parquet raises an error of quotekit."""
        with pytest.raises(RecordError) as caught:
            list(read_parquet(io.BytesIO(data)))

        assert caught.value.problem.startswith("it must be a Parquet file (")

    def test_other_parquet(self) -> None:
        """A Parquet file of other data raises an error of quotekit."""
        stream = io.BytesIO()
        pq.write_table(pa.table({"text": ["So."]}), stream)
        with pytest.raises(RecordError) as caught:
            list(read_parquet(stream))

        assert RecordError("row 0, id", "the field is missing") == caught.value


def test_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyarrow, the missing extra is reported."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, exporter.__name__)
    with pytest.raises(MissingExtraError) as caught:
        importlib.import_module(exporter.__name__)

    assert MissingExtraError(package="pyarrow", extra="arrow") == caught.value
