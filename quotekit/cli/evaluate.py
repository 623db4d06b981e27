"""The command ``evaluate``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import attrs
import typer

from quotekit.cli import options
from quotekit.cli.messages import report_errors, show_progress
from quotekit.cli.options import ModelOption

if TYPE_CHECKING:
    from quotekit.evaluation import AnnotatedArticle, Scores
    from quotekit.records import Article

__all__ = ["evaluate"]

# Small batches save memory and keep the progress bar accurate.
_BATCH_ARTICLES = 8


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Annotated articles, one per line.")],
    *,
    predicted: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Predictions, as written by 'extract --format jsonl'; computed if omitted."),
    ] = None,
    model: ModelOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print all scores as JSON.")] = False,
) -> None:
    """Score predicted attributions against annotated ones: precision, recall and F1."""
    from quotekit.errors import SourceError
    from quotekit.evaluation import evaluate as score
    from quotekit.evaluation import read_annotated

    with report_errors():
        annotated = read_annotated(gold)
        if not annotated:
            raise SourceError(str(gold), "there is no article in it")
        if predicted is not None:
            scores = score(annotated, read_annotated(predicted, needs_text=False))
        else:
            scores = score(annotated, _predict(annotated, model))
    if as_json:
        typer.echo(json.dumps(scores.to_dict(), indent=2))
    else:
        _print_scores(scores)


def _predict(annotated: Sequence[AnnotatedArticle], model: Path | None) -> Iterator[Article]:
    extractor = options.make_extractor(None, None, model)
    pairs = ((article.text, article.id) for article in annotated)
    with show_progress(len(annotated), shown=len(annotated) > 1) as progress:
        for article, name in extractor.pipe(pairs, as_tuples=True, batch_size=_BATCH_ARTICLES):
            yield attrs.evolve(article, id=name)
            progress.advance(progress.task_ids[0])


def _print_scores(scores: Scores) -> None:
    """Print all scores as a table."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None)
    table.add_column("")
    for header in ("precision", "recall", "F1", "annotated", "predicted"):
        table.add_column(header, justify="right")
    for name, m in scores.measures():
        shares = (f"{share:.3f}" for share in (m.precision, m.recall, m.f1))
        table.add_row(name, *shares, str(m.gold), str(m.predicted))
    console = Console(highlight=False)
    console.print(table)
    console.print(f"\n source_given_content {scores.source_given_content:.3f}")
    console.print(f" articles {scores.articles}, without prediction {scores.articles_without_prediction}")
