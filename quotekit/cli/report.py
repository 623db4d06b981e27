"""The command ``report``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import attrs
import typer

from quotekit.cli import options
from quotekit.cli.articles import write_report as write_output
from quotekit.cli.messages import EXIT_CODE, report_errors, show_progress
from quotekit.cli.monitor import Monitor
from quotekit.cli.options import ConfidenceOption, ModelOption, SpeakerConfidenceOption

if TYPE_CHECKING:
    from rich.progress import Progress

    from quotekit.corpus.documents import Input as Found
    from quotekit.extractor import Extractor
    from quotekit.records import Article
    from quotekit.report import Input

__all__ = ["report"]


def report(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH",
            help="Files or folders of articles: texts (.txt), or output of 'extract --format jsonl'.",
        ),
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Output file; standard output if omitted."),
    ] = None,
    aliases: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="CSV with the columns 'alias' and 'name': names of the same speaker."),
    ] = None,
    min_confidence: ConfidenceOption = None,
    min_speaker_confidence: SpeakerConfidenceOption = None,
    model: ModelOption = None,
) -> None:
    """Summarize many articles as an HTML page: who is quoted most, how much of it is direct, and who is named."""
    from quotekit.report import find_inputs, read_aliases, require_matplotlib, write_report

    inputs = find_inputs(paths)
    if not inputs:
        problem = "there is no .txt or .jsonl file in it"
        raise typer.BadParameter(problem, param_hint="PATH")
    options.refuse_to_overwrite(output, (str(source.path) for source in inputs))
    with report_errors(), show_progress(len(inputs), shown=len(inputs) > 1) as progress:
        require_matplotlib()
        known = {} if aliases is None else read_aliases(aliases)
        monitor = Monitor(progress)
        extracted = _extracted(inputs, options.make_extractor(min_confidence, min_speaker_confidence, model), monitor)
        articles = chain(_read_extracted(inputs, progress), extracted)
        write = partial(write_report, articles, group=attrgetter("id"), aliases=known)
        write_output(write, output, is_data=True)
    if monitor.failed:
        raise typer.Exit(EXIT_CODE)


def _extracted(inputs: Iterable[Input], extractor: Extractor, monitor: Monitor) -> Iterator[Article]:
    """Extract from the texts; their folder becomes their id."""
    from quotekit.corpus.run import find_all
    from quotekit.records import Article

    texts = (source for source in inputs if not source.holds_articles)
    for result in find_all(_documents(texts), partial(extractor.pipe_outcomes, batch_size=1)):
        monitor.show(result)
        if isinstance(result, Article):
            yield result


def _documents(inputs: Iterable[Input]) -> Iterator[Found]:
    from quotekit.corpus import Columns, Document, InputFormat, Source, read_source

    for source in inputs:
        for document in read_source(Source(str(source.path), "", InputFormat.TEXT), Columns()):
            if isinstance(document, Document):
                yield attrs.evolve(document, about=attrs.evolve(document.about, id=source.folder))
            else:
                yield document


def _read_extracted(inputs: Iterable[Input], progress: Progress) -> Iterator[Article]:
    """Read the articles that are extracted already; their folder becomes their id."""
    from quotekit.report import read_articles

    for source in inputs:
        if source.holds_articles:
            yield from (attrs.evolve(article, id=source.folder) for article in read_articles(source.path))
            progress.advance(progress.task_ids[0])
