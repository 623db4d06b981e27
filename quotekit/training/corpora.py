"""Read annotated articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs

__all__ = ["Document", "GoldAttribution", "read_documents"]

Spans = tuple[tuple[int, int], ...]


@attrs.frozen
class GoldAttribution:
    """One annotated attribution; every span is a pair of character offsets, end exclusive."""

    #: The attributed words.
    content: Spans
    #: The words that attribute them; empty where there are none.
    cue: Spans
    #: The words that say who; empty where there are none.
    source: Spans


@attrs.frozen
class Document:
    """One annotated article."""

    #: Its name, unique in its file.
    id: str
    #: Its text; all offsets count its characters.
    text: str
    #: Its attributions.
    attributions: tuple[GoldAttribution, ...]
    #: Stretches that were not annotated, such as boilerplate: no attribution is learned or missed there.
    ignore: Spans = ()


def read_documents(path: Path) -> list[Document]:
    """
    Read a file of annotated articles.

    Args:
        path: A JSONL file, one article a line: ``{"id": str, "text": str, "attributions": [{"content": [[start, end],
            ...], "cue": [...], "source": [...]}, ...], "ignore": [[start, end], ...]}``. Offsets count characters,
            end exclusive; ``ignore`` may be left out.

    Returns:
        The articles in the file's order.

    Raises:
        OSError: The file cannot be read.

        ValueError: A line is not JSON.

        KeyError: A line lacks a field.
    """
    with path.open(encoding="utf-8") as lines:
        return [_document(json.loads(line)) for line in lines if line.strip()]


def _document(row: dict[str, Any]) -> Document:
    text = row["text"]
    return Document(
        id=row["id"],
        text=text,
        attributions=tuple(_attribution(a, text) for a in row["attributions"] if a["content"]),
        ignore=_spans(row.get("ignore", ())),
    )


def _attribution(row: dict[str, Any], text: str) -> GoldAttribution:
    content, cue, source = (_spans(row[role]) for role in ("content", "cue", "source"))
    # A known slip of annotators: the two roles swapped, which leaves the verb as the source.
    if source and text[source[0][0] : source[0][1]].lower() in ("said", "says"):
        cue, source = source, cue
    return GoldAttribution(content, cue, source)


def _spans(rows: Any) -> Spans:
    return tuple(sorted((int(start), int(end)) for start, end in rows))
