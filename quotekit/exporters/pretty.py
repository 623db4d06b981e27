"""Articles as plain text for a terminal: who says what, speaker by speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TextIO

from rich.console import Console
from rich.text import Text

from quotekit.arguments import check_stream
from quotekit.exporters.grouping import about, by_speaker, published, who
from quotekit.records import Article, Attribution, Kind, Stance
from quotekit.records.arguments import each_article
from quotekit.records.counts import count_all

__all__ = ["write_pretty"]

_SPACE = re.compile(r"\s+")
# Control characters, which would drive the terminal, are shown as U+FFFD.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u2066-\u2069\u202a-\u202e]")
_COLOURS = {Kind.DIRECT: "green", Kind.MIXED: "yellow", Kind.INDIRECT: "cyan"}
_INDENT = max(len(kind.value) for kind in Kind) + 4
_MIN_WIDTH_COLUMNS = 20


def write_pretty(articles: Iterable[Article], stream: TextIO) -> None:
    """
    Write articles for people to read: the speakers in the order of the text, with all their attributions.

    Args:
        articles: The articles.

        stream: Output stream. On a terminal, text is coloured and wrapped to its width; elsewhere it has no colours and
            80 columns, or as many as the environment variable ``COLUMNS`` gives.
    """
    check_stream("stream", stream)
    articles = each_article(articles)
    console = Console(file=stream, markup=False, highlight=False, emoji=False)
    for number, article in enumerate(articles):
        if number:
            console.print()
        _write_article(article, console)


def _write_article(article: Article, console: Console) -> None:
    title = Text(_shown(article.id or "(no id)"), "bold")
    console.print(title.append(f": {count_all(article.attributions)}", "not bold"))
    for line in _head(article):
        console.print(Text(line, "dim"))
    line_starts = [0, *(m.end() for m in re.finditer("\n", article.text))]
    for group in by_speaker(article.attributions):
        name = _shown(who(group[0]))
        console.print()
        console.print(_heading(name, group[0]))
        for attribution in group:
            _print_block(attribution, name, line_starts, console)


def _head(article: Article) -> Iterator[str]:
    """Format metadata, dateline and credits, if the article has them."""
    yield from map(_shown, published(article.meta))
    if article.dateline:
        yield "Dateline: " + ", ".join(_shown(x) for x in (article.dateline.place, article.dateline.date) if x)
    if article.credits:
        yield "Credits: " + ", ".join(f"{_shown(credit.name)} ({_shown(credit.role)})" for credit in article.credits)


def _heading(name: str, attribution: Attribution) -> Text:
    known = ", ".join(map(_shown, about(attribution)))
    return Text.assemble((name, "bold"), (f" ({known})" if known else "", "dim"))


def _print_block(attribution: Attribution, name: str, line_starts: list[int], console: Console) -> None:
    """Print kind and content, and below the content its evidence and position."""
    kind = attribution.kind
    label = Text(f"  {kind.value}".ljust(_INDENT), _COLOURS[kind])
    width = max(console.width - _INDENT, _MIN_WIDTH_COLUMNS)
    details = (_evidence(attribution, name), _position(attribution, line_starts))
    parts = (_content(attribution), *(Text(line, "dim") for line in details))
    for line in (line for part in parts for line in part.wrap(console, width, overflow="fold")):
        line.rstrip()
        console.print(Text.assemble(label, line), soft_wrap=True)
        label = Text(" " * _INDENT)


def _content(attribution: Attribution) -> Text:
    """Format the content, with its quoted parts in bold."""
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


def _evidence(attribution: Attribution, name: str) -> str:
    """Format the cue, the source if it differs from the heading, and other fields."""
    a = attribution
    facts = [f"cue: {_shown(a.cue.text)}" if a.cue else "no cue"]
    if a.stance is not Stance.ASSERTED:
        facts.append(a.stance.value)
    if a.negated:
        facts.append("negated")
    if a.source and _shown(a.source.text) != name:
        facts.append(f"source: {_shown(a.source.text)}")
    if a.addressee:
        facts.append(f"to: {_shown(a.addressee.text)}")
    if a.via:
        facts.append("via: " + ", ".join(_shown(outlet.name) for outlet in a.via))
    return " · ".join(facts)


def _position(attribution: Attribution, line_starts: list[int]) -> str:
    """Format line and column, both counted from 1, offsets, confidences and id."""
    a = attribution
    offset = a.content.start or 0
    line = bisect_right(line_starts, offset)
    column = offset - line_starts[line - 1] + 1
    offsets = ", ".join(f"{span.start}-{span.end}" for span in a.content)
    inside = f" inside {a.parent}" if a.parent else ""
    speaker = "" if a.speaker_confidence is None else f", speaker {a.speaker_confidence:.0%}"
    return f"at {line}:{column} (characters {offsets}) · confidence {a.confidence:.0%}{speaker} · {a.id}{inside}"


def _shown(text: str) -> str:
    """Return a text on one line that is safe to print."""
    return _CONTROL.sub("\ufffd", _SPACE.sub(" ", text)).strip()
