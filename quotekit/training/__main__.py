"""The training command: ``python -m quotekit.training --data FOLDER --out FOLDER``."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated, Any

import typer

from quotekit.errors import QuotekitError, SettingError

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
        Path | None, typer.Option(help="File of weights to start from, such as weights.pt in OUT.work.")
    ] = None,
    layers: Annotated[
        str | None, typer.Option(help="Encoder layers to keep of these weights, such as 0,2,5; all by default.")
    ] = None,
    feed_forward: Annotated[
        int | None, typer.Option(min=1, help="Feed-forward neurons to keep in each layer; all by default.")
    ] = None,
    role_width: Annotated[
        int | None, typer.Option(min=1, help="Channels to keep in the role head; all by default.")
    ] = None,
    riqua: Annotated[Path | None, typer.Option(help="File of RiQuA, quotations in novels.")] = None,
    pdnc: Annotated[Path | None, typer.Option(help="File of PDNC, quotations in novels.")] = None,
    gum: Annotated[Path | None, typer.Option(help="File of GUM, names in many genres.")] = None,
    namer: Annotated[str | None, typer.Option(help="Trained spaCy pipeline that finds silver names.")] = None,
    distil: Annotated[bool, typer.Option(help="Train a large teacher, too, and distil it.")] = False,
    teacher: Annotated[
        Path | None, typer.Option(help="File of weights of a trained model to learn from, instead of a new teacher.")
    ] = None,
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
            cuts=_cuts(start, layers, feed_forward, role_width),
            distil=distil,
            teacher=teacher,
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


def _cuts(start: Path | None, layers: str | None, feed_forward: int | None, role_width: int | None) -> dict[str, Any]:
    """Return the arguments with which the weights to start from are cut down."""
    given = {"layers": layers, "feed_forward": feed_forward, "role_width": role_width}
    cuts: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if cuts and start is None:
        name = next(iter(cuts))
        raise SettingError(name, str(cuts[name]), "there are no weights to cut", "give a file of weights with --start")
    if layers is not None:
        if not all(number.isdecimal() for number in layers.split(",")):
            setting, problem = "layers", "these are not numbers of layers"
            raise SettingError(setting, layers, problem, "use numbers such as 0,2,5")
        cuts["layers"] = [int(number) for number in layers.split(",")]
    return cuts


if __name__ == "__main__":
    app()
