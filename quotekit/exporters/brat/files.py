"""Folders that brat works on."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from itertools import chain, count
from pathlib import Path
from urllib.parse import unquote

from quotekit.errors import RecordError
from quotekit.exporters.brat.reader import from_brat
from quotekit.exporters.brat.writer import to_brat
from quotekit.records import Article

__all__ = ["read_brat", "write_brat"]

# What brat lets people annotate.
_CONFIGURATION = """\
[entities]
Cue
Source
Quoted
Addressee
Outlet
Mention
Credit
Dateline

[relations]

[events]
Content Cue?:Cue, Source?:Source, Quoted?:Quoted, Addressee?:Addressee, Via*:Outlet, Parent?:Content

[attributes]
Kind Arg:<EVENT>, Value:direct|indirect|mixed
Negated Arg:<EVENT>
"""
# What a file system, brat or an address may take for something else.
_UNSAFE = re.compile(r"[^\w. -]|^[. ]|[. ]$")
# Names that Windows keeps for devices.
_DEVICE = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
_LONGEST = 200


def write_brat(articles: Iterable[Article], folder: str | os.PathLike[str]) -> None:
    """
    Write articles as brat standoff: for each a text and its annotations, and for all a configuration of brat.

    Nothing is written over. A file is named after its article's id; where there is none, or files of that name are
    there, the name ends in ``~`` and a number.

    Args:
        articles: The articles.

        folder: Where to write; it is made if it is not there.
    """
    folder = Path(folder)
    folder.mkdir(exist_ok=True)
    configuration = folder / "annotation.conf"
    if not configuration.exists():
        configuration.write_text(_CONFIGURATION, encoding="utf-8", newline="")
    for number, article in enumerate(articles, start=1):
        paths = _free_paths(folder, article.id, number)
        for path, written in zip(paths, to_brat(article), strict=True):
            with path.open("x", encoding="utf-8", newline="") as file:
                file.write(written)


def read_brat(folder: str | os.PathLike[str]) -> Iterator[Article]:
    """
    Read a folder of brat standoff, written by :func:`write_brat` or made by hand.

    Args:
        folder: The folder; each file ``.txt`` in it is an article, with annotations if there is a file ``.ann``.

    Yields:
        The articles in the order of their files' names.

    Raises:
        RecordError: A file is not UTF-8, or its annotations are not as :func:`from_brat` reads them.
    """
    for path in sorted(path for path in Path(folder).iterdir() if path.suffix == ".txt"):
        text, annotations = _read(path), path.with_suffix(".ann")
        lines = _read(annotations) if annotations.exists() else ""
        try:
            article = from_brat(text, lines, id=_id(path.stem))
        except RecordError as error:
            raise error.inside(annotations.name) from None
        yield article


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise RecordError(where=path.name, problem=f"it must be UTF-8, got another byte at {error.start}") from error


def _free_paths(folder: Path, article_id: str | None, number: int) -> list[Path]:
    """Paths for an article's text and annotations where no file is."""
    name = _UNSAFE.sub(lambda found: _code(found.group()), article_id or "")
    name = _DEVICE.sub(lambda found: _code(found.group()[0]) + found.group()[1:], name)
    name = name.encode("utf-8")[:_LONGEST].decode("utf-8", errors="ignore")
    names = chain([name] if name else [], (f"{name}~{n}" for n in count(number)))
    choices = ([folder / f"{name}{ending}" for ending in (".txt", ".ann")] for name in names)
    return next(paths for paths in choices if not any(path.exists() for path in paths))


def _code(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))


def _id(name: str) -> str | None:
    """The id that a file was named after; None if there was none."""
    return unquote(name.partition("~")[0], errors="surrogatepass") or None
