"""The command ``match``."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotekit.cli import options
from quotekit.cli.articles import read_inputs, write_report
from quotekit.cli.messages import print_line, report_errors
from quotekit.exporters.replace import replacing

if TYPE_CHECKING:
    from quotekit.matching import Statement

__all__ = ["match"]


class MatchFormat(str, enum.Enum):
    """An output format."""

    PRETTY = "pretty"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    HTML = "html"


def match(
    articles: Annotated[
        list[Path],
        typer.Argument(metavar="ARTICLE", help="Output of 'extract --format jsonl', texts (.txt), or folders of them."),
    ],
    *,
    form: Annotated[
        MatchFormat | None, typer.Option("--format", "-f", help="Output format; by the ending of FILE if omitted.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Output file; standard output if omitted.")
    ] = None,
    excel: Annotated[bool, typer.Option("--excel", help="Write CSV that Excel opens correctly.")] = False,
    min_outlets: Annotated[
        int, typer.Option(min=1, metavar="N", help="Leave out statements that fewer outlets print.")
    ] = 2,
) -> None:
    """Group the quotations of articles that are one utterance: who printed what, first, and in which words."""
    form = options.choose_format(form, output, MatchFormat)
    if form is MatchFormat.PARQUET and output is None:
        problem = "the format 'parquet' needs a file to write to"
        raise typer.BadParameter(problem, param_hint="--output")
    if excel and form is not MatchFormat.CSV:
        problem = "it needs the format 'csv'"
        raise typer.BadParameter(problem, param_hint="--excel")
    with report_errors():
        from quotekit.matching import cluster
        from quotekit.matching import write as writers

        options.refuse_to_overwrite(output, map(str, articles))
        statements = _noting_none(cluster(read_inputs(articles), min_outlets=min_outlets), min_outlets)
        if output is not None and form is MatchFormat.PARQUET:
            from quotekit.matching.tables import write_parquet

            with replacing(output) as new:
                write_parquet(statements, new)
            return
        writes: dict[MatchFormat, Callable[..., None]] = {
            MatchFormat.PRETTY: writers.write_text,
            MatchFormat.JSONL: writers.write_jsonl,
            MatchFormat.CSV: partial(writers.write_csv, excel=excel),
            MatchFormat.HTML: writers.write_html,
        }
        write_report(partial(writes[form], statements), output, is_data=form is not MatchFormat.PRETTY)


def _noting_none(statements: Iterable[Statement], min_outlets: int) -> Iterator[Statement]:
    """Say on standard error if there are no statements."""
    has_any = False
    for statement in statements:
        has_any = True
        yield statement
    if has_any:
        return
    if min_outlets == 1:
        print_line("there are no quotations")
    else:
        print_line(f"no quotation is printed by {min_outlets} outlets; --min-outlets 1 shows all")
