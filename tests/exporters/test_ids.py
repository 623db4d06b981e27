"""Ids from others as names of files: whatever they are, files stay in their folder and apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quotekit import Article
from quotekit.exporters.brat import read_brat, write_brat
from quotekit.exporters.html import write_html_folder

IDS = [
    "../../x",
    "/etc/passwd",
    "..",
    ".",
    "",
    None,
    "CON",
    "con.txt",
    "nul",
    "COM1",
    "com¹",
    "lpt9.tar.gz",
    "a" * 300,
    "é" * 300,
    "Dam",
    "dam",
    "DAM",
    "dam",
    "a\0b",
    "a\nb",
    "a:b",
    "C:\\x",
    "-rf",
    "~root",
    "trailing.",
    "trailing ",
    " leading",
    ".hidden",
    "index",
    "annotation",
    "https://news.example/?q=1#x",
    "\ud800",
    "\u202etxt.exe",
    "%2e%2e%2f",
    "*?<>|\"'",
]
DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in "123456789¹²³")}


@pytest.mark.parametrize("write", [write_brat, write_html_folder])
def test_stay_apart(tmp_path: Path, write: Callable[..., None]) -> None:
    """All files are in the folder, none has a name that a system reserves, and none differ only in case."""
    write((Article(name, "It rained.") for name in IDS), tmp_path / "out")
    files = [*tmp_path.joinpath("out").iterdir()]
    names = [file.name for file in files]
    stems = {name.casefold().removesuffix(file.suffix) for file, name in zip(files, names, strict=True)}

    assert [tmp_path / "out"] == [*tmp_path.iterdir()]
    assert [] == [file for file in files if not file.is_file()]
    assert len(names) == len({name.casefold() for name in names})
    assert [] == [name for name in names if name.partition(".")[0].casefold() in DEVICES]
    assert [] == [name for name in names if name.startswith((".", " ", "-")) or name.endswith((".", " "))]
    assert [] == [name for name in names if len(name.encode()) > 255 or not name.isprintable()]
    assert len(IDS) <= len(stems)


def test_are_read_back(tmp_path: Path) -> None:
    """The ids of a folder of brat are those that were written, unless they are longer than a name may be."""
    short = [name or None for name in IDS if len(name or "") < 100]
    write_brat((Article(name, "It rained.") for name in short), tmp_path)

    assert sorted(map(str, short)) == sorted(str(article.id) for article in read_brat(tmp_path))
