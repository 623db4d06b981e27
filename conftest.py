"""Run the examples in the documentation as tests, and report which quotekit is tested."""

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

# Subprocesses of tests import the quotekit that is tested, not one in their working directory.
os.environ["PYTHONPATH"] = str(Path(quotekit.__file__).parent.parent)
os.environ["PYTHONSAFEPATH"] = "1"

ENGINES = (("pyspark", "spark"), ("ray", "ray"))

# Tests of training need the extra "train".
collect_ignore_glob = [] if find_spec("torch") else ["tests/training/*", "tests/test_training*.py"]

# Textacy cannot be installed everywhere.
if not find_spec("textacy"):
    collect_ignore_glob.append("tests/test_textacy_installed.py")

# Tests of engines, and the page with their scripts, need the extras "spark" and "ray".
collect_ignore_glob += [f"tests/engines/test_{name}.py" for package, name in ENGINES if not find_spec(package)]

# Tests in a browser need the extra "browser".
if not find_spec("selenium"):
    collect_ignore_glob.append("tests/browser")


def pytest_report_header() -> str:
    """Report the path of the tested package: the installed one, or a checkout."""
    return f"quotekit: {quotekit.__version__}, {Path(quotekit.__file__).parent}"


class ConsoleParser(CodeBlockParser):
    """Runs the commands of ``console`` blocks, the lines after ``$``, and compares their output."""

    language = "console"

    def evaluate(self, example: Example) -> str | None:
        """Run the commands one by one; return a message about the first difference, if any."""
        for command, expected in _commands(example.parsed):
            found = _run(command)
            if not doctest.OutputChecker().check_output(_plain(expected), _plain(found), doctest.ELLIPSIS):
                return f"$ {command}\n\nexpected:\n\n{expected}\nprinted:\n\n{found}"
        return None


def _commands(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a block with the lines below it."""
    for part in ("\n" + block).split("\n$ ")[1:]:
        command, _, expected = part.partition("\n")
        yield command, expected


def _plain(output: str) -> str:
    """Strip trailing spaces and percentages, whose last digit depends on the processor, from output."""
    return "\n".join(re.sub(r"\d+%", "%", line.rstrip()) for line in output.rstrip().splitlines())


def _run(command: str) -> str:
    """Run a command with this environment's scripts first in the path; return its output, with standard error."""
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
    """Run a document's examples in a temporary folder with a copy of the example texts."""
    namespace["_came_from"], namespace["_folder"] = Path.cwd(), tempfile.mkdtemp()
    folder = Path(str(namespace["_folder"]))
    shutil.copytree(ROOT / "examples", folder / "examples")
    os.chdir(folder)


def _leave_folder(namespace: dict[str, object]) -> None:
    """Go back and remove the folder."""
    os.chdir(str(namespace["_came_from"]))
    shutil.rmtree(str(namespace["_folder"]))


pytest_collect_file = Sybil(
    parsers=[ConsoleParser(), PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS), SkipParser()],
    patterns=["*.md"],
    setup=_enter_folder,
    teardown=_leave_folder,
).pytest()
