"""Folders of brat standoff."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from itertools import chain, count
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from quotekit.arguments import check_path
from quotekit.errors import RecordError
from quotekit.exporters.brat.reader import from_brat
from quotekit.exporters.brat.writer import to_brat
from quotekit.exporters.encodable import encodable
from quotekit.exporters.file_names import DEVICE
from quotekit.records import Article, Stance
from quotekit.records.arguments import each_article
from quotekit.records.convert import parse_json, to_line
from quotekit.records.meta import plain_meta

__all__ = ["read_brat", "write_brat"]

_STANCES = "|".join(stance.value for stance in Stance)
# The annotation schema for brat.
_CONFIGURATION = f"""\
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
Stance Arg:<EVENT>, Value:{_STANCES}
"""
# Characters that may have a meaning for a file system, for brat or in a URL.
_UNSAFE = re.compile(r"[^\w. -]|^[. -]|[. ]$")
_MAX_NAME_BYTES = 200
# The ending of the files with metadata; brat ignores them.
_META = ".json"


def write_brat(articles: Iterable[Article], folder: str | os.PathLike[str]) -> None:
    """
    Write articles as brat standoff: a text and its annotations for each, and one configuration of brat.

    An article with metadata has a ``.json`` file as well.

    Files are never overwritten. They are named after the article's id; if it has none, or files of that name exist, the
    name ends in ``~`` and a number.

    Args:
        articles: The articles.

        folder: The folder; created if it does not exist.
    """
    check_path("folder", folder)
    folder = Path(folder)
    folder.mkdir(exist_ok=True)
    configuration = folder / "annotation.conf"
    if not configuration.exists():
        configuration.write_text(_CONFIGURATION, encoding="utf-8", newline="")
    taken: set[str] = set()
    for number, article in enumerate(each_article(articles), start=1):
        paths = _free_paths(folder, article.id, number, taken)
        for path, written in zip(paths, to_brat(article), strict=False):
            _write_new(path, written)
        if article.meta:
            _write_new(paths[0].with_suffix(_META), to_line(encodable(plain_meta(article.meta))) + "\n")


def _write_new(path: Path, written: str) -> None:
    with path.open("x", encoding="utf-8", newline="") as file:
        file.write(written)


def read_brat(folder: str | os.PathLike[str]) -> Iterator[Article]:
    """
    Read a folder of brat standoff, written by :func:`write_brat` or annotated manually.

    Args:
        folder: The folder; each ``.txt`` file in it is an article, with annotations if there is an ``.ann`` file, and
            with metadata if there is a ``.json`` file.

    Yields:
        The articles in the order of their file names.

    Raises:
        RecordError: A file is not UTF-8, or its annotations are not as read by :func:`from_brat`.
    """
    check_path("folder", folder)
    for path in sorted(path for path in Path(folder).iterdir() if path.suffix == ".txt"):
        text, annotations = _read(path), path.with_suffix(".ann")
        lines = _read(annotations) if annotations.exists() else ""
        meta = _read_meta(path.with_suffix(_META))
        try:
            article = from_brat(text, lines, id=_id(path.stem), meta=meta)
        except RecordError as error:
            raise error.inside(annotations.name) from None
        yield article


def _read_meta(path: Path) -> Any:
    """Read the metadata of an article; none if there is no such file."""
    try:
        return parse_json(_read(path)) if path.exists() else {}
    except RecordError as error:
        raise error.inside(path.name) from None


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise RecordError(where=path.name, problem=f"it must be UTF-8, got another byte at {error.start}") from error


def _free_paths(folder: Path, article_id: str | None, number: int, taken: set[str]) -> list[Path]:
    """Find unused paths for an article's text and annotations; names that differ only in case are the same."""
    name = _UNSAFE.sub(lambda found: _code(found.group()), article_id or "")
    name = _code(name[0]) + name[1:] if DEVICE.match(name) else name
    name = name.encode("utf-8")[:_MAX_NAME_BYTES].decode("utf-8", errors="ignore")
    for free in chain([name] if name else [], (f"{name}~{n}" for n in count(number))):
        paths = [folder / f"{free}{ending}" for ending in (".txt", ".ann", _META)]
        if free.casefold() not in taken and not any(path.exists() for path in paths):
            taken.add(free.casefold())
            return paths
    raise AssertionError  # the count has no end


def _code(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))


def _id(name: str) -> str | None:
    """Return the id that a file was named after, or None if there was none."""
    return unquote(name.partition("~")[0], errors="surrogatepass") or None
