"""Results as a report for people, as JSON lines, and as a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.text import Text

from quotekit.arguments import check_iterable, check_stream
from quotekit.errors import InputError
from quotekit.exporters.html.templates import Templates
from quotekit.records import Article
from quotekit.records.convert import to_line
from quotekit.records.counts import count
from quotekit.verify.results import Verdict, Verification
from quotekit.verify.view import Piece, Shown, shown

__all__ = ["Checked", "write_html", "write_jsonl", "write_text"]

#: An article and the results of its quotations.
Checked = tuple[Article, tuple[Verification, ...]]

_HERE = Path(__file__).parent
_TEMPLATES = Templates(_HERE / "files", _HERE.parent / "exporters" / "html" / "files")
_COLOURS = {
    Verdict.VERBATIM: "green",
    Verdict.TRIMMED: "cyan",
    Verdict.ALTERED: "red",
    Verdict.MERGED: "magenta",
    Verdict.NOT_FOUND: "yellow",
}
# On paper and in files there are no colours, so marks show what differs.
_MARKS = {"replaced": ("[-", "-]"), "omitted": ("[-", "-]"), "added": ("[-", "-]"), "note": ("", "")}
_OURS = {"replaced": ("[+", "+]"), "added": ("[+", "+]")}
_LABEL_WIDTH = 11
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u2066-\u2069\u202a-\u202e]")
_SPACE = re.compile(r"\s+")


def write_jsonl(checked: Iterable[Checked], stream: TextIO) -> None:
    """
    Write a line of JSON for each quotation: the fields of :class:`Verification` and the article's id.

    Args:
        checked: Articles with their results.

        stream: Output stream.
    """
    check_stream("stream", stream)
    for article, results in _each(checked):
        stream.writelines(to_line({"article": article.id, **result.to_dict()}) + "\n" for result in results)


def write_text(checked: Iterable[Checked], stream: TextIO) -> None:
    """
    Write a report for people.

    Words that only the quotation has are between ``[+`` and ``+]``, words that only the source has between ``[-`` and
    ``-]``.

    Args:
        checked: Articles with their results.

        stream: Output stream. On a terminal, verdicts are coloured.
    """
    check_stream("stream", stream)
    checked = _each(checked)
    console = Console(file=stream, markup=False, highlight=False, emoji=False)
    for number, (article, results) in enumerate(checked):
        if number:
            console.print()
        console.print(Text(_clean(article.id or "(no id)"), "bold").append(f": {summary(results)}", "not bold"))
        for result in results:
            console.print()
            _print_result(shown(result, article), console)


def write_html(checked: Iterable[Checked], stream: TextIO) -> None:
    """
    Write a self-contained page, which runs no script.

    Args:
        checked: Articles with their results.

        stream: Output stream, in UTF-8.
    """
    check_stream("stream", stream)
    entries = (
        (article.id or "(no id)", summary(results), [shown(result, article) for result in results])
        for article, results in _each(checked)
    )
    title = "Quotations and their sources"
    page = _TEMPLATES.page(
        "verify.html", styles=("article.css", "page.css", "verify.css"), title=title, entries=entries
    )
    stream.writelines(page)


def _each(checked: Iterable[Checked]) -> Iterator[Checked]:
    """Reject anything but a stream of articles with their results."""
    check_iterable("checked", checked, "pairs of an article and its results")
    return _pairs(checked)


def _pairs(checked: Iterable[Checked]) -> Iterator[Checked]:
    for number, pair in enumerate(checked):
        if not (isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], Article)):  # noqa: PLR2004  # a pair
            needed, remedy = "a pair of an article and its results", "make the results with verify_article"
            where = f"checked[{number}]"
            raise InputError(where, pair, needed=needed, remedy=remedy)
        yield pair


def summary(results: Iterable[Verification]) -> str:
    """
    Count results by verdict.

    Args:
        results: The results.

    Returns:
        The counts in words.

    Example:
        >>> summary([Verification((), Verdict.NOT_FOUND, 0.0)])
        '1 quotation: 1 not found'
    """
    counts = Counter(result.verdict for result in results)
    if not counts:
        return "no quotations"
    parts = (f"{counts[verdict]} {verdict.value.replace('_', ' ')}" for verdict in Verdict if counts[verdict])
    return f"{count(sum(counts.values()), 'quotation')}: {', '.join(parts)}"


def _print_result(result: Shown, console: Console) -> None:
    colour = _COLOURS[result.result.verdict]
    _print_block(Text(result.verdict, colour), _marked(result.quotation, _OURS), console)
    if result.speaker:
        _print_block(Text(), Text(_clean(result.speaker), "dim"), console)
    for passage, pieces in result.passages:
        _print_block(Text("  source", "dim"), _marked(pieces, _MARKS), console)
        span = passage.span
        place = f"{span.source}, characters {span.start}-{span.end} · score {result.result.score:.2f}"
        _print_block(Text(), Text(_clean(place), "dim"), console)


def _print_block(label: Text, text: Text, console: Console) -> None:
    """Print a text, wrapped, with a label before its first line."""
    label.pad_right(max(0, _LABEL_WIDTH - len(label)))
    for line in text.wrap(console, max(console.width - _LABEL_WIDTH, 20), overflow="fold"):
        line.rstrip()
        console.print(Text.assemble(label, line), soft_wrap=True)
        label = Text(" " * _LABEL_WIDTH)


def _marked(pieces: Iterable[Piece], marks: dict[str, tuple[str, str]]) -> Text:
    return Text("".join(_marked_pieces(pieces, marks)).strip())


def _marked_pieces(pieces: Iterable[Piece], marks: dict[str, tuple[str, str]]) -> Iterator[str]:
    for piece in pieces:
        before, after = marks.get(piece.kind, ("", ""))
        yield f"{before}{_CONTROL.sub(chr(0xFFFD), _SPACE.sub(' ', piece.text))}{after}"


def _clean(text: str) -> str:
    """Return a text on one line, without characters that drive a terminal."""
    return _CONTROL.sub("\ufffd", _SPACE.sub(" ", text)).strip()
