"""Reading corpora: files, folders, patterns and lists, in all formats."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from quotekit import Article
from quotekit.corpus import (
    Columns,
    Document,
    Input,
    InputFormat,
    Sources,
    Unread,
    csv_files,
    jsonl_files,
    read_corpus,
    streams,
)
from quotekit.corpus.count import count_documents
from quotekit.exporters.arrow import write_parquet
from quotekit.inputs import About

RAIN, DAM = "It rained, she said.", "“The dam is old,” he said.\r\n"
ROWS = [
    {"id": "a", "text": RAIN, "outlet": "Harbour Times"},
    {"id": "b", "text": DAM, "outlet": "Radio 4"},
]


@pytest.fixture(name="folder", autouse=True)
def fixture_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Change to an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, data: bytes | str) -> None:
    """Write a file, and the folders above it."""
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(data.encode() if isinstance(data, str) else data)


def read(*names: str, columns: Columns | None = None, with_prefix: bool = False, **settings: Any) -> list[Input]:
    """Read a corpus."""
    return list(read_corpus(Sources(names, **settings), columns, with_prefix=with_prefix))


def ids(found: list[Input]) -> list[str | None]:
    """Return the ids of documents; fail if one of them could not be read."""
    assert [] == [document for document in found if isinstance(document, Unread)]
    return [document.about.id for document in found if isinstance(document, Document)]


def reasons(found: list[Input]) -> list[tuple[str, str]]:
    """Return where documents could not be read, and why."""
    return [(document.place, document.reason) for document in found if isinstance(document, Unread)]


class TestSources:
    """Which files are read, and their ids."""

    def test_folder(self) -> None:
        """A folder is read with those in it, in the order of names; ids are paths in it, hidden files are left out."""
        for name in ("news/b.txt", "news/a/c.md", "news/.hidden.txt", "news/.git/d.txt", "news/z.text"):
            write(name, RAIN)

        assert ["a/c", "b", "z"] == ids(read("news"))

    def test_other_endings(self) -> None:
        """In a folder, files of other endings are passed over and counted."""
        for name in ("news/a.txt", "news/a.pdf", "news/b.pdf", "news/c.html"):
            write(name, RAIN)
        sources = Sources(["news"])

        assert ["a"] == ids(list(read_corpus(sources)))
        assert {".pdf": 2, ".html": 1} == dict(sources.skipped)

    def test_pattern(self) -> None:
        """What is before the first wildcard is not in the ids."""
        for name in ("news/nord/a.txt", "news/sud/a.txt", "news/sud/b.csv"):
            write(name, RAIN)

        assert ["nord/a", "sud/a"] == ids(read("news/*/*.txt"))
        assert [("none/*.txt", "no file matches it")] == reasons(read("none/*.txt"))

    @pytest.mark.parametrize("separator", ["\n", "\r\n", "\0"])
    def test_list(self, separator: str) -> None:
        """A list of files has a name in each line, or null bytes between them; ids are the paths in the list."""
        for name in ("nord/a.txt", "sud/a.txt"):
            write(name, RAIN)
        write("list", separator.join(("nord/a.txt", "sud/a.txt", "")))

        assert ["nord/a", "sud/a"] == ids(read(lists=["list"]))

    def test_any_ending(self) -> None:
        """A file that is named is read as text, whatever its ending."""
        write("rain.story", RAIN)

        assert ["rain"] == ids(read("rain.story"))

    @pytest.mark.parametrize(
        ("name", "data", "problem"),
        [
            ("a.html", RAIN, "a web page"),
            ("a.txt", "\ufeff <!DOCTYPE html><p>", "a web page"),
            ("a.pdf", RAIN, "a PDF"),
            ("a.txt", "%PDF-1.7", "a PDF"),
            ("a.png", RAIN, "an image"),
            ("a.docx", RAIN, "an office suite"),
            ("a.json", "[]", "one JSON value"),
            ("a.txt", '{"text": "It rained."}\n{"text": "So."}\n', "JSON Lines"),
            ("a.txt", '\n\n{"text": "It rained."}', "JSON Lines"),
        ],
    )
    def test_no_text(self, name: str, data: str, problem: str) -> None:
        """What is no text is refused by its ending or its first bytes, with what to do."""
        write(name, data)
        ((place, reason),) = reasons(read(name))

        assert name == place
        assert problem in reason
        assert "; " in reason

    def test_braces_are_text(self) -> None:
        """A text that begins with a brace is a text."""
        write("a.txt", "{It rained}, she said.")

        assert ["a"] == ids(read("a.txt"))

    def test_alike(self) -> None:
        """Of documents with one id the second is not read, unless ids begin with the path."""
        for name in ("nord/a.txt", "sud/a.txt"):
            write(name, RAIN)
        first, second = read("nord/a.txt", "sud/a.txt")

        assert isinstance(first, Document)
        assert isinstance(second, Unread)
        assert "its id 'a' is also that of 'nord/a.txt'" in second.reason
        assert ["nord/a.txt", "sud/a.txt"] == ids(read("nord/a.txt", "sud/a.txt", with_prefix=True))

    def test_twice(self) -> None:
        """A file that is named twice is read once, and reported without advice on ids."""
        write("nord/a.txt", RAIN)
        first, second = read("nord", "nord/*.txt")

        assert isinstance(first, Document)
        assert isinstance(second, Unread)
        assert "it has been read already, with the id 'a'; name each file once" == second.reason


def as_jsonl(rows: list[dict[str, Any]]) -> bytes:
    """Write rows as JSON Lines."""
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def as_csv(rows: list[dict[str, Any]], delimiter: str = ",") -> bytes:
    """Write rows as CSV."""
    stream = io.StringIO(newline="")
    table = csv.DictWriter(stream, rows[0].keys(), delimiter=delimiter)
    table.writeheader()
    table.writerows(rows)
    return stream.getvalue().encode()


def as_parquet(rows: list[dict[str, Any]]) -> bytes:
    """Write rows as Parquet."""
    stream = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), stream)
    return stream.getvalue()


FILES = {
    "a.jsonl": as_jsonl(ROWS),
    "bom.jsonl": b"\xef\xbb\xbf" + as_jsonl(ROWS) + b"\n\n",
    "a.ndjson.gz": gzip.compress(as_jsonl(ROWS)),
    "a.jsonl.zst": zstandard.compress(as_jsonl(ROWS[:1])) + zstandard.compress(as_jsonl(ROWS[1:])),
    "a.csv": as_csv(ROWS),
    "semicolons.csv": as_csv(ROWS, ";"),
    "a.tsv": b"\xef\xbb\xbf" + as_csv(ROWS, "\t"),
    "a.csv.gz": gzip.compress(as_csv(ROWS)),
    "a.parquet": as_parquet(ROWS),
}


class TestTables:
    """Rows of tables."""

    @pytest.mark.parametrize("name", FILES)
    def test_formats(self, name: str) -> None:
        """Every format has the same texts, ids and metadata, with or without compression."""
        write(name, FILES[name])
        found = [document for document in read(name) if isinstance(document, Document)]

        assert [RAIN, DAM] == [document.text for document in found]
        assert ["a", "b"] == [document.about.id for document in found]
        assert [{"outlet": "Harbour Times"}, {"outlet": "Radio 4"}] == [dict(d.about.meta) for d in found]
        assert len(ROWS) == count_documents(Sources([name]))

    @given(rows=st.lists(st.fixed_dictionaries({"text": st.text(), "x": st.text()}), min_size=1, max_size=4))
    @pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
    def test_any_row(self, form: str, rows: list[dict[str, Any]]) -> None:
        """Any text and any metadata come through."""
        rows = [{name: value.replace("\0", "0") for name, value in row.items()} for row in rows]
        write(f"a.{form}", {"jsonl": as_jsonl, "csv": as_csv, "parquet": as_parquet}[form](rows))
        found = [document for document in read(f"a.{form}") if isinstance(document, Document)]

        assert rows == [{"text": document.text, **document.about.meta} for document in found]

    def test_columns(self) -> None:
        """The columns of text and id can be named; the row's number is the id of a row without."""
        write("a.jsonl", as_jsonl([{"key": 7, "body": RAIN}, {"key": None, "body": DAM}]))

        assert ["7", "2"] == ids(read("a.jsonl", columns=Columns("body", "key")))

    @pytest.mark.parametrize("name", ["a.csv", "a.parquet", "a.jsonl"])
    def test_missing_column(self, name: str) -> None:
        """A table without the column is refused, with the columns that there are."""
        write(name, FILES[name])
        (_, reason), *_ = reasons(read(name, columns=Columns("body")))

        assert "it has no column 'body'; name it with --text-column; there are 'id', 'text', 'outlet'" == reason

    def test_own_output(self) -> None:
        """Articles that were written before are read by their texts and metadata."""
        row = {"id": "a", "text": RAIN, "attributions": [], "speakers": [], "credits": [], "dateline": None}
        write("a.jsonl", as_jsonl([{**row, "meta": {"outlet": "Radio 4"}}]))
        (document,) = read("a.jsonl")
        assert isinstance(document, Document)

        assert {"outlet": "Radio 4"} == dict(document.about.meta)

    def test_prefix(self) -> None:
        """Rows of several tables can have the path of theirs in their ids, also where only the endings differ."""
        for name in ("nord.csv", "sud.csv"):
            write(name, as_csv([{"text": RAIN}]))
        write("nord.jsonl", as_jsonl([{"text": RAIN}]))

        expected = ["nord.csv:1", "sud.csv:1", "nord.jsonl:1"]
        assert expected == ids(read("nord.csv", "sud.csv", "nord.jsonl", with_prefix=True))

    @pytest.mark.parametrize(
        ("name", "data", "places"),
        [
            ("a.jsonl", b'no\n{"text": "So."}\n[]\n{"text": 5}\n\xff\n', ["line 1", "line 3", "line 4", "line 5"]),
            ("a.csv", b"text,x\nSo.,1\nSo.,1,2\n", ["row 2"]),
            ("a.csv", b'text,x\nSo.,1\n"So', [""]),
            ("a.csv", b"text,x\nSo.,1\n\xff,1\n", [""]),
            ("a.parquet", b"PAR1", [""]),
            ("a.txt.gz", b"no", [""]),
            ("a.txt.gz", gzip.compress(RAIN.encode() * 1000)[:30], [""]),
            ("a.txt.zst", zstandard.compress(RAIN.encode() * 1000)[:30], [""]),
            ("a.txt.zst", b"no", [""]),
        ],
    )
    def test_damaged(self, name: str, data: bytes, places: list[str]) -> None:
        """What cannot be read is told with its place; the other rows are read."""
        write(name, data)
        found = reasons(read(name))

        assert [f"{name}, {place}".rstrip(", ") for place in places] == [place for place, _ in found]

    @pytest.mark.parametrize(
        ("data", "problem"),
        [
            (
                gzip.compress(as_jsonl(ROWS)),
                "it is compressed; name it with the ending .gz, or pipe it through gzip -dc",
            ),
            (b"%PDF-1.7\n%\xe2\n", "it is a PDF, not a text; extract its text first, for example with pdftotext"),
            (b" <!DOCTYPE html>\n<p>So.</p>\n", "it is a web page, not a text; extract its text first, "),
        ],
        ids=["compressed", "PDF", "web page"],
    )
    @pytest.mark.parametrize("form", [InputFormat.JSONL, InputFormat.CSV])
    def test_no_table(self, form: InputFormat, data: bytes, problem: str) -> None:
        """What is not text is refused once, not line by line, whatever the given format."""
        write("rows", data)
        ((place, reason),) = reasons(read("rows", form=form))

        assert ("rows", True) == (place, reason.startswith(problem))

    def test_metadata_of_any_kind(self) -> None:
        """Values that JSON does not have are kept as strings, and bytes are left out."""
        write("a.parquet", as_parquet([{"text": RAIN, "image": b"\xff", "share": float("inf"), "n": 3}]))
        (document,) = read("a.parquet")
        assert isinstance(document, Document)

        assert {"share": "inf", "n": 3} == dict(document.about.meta)

    @pytest.mark.parametrize(
        ("meta", "expected"),
        [
            ('{"outlet": "Radio 4"}', {"outlet": "Radio 4"}),
            ({"outlet": "Radio 4"}, {"outlet": "Radio 4"}),
            ("{", {}),
            ("[" * 100_000, {}),
            ("[1]", {}),
            ([1], {}),
            (None, {}),
        ],
        ids=["json", "dictionary", "no-json", "deep", "json-list", "list", "none"],
    )
    def test_own_metadata(self, meta: object, expected: dict[str, str]) -> None:
        """Of articles that quotekit has written the metadata are kept, written as JSON or not, and nothing else."""
        results: dict[str, Any] = {"attributions": [], "speakers": [], "credits": [], "dateline": None}
        write("a.jsonl", as_jsonl([{"id": "a", "text": RAIN, "meta": meta, **results}]))
        (document,) = read("a.jsonl")
        assert isinstance(document, Document)

        assert expected == dict(document.about.meta)

    def test_own_parquet(self) -> None:
        """Articles that quotekit has written as Parquet can be read again."""
        write_parquet([Article("a", RAIN, meta={"outlet": "Radio 4"})], Path("a.parquet"))
        (document,) = read("a.parquet")

        assert Document(RAIN, About("a", {"outlet": "Radio 4"}), "a.parquet, row 1") == document

    def test_stream(self) -> None:
        """The first document is there before the input is read to its end."""
        write("a.jsonl", as_jsonl(ROWS) + b"no\n" * 100_000)
        documents: Iterator[Input] = read_corpus(Sources(["a.jsonl"]))
        first = next(documents)
        assert isinstance(first, Document)

        assert "a" == first.about.id

    def test_format_given(self) -> None:
        """A format that is given decides, not the ending."""
        write("rows.txt", as_jsonl(ROWS))

        assert ["a", "b"] == ids(read("rows.txt", form=InputFormat.JSONL))


class TestSizes:
    """Documents that are too large, as what a small compressed file unfolds to may be."""

    @pytest.fixture(autouse=True)
    def _limit(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        for module in (streams, jsonl_files, csv_files):
            monkeypatch.setattr(module, "MAX_DOCUMENT_BYTES", 1000)
        monkeypatch.chdir(tmp_path)

    def test_text(self) -> None:
        """A text that is too large is reported; one that is just not is read."""
        Path("a.txt").write_text("x" * 1000)
        Path("b.txt.gz").write_bytes(gzip.compress(b"x" * 1001))
        first, second = read_corpus(Sources(["a.txt", "b.txt.gz"]))

        assert isinstance(first, Document)
        assert isinstance(second, Unread)
        assert "b.txt.gz" == second.place

    def test_line(self) -> None:
        """A line that is too large is reported, and those behind it are read."""
        lines = ['{"text": "It rained."}', '{"text": "' + "x" * 5000 + '"}', '{"text": "It snowed."}']
        Path("a.jsonl").write_text("\n".join(lines))
        found = [*read_corpus(Sources(["a.jsonl"]))]

        assert [Document, Unread, Document] == [type(document) for document in found]
        assert ["a.jsonl, line 1", "a.jsonl, line 2", "a.jsonl, line 3"] == [document.place for document in found]

    @pytest.mark.parametrize("cell", ["x" * 5000, '"' + "x" * 5000 + '"', '"' + "x\n" * 5000 + '"'])
    def test_cell(self, cell: str) -> None:
        """A table with a cell that is too large is read no further."""
        Path("a.csv").write_text(f"id,text\n1,It rained.\n2,{cell}\n3,It snowed.\n")
        first, second = read_corpus(Sources(["a.csv"]))

        assert isinstance(first, Document)
        assert isinstance(second, Unread)
