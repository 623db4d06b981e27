"""The training command: ``python -m quotekit.training --data FOLDER --out FOLDER``."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from quotekit.errors import QuotekitError

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
_EXIT_CODE = 2


@app.command()
def train(
    *,
    data: Annotated[Path, typer.Option(help="Folder with annotated articles, train.jsonl and dev.jsonl.")],
    out: Annotated[Path, typer.Option(help="Model folder to write.")],
    work: Annotated[Path | None, typer.Option(help="Folder for checkpoints; OUT.work by default.")] = None,
    name: Annotated[str | None, typer.Option(help="Name of the model; the folder's by default.")] = None,
    epochs: Annotated[int, typer.Option(min=1, help="Passes over the training articles.")] = 7,
    learning_rate: Annotated[float, typer.Option(min=0.0, help="Peak learning rate.")] = 3e-4,
    start: Annotated[
        Path | None, typer.Option(help="File of weights to start from, as weights.pt in OUT.work.")
    ] = None,
    riqua: Annotated[Path | None, typer.Option(help="File of RiQuA, quotations in novels.")] = None,
    pdnc: Annotated[Path | None, typer.Option(help="File of PDNC, quotations in novels.")] = None,
    gum: Annotated[Path | None, typer.Option(help="File of GUM, names in many genres.")] = None,
    namer: Annotated[str | None, typer.Option(help="Trained spaCy pipeline that finds silver names.")] = None,
    distil: Annotated[bool, typer.Option(help="Train a large teacher, too, and distil it.")] = False,
    augment: Annotated[list[str] | None, typer.Option(help="Use only these augmentations, by name or group.")] = None,
    without: Annotated[list[str] | None, typer.Option(help="Use all augmentations but these.")] = None,
    seed: Annotated[int, typer.Option(help="Random seed.")] = 1,
    device: Annotated[str, typer.Option(help="cpu, cuda, or auto for an accelerator if there is one.")] = "auto",
    batch_size: Annotated[int | None, typer.Option(min=1, help="Windows per batch; 16, on an accelerator 32.")] = None,
    workers: Annotated[
        int | None, typer.Option(min=0, help="Processes that prepare batches; on the CPU none by default.")
    ] = None,
    threads: Annotated[int, typer.Option(min=1, help="Number of threads.")] = 2,
    articles: Annotated[
        int | None, typer.Option(min=1, help="Maximum number of articles from each file, for a trial run.")
    ] = None,
) -> None:
    """Train a model on annotated articles and write it as a folder; an interrupted run is resumed."""
    from quotekit.training.augmentation import select_augmentations
    from quotekit.training.batches import Settings
    from quotekit.training.devices import choose_device
    from quotekit.training.make import Corpora, make_model

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    folder = work if work is not None else out.with_name(out.name + ".work")
    try:
        chosen = choose_device(device)
        scores = make_model(
            Corpora(data, riqua, pdnc, gum, namer, articles),
            out,
            folder,
            name=name or out.name,
            settings=Settings(
                epochs=epochs,
                batch_size=batch_size or chosen.batch_size,
                learning_rate=learning_rate,
                augmentations=select_augmentations(augment or (), without or ()),
                seed=seed,
            ),
            start=start,
            distil=distil,
            threads=threads,
            device=chosen,
            workers=chosen.workers if workers is None else workers,
        )
    except QuotekitError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(_EXIT_CODE) from error
    for label, measure in scores.measures():
        typer.echo(f"{label:16} {measure.precision:.3f} {measure.recall:.3f} {measure.f1:.3f}")
    typer.echo(f"source_given_content {scores.source_given_content:.3f}")


if __name__ == "__main__":
    app()
