"""Results as text, JSON lines and a page; the command that writes them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from typer.testing import CliRunner

from quotekit.cli import app
from quotekit.records import Article
from quotekit.verify import Verification, verify, verify_article
from quotekit.verify.view import quotation_pieces, source_pieces
from quotekit.verify.write import Checked, write_html, write_jsonl, write_text
from tests.exporters.test_html import HOSTILE, hostile
from tests.pages import parse
from tests.strategies import texts

SOURCE = "I say that we will not close the clinic. It opened in 1962. Nobody misses it."
TEXT = '"We will not close the clinic," Holm said. "It opened in 1963," Berg said.\n'


def checked(article: Article, source: str) -> list[Checked]:
    """Return an article with its results."""
    return [(article, verify_article(article, {"minutes": source}))]


def quoting(text: str, quotation: str) -> Article:
    """Return the hostile article with another text and another quotation."""
    (said,) = hostile().attributions
    start = text.index(quotation)
    spans = type(said.quoted).of(text, [(start, start + len(quotation))])
    said = attrs.evolve(said, quoted=spans, content=spans, cue=spans, source=spans, addressee=None, speaker=None)
    return Article("x", text, (said,))


class TestPieces:
    """The pieces that a page shows."""

    @given(texts(), texts())
    def test_all(self, quotation: str, source: str) -> None:
        """Pieces of the quotation and of each passage have all of its text."""
        result = verify(quotation, source)

        assert quotation == "".join(piece.text for piece in quotation_pieces(result))
        assert [p.span.text for p in result.passages] == [
            "".join(piece.text for piece in source_pieces(result, p)) for p in result.passages
        ]


class TestWriters:
    """Writers."""

    def test_text(self) -> None:
        """Differences are marked on both sides."""
        stream = io.StringIO()
        write_text(checked(quoting('"It opened in 1963."', "It opened in 1963."), SOURCE), stream)

        assert (
            "x: 1 quotation: 1 altered\n\n"
            "altered    It opened in [+1963+].\n"
            "           It opened in 1963.\n"
            "  source   It opened in [-1962-]\n"
            "           minutes, characters 41-58 · score 0.79\n"
        ) == stream.getvalue()

    def test_jsonl(self) -> None:
        """A line is a result and the id of its article."""
        stream = io.StringIO()
        some = checked(quoting('"It opened in 1963."', "It opened in 1963."), SOURCE)
        write_jsonl(some, stream)
        line = json.loads(stream.getvalue())

        assert "x" == line.pop("article")
        assert some[0][1] == (Verification.from_dict(line),)

    def test_hostile(self) -> None:
        """Markup in texts, ids and sources is escaped, and no script is allowed."""
        stream = io.StringIO()
        article = attrs.evolve(hostile(), id=HOSTILE)
        write_html([(article, verify_article(article, {HOSTILE: f"Well. {HOSTILE} said, {HOSTILE} so."}))], stream)
        page = parse(stream.getvalue())

        assert [] == [e for e in page.all() if e.tag in ("script", "img")]
        assert HOSTILE in page.one("blockquote").text
        assert [HOSTILE] == [e.text for e in page.all("h2")]
        (policy,) = [
            e.attributes["content"] for e in page.all("meta") if "script-src" in e.attributes.get("content", "")
        ]
        assert "script-src 'none'" in policy


class TestCommand:
    """``quotekit verify``."""

    @pytest.fixture(name="folder")
    def fixture_folder(self, tmp_path: Path) -> Path:
        """Return a folder with an article and a source."""
        tmp_path.joinpath("article.txt").write_text(TEXT, encoding="utf-8")
        tmp_path.joinpath("sources", "2024").mkdir(parents=True)
        tmp_path.joinpath("sources", "2024", "minutes.txt").write_text(SOURCE, encoding="utf-8")
        return tmp_path

    def test_jsonl(self, folder: Path) -> None:
        """Texts are extracted, and sources are named by their paths."""
        arguments = ["verify", str(folder / "article.txt"), "--sources", str(folder / "sources"), "--format", "jsonl"]
        done = CliRunner().invoke(app, arguments)
        lines = [json.loads(line) for line in done.stdout.splitlines()]

        assert 0 == done.exit_code
        assert [("article", "trimmed"), ("article", "altered")] == [(x["article"], x["verdict"]) for x in lines]
        assert {"2024/minutes"} == {x["passages"][0]["span"]["source"] for x in lines}

    @pytest.mark.parametrize("form", ["pretty", "html"])
    def test_output(self, folder: Path, form: str) -> None:
        """The report goes to a file."""
        output = folder / "report"
        arguments = [
            "verify",
            str(folder / "article.txt"),
            "-s",
            str(folder / "sources"),
            "-f",
            form,
            "-o",
            str(output),
        ]

        assert 0 == CliRunner().invoke(app, arguments).exit_code
        assert "1 trimmed, 1 altered" in output.read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("name", "head"), [("r.html", "<!doctype"), ("r.jsonl", '{"article"'), ("r.txt", "article")]
    )
    def test_ending(self, folder: Path, name: str, head: str) -> None:
        """The format goes by the ending of the file."""
        output, article, sources = folder / name, folder / "article.txt", folder / "sources"
        done = CliRunner().invoke(app, ["verify", str(article), "-s", str(sources), "-o", str(output)])

        assert (0, head) == (done.exit_code, output.read_text(encoding="utf-8")[: len(head)])

    def test_unknown_ending(self, folder: Path) -> None:
        """An ending that says no format of the command is an error."""
        output = folder / "report.csv"
        arguments = ["verify", str(folder / "article.txt"), "-s", str(folder / "sources"), "-o", str(output)]

        assert (2, False) == (CliRunner().invoke(app, arguments).exit_code, output.exists())

    @pytest.mark.parametrize(("name", "content"), [("none.txt", None), ("", None), ("a.txt", b"\xff")])
    def test_unreadable(self, folder: Path, name: str, content: bytes | None) -> None:
        """Sources that are missing, none or not UTF-8 are an error in one line."""
        source = folder / name if name else folder / "empty"
        source.parent.joinpath("empty").mkdir()
        if content is not None:
            source.write_bytes(content)
        done = CliRunner().invoke(app, ["verify", str(folder / "article.txt"), "--sources", str(source)])

        assert (2, True) == (done.exit_code, "Traceback" not in done.output)
