"""The exit codes of the command line, as the documentation has them, and what is lost: nothing silently."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quotekit.corpus import Columns, Document, Sources, Unread, read_corpus
from tests.corpus.test_run import SLOW, start

FILES = {"rain.txt": "It rained.", "latin.txt": "caf\xe9", "empty.jsonl": "", "said.jsonl": '{"id": 5}\n'}


@pytest.fixture(name="folder", autouse=True)
def fixture_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Change to a folder with a few files."""
    for name, text in FILES.items():
        tmp_path.joinpath(name).write_text(text, encoding="latin-1")
    tmp_path.joinpath("none").mkdir()
    tmp_path.joinpath("in.jsonl").write_text("".join(f'{{"id": "d{n}", "text": "It rained."}}\n' for n in range(9)))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def command(*arguments: str) -> list[str]:
    """Return a command with a stand-in for the extractor."""
    return [sys.executable, "-c", SLOW, *arguments]


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (0, ("extract", "rain.txt")),
        (0, ("--version",)),
        (2, ("extract", "missing.txt")),
        (2, ("extract", "rain.txt", "latin.txt")),
        (2, ("extract", "rain.txt", "--unknown")),
        (2, ("extract", "rain.txt", "--min-confidence", "1.5")),
        (2, ("extract", "rain.txt", "-o", "none/such/said.csv")),
        (2, ("extract", "rain.txt", "-o", "rain.txt/said.csv")),
        (2, ("evaluate", "empty.jsonl")),
        (2, ("evaluate", "said.jsonl")),
        (2, ("verify", "none", "--sources", "rain.txt")),
        (2, ("verify", "rain.txt", "--sources", "none")),
        (2, ("match", "none")),
        (2, ("match", "rain.txt", "--excel")),
        (2, ("report", "none")),
        (2, ("nothing",)),
    ],
)
def test_codes(code: int, arguments: tuple[str, ...]) -> None:
    """Zero if all was read and written, two if anything was not; then one line at least says why."""
    done = subprocess.run(command(*arguments), check=False, capture_output=True, text=True)

    assert (code, bool(code)) == (done.returncode, bool(done.stderr))
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("form", ["jsonl", "csv", "pretty", "html"])
def test_full_output(form: str) -> None:
    """Standard output that is full is an error."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command("extract", "rain.txt", "-f", form), check=False, stdout=full, stderr=subprocess.PIPE
        )

    assert (2, b"No space left on device" in done.stderr) == (done.returncode, True)


def test_interrupted() -> None:
    """Ctrl-C ends a command at once, and it says how to go on."""
    code, errors = interrupt(stalls_at=5, lines=5)

    assert (130, True) == (code, b"interrupted; add --resume to go on from 'out.csv.partial'" in errors)
    assert not Path("out.csv").exists()


def test_interrupted_at_once() -> None:
    """Before the first result there is nothing to go on from, and no file is named."""
    code, errors = interrupt(stalls_at=0, lines=0)

    assert (130, True) == (code, b"interrupted; start it again" in errors)
    assert [] == [*Path.cwd().glob("out.csv*")]


def interrupt(stalls_at: int, lines: int) -> tuple[int, bytes]:
    """Press Ctrl-C when a command has written a number of lines; return its exit code and what it prints."""
    process, journal = start("out.csv", stalls_at=stalls_at), Path("out.csv.partial")
    while process.poll() is None and not (journal.exists() and journal.read_bytes().count(b"\n") == lines):
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    return process.returncode, errors


def test_vanishing(folder: Path) -> None:
    """A file that is gone when it is its turn is reported, and the others are read."""
    for name in "abc":
        folder.joinpath("none", f"{name}.txt").write_text("It rained.")
    found = read_corpus(Sources(["none"]), Columns())
    first = next(found)
    folder.joinpath("none", "b.txt").unlink()

    assert [Document, Unread, Document] == [type(document) for document in (first, *found)]


def test_dangling_link(folder: Path) -> None:
    """A link in a folder that leads nowhere is reported, too."""
    folder.joinpath("none", "a.txt").symlink_to("gone.txt")
    [found] = read_corpus(Sources(["none"]), Columns())

    assert isinstance(found, Unread)
    assert "no such file" == found.reason
