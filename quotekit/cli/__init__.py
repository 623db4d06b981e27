"""The command line. Modules that take long to import are imported by the command that needs them."""

from __future__ import annotations

from typing import Annotated

import typer

from quotekit._version import __version__
from quotekit.cli.command import Command
from quotekit.cli.evaluate import evaluate
from quotekit.cli.extract import extract
from quotekit.cli.match import match
from quotekit.cli.report import report
from quotekit.cli.verify import verify

__all__ = ["app", "main"]

app = typer.Typer(
    name="quotekit",
    help="Who says what in English news, in whose words, and where.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def main() -> None:
    """Run the command line."""
    app(prog_name="quotekit")


def _print_version(wanted: bool) -> None:  # noqa: FBT001  # the signature that Typer expects
    if wanted:
        typer.echo(f"quotekit {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Who says what in English news, in whose words, and where."""


for _command in (extract, evaluate, report, verify, match):
    app.command(cls=Command)(_command)
