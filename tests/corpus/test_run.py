"""Runs that are interrupted: killed, stopped by an error, or out of space."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import pytest

from quotekit.corpus import Columns, Sources, read_corpus
from quotekit.corpus.journal import Result
from quotekit.corpus.output import Output
from quotekit.corpus.run import Counts, Run
from quotekit.errors import ModelError, SourceError
from quotekit.exporters.formats import Format, writer
from quotekit.inputs import About
from quotekit.processes import Failure
from quotekit.records import Article

# A run whose extractor waits for ever at one text.
SLOW = """
import os, sys, time
import quotekit.cli as cli
from quotekit.cli import options
from quotekit.records import Article

class Extractor:
    def pipe_outcomes(self, texts, **settings):
        for text, about in texts:
            if about.id == os.environ.get("STALLS_AT"):
                time.sleep(3600)
            yield Article(about.id, text), None

options.make_extractor = lambda *settings: Extractor()
cli.main()
"""
ROWS = 120


@pytest.fixture(name="folder", autouse=True)
def fixture_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Change to a folder with a table, in which one row is damaged."""
    lines = [f'{{"id": "d{number}", "text": "It rained {number} times."}}' for number in range(ROWS)]
    lines[50] = "no"
    tmp_path.joinpath("in.jsonl").write_text("\n".join(lines))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def start(output: str, *arguments: str, stalls_at: int | None = None) -> subprocess.Popen[bytes]:
    """Start the slow command; it reads until a text, or to the end."""
    command = [sys.executable, "-c", SLOW, "extract", "in.jsonl", "--output", output, *arguments]
    environment = {**os.environ, "STALLS_AT": f"d{stalls_at}"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)


def start_and_end(output: str, *arguments: str, lines: int, sent: int = signal.SIGKILL) -> None:
    """Start the slow command, and send it a signal when it has written a number of lines."""
    process, journal = start(output, *arguments, stalls_at=lines), Path(f"{output}.partial")
    while not (journal.exists() and journal.read_bytes().count(b"\n") == lines):
        assert process.poll() is None
        time.sleep(0.005)
    process.send_signal(sent)
    process.communicate()


def make_run(form: Format = Format.JSONL, **settings: Any) -> Run:
    """Return a run to a file."""
    return Run(Output(Path(f"out.{form.value}"), form, writer(form)), {"x": 1}, **settings)


def read(texts: Iterable[tuple[str, About]]) -> Iterator[tuple[Article, None]]:
    """Read texts, and find nothing."""
    for text, about in texts:
        yield Article(about.id, text, meta=about.meta), None


def work(run: Run, read: Any = read) -> tuple[Counts, list[bool]]:
    """Work through the table; return the numbers, and for each result whether it was there."""
    there: list[bool] = []

    def note(_: Result, was_there: bool) -> None:  # noqa: FBT001  # a callback
        there.append(was_there)

    return run.work(read_corpus(Sources(["in.jsonl"]), Columns()), read, note), there


class TestKilled:
    """A process that is killed."""

    @pytest.mark.parametrize("form", ["jsonl", "csv", "sqlite"])
    def test_resume(self, folder: Path, form: str) -> None:
        """After several kills the output is that of a run without, byte for byte, and nothing else is left."""
        whole, out = f"whole.{form}", f"out.{form}"
        assert (b"", 2) == (start(whole, "-q").communicate()[1], 2)
        for lines, sent in ((5, signal.SIGKILL), (40, signal.SIGINT), (70, signal.SIGKILL)):
            start_and_end(out, "--resume", lines=lines, sent=sent)
            assert not folder.joinpath(out).exists()
        assert 2 == _ended(start(out, "--resume"))

        assert folder.joinpath(whole).read_bytes() == folder.joinpath(out).read_bytes()
        left = [out, *(f"{out}.{ending}" for ending in ("failures.csv", "manifest.json", "partial"))]
        assert left == sorted(path.name for path in folder.glob(f"{out}*"))

    def test_torn_line(self, folder: Path) -> None:
        """A line that is not whole is cut off."""
        start_and_end("out.jsonl", "--resume", lines=3)
        with folder.joinpath("out.jsonl.partial").open("ab") as journal:
            journal.write(b'{"id": "d9", "te')
        _ended(start("out.jsonl", "--resume"))

        assert ROWS - 1 == len(folder.joinpath("out.jsonl").read_text().splitlines())

    def test_without_resume(self) -> None:
        """A run does not overwrite what an unfinished one has found, and says what to do."""
        start_and_end("out.jsonl", lines=3)
        again = start("out.jsonl")
        _, errors = again.communicate()

        assert 2 == again.returncode
        assert b"add --resume to go on with it" in errors

    def test_full_disk(self, folder: Path) -> None:
        """When the output cannot grow any more, what has been found is kept, and the run can be resumed."""
        limit = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
        command = [sys.executable, "-c", limit + SLOW, "extract", "in.jsonl", "-o", "out.jsonl", "--resume"]
        done = subprocess.run(
            command, check=False, capture_output=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        )
        lines = folder.joinpath("out.jsonl.partial").read_bytes()

        assert (2, b"quotekit: [Errno 27] File too large\n") == (done.returncode, done.stderr)
        assert lines
        assert 2 == _ended(start("out.jsonl", "--resume"))
        assert ROWS - 1 == len(folder.joinpath("out.jsonl").read_text().splitlines())


def _ended(process: subprocess.Popen[bytes]) -> int:
    process.communicate()
    return process.returncode


class TestRun:
    """A run in this process."""

    def test_failures(self, folder: Path) -> None:
        """What cannot be read is listed with its reason."""

        def fail(texts: Iterable[tuple[str, About]]) -> Iterator[tuple[Article | Failure, None]]:
            for number, (text, about) in enumerate(texts):
                yield Failure(number, ValueError("so be\nit")) if number == 7 else Article(about.id, text), None

        counts, _ = work(make_run(), fail)
        with folder.joinpath("out.jsonl.failures.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))

        assert Counts(articles=ROWS - 2, attributions=0, failures=2) == counts
        assert ["id", "place", "reason"] == rows[0]
        assert ["d7", "in.jsonl, line 8", "ValueError: so be it"] == rows[1]
        assert ["", "in.jsonl, line 51"] == rows[2][:2]

    def test_complete(self) -> None:
        """A run that is complete is not done again; its manifest says what it has found."""
        counts, there = work(make_run(resume=True, keeps_manifest=True))

        assert [False] * ROWS == there
        assert counts == make_run(resume=True).finished()

    def test_again(self, folder: Path) -> None:
        """Without being told to resume, a run that is complete is done again."""
        work(make_run(resume=True, keeps_manifest=True))
        run = make_run()

        assert run.finished() is None
        assert [False] * ROWS == work(run)[1]
        assert ["in.jsonl", "out.jsonl", "out.jsonl.failures.csv"] == sorted(path.name for path in folder.iterdir())

    def test_does_what_is_missing(self) -> None:
        """Texts that have a result are not read again."""

        def stop(texts: Iterable[tuple[str, About]]) -> Iterator[tuple[Article, None]]:
            for number, result in enumerate(read(texts)):
                if number == 30:
                    raise KeyboardInterrupt
                yield result

        with pytest.raises(KeyboardInterrupt):
            work(make_run(resume=True), stop)
        _, there = work(make_run(resume=True))

        assert [True] * 30 + [False] * (ROWS - 30) == there

    def test_other_input(self, folder: Path) -> None:
        """A run is not resumed with another input."""

        def stop(texts: Iterable[tuple[str, About]]) -> Iterator[tuple[Article, None]]:
            yield next(read(texts))
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            work(make_run(resume=True), stop)
        folder.joinpath("in.jsonl").write_text('{"id": "other", "text": "So."}\n')
        with pytest.raises(SourceError, match=r"it has a result for 'd0' where there is 'in\.jsonl, line 1' now"):
            work(make_run(resume=True))

    @pytest.mark.parametrize(
        ("settings", "problem"),
        [
            ({"x": 2}, "with x 1, not 2"),
            ({"x": None}, "with x 1, not without"),
            ({"x": 0}, "with x 1, not 0"),
            ({"x": 1, "y": 0.5}, "without y"),
        ],
    )
    def test_other_settings(self, settings: dict[str, Any], problem: str) -> None:
        """A run is not resumed with other settings."""
        work(make_run(resume=True, keeps_manifest=True))
        other = Run(Output(Path("out.jsonl"), Format.JSONL, writer(Format.JSONL)), settings, resume=True)
        with pytest.raises(SourceError, match=f"its run was begun {problem};|its run was begun {problem}$"):
            other.finished()

    def test_nothing_read(self, folder: Path) -> None:
        """Where nothing could be read, an earlier output is kept."""
        folder.joinpath("out.jsonl").write_text("earlier")
        folder.joinpath("in.jsonl").write_text("no\n")
        work(make_run())

        assert "earlier" == folder.joinpath("out.jsonl").read_text()
        assert not folder.joinpath("out.jsonl.partial").exists()

    def test_no_model(self, folder: Path) -> None:
        """A model that cannot be used ends the run, and leaves nothing behind."""
        error = ModelError(Path("mine"), "model.onnx is missing", "export the model again")

        def fail(texts: Iterable[tuple[str, About]]) -> Iterator[tuple[Failure, None]]:
            for number, _ in enumerate(texts):
                yield Failure(number, error), None

        with pytest.raises(ModelError):
            work(make_run(), fail)

        assert ["in.jsonl"] == [path.name for path in folder.iterdir()]

    def test_output_fails(self, folder: Path) -> None:
        """A writer that fails leaves no half-written file, and what has been found is kept."""

        def write(articles: Iterable[Article], stream: Any) -> None:
            stream.write(next(iter(articles)).to_json())
            raise OSError(28, "No space left on device")

        folder.joinpath("out.jsonl").write_text("earlier")
        run = Run(Output(Path("out.jsonl"), Format.JSONL, write), {})
        with pytest.raises(OSError, match="No space"):
            work(run)

        assert "earlier" == folder.joinpath("out.jsonl").read_text()
        assert ["in.jsonl", "out.jsonl", "out.jsonl.manifest.json", "out.jsonl.partial"] == sorted(os.listdir())  # noqa: PTH208

    def test_parts(self, folder: Path) -> None:
        """Parts have a bounded number of articles each, and are written whole."""
        output = Output(Path("parts.csv"), Format.CSV, writer(Format.CSV), part_articles=50)
        work(Run(output, {}))

        assert [f"part-0000{n}.csv" for n in (1, 2, 3)] == sorted(
            p.name for p in folder.joinpath("parts.csv").iterdir()
        )


def failing(*numbers: int) -> Any:
    """Return a function that reads texts, and fails at some of the ids."""

    def fail(texts: Iterable[tuple[str, About]]) -> Iterator[tuple[Article | Failure, None]]:
        for place, (article, _) in enumerate(read(texts)):
            is_bad = article.id in {f"d{number}" for number in numbers}
            yield Failure(place, ValueError("so be it")) if is_bad else article, None

    return fail


def mend(folder: Path) -> None:
    """Mend the row of the table that is damaged, and put another behind it."""
    lines = folder.joinpath("in.jsonl").read_text().splitlines()
    lines[50] = '{"id": "d50", "text": "It rained 50 times."}\n{"id": "d50a", "text": "It also snowed."}'
    folder.joinpath("in.jsonl").write_text("\n".join(lines))


class TestRetry:
    """A run that goes on and reads again what has failed."""

    @pytest.fixture(name="retry")
    def fixture_retry(self) -> Run:
        """Return such a run."""
        return make_run(resume=True, keeps_manifest=True, retries=True)

    @pytest.fixture(name="whole")
    def fixture_whole(self, folder: Path) -> bytes:
        """Return the output of a run in which nothing fails, over the table that is mended."""
        before = folder.joinpath("in.jsonl").read_bytes()
        mend(folder)
        work(Run(Output(Path("whole.jsonl"), Format.JSONL, writer(Format.JSONL)), {}))
        folder.joinpath("in.jsonl").write_bytes(before)
        return folder.joinpath("whole.jsonl").read_bytes()

    def test_complete(self, folder: Path, retry: Run, whole: bytes) -> None:
        """Of a run that is complete only what has failed is read again, and the output is that of a run without."""
        work(make_run(resume=True, keeps_manifest=True), failing(0, 7, 8, ROWS - 1))
        mend(folder)

        assert retry.finished() is None
        counts, there = work(retry)
        assert Counts(articles=ROWS + 1) == counts
        assert 6 == there.count(False)
        assert whole == folder.joinpath("out.jsonl").read_bytes()
        assert ["out.jsonl", "out.jsonl.manifest.json"] == sorted(path.name for path in folder.glob("out*"))

    def test_interrupted(self, folder: Path, retry: Run, whole: bytes) -> None:
        """A run that has not ended is done to its end; a try that is interrupted itself loses nothing."""

        def stop(texts: Iterable[tuple[str, About]]) -> Iterator[tuple[Article | Failure, None]]:
            for number, result in enumerate(failing(0, 7, 8)(texts)):
                if number == 80:
                    raise KeyboardInterrupt
                yield result

        with pytest.raises(KeyboardInterrupt):
            work(make_run(resume=True, keeps_manifest=True), stop)
        with folder.joinpath("out.jsonl.partial").open("ab") as journal:
            journal.write(b'{"id": "d9", "te')
        mend(folder)
        before = folder.joinpath("out.jsonl.partial").read_bytes()
        with pytest.raises(KeyboardInterrupt):
            work(retry, lambda texts: chain(islice(read(texts), 2), stop_now()))
        assert before == folder.joinpath("out.jsonl.partial").read_bytes()
        _, there = work(retry)

        # The line at which the first try was stopped, those of a row that is two now, and what was not read at all.
        assert 3 + 2 + (ROWS - 81) == there.count(False)
        assert whole == folder.joinpath("out.jsonl").read_bytes()

    def test_fails_again(self, folder: Path, retry: Run) -> None:
        """What fails again is listed again, and can be tried once more."""
        work(make_run(resume=True, keeps_manifest=True), failing(3, 7))
        counts, there = work(retry, failing(7))

        assert (2, 3) == (counts.failures, there.count(False))
        assert "d7" in folder.joinpath("out.jsonl.failures.csv").read_text()
        assert Counts(articles=ROWS - 1, failures=1) == work(retry)[0]

    def test_other_input(self, folder: Path, retry: Run) -> None:
        """Where nothing has failed, the documents must be the same."""
        work(make_run(resume=True, keeps_manifest=True))
        text = folder.joinpath("in.jsonl").read_text()
        folder.joinpath("in.jsonl").write_text(text.replace("rained 3 times", "snowed"))

        with pytest.raises(SourceError, match=r"it has a result for 'd3' where there is 'in\.jsonl, line 4' now"):
            work(retry)

    def test_folder(self, folder: Path) -> None:
        """The files of a folder are replaced by those of the same names, and others stay."""
        output = Output(Path("parts.csv"), Format.CSV, writer(Format.CSV), part_articles=50)
        work(Run(output, {}, resume=True, keeps_manifest=True))
        Path("parts.csv", "mine.txt").write_text("mine")
        Path("parts.csv", "part-00001.csv").write_text("before")
        mend(folder)
        work(Run(output, {}, resume=True, keeps_manifest=True, retries=True))
        found = {path.name: path.read_text() for path in Path("parts.csv").iterdir()}

        assert ["mine.txt", "part-00001.csv", "part-00002.csv", "part-00003.csv"] == sorted(found)
        assert "before" not in found.values()


def stop_now() -> Iterator[Any]:
    """Raise what Ctrl-C raises."""
    raise KeyboardInterrupt
    yield
