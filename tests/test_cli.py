"""The command line, with a fake extractor; extraction itself is tested elsewhere."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from typer.testing import CliRunner

import quotekit
from quotekit import cli
from quotekit.cli import options
from quotekit.corpus.journal import Journal, Result
from quotekit.errors import MissingExtraError, ModelError
from quotekit.exporters.arrow import read_parquet
from quotekit.exporters.brat import read_brat
from quotekit.exporters.webannotation import read_web_annotations
from quotekit.inputs import About
from quotekit.processes import Failure
from quotekit.records import Article, Attribution, Kind, Spans
from tests.pages import parse

SAID = re.compile(r'("[^"]+") (\w+) (said)\.')
BRIDGE = 'It rained. "The bridge is safe," Holm said.\n'
DAM = '"The dam is “old”," Adeyemi said.\r\n"So be it," she said.'

# A stand-in for programs that run by themselves: all of a text is one attribution.
PROGRAM = """
import quotekit.cli as cli
from quotekit.cli import options
from quotekit.inputs import About
from quotekit.processes import Failure
from quotekit.records import Article, Attribution, Kind, Spans

class Extractor:
    def pipe_outcomes(self, texts, **settings):
        for text, about in texts:
            whole, no = Spans.of(text, [(0, len(text))]), Spans()
            said = Attribution("a1", Kind.INDIRECT, whole, no, no, None, no, None, None, (), False, None, 1.0)
            yield Article(about.id, text, (said,)), None

options.make_extractor = lambda *settings: Extractor()
cli.main()
"""


def bounds(text: str) -> list[dict[str, list[tuple[int, int]]]]:
    """Return the bounds of the attributions that the fake extractor finds."""
    return [{"content": [m.span(1)], "source": [m.span(2)], "cue": [m.span(3)]} for m in SAID.finditer(text)]


def found(text: str, name: str | None) -> Article:
    """Return the article that the fake extractor makes of a text."""
    attributions = [
        Attribution(
            id=f"a{number}",
            kind=Kind.DIRECT,
            content=Spans.of(text, parts["content"]),
            quoted=Spans.of(text, [(s + 1, e - 1) for s, e in parts["content"]]),
            cue=Spans.of(text, parts["cue"]),
            cue_lemma="say",
            source=Spans.of(text, parts["source"]),
            speaker=None,
            addressee=None,
            via=(),
            negated=False,
            parent=None,
            confidence=0.5,
        )
        for number, parts in enumerate(bounds(text), start=1)
    ]
    return Article(name, text, tuple(attributions))


@attrs.define
class StandIn:
    """An extractor that finds "…" X said, and records its settings."""

    made_with: list[tuple[float | None, float | None, Path | None]] = attrs.Factory(list)
    problem: Exception | None = None

    def __call__(
        self, min_confidence: float | None, min_speaker_confidence: float | None, model: Path | None
    ) -> StandIn:
        """Record the settings instead of making an extractor."""
        self.made_with.append((min_confidence, min_speaker_confidence, model))
        return self

    def pipe(self, texts: Iterable[tuple[str, Any]], **_: Any) -> Iterator[tuple[Article, Any]]:
        """Replace Extractor.pipe() on pairs."""
        if self.problem:
            raise self.problem
        for text, context in texts:
            yield found(text, None), context

    def pipe_outcomes(self, texts: Iterable[tuple[str, About]], **_: Any) -> Iterator[tuple[Article | Failure, Any]]:
        """Replace Extractor.pipe_outcomes(); a text that is "!" fails."""
        for number, (text, about) in enumerate(texts):
            if self.problem:
                yield Failure(number, self.problem), None
            elif text == "!":
                yield Failure(number, ValueError("a shout")), None
            else:
                yield attrs.evolve(found(text, about.id), meta=about.meta), None


@pytest.fixture(name="extractor", autouse=True)
def fixture_extractor(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Replace the extractor by the fake one, on a terminal of 80 columns without color."""
    extractor = StandIn()
    monkeypatch.setattr(options, "make_extractor", extractor)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return extractor


@pytest.fixture(name="folder", autouse=True)
def fixture_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Change to a folder with two articles."""
    tmp_path.joinpath("bridge.txt").write_bytes(BRIDGE.encode())
    tmp_path.joinpath("dam.txt").write_bytes(DAM.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
    """Run the command, and return its exit code, output and errors."""
    result = CliRunner().invoke(cli.app, arguments, input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout_bytes.decode(), result.stderr


def program(code: str, *arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run a Python process."""
    return subprocess.run([sys.executable, "-c", code, *arguments], check=False, capture_output=True, **options)


class TestExtract:
    """quotekit extract."""

    def test_pretty(self) -> None:
        """The default format is readable text."""
        expected = (
            "bridge: 1 attribution, no speakers\n"
            "\n"
            "Holm\n"
            '  direct    "The bridge is safe,"\n'
            "            cue: said\n"
            "            at 1:12 (characters 11-32) · confidence 50% · a1\n"
        )

        assert (0, expected, "") == run("extract", "bridge.txt")

    def test_jsonl(self) -> None:
        """JSON Lines has one article per line, in the order of the files, with file names as ids."""
        lines = [found(DAM, "dam").to_json(), found(BRIDGE, "bridge").to_json()]

        assert (0, "\n".join(lines) + "\n", "") == run("extract", "dam.txt", "bridge.txt", "--format", "jsonl")

    def test_json(self) -> None:
        """JSON is a single array."""
        code, output, _ = run("extract", "dam.txt", "bridge.txt", "--format", "json")

        assert (0, [found(DAM, "dam").to_dict(), found(BRIDGE, "bridge").to_dict()]) == (code, json.loads(output))

    def test_csv(self) -> None:
        """CSV has one row per attribution."""
        code, output, _ = run("extract", "dam.txt", "bridge.txt", "--format", "csv")
        rows = csv.DictReader(io.StringIO(output, newline=""))

        assert (0, [("dam", "Adeyemi"), ("dam", "she"), ("bridge", "Holm")]) == (
            code,
            [(row["article"], row["source"]) for row in rows],
        )

    def test_html(self) -> None:
        """HTML is one page with all articles."""
        code, output, _ = run("extract", "dam.txt", "bridge.txt", "--format", "html")

        assert (0, 2) == (code, output.count("<article "))
        assert output.startswith("<!doctype html>")

    def test_html_folder(self, folder: Path) -> None:
        """If the output is a folder, HTML is one page per article; existing files are kept."""
        folder.joinpath("pages").mkdir()
        first = run("extract", "dam.txt", "bridge.txt", "--format", "html", "--output", "pages")
        code, _, errors = run("extract", "dam.txt", "--format", "html", "--output", "pages")

        assert (0, "", "") == first
        assert ["bridge.html", "dam.html", "index.html"] == sorted(p.name for p in folder.joinpath("pages").iterdir())
        assert (2, True) == (code, "is not empty" in " ".join(errors.split()))

    def test_parquet(self, folder: Path) -> None:
        """Parquet has one row per article."""
        done = run("extract", "dam.txt", "bridge.txt", "--format", "parquet", "--output", "out.parquet")

        assert (0, "", "") == done
        assert [found(DAM, "dam"), found(BRIDGE, "bridge")] == list(read_parquet(folder / "out.parquet"))

    def test_brat(self, folder: Path) -> None:
        """For brat, the output is a folder with a text and annotations per article."""
        done = run("extract", "dam.txt", "bridge.txt", "--format", "brat", "--output", "out")

        assert (0, "", "") == done
        assert DAM.encode() == folder.joinpath("out", "dam.txt").read_bytes()
        assert ["bridge", "dam"] == [article.id for article in read_brat(folder / "out")]

    def test_webannotation(self) -> None:
        """Web annotations are one line of JSON-LD per article."""
        code, output, errors = run("extract", "dam.txt", "bridge.txt", "--format", "webannotation")

        assert (0, "") == (code, errors)
        assert [found(DAM, "dam"), found(BRIDGE, "bridge")] == list(read_web_annotations(output.splitlines()))

    def test_full_folder(self, folder: Path) -> None:
        """A folder that is not empty is not written to."""
        code, _, errors = run("extract", "dam.txt", "--format", "brat", "--output", ".")

        assert (2, ["bridge.txt", "dam.txt"]) == (code, sorted(path.name for path in folder.iterdir()))
        assert "the folder '.' is not empty; choose a new one" in " ".join(errors.split())

    @pytest.mark.parametrize(("form", "kind"), [("parquet", "file"), ("brat", "folder")])
    def test_needs_output(self, form: str, kind: str, extractor: StandIn) -> None:
        """Binary formats are not written to standard output, which is reported before anything is read."""
        code, output, errors = run("extract", "dam.txt", "--format", form)

        assert (2, "", []) == (code, output, extractor.made_with)
        assert f"the format '{form}' needs a {kind} to write to" in " ".join(errors.split())

    def test_missing_extra(self, folder: Path, monkeypatch: pytest.MonkeyPatch, extractor: StandIn) -> None:
        """A missing extra of a format is reported in one line, and no file is written."""
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        monkeypatch.delitem(sys.modules, "quotekit.exporters.arrow")
        done = run("extract", "dam.txt", "--format", "parquet", "--output", "out.parquet")

        assert (2, "", f"quotekit: {MissingExtraError('pyarrow', 'arrow')}\n") == done
        assert (False, []) == (folder.joinpath("out.parquet").exists(), extractor.made_with)

    @pytest.mark.parametrize("names", [(), ("-",)], ids=["no file", "-"])
    def test_standard_input(self, names: tuple[str, ...]) -> None:
        """Without a file, or for -, standard input is read."""
        expected = found(DAM, "stdin").to_json() + "\n"

        assert (0, expected, "") == run("extract", *names, "--format", "jsonl", stdin=DAM.encode())

    def test_files_and_standard_input(self) -> None:
        """Standard input can be given along with files."""
        _, output, _ = run("extract", "bridge.txt", "-", "dam.txt", "-f", "jsonl", stdin=b"So.")

        assert ["bridge", "stdin", "dam"] == [json.loads(line)["id"] for line in output.splitlines()]

    def test_text_as_it_is(self, folder: Path) -> None:
        """Line ends and null bytes are kept, so that offsets are right; a byte order mark is removed."""
        folder.joinpath("odd.txt").write_bytes(b"\xef\xbb\xbf\r\na\rb\0\n\xf0\x9f\x8c\x89\r\n")
        _, output, _ = run("extract", "odd.txt", "-f", "jsonl")

        assert "\r\na\rb\0\n\U0001f309\r\n" == json.loads(output)["text"]

    def test_output(self, folder: Path) -> None:
        """With --output, nothing is written to standard output."""
        written = run("extract", "dam.txt", "--format", "jsonl", "--output", "out.jsonl")

        assert (0, "", "") == written
        assert (found(DAM, "dam").to_json() + "\n").encode() == folder.joinpath("out.jsonl").read_bytes()

    def test_output_is_input(self, folder: Path) -> None:
        """An input file is not overwritten."""
        code, _, errors = run("extract", "bridge.txt", "dam.txt", "--output", "./dam.txt")

        assert (2, DAM.encode()) == (code, folder.joinpath("dam.txt").read_bytes())
        assert "one of the input files" in " ".join(errors.split())

    def test_output_cannot_be_written(self) -> None:
        """A file that cannot be written is reported in one line."""
        path = str(Path("none", "out.csv"))

        assert (2, "", f"quotekit: {path!r}: No such file or directory\n") == run("extract", "dam.txt", "-o", path)

    def test_settings(self, extractor: StandIn) -> None:
        """The options set the extractor's minimum confidences and model; without them it uses its defaults."""
        run("extract", "dam.txt")
        run("extract", "dam.txt", "--min-confidence", "0.25", "--min-speaker-confidence", "0.5", "--model", "mine")

        assert [(None, None, None), (0.25, 0.5, Path("mine"))] == extractor.made_with

    @pytest.mark.parametrize(
        "options",
        [
            ("--format", "xml"),
            ("--min-confidence", "1.5"),
            ("--min-confidence", "much"),
            ("--min-speaker-confidence", "-1"),
            ("--loud",),
        ],
        ids=" ".join,
    )
    def test_wrong_option(self, options: tuple[str, ...]) -> None:
        """Invalid options are refused, with a hint to the help."""
        code, output, errors = run("extract", "dam.txt", *options)

        assert (2, "") == (code, output)
        assert "--help" in errors

    def test_lone_surrogate(self) -> None:
        """Lone surrogates are escaped in formats that have escapes, and U+FFFD in the others."""
        text = '"\ud800," Holm said.'
        line = json.dumps({"id": "\udcff", "text": text}).encode()
        settings = ("extract", "--input-format", "jsonl", "-f")
        outputs = {form: run(*settings, form, stdin=line) for form in ("pretty", "json", "jsonl", "webannotation")}
        _, rows, _ = run(*settings, "csv", stdin=line)

        assert {(0, "")} == {(code, errors) for code, _, errors in outputs.values()}
        assert {True} == {"\\ud800" in output and "\\udcff" in output for _, output, _ in outputs.values()}
        assert found(text, "\udcff") == Article.from_json(outputs["jsonl"][1])
        assert rows.splitlines()[1].startswith('"\ufffd","a1","direct"')

    def test_terminal_as_input(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """On a terminal without a file, a message says that input is expected."""
        stdin = io.TextIOWrapper(io.BytesIO(BRIDGE.encode()))
        monkeypatch.setattr(stdin, "isatty", lambda: True)
        monkeypatch.setattr(sys, "stdin", stdin)
        cli.app(["extract"], standalone_mode=False)
        output, errors = capsys.readouterr()

        assert (True, True) == (output.startswith("stdin: 1 attribution"), errors.startswith("quotekit: reading the"))


class TestCorpus:
    """quotekit extract with many sources."""

    def test_sources(self, folder: Path) -> None:
        """Folders, patterns, lists and tables are read; their columns are metadata."""
        folder.joinpath("news").mkdir()
        folder.joinpath("news", "rain.txt").write_text("So.")
        folder.joinpath("list").write_text("dam.txt\n")
        folder.joinpath("rows.csv").write_text("key,body,outlet\nx,So be it.,Radio 4\n")
        options = ("--text-column", "body", "--id-column", "key", "--files-from", "list", "-f", "jsonl")
        code, output, errors = run("extract", "news", "br*.txt", "rows.csv", *options)
        articles = [Article.from_json(line) for line in output.splitlines()]

        assert (0, "") == (code, errors)
        assert ["rain", "bridge", "x", "dam"] == [article.id for article in articles]
        assert {"outlet": "Radio 4"} == dict(articles[2].meta)

    def test_passed_over(self, folder: Path) -> None:
        """Files of other endings in a folder are counted."""
        folder.joinpath("page.html").write_text("<p>")
        code, _, errors = run("extract", ".", "-f", "jsonl")

        assert (0, "quotekit: passed over 1 file in folders, because of their endings: .html (1)\n") == (code, errors)

    @pytest.mark.parametrize(
        ("name", "start"),
        [("out.csv", b'"article"'), ("out.json", b"["), ("out.html", b"<!doctype"), ("out.sqlite", b"SQLite format 3")],
    )
    def test_ending(self, folder: Path, name: str, start: bytes) -> None:
        """The ending of the output tells its format."""
        assert (0, "", "") == run("extract", "dam.txt", "-o", name)
        assert folder.joinpath(name).read_bytes().startswith(start)

    def test_no_ending(self, folder: Path) -> None:
        """An output whose ending says nothing needs a format; pages are in a folder then."""
        code, _, errors = run("extract", "dam.txt", "-o", "out")

        assert (2, True) == (code, "says no format; name one with --format" in " ".join(errors.split()))
        assert (0, "", "") == run("extract", "dam.txt", "-o", "out", "-f", "html")
        assert ["dam.html", "index.html"] == sorted(path.name for path in folder.joinpath("out").iterdir())

    def test_excel(self, folder: Path) -> None:
        """CSV for Excel has a byte order mark, and no formulas."""
        folder.joinpath("=1+1.txt").write_text(DAM)
        run("extract", "=1+1.txt", "-o", "out.csv", "--excel")
        data = folder.joinpath("out.csv").read_bytes()

        assert data.startswith(b"\xef\xbb\xbf")
        assert b'\n"\'=1+1",' in data

    def test_failures(self, folder: Path) -> None:
        """Failures are reported, listed beside the output, and summed up; the others are read."""
        folder.joinpath("shout.txt").write_text("!")
        code, output, errors = run("extract", "none.txt", "shout.txt", "dam.txt", "-o", "out.jsonl")
        lines = [
            "quotekit: 'none.txt': no such file",
            "quotekit: 'shout.txt': ValueError: a shout",
            "quotekit: 1 article, 2 attributions; 2 failed, listed in 'out.jsonl.failures.csv'",
        ]

        assert (2, "", lines) == (code, output, errors.splitlines())
        assert 3 == len(folder.joinpath("out.jsonl.failures.csv").read_text().splitlines())

    def test_quiet(self) -> None:
        """Nothing is printed if nothing should be; the exit code tells."""
        assert (2, "", "") == run("extract", "none.txt", "dam.txt", "-o", "out.jsonl", "--quiet")

    def test_no_space(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A full disk ends the run with what to do, and what has been found is kept."""
        append = Journal.append

        def fill(journal: Journal, result: Result) -> None:
            append(journal, result)
            raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(Journal, "append", fill)
            code, output, errors = run("extract", "bridge.txt", "dam.txt", "-o", "out.csv")
        done = run("extract", "bridge.txt", "dam.txt", "-o", "out.csv", "--resume")
        remedy = "free some, and add --resume to go on from 'out.csv.partial'"

        assert (2, "", f"quotekit: 'out.csv': no space is left for it; {remedy}\n") == (code, output, errors)
        assert (0, True) == (done[0], folder.joinpath("out.csv").exists())

    def test_raise(self, folder: Path) -> None:
        """With --on-error raise, the first failure ends the run, and no output is written."""
        done = run("extract", "dam.txt", "none.txt", "-o", "out.jsonl", "--on-error", "raise")

        assert (2, "", "quotekit: 'none.txt': no such file\n") == done
        assert not folder.joinpath("out.jsonl").exists()

    def test_resume(self, folder: Path) -> None:
        """A run that has failed is resumed, and one that is complete is not done again."""
        run("extract", "dam.txt", "none.txt", "-o", "out.jsonl", "--on-error", "raise")
        code, _, errors = run("extract", "dam.txt", "none.txt", "-o", "out.jsonl")
        assert (2, True) == (code, "add --resume to go on with it" in errors)
        folder.joinpath("none.txt").write_text("So.")
        arguments = ("extract", "dam.txt", "none.txt", "-o", "out.jsonl", "--on-error", "raise", "--resume")

        assert (0, "", "") == run(*arguments)
        lines = folder.joinpath("out.jsonl").read_text(encoding="utf-8").splitlines()
        assert ["dam", "none"] == [json.loads(line)["id"] for line in lines]
        complete = "quotekit: 'out.jsonl' is complete; delete 'out.jsonl.manifest.json' to write it again\n"
        assert (0, "", complete) == run(*arguments)

    def test_retry_failed(self, folder: Path) -> None:
        """What has failed is tried again only if that is asked for."""
        arguments = ("extract", "dam.txt", "none.txt", "-o", "out.jsonl", "--resume")
        run(*arguments)
        folder.joinpath("none.txt").write_text("So.")
        hint = "add --retry-failed to try again what failed (1), or delete 'out.jsonl.manifest.json' to write it again"
        assert (2, "", f"quotekit: 'out.jsonl' is complete; {hint}\n") == run(*arguments)

        assert (0, "", "") == run(*arguments, "--retry-failed")
        lines = folder.joinpath("out.jsonl").read_text(encoding="utf-8").splitlines()
        assert ["dam", "none"] == [json.loads(line)["id"] for line in lines]
        assert not folder.joinpath("out.jsonl.failures.csv").exists()

    def test_resume_folder(self, folder: Path) -> None:
        """A folder that is not empty, and not of a run that can be resumed, is refused before anything is read."""
        folder.joinpath("out").mkdir()
        folder.joinpath("out", "mine.txt").write_text("mine")
        code, _, errors = run("extract", "dam.txt", "-o", "out", "-f", "brat", "--resume")

        assert (2, True) == (code, "is not empty" in errors)

    @pytest.mark.parametrize(
        ("options", "problem"),
        [
            (("--resume",), "it needs --output"),
            (("--retry-failed", "-o", "out.jsonl"), "it needs --resume"),
            (("--part-articles", "5"), "it needs --output"),
            (("--excel",), "it needs the format 'csv'"),
            (("-o", "out", "-f", "brat", "--part-articles", "5"), "has files for each article"),
        ],
    )
    def test_do_not_fit(self, options: tuple[str, ...], problem: str) -> None:
        """Options that do not fit together are refused before anything is read."""
        code, _, errors = run("extract", "dam.txt", *options)

        assert (2, True) == (code, problem in " ".join(errors.split()))


class TestUnreadableFiles:
    """Files that cannot be read are reported in one line each, and the others are processed."""

    @pytest.mark.parametrize(
        ("name", "problem"),
        [
            ("none.txt", "no such file"),
            ("latin.txt", "not UTF-8, the byte at offset 3 is 0xe9; convert the file, for example with iconv"),
            ("cut.txt", "not UTF-8, the byte at offset 0 is 0xf0; convert the file, for example with iconv"),
            ("marked.txt", "not UTF-8, the byte at offset 4 is 0xff; convert the file, for example with iconv"),
            ("dam.txt/more.txt", "cannot be read: Not a directory"),
        ],
    )
    def test_one_line(self, folder: Path, name: str, problem: str) -> None:
        """The file and the problem are reported; the other files are processed; the exit code is 2."""
        folder.joinpath("sub").mkdir()
        folder.joinpath("latin.txt").write_bytes("café".encode("latin-1"))
        folder.joinpath("cut.txt").write_bytes("🌉".encode()[:3])
        folder.joinpath("marked.txt").write_bytes(b"\xef\xbb\xbfa\xff")
        code, output, errors = run("extract", "bridge.txt", name, "dam.txt", "-f", "jsonl")

        assert (2, f"quotekit: {name!r}: {problem}\n") == (code, errors)
        assert ["bridge", "dam"] == [json.loads(line)["id"] for line in output.splitlines()]

    def test_each_is_reported(self) -> None:
        """Every unreadable file has its own line, and JSON stays valid."""
        code, output, errors = run("extract", "b\na.txt", "none", "-f", "json")

        assert (2, []) == (code, json.loads(output))
        assert "quotekit: 'b\\na.txt': no such file\nquotekit: 'none': no such file\n" == errors

    def test_long_line(self) -> None:
        """The message is one line, however long the name."""
        name = "long name " * 20

        assert f"quotekit: {name!r}: no such file\n" == run("extract", name)[2]

    def test_standard_input(self) -> None:
        """Standard input is named -."""
        code, _, errors = run("extract", stdin=b"\xff")

        assert (2, True) == (code, errors.startswith("quotekit: '-': not UTF-8, the byte at offset 0 is 0xff"))

    def test_model(self, extractor: StandIn) -> None:
        """An error of quotekit is reported in one line."""
        extractor.problem = ModelError(Path("mine"), "model.onnx is missing", "export the model again")

        assert (2, "", f"quotekit: {extractor.problem}\n") == run("extract", "dam.txt")


class TestReport:
    """quotekit report."""

    @pytest.fixture(name="corpus")
    def fixture_corpus(self, folder: Path) -> Path:
        """Return a folder with a folder of texts and one with a file of articles."""
        corpus = folder / "corpus"
        corpus.joinpath("nord").mkdir(parents=True)
        corpus.joinpath("sud").mkdir()
        corpus.joinpath("nord", "bridge.txt").write_text(BRIDGE)
        corpus.joinpath("sud", "all.jsonl").write_text(
            found(DAM, "dam").to_json() + "\n" + found(BRIDGE + "So.", "b").to_json()
        )
        return corpus

    def table(self, page: str, section: str) -> list[list[str]]:
        """Return the cells of a section's table without its header."""
        (found,) = [s for s in parse(page).all("section") if s.one("h2").text == section]
        return [[c.text for c in row if c.tag in {"th", "td"}] for row in found.one("tbody").all("tr")]

    def test_folder(self, corpus: Path) -> None:
        """Texts and articles in a folder are counted by subfolder."""
        written = run("report", "corpus", "--output", "report.html")
        page = corpus.parent.joinpath("report.html").read_text("utf-8")

        assert (0, "", "") == written
        assert [["sud", "3", "100%"], ["nord", "1", "100%"]] == [row[:3] for row in self.table(page, "Folders")]
        assert ["all", "4"] == self.table(page, "How much of it is direct")[0][:2]

    def test_standard_output(self) -> None:
        """Without --output, the report is written to standard output; files can be given."""
        code, page, errors = run("report", "bridge.txt", "dam.txt")

        assert (0, "") == (code, errors)
        assert ["all", "3"] == self.table(page, "How much of it is direct")[0][:2]

    def test_settings(self, extractor: StandIn) -> None:
        """The options set the extractor's minimum confidences and model."""
        run("report", "dam.txt", "--min-confidence", "0.25", "--min-speaker-confidence", "0.5", "--model", "mine")

        assert [(0.25, 0.5, Path("mine"))] == extractor.made_with

    def test_unreadable_text(self) -> None:
        """A text that cannot be read is reported in one line, and the others are processed."""
        code, page, errors = run("report", "none.txt", "dam.txt")

        assert (2, "quotekit: 'none.txt': no such file\n") == (code, errors)
        assert ["all", "2"] == self.table(page, "How much of it is direct")[0][:2]

    @pytest.mark.parametrize(
        ("name", "problem"),
        [
            ("none.jsonl", "'none.jsonl': No such file or directory"),
            ("wrong.jsonl", "'wrong.jsonl', line 1: at id, the field is missing"),
        ],
    )
    def test_unreadable_articles(self, folder: Path, name: str, problem: str) -> None:
        """A damaged file of articles is reported in one line, and no report is written."""
        folder.joinpath("wrong.jsonl").write_text("{}\n")

        assert (2, "", f"quotekit: {problem}\n") == run("report", "dam.txt", name)

    def test_nothing_there(self, folder: Path) -> None:
        """A folder without articles is refused."""
        folder.joinpath("empty").mkdir()
        code, output, errors = run("report", "empty")

        assert (2, "") == (code, output)
        assert "there is no .txt or .jsonl file in it" in " ".join(errors.split())

    def test_output_is_input(self, folder: Path) -> None:
        """An input file is not overwritten."""
        code, _, errors = run("report", ".", "--output", "dam.txt")

        assert (2, DAM.encode()) == (code, folder.joinpath("dam.txt").read_bytes())
        assert "one of the input files" in " ".join(errors.split())

    def test_without_matplotlib(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        """A missing extra is reported, and no file is written."""
        monkeypatch.setitem(sys.modules, "matplotlib", None)
        written = run("report", "dam.txt", "-o", "report.html")

        assert (2, "", "quotekit: 'matplotlib' is not installed: run pip install 'quotekit-nlp[report]'\n") == written
        assert not folder.joinpath("report.html").exists()


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


class TestProgress:
    """The progress bar."""

    def bar(self, monkeypatch: pytest.MonkeyPatch, *arguments: str, errors: io.StringIO) -> str:
        """Run the command with an error stream, and return what was written to it."""
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.setattr(sys, "stderr", errors)
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO()))
        cli.app(arguments, standalone_mode=False)
        return errors.getvalue()

    def test_many_files(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """On a terminal, many files have a progress bar."""
        shown = self.bar(monkeypatch, "extract", "bridge.txt", "dam.txt", errors=Terminal())

        assert "articles" in shown
        assert "2/2" in shown

    def test_not_counted(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """At the end all are done, also where they have not been counted by then."""
        monkeypatch.setattr("quotekit.corpus.count.count_documents", lambda _: None)
        shown = self.bar(monkeypatch, "extract", "bridge.txt", "dam.txt", errors=Terminal())

        assert "2/2" in shown

    def test_one_file(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A single file has no progress bar."""
        assert "" == self.bar(monkeypatch, "extract", "bridge.txt", errors=Terminal())

    def test_no_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without a terminal there is no progress bar, even if color is forced."""
        monkeypatch.setenv("FORCE_COLOR", "1")

        assert "" == self.bar(monkeypatch, "extract", "bridge.txt", "dam.txt", errors=io.StringIO())


class TestEvaluate:
    """quotekit evaluate."""

    @pytest.fixture(name="gold", autouse=True)
    def fixture_gold(self, folder: Path) -> Path:
        """Return a file of annotated articles: what the fake extractor finds, except for one attribution."""
        gold = folder.joinpath("gold.jsonl")
        rows = [{"id": "dam", "text": DAM, "attributions": bounds(DAM)}]
        rows += [{"id": "bridge", "text": BRIDGE, "attributions": [{"content": [[0, 9]], "cue": [], "source": []}]}]
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return gold

    def test_table(self) -> None:
        """Every measure has a line with precision, recall, F1 and counts."""
        code, output, errors = run("evaluate", "gold.jsonl")
        rows = {line.split()[0]: line.split()[1:] for line in output.splitlines() if line.strip()}

        assert (0, "") == (code, errors)
        assert ["0.667", "0.667", "0.667", "3", "3"] == rows["attribution"]
        assert [["1.000"], ["2,", "without", "prediction", "0"]] == [rows["source_given_content"], rows["articles"]]

    def test_json(self) -> None:
        """With --json, all measures are written as JSON."""
        _, output, _ = run("evaluate", "gold.jsonl", "--json")
        scores = json.loads(output)

        assert {"precision": 2 / 3, "recall": 2 / 3, "f1": 2 / 3, "gold": 3, "predicted": 3} == scores["strict"]

    def test_predicted(self, extractor: StandIn) -> None:
        """Predictions can be read from a file written by extract."""
        run("extract", "dam.txt", "-f", "jsonl", "-o", "out.jsonl")
        extractor.made_with.clear()
        _, output, _ = run("evaluate", "gold.jsonl", "--predicted", "out.jsonl", "--json")
        scores = json.loads(output)

        assert (1.0, 1) == (scores["attribution"]["precision"], scores["articles_without_prediction"])
        assert [] == extractor.made_with

    def test_model(self, extractor: StandIn) -> None:
        """Another model can be scored."""
        run("evaluate", "gold.jsonl", "--model", "mine")

        assert [(None, None, Path("mine"))] == extractor.made_with

    @pytest.mark.parametrize(
        ("arguments", "problem"),
        [
            (("none.jsonl",), "'none.jsonl': No such file or directory"),
            (("gold.jsonl", "--predicted", "none.jsonl"), "'none.jsonl': No such file or directory"),
            (("dam.jsonl",), "'dam.jsonl', line 2: the field 'text' is missing"),
        ],
        ids=["no gold", "no predictions", "wrong line"],
    )
    def test_unreadable(self, folder: Path, arguments: tuple[str, ...], problem: str) -> None:
        """A file that cannot be read is reported in one line."""
        folder.joinpath("dam.jsonl").write_text('\n{"id": "a"}\n', encoding="utf-8")

        assert (2, "", f"quotekit: {problem}\n") == run("evaluate", *arguments)


class TestProgram:
    """The command in its own process."""

    def test_version(self) -> None:
        """The version is printed."""
        assert (0, f"quotekit {quotekit.__version__}\n", "") == run("--version")

    def test_version_is_light(self) -> None:
        """Printing the version loads no slow library."""
        code = (
            "import sys; from quotekit.cli import app; app(['--version'], standalone_mode=False); "
            "print(*{'jinja2', 'matplotlib', 'onnxruntime', 'spacy', 'textacy', 'tokenizers'} & set(sys.modules))"
        )

        assert [f"quotekit {quotekit.__version__}", ""] == program(code).stdout.decode().splitlines()

    def test_module(self) -> None:
        """``python -m quotekit`` is the same command."""
        done = subprocess.run([sys.executable, "-m", "quotekit", "--version"], check=True, capture_output=True)

        assert f"quotekit {quotekit.__version__}" == done.stdout.decode().strip()

    @pytest.mark.parametrize("command", [(), ("extract",), ("evaluate",), ("report",)], ids="-".join)
    def test_help(self, command: tuple[str, ...]) -> None:
        """Every command has a help text."""
        code, output, _ = run(*command, "--help")

        assert (0, True) == (code, " ".join(["Usage: quotekit", *command]) in output.replace("root", "quotekit"))

    @pytest.mark.parametrize("command", ["extract", "report", "match", "verify", "evaluate"])
    def test_usage(self, command: str) -> None:
        """The dots of an argument that may be repeated come once, outside of its brackets."""
        _, output, _ = run(command, "--help")
        usage = output.partition("\n\n")[0]

        assert usage.count("...") == (command != "evaluate")
        assert not re.search(r"\.\.\.[\]}]", usage)

    @pytest.mark.parametrize(
        ("command", "argument"),
        [
            ("extract", "SOURCE"),
            ("evaluate", "GOLD.jsonl"),
            ("report", "PATH"),
            ("verify", "ARTICLE"),
            ("match", "ARTICLE"),
        ],
    )
    def test_argument(self, command: str, argument: str) -> None:
        """What is said about an argument follows its name; its type in Python is not shown."""
        _, output, _ = run(command, "--help")

        assert re.search(rf"^ *{re.escape(argument)}  +\w", output, re.MULTILINE)

    def test_pipes(self) -> None:
        """Pipes are read and written in UTF-8, whatever the environment."""
        environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
        done = program(PROGRAM, "extract", "-f", "jsonl", input="“So.”\r\n".encode(), env=environment)

        assert (0, b"") == (done.returncode, done.stderr)
        assert "“So.”\r\n" == json.loads(done.stdout.decode("utf-8"))["text"]

    def test_encoding_of_the_environment(self, folder: Path) -> None:
        """Readable text is written in the environment's encoding, and other characters are escaped."""
        folder.joinpath("brücke”.txt").write_text("So.", encoding="utf-8")
        environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
        done = program(PROGRAM, "extract", "brücke”.txt", env=environment)

        assert (0, b"") == (done.returncode, done.stderr)
        assert b"br\xfccke\\u201d: 1 attribution, no speakers" == done.stdout.splitlines()[0]

    def test_end_to_end(self) -> None:
        """With the shipped model, attributions are extracted and evaluated."""
        text = '"The bridge is safe," Mayor Ida Holm told reporters on Monday.'
        command = [sys.executable, "-m", "quotekit"]
        extracted = subprocess.run(
            [*command, "extract", "-", "-f", "jsonl"], check=True, capture_output=True, input=text.encode()
        )
        Path("found.jsonl").write_bytes(extracted.stdout)
        evaluated = subprocess.run([*command, "evaluate", "found.jsonl", "--json"], check=True, capture_output=True)
        article = Article.from_json(extracted.stdout.decode())

        assert [('"The bridge is safe,"', "told", "Mayor Ida Holm", "Ida Holm")] == [
            (a.content.text, a.cue.text, a.source.text, a.speaker and a.speaker.name) for a in article.attributions
        ]
        assert 1.0 == json.loads(evaluated.stdout)["strict"]["f1"]

    @pytest.mark.parametrize("form", ["pretty", "jsonl", "json", "csv", "html", "webannotation"])
    def test_broken_pipe(self, folder: Path, form: str) -> None:
        """A broken pipe ends the command quietly."""
        names = [f"long{number}.txt" for number in range(10)]
        for name in names:
            folder.joinpath(name).write_text("So be it. " * 20_000, encoding="utf-8")
        command = [sys.executable, "-c", PROGRAM, "extract", *names, "-f", form]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            first = process.stdout.read(1)
            process.stdout.close()

            assert (1, b"") == (len(first), process.stderr.read())
