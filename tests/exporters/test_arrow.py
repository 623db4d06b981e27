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
    """A Parquet file of articles, to be read."""
    stream = io.BytesIO()
    write_parquet(some, stream)
    stream.seek(0)
    return stream


class TestSchema:
    """The schema is told, and is that of Article.to_dict."""

    def names(self, of: pa.DataType) -> object:
        """The names of a type's fields, and of theirs."""
        if isinstance(of, pa.ListType):
            return [self.names(of.value_type)]
        return {field.name: self.names(field.type) for field in of} if isinstance(of, pa.StructType) else None

    def shape(self, value: object) -> object:
        """The names of plain data's fields, and of theirs."""
        if isinstance(value, list):
            return [self.shape(value[0])]
        return {name: self.shape(item) for name, item in value.items()} if isinstance(value, dict) else None

    def test_fields(self) -> None:
        """Its fields have the names and the order that an article's have when it is written."""
        first = attrs.evolve(ARTICLE.attributions[0], quoted=ARTICLE.attributions[0].content)
        whole = attrs.evolve(ARTICLE, attributions=(first,))

        assert self.shape(whole.to_dict()) == {field.name: self.names(field.type) for field in SCHEMA}

    def test_documented(self) -> None:
        """The table at the head of the module has the columns, and in those the fields."""
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
        """Only what an article may lack can be null."""
        assert ["id", "dateline"] == [field.name for field in SCHEMA if field.nullable]


class TestTable:
    """to_table, to_batches and from_batches."""

    @given(st.lists(articles(), max_size=3))
    def test_round_trip(self, some: list[Article]) -> None:
        """What is read is what was written, but for lone surrogates."""
        table = to_table(some)
        table.validate(full=True)

        assert SCHEMA == table.schema
        assert [without_surrogates(article) for article in some] == list(from_batches(table.to_batches()))

    def test_nothing_is_read_ahead(self) -> None:
        """A batch is there as soon as its articles are."""
        read: list[int] = []

        def endless() -> Iterator[Article]:
            while True:
                read.append(len(read))
                yield Article(str(len(read)), "So.")

        batch = next(to_batches(endless(), batch_size=3))

        assert ([0, 1, 2], ["1", "2", "3"]) == (read, batch.column("id").to_pylist())

    def test_other_columns(self) -> None:
        """Columns that are not known are passed over."""
        table = to_table([ARTICLE]).append_column("url", pa.array(["a"]))

        assert [ARTICLE] == list(from_batches(table.to_batches()))

    def test_wrong_row(self) -> None:
        """A row that is no article is named, and so is what is wrong with it."""
        table = to_table([ARTICLE, ARTICLE]).set_column(1, "text", pa.array([ARTICLE.text, "So."]))
        with pytest.raises(RecordError) as caught:
            list(from_batches(table.to_batches(max_chunksize=1)))

        assert (
            RecordError("row 1, attributions[0].content[0]", "its text is not the article's text from 13 to 31")
            == caught.value
        )


class TestParquet:
    """write_parquet and read_parquet."""

    @given(st.lists(articles(), max_size=2))
    def test_round_trip(self, some: list[Article]) -> None:
        """What is read is what was written, but for lone surrogates."""
        assert [without_surrogates(article) for article in some] == list(read_parquet(parquet(*some)))

    def test_path(self, tmp_path: Path) -> None:
        """A file may be given by its path."""
        path = tmp_path / "articles.parquet"
        write_parquet([ARTICLE], path)

        assert [ARTICLE] == list(read_parquet(path))
        assert SCHEMA == pq.read_schema(path)

    def test_row_groups(self) -> None:
        """A long stream is written in row groups, none of which is kept, and read in order."""
        some = [Article(str(number), "So.") for number in range(1_100)]
        stream = parquet(*some)
        sizes = [pq.ParquetFile(stream).metadata.row_group(i).num_rows for i in range(3)]

        assert [512, 512, 76] == sizes
        assert some == list(read_parquet(stream))

    def test_stays_open(self) -> None:
        """A stream that is given is not closed."""
        assert not parquet(ARTICLE).closed

    @pytest.mark.parametrize("data", [b"", b"{}", b"PAR1" * 5, b"\x00" * 100], ids=["empty", "JSON", "cut", "zeros"])
    def test_no_parquet(self, data: bytes) -> None:
        """What is no Parquet file is told of as an error of quotekit's own."""
        with pytest.raises(RecordError) as caught:
            list(read_parquet(io.BytesIO(data)))

        assert caught.value.problem.startswith("it must be a Parquet file (")

    def test_other_parquet(self) -> None:
        """So is a Parquet file of something else."""
        stream = io.BytesIO()
        pq.write_table(pa.table({"text": ["So."]}), stream)
        with pytest.raises(RecordError) as caught:
            list(read_parquet(stream))

        assert RecordError("row 0, id", "the field is missing") == caught.value


def test_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyarrow the module says which extra is missing."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, exporter.__name__)
    with pytest.raises(MissingExtraError) as caught:
        importlib.import_module(exporter.__name__)

    assert MissingExtraError(package="pyarrow", extra="arrow") == caught.value
