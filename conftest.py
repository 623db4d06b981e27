"""Run the examples in the documentation as tests, and name the quotekit that is tested."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from sybil import Sybil
from sybil.example import Example
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser

import quotekit

ROOT = Path(__file__).parent

# Programs that tests start import the quotekit that is tested, not the one in the folder they are started in.
os.environ["PYTHONPATH"] = str(Path(quotekit.__file__).parent.parent)
os.environ["PYTHONSAFEPATH"] = "1"

# The tests of the training need the extra "train"; without it they are not there.
collect_ignore_glob = [] if find_spec("torch") else ["tests/training/*", "tests/test_training*.py"]

# So do those of pages in a browser, with the extra "browser".
if not find_spec("selenium"):
    collect_ignore_glob.append("tests/browser")


def pytest_report_header() -> str:
    """Say which package is tested: the installed one, or a checkout."""
    return f"quotekit: {quotekit.__version__}, {Path(quotekit.__file__).parent}"


class ConsoleParser(CodeBlockParser):
    """Runs the commands of ``console`` blocks, the lines after ``$``, and compares what they print."""

    language = "console"

    def evaluate(self, example: Example) -> str | None:
        """Run the commands one by one; return what differs, None if nothing does."""
        for command, expected in _commands(example.parsed):
            found = _run(command)
            if not doctest.OutputChecker().check_output(_plain(expected), _plain(found), doctest.ELLIPSIS):
                return f"$ {command}\n\nexpected:\n\n{expected}\nprinted:\n\n{found}"
        return None


def _commands(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a block with the lines that stand below it."""
    for part in ("\n" + block).split("\n$ ")[1:]:
        command, _, expected = part.partition("\n")
        yield command, expected


def _plain(output: str) -> str:
    """Output without spaces at the ends of lines, and without shares in percent: processors differ in the last digit."""
    return "\n".join(re.sub(r"\d+%", "%", line.rstrip()) for line in output.rstrip().splitlines())


def _run(command: str) -> str:
    """What a command prints, the error stream too, with the scripts of this environment found first."""
    scripts = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": os.pathsep.join((scripts, os.environ["PATH"])), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        ["bash", "-c", command],
        check=False,
        encoding="utf-8",
        env=environment,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
        stdout=subprocess.PIPE,
    )
    failure = f"(exit code {done.returncode})" if done.returncode else ""
    return done.stdout + failure


def _enter_folder(namespace: dict[str, object]) -> None:
    """Run a document's examples in a folder of their own with a copy of the examples' texts."""
    namespace["_came_from"], namespace["_folder"] = Path.cwd(), tempfile.mkdtemp()
    folder = Path(str(namespace["_folder"]))
    shutil.copytree(ROOT / "examples", folder / "examples")
    os.chdir(folder)


def _leave_folder(namespace: dict[str, object]) -> None:
    """Go back and take the folder away."""
    os.chdir(str(namespace["_came_from"]))
    shutil.rmtree(str(namespace["_folder"]))


pytest_collect_file = Sybil(
    parsers=[ConsoleParser(), PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS), SkipParser()],
    patterns=["*.md"],
    setup=_enter_folder,
    teardown=_leave_folder,
).pytest()
