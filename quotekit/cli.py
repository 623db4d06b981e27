"""The command line. Modules that take long to import are imported by the command that needs them."""

from __future__ import annotations

import errno
import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any, TextIO

import attrs
import typer

from quotekit._version import __version__
from quotekit.errors import QuotekitError
from quotekit.exporters.formats import Destination, Format, writer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

    from quotekit.evaluation import Scores
    from quotekit.pipeline import Extractor
    from quotekit.records import Article
    from quotekit.report import Input

__all__ = ["app", "main"]

_STDIN = "-"
_EXIT_CODE = 2
# Small batches save memory and keep the progress bar accurate.
_BATCH_ARTICLES = 8

app = typer.Typer(
    name="quotekit",
    help="Who says what in English news, in whose words, and where.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

ConfidenceOption = Annotated[
    float | None,
    typer.Option(min=0, max=1, metavar="X", help="Minimum confidence, from 0 to 1; the model's default if omitted."),
]
SpeakerConfidenceOption = Annotated[
    float | None,
    typer.Option(min=0, max=1, metavar="X", help="Minimum confidence of speakers' names; rarely wrong if omitted."),
]
ModelOption = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="Model folder; the model in the package if omitted.")
]


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


@app.command()
def extract(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE", help="Articles in UTF-8; standard input if - or omitted.")
    ] = None,
    *,
    form: Annotated[Format, typer.Option("--format", "-f", help="Output format.")] = Format.PRETTY,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Output file, or folder for some formats; standard output if omitted.",
        ),
    ] = None,
    min_confidence: ConfidenceOption = None,
    min_speaker_confidence: SpeakerConfidenceOption = None,
    model: ModelOption = None,
) -> None:
    """Find the attributions of articles, one article per file."""
    names = files or [_STDIN]
    _check_output(output, form, names)
    with _report_errors(), _progress(len(names), shown=output is not None or not sys.stdout.isatty()) as progress:
        reader = _Reader(names, progress)
        write = writer(form, form.destination_at(output))
        extractor = _make_extractor(min_confidence, min_speaker_confidence, model)
        with _open_destination(output, form) as destination:
            write(_articles(extractor, reader, progress), destination)
    if reader.failed:
        raise typer.Exit(_EXIT_CODE)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Annotated articles, one per line.")],
    *,
    predicted: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Predictions, as written by 'extract --format jsonl'; computed if omitted."),
    ] = None,
    model: ModelOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print all scores as JSON.")] = False,
) -> None:
    """Score predicted attributions against annotated ones: precision, recall and F1."""
    from quotekit.evaluation import evaluate as score
    from quotekit.evaluation import read_annotated

    with _report_errors():
        annotated = read_annotated(gold)
        if predicted is not None:
            scores = score(annotated, read_annotated(predicted, needs_text=False))
        else:
            texts = [(article.text, article.id) for article in annotated]
            with _progress(len(texts), shown=True) as progress:
                scores = score(annotated, _articles(_make_extractor(None, None, model), texts, progress))
    if as_json:
        typer.echo(json.dumps(scores.to_dict(), indent=2))
    else:
        _print_scores(scores)


@app.command()
def report(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH", help="Files or folders of articles: texts (.txt), or output of 'extract --format jsonl'."
        ),
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Output file; standard output if omitted."),
    ] = None,
    min_confidence: ConfidenceOption = None,
    min_speaker_confidence: SpeakerConfidenceOption = None,
    model: ModelOption = None,
) -> None:
    """Summarize many articles as an HTML page: who is quoted most, how much of it is direct, and who is named."""
    from quotekit.report import find_inputs, require_matplotlib, write_report

    inputs = find_inputs(paths)
    if not inputs:
        problem = "there is no .txt or .jsonl file in it"
        raise typer.BadParameter(problem, param_hint="PATH")
    _refuse_to_overwrite(output, (str(source.path) for source in inputs))
    with _report_errors(), _progress(len(inputs), shown=True) as progress:
        require_matplotlib()
        texts = {str(source.path): source.folder for source in inputs if not source.holds_articles}
        reader = _Reader(list(texts), progress, texts)
        extracted = _articles(_make_extractor(min_confidence, min_speaker_confidence, model), reader, progress)
        with _text_stream(output, is_data=True) as stream:
            write_report(chain(_read_extracted(inputs, progress), extracted), stream, group=attrgetter("id"))
    if reader.failed:
        raise typer.Exit(_EXIT_CODE)


@attrs.define
class _Reader:
    """Reads files as pairs of text and id; reports files that cannot be read and skips them."""

    names: Sequence[str]
    progress: Progress
    #: Ids by file name; other files get an id after their name.
    ids: Mapping[str, str | None] = attrs.Factory(dict)
    failed: int = 0

    def __iter__(self) -> Iterator[tuple[str, str | None]]:
        for name in self.names:
            text = self._try(name)
            if text is not None:
                yield text, self.ids.get(name, "stdin" if name == _STDIN else Path(name).stem)

    def _try(self, name: str) -> str | None:
        try:
            return _read(name)
        except (OSError, ValueError) as error:
            _print_error(f"{name!r}: {_problem(name, error)}", self.progress.console)
        self.failed += 1
        self.progress.advance(self.progress.task_ids[0])
        return None


def _read(name: str) -> str:
    """Read a file without converting line ends; a byte order mark is dropped."""
    if name != _STDIN:
        data = Path(name).read_bytes()
    else:
        if sys.stdin.isatty():
            _print_error("reading the article from the terminal; end it with Ctrl-D (Ctrl-Z and Enter on Windows)")
        data = typer.get_binary_stream("stdin").read()
    return data.decode("utf-8").removeprefix("\ufeff")


def _problem(name: str, error: OSError | ValueError) -> str:
    """Describe why a file cannot be read and what to do."""
    if isinstance(error, UnicodeDecodeError):
        byte = error.object[error.start]
        return f"not UTF-8, the byte at offset {error.start} is 0x{byte:02x}; convert the file, for example with iconv"
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if Path(name).is_dir():
        return "a directory; pass the files in it"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"


def _make_extractor(
    min_confidence: float | None, min_speaker_confidence: float | None, model: Path | None
) -> Extractor:
    from quotekit.pipeline import Extractor

    return Extractor(model=model, min_confidence=min_confidence, min_speaker_confidence=min_speaker_confidence)


def _articles(extractor: Extractor, texts: Iterable[tuple[str, str | None]], progress: Progress) -> Iterator[Article]:
    """Extract from pairs of text and id."""
    for article, name in extractor.pipe(texts, as_tuples=True, batch_size=_BATCH_ARTICLES):
        yield attrs.evolve(article, id=name)
        progress.advance(progress.task_ids[0])


def _read_extracted(inputs: Iterable[Input], progress: Progress) -> Iterator[Article]:
    """Read the articles that are extracted already; their folder becomes their id."""
    from quotekit.report import read_articles

    for source in inputs:
        if source.holds_articles:
            yield from (attrs.evolve(article, id=source.folder) for article in read_articles(source.path))
            progress.advance(progress.task_ids[0])


def _check_output(output: Path | None, form: Format, names: Iterable[str]) -> None:
    """Raise an error if the output does not suit the format, or would overwrite an input or a folder."""
    problem = ""
    if output is None:
        if form.destination is not Destination.TEXT:
            kind = "folder" if form.destination is Destination.FOLDER else "file"
            problem = f"the format {form.value!r} needs a {kind} to write to"
    elif form.destination_at(output) is Destination.FOLDER:
        if output.is_dir() and any(output.iterdir()):
            problem = f"the folder {str(output)!r} is not empty; choose a new one"
    else:
        _refuse_to_overwrite(output, names)
    if problem:
        raise typer.BadParameter(problem, param_hint="--output")


def _refuse_to_overwrite(output: Path | None, names: Iterable[str]) -> None:
    if output is None or not output.exists():
        return
    if any(Path(name).exists() and output.samefile(name) for name in names if name != _STDIN):
        problem = f"{str(output)!r} is one of the input files"
        raise typer.BadParameter(problem, param_hint="--output")


@contextmanager
def _open_destination(output: Path | None, form: Format) -> Iterator[IO[Any] | Path]:
    """Open the output: data in UTF-8 without converting line ends; characters that cannot be encoded are escaped."""
    destination = form.destination_at(output)
    if output is not None and destination is Destination.FOLDER:
        yield output
    elif output is not None and destination is Destination.BYTES:
        with output.open("wb") as stream:
            yield stream
    else:
        with _text_stream(output, is_data=form is not Format.PRETTY) as text:
            yield text


@contextmanager
def _text_stream(output: Path | None, *, is_data: bool) -> Iterator[TextIO]:
    if output is not None:
        with output.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            yield file
        return
    stream = io.TextIOWrapper(
        typer.get_binary_stream("stdout"),
        encoding="utf-8" if is_data else sys.stdout.encoding,
        errors="backslashreplace",
        newline="" if is_data else None,
        write_through=True,
    )
    yield stream
    stream.detach()


@contextmanager
def _progress(total: int, *, shown: bool) -> Iterator[Progress]:
    """Show a progress bar on standard error, if that is a terminal and there is more than one article."""
    from rich.console import Console
    from rich.progress import Progress

    shown = shown and total > 1 and sys.stderr.isatty()
    with Progress(console=Console(stderr=True), transient=True, disable=not shown) as bar:
        bar.add_task("articles", total=total)
        yield bar


@contextmanager
def _report_errors() -> Iterator[None]:
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
    _print_error(problem)
    raise typer.Exit(_EXIT_CODE)


def _print_error(problem: str, console: Console | None = None) -> None:
    """Print a line on standard error; the console of a progress bar keeps the bar below it."""
    from rich.console import Console

    (console or Console(stderr=True)).print(f"quotekit: {problem}", markup=False, highlight=False, soft_wrap=True)


def _print_scores(scores: Scores) -> None:
    """Print all scores as a table."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None)
    table.add_column("")
    for header in ("precision", "recall", "F1", "annotated", "predicted"):
        table.add_column(header, justify="right")
    for name, m in scores.measures():
        shares = (f"{share:.3f}" for share in (m.precision, m.recall, m.f1))
        table.add_row(name, *shares, str(m.gold), str(m.predicted))
    console = Console(highlight=False)
    console.print(table)
    console.print(f"\n source_given_content {scores.source_given_content:.3f}")
    console.print(f" articles {scores.articles}, without prediction {scores.articles_without_prediction}")
