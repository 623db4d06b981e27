"""
Scores on novels: ``python -m quotekit.training.score_novels --riqua FILE --pdnc FILE``.

Novels are read by an :class:`~quotekit.Extractor`, a passage or a few chapters at a time. Only attributions with
quotation marks count, because nothing else is annotated in novels.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from quotekit.evaluation.scores import Measure
from quotekit.extractor import Extractor
from quotekit.records import Article, Kind
from quotekit.training.novels import HELD_OUT, parts_of

__all__ = ["pdnc_recall", "riqua_scores"]

_ROLES = ("content", "cue", "source")
_TRIMMED = re.compile(r"[\W_]*(.*?)[\W_]*", re.DOTALL)

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


def riqua_scores(path: Path, extractor: Extractor) -> dict[str, Measure]:
    """
    Score spans on RiQuA: a span is correct if it has the gold span's first and last word, whatever the punctuation.

    Args:
        path: A file of RiQuA; see :func:`quotekit.training.novels.read_riqua`.

        extractor: The extractor to score.

    Returns:
        Precision, recall and F1 of content, cue and source.
    """
    counts = {role: [0, 0, 0] for role in _ROLES}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = _quoted_spans(extractor.extract(row["text"]))
        for role, count in counts.items():
            gold = _trim(row["text"], row["spans"][role])
            predicted = _trim(row["text"], found[role])
            for i, size in enumerate((len(gold & predicted), len(predicted), len(gold))):
                count[i] += size
    return {role: Measure.of(gold, found, correct, correct) for role, (correct, found, gold) in counts.items()}


def _quoted_spans(article: Article) -> dict[str, list[tuple[int, int]]]:
    quoted = [a for a in article.attributions if a.kind is not Kind.INDIRECT]
    return {role: [(s.start, s.end) for a in quoted for s in getattr(a, role)] for role in _ROLES}


def _trim(text: str, spans: Iterable[Sequence[int]]) -> set[tuple[int, int]]:
    """Remove the punctuation at both ends of spans."""
    matches = (_TRIMMED.fullmatch(text, start, end) for start, end in spans)
    return {m.span(1) for m in matches if m is not None and m[1]}


def pdnc_recall(path: Path, extractor: Extractor, novels: Sequence[str] = HELD_OUT) -> Mapping[str, tuple[int, int]]:
    """
    Count the quotations of novels that are found: more than half of each must be in an attribution's content.

    Args:
        path: A file of PDNC; see :func:`quotekit.training.novels.read_pdnc`.

        extractor: The extractor to score.

        novels: Ids of the novels.

    Returns:
        For quotations with a referring expression, ``cued``, and without, ``uncued``: how many are found, and how many
        there are.
    """
    counts = {"cued": [0, 0], "uncued": [0, 0]}
    for novel in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if novel["id"] in novels:
            covered = _covered(novel["text"], extractor)
            for row in novel["attributions"]:
                count = counts["uncued" if row["referring_expression"] is None else "cued"]
                count[0] += _is_found(row, covered)
                count[1] += 1
    return {kind: (found, total) for kind, (found, total) in counts.items()}


def _covered(text: str, extractor: Extractor) -> bytearray:
    """Mark each character that is in the content of an attribution with quotation marks."""
    covered = bytearray(len(text))
    for start, end in parts_of(text):
        for s, e in _quoted_spans(extractor.extract(text[start:end]))["content"]:
            covered[start + s : start + e] = b"\1" * (e - s)
    return covered


def _is_found(row: Mapping[str, Any], covered: bytearray) -> bool:
    inside = sum(sum(covered[start:end]) for start, end in row["content"])
    size = sum(int(end) - int(start) for start, end in row["content"])
    return size < 2 * inside


@app.command()
def score(
    *,
    riqua: Annotated[Path | None, typer.Option(help="File of RiQuA with held-out passages.")] = None,
    pdnc: Annotated[Path | None, typer.Option(help="File of PDNC; its held-out novels are read.")] = None,
    model: Annotated[Path | None, typer.Option(help="Model folder; the model in the package by default.")] = None,
) -> None:
    """Print scores on novels."""
    extractor = Extractor(model=model)
    for role, measure in riqua_scores(riqua, extractor).items() if riqua else ():
        typer.echo(f"RiQuA {role:8} {measure.precision:.3f} {measure.recall:.3f} {measure.f1:.3f}")
    for kind, (found, total) in pdnc_recall(pdnc, extractor).items() if pdnc else ():
        typer.echo(f"PDNC recall {kind:6} {found / max(total, 1):.3f} of {total}")


if __name__ == "__main__":
    app()
