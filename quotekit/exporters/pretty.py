"""Articles for people: who says what, speaker by speaker, at the width of the terminal."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TextIO

from rich.console import Console
from rich.text import Text

from quotekit.exporters.grouping import by_speaker, count, who
from quotekit.records import Article, Attribution, Kind

__all__ = ["write_pretty"]

_SPACE = re.compile(r"\s+")
# A text may hold what would drive the terminal; it is shown as an unknown character.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u2066-\u2069\u202a-\u202e]")
_COLOURS = {Kind.DIRECT: "green", Kind.MIXED: "yellow", Kind.INDIRECT: "cyan"}
_INDENT = max(len(kind.value) for kind in Kind) + 4
_NARROWEST = 20


def write_pretty(articles: Iterable[Article], stream: TextIO) -> None:
    """
    Write articles for people to read: the speakers in the order of the text, and what each of them says.

    Args:
        articles: The articles.

        stream: Where to write. On a terminal there is colour and lines have its width; elsewhere there is none, and
            they have 80 columns, or as many as the environment variable ``COLUMNS`` says.
    """
    console = Console(file=stream, markup=False, highlight=False, emoji=False)
    for number, article in enumerate(articles):
        if number:
            console.print()
        _write_article(article, console)


def _write_article(article: Article, console: Console) -> None:
    attributions = article.attributions
    speakers = {a.speaker.id for a in attributions if a.speaker}
    counts = f"{count(len(attributions), 'attribution')}, {count(len(speakers), 'speaker')}"
    title = Text(_shown(article.id or "(no id)"), "bold")
    console.print(title.append(f": {counts if attributions else 'no attributions'}", "not bold"))
    for line in _head(article):
        console.print(Text(line, "dim"))
    line_starts = [0, *(m.end() for m in re.finditer("\n", article.text))]
    for said in by_speaker(attributions):
        name = _shown(who(said[0]))
        console.print()
        console.print(_heading(name, said[0]))
        for attribution in said:
            _print_block(attribution, name, line_starts, console)


def _head(article: Article) -> Iterator[str]:
    """Dateline and credits, where the article has them."""
    if article.dateline:
        yield "Dateline: " + ", ".join(_shown(x) for x in (article.dateline.place, article.dateline.date) if x)
    if article.credits:
        yield "Credits: " + ", ".join(f"{_shown(credit.name)} ({_shown(credit.role)})" for credit in article.credits)


def _heading(name: str, attribution: Attribution) -> Text:
    speaker = attribution.speaker
    about = [*map(_shown, speaker.titles), speaker.kind.value] if speaker else []
    return Text.assemble((name, "bold"), (f" ({', '.join(about)})" if about else "", "dim"))


def _print_block(attribution: Attribution, name: str, line_starts: list[int], console: Console) -> None:
    """Kind and words, and under the words how we know and where."""
    kind = attribution.kind
    label = Text(f"  {kind.value}".ljust(_INDENT), _COLOURS[kind])
    width = max(console.width - _INDENT, _NARROWEST)
    parts = (_words(attribution), Text(_how(attribution, name), "dim"), Text(_where(attribution, line_starts), "dim"))
    for line in (line for part in parts for line in part.wrap(console, width, overflow="fold")):
        line.rstrip()
        console.print(Text.assemble(label, line), soft_wrap=True)
        label = Text(" " * _INDENT)


def _words(attribution: Attribution) -> Text:
    """The content with what is quoted in bold."""
    text = Text()
    quoted = [(q.start, q.end) for q in attribution.quoted]
    for number, piece in enumerate(attribution.content):
        text.append(" … " if number else "")
        cuts = sorted({piece.start, piece.end, *(c for q in quoted for c in q if piece.start < c < piece.end)})
        for start, end in pairwise(cuts):
            inside = any(s <= start and end <= e for s, e in quoted)
            part = _SPACE.sub(" ", piece.text[start - piece.start : end - piece.start])
            text.append(_CONTROL.sub("\ufffd", part), "bold" if inside else "")
    return text


def _how(attribution: Attribution, name: str) -> str:
    """The cue, the source where it is not the heading, and what else is known."""
    a = attribution
    facts = [f"cue: {_shown(a.cue.text)}" if a.cue else "no cue"]
    if a.negated:
        facts.append("negated")
    if a.source and _shown(a.source.text) != name:
        facts.append(f"source: {_shown(a.source.text)}")
    if a.addressee:
        facts.append(f"to: {_shown(a.addressee.text)}")
    if a.via:
        facts.append("via: " + ", ".join(_shown(outlet.name) for outlet in a.via))
    return " · ".join(facts)


def _where(attribution: Attribution, line_starts: list[int]) -> str:
    """Line and column, both counted from 1, offsets, confidence and id."""
    a = attribution
    offset = a.content.start or 0
    line = bisect_right(line_starts, offset)
    column = offset - line_starts[line - 1] + 1
    offsets = ", ".join(f"{span.start}-{span.end}" for span in a.content)
    inside = f" inside {a.parent}" if a.parent else ""
    return f"at {line}:{column} (characters {offsets}) · confidence {a.confidence:.0%} · {a.id}{inside}"


def _shown(text: str) -> str:
    """A text on one line that is safe to show."""
    return _CONTROL.sub("\ufffd", _SPACE.sub(" ", text)).strip()
