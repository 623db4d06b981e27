"""Articles as JSON: one line each, which can be read back, or one array."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from quotekit.errors import RecordError
from quotekit.records import Article

__all__ = ["read_jsonl", "write_json", "write_jsonl"]


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


def read_jsonl(lines: Iterable[str]) -> Iterator[Article]:
    """
    Read what :func:`write_jsonl` writes, line by line.

    Args:
        lines: The lines, such as a file opened in UTF-8; empty ones are passed over.

    Yields:
        The articles, equal to those written.

    Raises:
        RecordError: A line is no article.

    Example:
        >>> article = Article(id="a", text="Nothing was said.")
        >>> list(read_jsonl([article.to_json(), ""])) == [article]
        True
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield Article.from_json(line)
            except RecordError as error:
                place = f"line {number}"
                raise error.inside(place) from None


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
