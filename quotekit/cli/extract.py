"""The command ``extract``."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import attrs
import typer

from quotekit.cli import options
from quotekit.cli.messages import EXIT_CODE, print_line, report_errors, show_progress
from quotekit.cli.monitor import Monitor
from quotekit.cli.options import ConfidenceOption, ModelOption, OnError, SpeakerConfidenceOption
from quotekit.cli.stdout import open_stdout
from quotekit.corpus.kinds import InputFormat
from quotekit.exporters.formats import Destination, Format, format_of, writer
from quotekit.records.counts import count

if TYPE_CHECKING:
    from quotekit.corpus.documents import Input
    from quotekit.corpus.journal import Result
    from quotekit.corpus.output import Output
    from quotekit.corpus.run import Counts, Read, Run
    from quotekit.corpus.sources import Sources
    from quotekit.records import Article

__all__ = ["extract"]

_STDIN = "-"
# For more than one process; without a spaCy pipeline, one process is as fast with one text at a time.
_BATCH_ARTICLES = 32
_MAX_SHOWN_ENDINGS = 8


def extract(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE",
            show_default=False,
            help="Files, folders or patterns of articles in UTF-8; standard input if - or omitted.",
        ),
    ] = None,
    *,
    files_from: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="File with the name of a source in each line.")
    ] = None,
    input_format: Annotated[
        InputFormat | None, typer.Option(help="Format of the sources; by the ending of each if omitted.")
    ] = None,
    text_column: Annotated[str, typer.Option(metavar="NAME", help="Column of the text, in tables.")] = "text",
    id_column: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Column of the id, in tables; 'id', or else the row's number, if omitted."),
    ] = None,
    id_prefix: Annotated[bool, typer.Option("--id-prefix", help="Begin ids with the path of the file.")] = False,
    form: Annotated[
        Format | None, typer.Option("--format", "-f", help="Output format; by the ending of OUT if omitted.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="Output file, or folder for some formats; standard output if omitted.",
        ),
    ] = None,
    part_articles: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Make OUT a folder of files with N articles each.")
    ] = None,
    excel: Annotated[bool, typer.Option("--excel", help="Write CSV that Excel opens correctly.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", help="Number of processes; -1 for all cores.")] = 1,
    resume: Annotated[bool, typer.Option("--resume", help="Resume a run that was interrupted.")] = False,
    retry_failed: Annotated[
        bool,
        typer.Option("--retry-failed", help="Read the articles that failed in the resumed run again."),
    ] = False,
    on_error: Annotated[OnError, typer.Option(help="What to do if an article cannot be read.")] = OnError.SKIP,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print no progress, failures or summary.")] = False,
    min_confidence: ConfidenceOption = None,
    min_speaker_confidence: SpeakerConfidenceOption = None,
    model: ModelOption = None,
) -> None:
    """Find the attributions of articles."""
    from quotekit.corpus.sources import Sources

    names = sources or ([] if files_from else [_STDIN])
    form = _checked_form(form, output, part_articles, resume=resume, excel=excel)
    if retry_failed and not resume:
        problem = "it needs --resume"
        raise typer.BadParameter(problem, param_hint="--retry-failed")
    found = Sources(tuple(names), input_format, tuple(files_from or ()))
    model_settings = (min_confidence, min_speaker_confidence, model)
    command = _Command(
        sources=found,
        columns=(text_column, id_column),
        id_prefix=id_prefix,
        form=form,
        output=output,
        jobs=jobs,
        on_error=on_error,
        quiet=quiet,
        model_settings=model_settings,
        resume=resume,
        retry_failed=retry_failed,
    )
    options.refuse_to_overwrite(output, names)
    with report_errors():
        failed = command.run(part_articles, excel=excel)
    if failed:
        raise typer.Exit(EXIT_CODE)


@attrs.frozen
class _Command:
    """The command with its options."""

    sources: Sources
    columns: tuple[str, str | None]
    id_prefix: bool
    form: Format
    output: Path | None
    jobs: int
    on_error: OnError
    quiet: bool
    #: Minimum confidence, minimum confidence of speakers' names, and model folder.
    model_settings: tuple[float | None, float | None, Path | None]
    resume: bool
    retry_failed: bool

    def run(self, part_articles: int | None, *, excel: bool) -> int:
        """Run it; return the number of documents that could not be read."""
        _announce_terminal(self.sources.names)
        shown = not self.quiet and (self.output is not None or not sys.stdout.isatty())
        with show_progress(None, shown=shown and not self._is_single) as progress:
            monitor = Monitor(progress, is_quiet=self.quiet)
            monitor.count_in_background(self._count)
            if self.output is None:
                self._to_stdout(monitor, excel=excel)
            else:
                self._to_output(self._make_output(self.output, part_articles, excel=excel), monitor)
        self._print_skipped()
        return monitor.failed

    @property
    def _is_single(self) -> bool:
        """Whether there is one text at most, which needs no bar."""
        names = self.sources.names
        if self.sources.lists or len(names) > 1 or self.sources.form not in {None, InputFormat.TEXT}:
            return False
        return names == (_STDIN,) or (Path(names[0]).is_file() and Path(names[0]).suffix in {"", ".txt"})

    def _documents(self) -> Iterator[Input]:
        from quotekit.corpus.read import read_corpus
        from quotekit.corpus.rows import Columns

        return read_corpus(self.sources, Columns(*self.columns), with_prefix=self.id_prefix)

    def _count(self) -> int | None:
        from quotekit.corpus.count import count_documents

        # A copy, because iterating over sources counts what they skip.
        return count_documents(attrs.evolve(self.sources))

    def _read(self) -> Read:
        extractor = options.make_extractor(*self.model_settings)
        size = 1 if self.jobs == 1 else _BATCH_ARTICLES
        return partial(extractor.pipe_outcomes, batch_size=size, n_process=self.jobs)

    def _make_output(self, path: Path, part_articles: int | None, *, excel: bool) -> Output:
        from quotekit.corpus.output import Output
        from quotekit.corpus.run import Run

        destination = self.form.destination if part_articles else self.form.destination_at(path)
        output = Output(path, self.form, self._writer(destination, excel=excel), part_articles)
        has_run = self.resume and Run(output, {}).manifest.exists()
        if output.is_folder and path.is_dir() and any(path.iterdir()) and not has_run:
            problem = f"the folder {str(path)!r} is not empty; choose a new one"
            raise typer.BadParameter(problem, param_hint="--output")
        return output

    def _writer(self, destination: Destination, *, excel: bool) -> Any:
        write = writer(self.form, destination)
        return partial(cast("Any", write), excel=True) if excel else write

    def _to_stdout(self, monitor: Monitor, *, excel: bool) -> None:
        from quotekit.corpus.run import find_all

        write = self._writer(self.form.destination, excel=excel)
        with open_stdout(is_data=self.form is not Format.PRETTY) as stream:
            write(self._articles(find_all(self._documents(), self._read()), monitor), stream)

    def _articles(self, results: Iterable[Result], monitor: Monitor) -> Iterator[Article]:
        from quotekit.records import Article

        for result in results:
            self._on_result(monitor, result)
            if isinstance(result, Article):
                yield result
        monitor.complete()

    def _to_output(self, output: Output, monitor: Monitor) -> None:
        from quotekit.corpus.run import Run
        from quotekit.errors import SourceError

        run = Run(output, self._settings(output), self.resume, keeps_manifest=self.resume, retries=self.retry_failed)
        counts = run.finished()
        if counts is not None:
            monitor.failed = counts.failures
            if not self.quiet:
                self._print_complete(run, counts)
            return
        try:
            with closing(self._documents()) as documents:  # type: ignore[type-var]  # a generator
                counts = run.work(documents, self._read(), partial(self._on_result, monitor))
        except KeyboardInterrupt:
            print_line(f"interrupted; {_how_to_resume(run)}")
            raise
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            remedy = f"free some, and {_how_to_resume(run)}"
            raise SourceError(str(output.path), "no space is left for it", remedy) from error
        self._summarize(monitor, counts, str(run.failures))

    def _print_complete(self, run: Run, counts: Counts) -> None:
        retry = f"add --retry-failed to try again what failed ({counts.failures}), or " if counts.failures else ""
        print_line(f"{str(run.output.path)!r} is complete; {retry}delete {str(run.manifest)!r} to write it again")

    def _summarize(self, monitor: Monitor, counts: Counts, failures: str) -> None:
        monitor.summarize(counts, repr(failures), in_terminal=sys.stderr.isatty())

    def _on_result(self, monitor: Monitor, result: Result, was_there: bool = False) -> None:  # noqa: FBT001, FBT002
        from quotekit.corpus.documents import Unread
        from quotekit.errors import SourceError

        if self.on_error is OnError.RAISE and isinstance(result, Unread) and not was_there:
            raise SourceError(result.place, result.reason)
        monitor.show(result, was_there)

    def _settings(self, output: Output) -> Mapping[str, Any]:
        """Return the options on which the results depend."""
        confidence, speaker_confidence, model = self.model_settings
        return {
            "SOURCE": list(self.sources.names),
            "--files-from": list(self.sources.lists),
            "--input-format": self.sources.form,
            "--text-column": self.columns[0],
            "--id-column": self.columns[1],
            "--id-prefix": self.id_prefix,
            "--format": self.form,
            "--part-articles": output.part_articles,
            "--excel": isinstance(output.write, partial),
            "--min-confidence": confidence,
            "--min-speaker-confidence": speaker_confidence,
            "--model": None if model is None else str(model),
        }

    def _print_skipped(self) -> None:
        skipped = self.sources.skipped
        if skipped and not self.quiet:
            endings = ", ".join(f"{ending} ({number})" for ending, number in skipped.most_common(_MAX_SHOWN_ENDINGS))
            print_line(f"passed over {count(skipped.total(), 'file')} in folders, because of their endings: {endings}")


def _checked_form(
    form: Format | None, output: Path | None, part_articles: int | None, *, resume: bool, excel: bool
) -> Format:
    """Return the output format; refuse options that do not fit it."""
    if output is None:
        form = form or Format.PRETTY
        if form.destination is not Destination.TEXT:
            kind = "folder" if form.destination is Destination.FOLDER else "file"
            problem = f"the format {form.value!r} needs a {kind} to write to"
            raise typer.BadParameter(problem, param_hint="--output")
        if resume or part_articles:
            option = "--resume" if resume else "--part-articles"
            problem = "it needs --output"
            raise typer.BadParameter(problem, param_hint=option)
    elif form is None:
        form = format_of(output)
        if form is None:
            options.refuse_ending(output)
    if excel and form is not Format.CSV:
        problem = "it needs the format 'csv'"
        raise typer.BadParameter(problem, param_hint="--excel")
    if part_articles and form.destination is Destination.FOLDER:
        problem = f"the format {form.value!r} has files for each article"
        raise typer.BadParameter(problem, param_hint="--part-articles")
    return form


def _how_to_resume(run: Run) -> str:
    """Return how to go on with a run that has not ended: there is nothing to go on from before the first result."""
    return f"add --resume to go on from {str(run.journal)!r}" if run.journal.exists() else "start it again"


def _announce_terminal(names: tuple[str, ...]) -> None:
    if _STDIN in names and sys.stdin.isatty():
        print_line("reading the article from the terminal; end it with Ctrl-D (Ctrl-Z and Enter on Windows)")
