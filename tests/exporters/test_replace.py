"""Files that are there whole or not at all: after errors, kills and full disks."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from quotekit import Article
from quotekit.errors import InputError
from quotekit.exporters.arrow import write_parquet
from quotekit.exporters.duckdb import write_duckdb
from quotekit.exporters.replace import replacing
from quotekit.exporters.sqlite import write_sqlite
from quotekit.matching.tables import write_parquet as write_statements

KILLED = """
import os, signal, sys
from quotekit.exporters.replace import replacing
with replacing(sys.argv[1]) as new:
    new.write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def broken() -> Iterator[Any]:
    """Yield an article, and then what is none."""
    yield Article("a", "It rained.")
    yield {"id": "b"}


def _interrupt(path: Path) -> None:
    path.write_text("half")
    raise KeyboardInterrupt


class TestReplacing:
    """Writing beside the place."""

    def test_killed(self, tmp_path: Path) -> None:
        """What a killed process has half written has another name, and the next process removes it."""
        path = tmp_path / "said.csv"
        path.write_text("before")
        subprocess.run([sys.executable, "-c", KILLED, path], check=False)
        left = {file.name for file in tmp_path.iterdir()} - {path.name}

        assert ("before", 1) == (path.read_text(), len(left))
        with replacing(path) as new:
            new.write_text("after")
        assert ("after", [path]) == (path.read_text(), [*tmp_path.iterdir()])

    def test_error(self, tmp_path: Path) -> None:
        """After an error everything is as before."""
        path = tmp_path / "said.csv"
        path.write_text("before")
        with pytest.raises(KeyboardInterrupt), replacing(path) as new:
            _interrupt(new)

        assert ("before", [path]) == (path.read_text(), [*tmp_path.iterdir()])

    def test_keeps_what_is_beside(self, tmp_path: Path) -> None:
        """Files of others beside the place are left alone."""
        tmp_path.joinpath("said.csv.tmp").write_text("mine")
        with replacing(tmp_path / "said.csv") as new:
            new.write_text("after")

        assert "mine" == tmp_path.joinpath("said.csv.tmp").read_text()

    def test_link(self, tmp_path: Path) -> None:
        """A link stays one; what it leads to is replaced."""
        tmp_path.joinpath("link.csv").symlink_to("said.csv")
        with replacing(tmp_path / "link.csv") as new:
            new.write_text("after")

        assert tmp_path.joinpath("link.csv").is_symlink()
        assert "after" == tmp_path.joinpath("said.csv").read_text()

    def test_device(self) -> None:
        """A device is written to, and never replaced."""
        with replacing(os.devnull) as new:
            new.write_text("nothing")

        assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("write", [write_parquet, write_statements, write_sqlite, write_duckdb])
def test_writers(tmp_path: Path, write: Callable[..., None]) -> None:
    """A file that cannot be written to its end is not there at all."""
    with pytest.raises(InputError):
        write(broken(), tmp_path / "said")

    assert [] == [*tmp_path.iterdir()]
