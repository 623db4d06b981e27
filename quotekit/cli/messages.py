"""What the commands print on standard error: errors, progress, and a summary."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

import typer

from quotekit.errors import QuotekitError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

__all__ = ["EXIT_CODE", "print_line", "report_errors", "show_progress"]

#: The exit code if anything could not be read.
EXIT_CODE = 2


def print_line(line: str, console: Console | None = None) -> None:
    """
    Print a line on standard error.

    Args:
        line: The line.

        console: The console of a progress bar, which keeps the bar below the line.
    """
    from rich.console import Console

    console = console or Console(stderr=True)
    console.print(f"quotekit: {line}", markup=False, highlight=False, soft_wrap=True)


@contextmanager
def report_errors() -> Iterator[None]:
    """Print expected errors in one line, without a traceback."""
    try:
        yield
    except QuotekitError as error:
        problem = str(error)
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        problem = f"{error.filename!r}: {error.strerror}" if error.filename else str(error)
    else:
        return
    print_line(problem)
    raise typer.Exit(EXIT_CODE)


@contextmanager
def show_progress(total: int | None, *, shown: bool) -> Iterator[Progress]:
    """
    Show a progress bar on standard error, if that is a terminal: done, total, rate, time left and failures.

    Args:
        total: Number of articles; None if it is not known yet.

        shown: Whether to show it.

    Yields:
        The progress, with one task.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("articles"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.fields[failed]}"),
    )
    shown = shown and sys.stderr.isatty()
    bar = Progress(*columns, console=Console(stderr=True), transient=True, disable=not shown)
    bar.add_task("articles", total=total, rate="", failed="")
    # Before Rich 14.3 a bar that is not shown leaves an empty line.
    with bar if shown else nullcontext():
        yield bar
