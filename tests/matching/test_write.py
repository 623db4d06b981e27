"""Statements as rows, tables, text, JSON lines, CSV and a page; the command that writes them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from quotekit.cli import app
from quotekit.matching import Statement, cluster
from quotekit.matching.rows import COLUMNS, to_rows
from quotekit.matching.tables import to_table
from quotekit.matching.write import write_csv, write_html, write_jsonl, write_text
from quotekit.records import Article
from tests.exporters.test_html import HOSTILE
from tests.matching.test_clusters import WHOLE, article
from tests.pages import parse


@pytest.fixture(name="statements")
def fixture_statements() -> list[Statement]:
    """Return a statement in two versions."""
    return list(
        cluster(
            [
                article("1", WHOLE, "Nora Lind", outlet="Reef Times", date="2024-05-04", url="https://reef.example/1"),
                article("2", "The dam is old, and nobody needs to leave the valley.", "Lind", outlet="Post"),
            ]
        )
    )


class TestRows:
    """Rows and tables."""

    def test_rows(self, statements: list[Statement]) -> None:
        """A row says who printed which words, and what is left out."""
        full, trimmed = to_rows(statements)

        assert list(COLUMNS) == list(full)
        assert ("u1", "Nora Lind", "Reef Times", True, "identical", None) == tuple(
            full[name] for name in ("statement", "speaker", "outlet", "is_first", "wording", "left_out")
        )
        assert ("Post", None, False, "trimmed", "but it will hold until the spring", 1.0) == tuple(
            trimmed[name] for name in ("outlet", "date", "is_first", "wording", "left_out", "score")
        )

    def test_table(self, statements: list[Statement]) -> None:
        """The table has the rows."""
        assert list(to_rows(statements)) == to_table(statements).to_pylist()


class TestWriters:
    """Writers."""

    def test_text(self, statements: list[Statement]) -> None:
        """The report is a statement and its versions."""
        stream = io.StringIO()
        write_text(statements, stream)

        assert (
            "u1 Nora Lind: 2 versions\n"
            "  Reef Times · 2024-05-04 · fullest · first\n"
            f"    {WHOLE}\n"
            "  Post · trimmed\n"
            "    The dam is old, and nobody needs to leave the valley.\n"
            "    left out: but it will hold until the spring\n"
        ) == stream.getvalue()

    def test_csv(self, statements: list[Statement]) -> None:
        """The CSV has the rows."""
        stream = io.StringIO()
        write_csv(statements, stream)
        rows = list(csv.DictReader(io.StringIO(stream.getvalue())))

        assert [row["text"] for row in to_rows(statements)] == [row["text"] for row in rows]

    def test_excel(self) -> None:
        """For spreadsheets no cell begins as a formula does."""
        some = article("=1", f"{WHOLE}", "Nora Lind", outlet="@SUM(1)", date="2024-05-04")
        stream = io.StringIO()
        write_csv(cluster([some]), stream, excel=True)
        [row] = csv.DictReader(io.StringIO(stream.getvalue().removeprefix("\ufeff")))

        assert ("\ufeff", "'=1", "'@SUM(1)") == (stream.getvalue()[0], row["article"], row["outlet"])

    def test_jsonl(self, statements: list[Statement]) -> None:
        """A line is a statement."""
        stream = io.StringIO()
        write_jsonl(statements, stream)

        assert [statement.to_dict() for statement in statements] == [
            json.loads(x) for x in stream.getvalue().splitlines()
        ]

    def test_hostile(self) -> None:
        """Markup is escaped, and no script is allowed."""
        some = [
            article(HOSTILE, f"{WHOLE} {HOSTILE}", HOSTILE, outlet=HOSTILE, date="2024-05-04"),
            article("2", WHOLE, HOSTILE),
        ]
        stream = io.StringIO()
        write_html(cluster(some), stream)
        page = parse(stream.getvalue())

        assert [] == page.all("script") + page.all("img")
        assert HOSTILE in page.one("h2").text
        (policy,) = [
            e.attributes["content"] for e in page.all("meta") if "script-src" in e.attributes.get("content", "")
        ]
        assert "script-src 'none'" in policy

    def test_nothing(self) -> None:
        """A page without statements says so."""
        stream = io.StringIO()
        write_html([], stream)

        assert "No statements." in stream.getvalue()


class TestCommand:
    """``quotekit match``."""

    @pytest.fixture(name="lines")
    def fixture_lines(self, tmp_path: Path) -> Path:
        """Return a file of two articles."""
        some = [
            article("1", WHOLE, outlet="Reef Times"),
            article("2", WHOLE, outlet="Post"),
            article("3", "It rained on us."),
        ]
        path = tmp_path / "articles.jsonl"
        path.write_text("".join(one.to_json() + "\n" for one in some), encoding="utf-8")
        return path

    @pytest.mark.parametrize("form", ["pretty", "jsonl", "csv", "html"])
    def test_formats(self, lines: Path, form: str) -> None:
        """Each format goes to standard output."""
        done = CliRunner().invoke(app, ["match", str(lines), "--format", form])

        assert (0, True, False) == (done.exit_code, "Reef Times" in done.stdout, "rained" in done.stdout)

    def test_parquet(self, lines: Path) -> None:
        """Parquet goes to a file."""
        output = lines.parent / "statements.parquet"
        done = CliRunner().invoke(app, ["match", str(lines), "-f", "parquet", "-o", str(output), "--min-outlets", "1"])

        assert 0 == done.exit_code
        assert ["Reef Times", "Post", None] == pq.read_table(output).column("outlet").to_pylist()

    def test_parquet_needs_file(self, lines: Path) -> None:
        """Parquet without a file is an error."""
        assert 2 == CliRunner().invoke(app, ["match", str(lines), "-f", "parquet"]).exit_code

    def test_ending(self, lines: Path) -> None:
        """The format goes by the ending of the file."""
        heads = {}
        for name in ("said.jsonl", "said.CSV", "said.parquet", "said.html", "said.txt"):
            output = lines.parent / name
            assert 0 == CliRunner().invoke(app, ["match", str(lines), "-o", str(output)]).exit_code
            heads[name] = output.read_bytes()[:4]

        assert heads["said.parquet"] == b"PAR1"
        assert heads["said.html"] == b"<!do"
        assert heads["said.jsonl"][:2] == b'{"'
        assert len(set(heads.values())) == len(heads)

    @pytest.mark.parametrize("name", ["said", "said.docx", "said.db"])
    def test_unknown_ending(self, lines: Path, name: str) -> None:
        """An ending that says no format of the command is an error, unless the format is given."""
        output = lines.parent / name
        refused = CliRunner().invoke(app, ["match", str(lines), "-o", str(output)])

        assert (2, False, True) == (refused.exit_code, output.exists(), "--format" in refused.output)
        assert 0 == CliRunner().invoke(app, ["match", str(lines), "-o", str(output), "-f", "csv"]).exit_code

    def test_excel_by_ending(self, lines: Path) -> None:
        """A file that ends like CSV can be made for Excel."""
        output = lines.parent / "said.csv"

        assert 0 == CliRunner().invoke(app, ["match", str(lines), "-o", str(output), "--excel"]).exit_code
        assert output.read_bytes().startswith(b"\xef\xbb\xbf")

    @pytest.mark.parametrize(
        ("quotation", "options", "expected"),
        [
            ("It leaks.", [], "quotekit: no quotation is printed by 2 outlets; --min-outlets 1 shows all\n"),
            ("It leaks.", ["--min-outlets", "1"], ""),
            (None, ["--min-outlets", "1"], "quotekit: there are no quotations\n"),
        ],
    )
    def test_none(self, tmp_path: Path, quotation: str | None, options: list[str], expected: str) -> None:
        """Where no statement is found, a line says so."""
        found = article("1", quotation) if quotation else Article("1", "It rained.")
        lines = tmp_path / "articles.jsonl"
        lines.write_text(found.to_json() + "\n", encoding="utf-8")
        done = CliRunner().invoke(app, ["match", str(lines), *options])

        assert (0, expected) == (done.exit_code, done.stderr)
