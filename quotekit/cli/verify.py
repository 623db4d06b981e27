"""The command ``verify``."""

from __future__ import annotations

import enum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from quotekit.cli import options
from quotekit.cli.articles import read_inputs, read_texts, write_report
from quotekit.cli.messages import report_errors

__all__ = ["verify"]


class VerifyFormat(str, enum.Enum):
    """An output format."""

    PRETTY = "pretty"
    JSONL = "jsonl"
    HTML = "html"


def verify(
    articles: Annotated[
        list[Path],
        typer.Argument(metavar="ARTICLE", help="Texts (.txt), output of 'extract --format jsonl', or folders of them."),
    ],
    *,
    sources: Annotated[
        list[Path],
        typer.Option("--sources", "-s", metavar="DIR", help="Folder of transcripts and documents (.txt), or one file."),
    ],
    form: Annotated[
        VerifyFormat | None, typer.Option("--format", "-f", help="Output format; by the ending of FILE if omitted.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Output file; standard output if omitted.")
    ] = None,
) -> None:
    """Compare the quotations of articles with what was said: verbatim, trimmed, altered, merged or not found."""
    from quotekit.verify import Verifier
    from quotekit.verify import write as writers

    form = options.choose_format(form, output, VerifyFormat)
    write = {
        VerifyFormat.PRETTY: writers.write_text,
        VerifyFormat.JSONL: writers.write_jsonl,
        VerifyFormat.HTML: writers.write_html,
    }[form]
    with report_errors():
        texts = dict(read_texts(sources))
        if not texts:
            problem = "there is no .txt file in it"
            raise typer.BadParameter(problem, param_hint="--sources")
        options.refuse_to_overwrite(output, map(str, [*articles, *sources]))
        verifier = Verifier(texts)
        checked = ((article, tuple(verifier.verify_article(article))) for article in read_inputs(articles))
        write_report(partial(write, checked), output, is_data=form is not VerifyFormat.PRETTY)
