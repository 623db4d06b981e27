"""Articles as JSON: one line each, or one array."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from quotekit.records import Article

__all__ = ["write_json", "write_jsonl"]


def write_jsonl(articles: Iterable[Article], stream: TextIO) -> None:
    """
    Write articles as JSON Lines, each as :meth:`quotekit.Article.to_json` does.

    Args:
        articles: The articles.

        stream: Where to write, in UTF-8.
    """
    for article in articles:
        stream.write(article.to_json() + "\n")
        stream.flush()


def write_json(articles: Iterable[Article], stream: TextIO) -> None:
    """
    Write articles as one JSON array, an article a line.

    Args:
        articles: The articles.

        stream: Where to write, in UTF-8.
    """
    before = "[\n"
    for article in articles:
        stream.write(before + article.to_json())
        before = ",\n"
    stream.write("\n]\n" if before == ",\n" else "[]\n")
