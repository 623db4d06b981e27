"""Annotated articles, and the files that contain them."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from quotekit.arguments import check_path
from quotekit.errors import CorpusError, RecordError, describe

__all__ = ["AnnotatedArticle", "Annotation", "Bounds", "read_annotated"]

Bounds = tuple[tuple[int, int], ...]


@attrs.frozen
class Annotation:
    """One attribution of an annotated article; every span is a pair of character offsets, end exclusive."""

    #: What is said or thought.
    content: Bounds
    #: The reporting words; empty if there are none.
    cue: Bounds = ()
    #: The words that refer to the speaker; empty if there are none.
    source: Bounds = ()


@attrs.frozen
class AnnotatedArticle:
    """An article with its attributions, annotated or predicted."""

    #: Its id, unique in its file.
    id: str
    #: Its text; may be empty in predictions.
    text: str
    #: Its attributions.
    attributions: tuple[Annotation, ...]
    #: Parts that are not annotated, such as boilerplate: nothing is scored there.
    ignore: Bounds = ()

    @classmethod
    def from_dict(cls, data: object, *, needs_text: bool = True) -> AnnotatedArticle:
        """
        Read one article.

        Args:
            data: ``{"id": str, "text": str, "attributions": [{"content": [[start, end], ...], "cue": ..., "source":
                ...}, ...], "ignore": [[start, end], ...]}``, or the output of :meth:`quotekit.Article.to_dict`. A
                cue, a source and ``ignore`` may be left out; unknown fields are ignored.

            needs_text: Whether the text is required.

        Returns:
            The article.

        Raises:
            RecordError: A field is missing or has the wrong type, or a span is not inside the text.
        """
        text = _field(data, "text", str, "", None if needs_text else "")
        # Without a text, spans have no upper bound.
        size = len(text) if text or needs_text else sys.maxsize
        rows = _field(data, "attributions", list, "")
        return cls(
            id=_field(data, "id", str, ""),
            text=text,
            attributions=tuple(_annotation(row, f"attributions[{i}]", size) for i, row in enumerate(rows)),
            ignore=_bounds(data, "ignore", "", size, []),
        )


def read_annotated(path: Path, *, needs_text: bool = True) -> list[AnnotatedArticle]:
    """
    Read a file of annotated or predicted articles.

    Args:
        path: A JSONL file in UTF-8, one article per line, as read by :meth:`AnnotatedArticle.from_dict`.

        needs_text: Whether each article must have its text; predictions need none.

    Returns:
        The articles in the file's order.

    Raises:
        OSError: The file cannot be read.

        CorpusError: A line is not UTF-8, not JSON or not an article, or two lines have the same id.
    """
    check_path("path", path)
    articles: dict[str, AnnotatedArticle] = {}
    for number, line in enumerate(Path(path).read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        article = _read_line(line, path, number, needs_text=needs_text)
        if article.id in articles:
            raise CorpusError(path, number, f"an earlier line has the same id {article.id!r}")
        articles[article.id] = article
    return list(articles.values())


def _read_line(line: bytes, path: Path, number: int, *, needs_text: bool) -> AnnotatedArticle:
    try:
        return AnnotatedArticle.from_dict(json.loads(line.decode()), needs_text=needs_text)
    except UnicodeDecodeError as error:
        problem = f"it is not UTF-8: the byte at offset {error.start} of the line is 0x{line[error.start]:02x}"
    except RecordError as error:
        problem = f"at {error.where}, {error.problem}" if error.where else error.problem
    except (ValueError, RecursionError) as error:
        problem = f"it is not JSON: {error}"
    raise CorpusError(path, number, problem)


def _field(data: object, name: str, kind: type, where: str, default: Any = None) -> Any:
    """Return a field of a JSON object, or the default, if there is one, for a field that is missing or null."""
    if not isinstance(data, Mapping):
        raise RecordError(where, f"there must be an object, got {describe(data)}")
    value = data.get(name)
    if value is None and default is not None:
        return default
    if name not in data:
        raise RecordError(where, f"the field {name!r} is missing")
    if not isinstance(value, (list, tuple) if kind is list else kind):
        expected = "a string" if kind is str else "a list"
        raise RecordError(f"{where}.{name}".lstrip("."), f"there must be {expected}, got {describe(value)}")
    return value


def _annotation(row: object, where: str, size: int) -> Annotation:
    return Annotation(
        content=_bounds(row, "content", where, size),
        cue=_bounds(row, "cue", where, size, []),
        source=_bounds(row, "source", where, size, []),
    )


def _bounds(data: object, name: str, where: str, size: int, default: list[Any] | None = None) -> Bounds:
    """Return the spans of a field, sorted; *size* is the length of the text."""
    spans = _field(data, name, list, where, default)
    path = f"{where}.{name}".lstrip(".")
    return tuple(sorted(_bound(span, f"{path}[{i}]", size) for i, span in enumerate(spans)))


def _bound(span: object, where: str, size: int) -> tuple[int, int]:
    """Return the start and end of a span that is given as a pair or as an object."""
    match (span.get("start"), span.get("end")) if isinstance(span, Mapping) else span:
        case [int(start), int(end)] if 0 <= start < end <= size:
            return start, end
    raise RecordError(
        where, f"there must be a start and an end inside the text, start before end, got {describe(span)}"
    )
