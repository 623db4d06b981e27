"""The command: ``python -m quotekit.training.ranking GOLD LABELS... --start FILE --model FOLDER --out FOLDER``."""

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
    gold: Annotated[Path, typer.Argument(help="File of annotated articles.")],
    labels: Annotated[list[Path], typer.Argument(help="Files of their speakers' labels.")],
    *,
    start: Annotated[Path, typer.Option(help="File of the model's weights, such as weights.pt in OUT.work.")],
    model: Annotated[Path, typer.Option(help="Model folder that was written of these weights.")],
    out: Annotated[Path, typer.Option(help="Model folder to write.")],
    gum: Annotated[Path | None, typer.Option(help="File of GUM, texts with coreference chains.")] = None,
    name: Annotated[str | None, typer.Option(help="Name of the new model; the folder's by default.")] = None,
    epochs: Annotated[int, typer.Option(min=1, help="Passes over the texts.")] = 10,
    learning_rate: Annotated[float, typer.Option(min=1e-6, help="Peak learning rate.")] = 3e-3,
    width: Annotated[int, typer.Option(min=1, help="How many numbers the state of a word has.")] = 64,
    outlet_width: Annotated[int, typer.Option(min=1, help="How many numbers there are in it for outlets.")] = 16,
    seed: Annotated[int, typer.Option(help="Random seed.")] = 1,
    threads: Annotated[int, typer.Option(min=1, help="Number of threads.")] = 2,
) -> None:
    """Train the networks that weigh candidates for speakers, and outlets; write them with the model as a new folder."""
    import torch

    from quotekit.training.ranking.fit import RankingSettings
    from quotekit.training.ranking.make import Sources, make_ranking

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(threads)
    settings = RankingSettings(
        epochs=epochs, learning_rate=learning_rate, width=width, outlet_width=outlet_width, seed=seed
    )
    try:
        loss = make_ranking(Sources(gold, labels, gum), start, model, out, settings=settings, name=name)
    except (QuotekitError, OSError) as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(_EXIT_CODE) from error
    typer.echo(f"loss {loss:.4f}")


if __name__ == "__main__":
    app()
