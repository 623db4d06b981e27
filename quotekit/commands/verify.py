"""The command ``quotekit verify``."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Annotated

import typer

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
    form: Annotated[VerifyFormat, typer.Option("--format", "-f", help="Output format.")] = VerifyFormat.PRETTY,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Output file; standard output if omitted.")
    ] = None,
) -> None:
    """Hold the quotations of articles against what was said: verbatim, trimmed, altered, merged or not found."""
    from quotekit.cli import _refuse_to_overwrite, _report_errors, _text_stream
    from quotekit.commands.inputs import read_inputs, read_texts
    from quotekit.verify import Verifier
    from quotekit.verify import write as writers

    write = {
        VerifyFormat.PRETTY: writers.write_text,
        VerifyFormat.JSONL: writers.write_jsonl,
        VerifyFormat.HTML: writers.write_html,
    }[form]
    with _report_errors():
        texts = dict(read_texts(sources))
        if not texts:
            problem = "there is no .txt file in it"
            raise typer.BadParameter(problem, param_hint="--sources")
        _refuse_to_overwrite(output, map(str, [*articles, *sources]))
        verifier = Verifier(texts)
        checked = ((article, tuple(verifier.verify_article(article))) for article in read_inputs(articles))
        with _text_stream(output, is_data=form is not VerifyFormat.PRETTY) as stream:
            write(checked, stream)
