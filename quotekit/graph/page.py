"""A page that draws the chains of articles, with the statements of each below."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import attrs

from quotekit.arguments import check_stream
from quotekit.exporters.grouping import published
from quotekit.exporters.html.templates import Templates
from quotekit.graph.chain import Chain, chains
from quotekit.graph.layout import Drawing, draw
from quotekit.records import Article
from quotekit.records.arguments import each_article
from quotekit.records.counts import count

__all__ = ["write_chains"]

_HERE = Path(__file__).parent
_TEMPLATES = Templates(_HERE / "files", _HERE.parent / "exporters" / "html" / "files")


@attrs.frozen
class _View:
    """What the page shows of one article."""

    #: Unique on the page.
    key: str
    #: The article's id.
    title: str
    #: Where and when it was published, as far as its metadata say.
    published: tuple[str, ...]
    #: Numbers of statements and chains.
    counts: str
    #: The chains.
    chains: tuple[Chain, ...]
    #: The drawing; None if there are no chains.
    drawing: Drawing | None


def write_chains(articles: Iterable[Article], stream: TextIO) -> None:
    """
    Write a self-contained HTML page that draws the chains of articles, and lists the statements of each.

    It runs no script and loads nothing. Each box of a drawing leads to the statements, by mouse and by keyboard.

    Args:
        articles: The articles.

        stream: Output stream, in UTF-8.
    """
    check_stream("stream", stream)
    articles = each_article(articles)
    page = _TEMPLATES.page(
        "chains.html",
        styles=("article.css", "page.css", "chains.css"),
        title="From the speakers to the reader",
        views=(_view(article, str(number)) for number, article in enumerate(articles, start=1)),
    )
    stream.writelines(page)


def _view(article: Article, key: str) -> _View:
    found = chains(article)
    title = article.id or "(no id)"
    counts = f"{count(len(article.attributions), 'statement')}, {count(len(found), 'chain')}"
    return _View(
        key, title, tuple(published(article.meta)), counts, found, draw(found, "This article") if found else None
    )
