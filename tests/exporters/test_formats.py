"""The formats: each has a writer and a destination."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quotekit.exporters.formats import Destination, Format, writer
from quotekit.records import Article

OPEN: dict[Destination, Callable[[Path], object]] = {
    Destination.TEXT: lambda path: path.open("w", encoding="utf-8", newline=""),
    Destination.BYTES: lambda path: path.open("wb"),
    Destination.FILE: lambda path: path,
    Destination.FOLDER: lambda path: path,
}


@pytest.mark.parametrize("form", Format)
class TestFormat:
    """Every format."""

    def test_writer(self, form: Format, tmp_path: Path) -> None:
        """The writer takes a stream of articles and writes to its destination."""
        path = tmp_path / "written"
        destination = OPEN[form.destination](path)
        writer(form)(iter([Article("a", "It rained.")]), destination)
        if form.destination in {Destination.TEXT, Destination.BYTES}:
            destination.close()  # type: ignore[attr-defined]
        files = [*path.iterdir()] if path.is_dir() else [path]

        assert {True} == {file.stat().st_size > 0 for file in files if file.suffix != ".ann"}

    def test_documented(self, form: Format) -> None:
        """The format is documented on the page on the command line."""
        page = Path(__file__).parents[2].joinpath("docs", "cli.md").read_text(encoding="utf-8")

        assert f"\n| `{form.value}` |" in page or form is Format.PRETTY


def test_loads_nothing() -> None:
    """Listing the formats loads none of their libraries."""
    code = (
        "import sys, quotekit.exporters.formats; print(*(n for n in sys.modules if "
        "n.startswith('quotekit.exporters.')))"
    )
    printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

    assert ["quotekit.exporters.formats"] == printed.split()
