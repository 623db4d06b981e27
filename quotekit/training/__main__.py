"""The training command: ``python -m quotekit.training --data FOLDER --out FOLDER``."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def train(
    *,
    data: Annotated[Path, typer.Option(help="Folder with annotated articles, train.jsonl and dev.jsonl.")],
    out: Annotated[Path, typer.Option(help="Model folder to write.")],
    work: Annotated[Path | None, typer.Option(help="Folder for checkpoints; OUT.work by default.")] = None,
    name: Annotated[str | None, typer.Option(help="Name of the model; the folder's by default.")] = None,
    epochs: Annotated[int, typer.Option(min=1, help="Passes over the training articles.")] = 7,
    riqua: Annotated[Path | None, typer.Option(help="File of RiQuA, quotations in novels.")] = None,
    pdnc: Annotated[Path | None, typer.Option(help="File of PDNC, quotations in novels.")] = None,
    gum: Annotated[Path | None, typer.Option(help="File of GUM, names in many genres.")] = None,
    namer: Annotated[str | None, typer.Option(help="Trained spaCy pipeline that finds silver names.")] = None,
    distil: Annotated[bool, typer.Option(help="Train a large teacher, too, and distil it.")] = False,
    seed: Annotated[int, typer.Option(help="Random seed.")] = 1,
    threads: Annotated[int, typer.Option(min=1, help="Number of threads.")] = 2,
    articles: Annotated[
        int | None, typer.Option(min=1, help="Maximum number of articles from each file, for a trial run.")
    ] = None,
) -> None:
    """Train a model on annotated articles and write it as a folder; an interrupted run is resumed."""
    from quotekit.training.batches import Settings
    from quotekit.training.make import Corpora, make_model

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    folder = work if work is not None else out.with_name(out.name + ".work")
    scores = make_model(
        Corpora(data, riqua, pdnc, gum, namer, articles),
        out,
        folder,
        name=name or out.name,
        settings=Settings(epochs=epochs, seed=seed),
        distil=distil,
        threads=threads,
    )
    for label, measure in scores.measures():
        typer.echo(f"{label:16} {measure.precision:.3f} {measure.recall:.3f} {measure.f1:.3f}")
    typer.echo(f"source_given_content {scores.source_given_content:.3f}")


if __name__ == "__main__":
    app()
