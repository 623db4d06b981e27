"""
Figures on novels: ``python -m quotekit.training.score_novels --riqua FILE --pdnc FILE``.

Novels are read as they are given to users: by an :class:`~quotekit.Extractor`, a passage or a chapter at a time. Only
attributions with quotation marks count, because nothing else is annotated in them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from quotekit.evaluation.scores import Measure
from quotekit.pipeline import Extractor
from quotekit.records import Article, Kind
from quotekit.training.make import HELD_OUT

__all__ = ["pdnc_recall", "riqua_scores"]

_ROLES = ("content", "cue", "source")
_EDGES = re.compile(r"[\W_]*(.*?)[\W_]*", re.DOTALL)
# A novel is read in parts of about so many characters.
_PART = 50_000

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


def riqua_scores(path: Path, extractor: Extractor) -> dict[str, Measure]:
    """
    Compare spans with those of RiQuA: right is a span with the same first and last word, punctuation apart.

    Args:
        path: A file of RiQuA; see :func:`quotekit.training.novels.read_riqua`.

        extractor: What is measured.

    Returns:
        Precision, recall and F1 of content, cue and source.
    """
    counts = {role: [0, 0, 0] for role in _ROLES}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = _quoted_spans(extractor.extract(row["text"]))
        for role, count in counts.items():
            gold = _bare(row["text"], row["spans"][role])
            own = _bare(row["text"], found[role])
            for i, size in enumerate((len(gold & own), len(own), len(gold))):
                count[i] += size
    return {role: Measure.of(gold, own, right, right) for role, (right, own, gold) in counts.items()}


def _quoted_spans(article: Article) -> dict[str, list[tuple[int, int]]]:
    quoted = [a for a in article.attributions if a.kind is not Kind.INDIRECT]
    return {role: [(s.start, s.end) for a in quoted for s in getattr(a, role)] for role in _ROLES}


def _bare(text: str, spans: Iterable[Sequence[int]]) -> set[tuple[int, int]]:
    """Spans without the punctuation at their edges."""
    matches = (_EDGES.fullmatch(text, start, end) for start, end in spans)
    return {m.span(1) for m in matches if m is not None and m[1]}


def pdnc_recall(path: Path, extractor: Extractor, novels: Sequence[str] = HELD_OUT) -> Mapping[str, tuple[int, int]]:
    """
    Tell how many quotations of novels are found: those of which more than half is in an attribution's content.

    Args:
        path: A file of PDNC; see :func:`quotekit.training.novels.read_pdnc`.

        extractor: What is measured.

        novels: Ids of the novels.

    Returns:
        For quotations with the words that name their speaker, ``cued``, and without, ``bare``, how many are found and
        how many there are.
    """
    counts = {"cued": [0, 0], "bare": [0, 0]}
    for novel in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if novel["id"] in novels:
            covered = _covered(novel["text"], extractor)
            for row in novel["attributions"]:
                count = counts["bare" if row["referring_expression"] is None else "cued"]
                count[0] += _is_found(row, covered)
                count[1] += 1
    return {kind: (found, total) for kind, (found, total) in counts.items()}


def _covered(text: str, extractor: Extractor) -> bytearray:
    """1 for each character that stands in a content with quotation marks."""
    covered = bytearray(len(text))
    for start, end in _parts(text):
        for s, e in _quoted_spans(extractor.extract(text[start:end]))["content"]:
            covered[start + s : start + e] = b"\1" * (e - s)
    return covered


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        cut = text.rfind("\n\n", start, start + _PART)
        end = cut + 2 if len(text) - start > _PART and cut > start else min(len(text), start + _PART)
        yield start, end
        start = end


def _is_found(row: Mapping[str, Any], covered: bytearray) -> bool:
    inside = sum(sum(covered[start:end]) for start, end in row["content"])
    size = sum(int(end) - int(start) for start, end in row["content"])
    return size < 2 * inside


@app.command()
def score(
    *,
    riqua: Annotated[Path | None, typer.Option(help="File of RiQuA, of passages kept out of training.")] = None,
    pdnc: Annotated[Path | None, typer.Option(help="File of PDNC; the novels kept out of training are read.")] = None,
    model: Annotated[Path | None, typer.Option(help="Another model than the one in the package.")] = None,
) -> None:
    """Print figures on novels."""
    extractor = Extractor(model=model)
    for role, measure in riqua_scores(riqua, extractor).items() if riqua else ():
        typer.echo(f"RiQuA {role:8} {measure.precision:.3f} {measure.recall:.3f} {measure.f1:.3f}")
    for kind, (found, total) in pdnc_recall(pdnc, extractor).items() if pdnc else ():
        typer.echo(f"PDNC recall {kind:5} {found / max(total, 1):.3f} of {total}")


if __name__ == "__main__":
    app()
