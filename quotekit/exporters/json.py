"""Articles as JSON: JSON Lines, which can be read back, or one array."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from quotekit.arguments import check_iterable, check_stream
from quotekit.errors import RecordError
from quotekit.records import Article
from quotekit.records.arguments import each_article

__all__ = ["read_jsonl", "read_lines", "write_json", "write_jsonl"]


def write_jsonl(articles: Iterable[Article], stream: TextIO) -> None:
    """
    Write articles as JSON Lines, each line as from :meth:`quotekit.Article.to_json`.

    Args:
        articles: The articles.

        stream: Output stream, in UTF-8.
    """
    check_stream("stream", stream)
    for article in each_article(articles):
        stream.write(article.to_json() + "\n")
        stream.flush()


def read_jsonl(lines: Iterable[str]) -> Iterator[Article]:
    """
    Read articles from JSON Lines.

    Args:
        lines: The lines, such as a file opened in UTF-8; empty lines are skipped.

    Yields:
        The articles, equal to the original ones.

    Raises:
        RecordError: A line is not a valid article.

    Example:
        >>> article = Article(id="a", text="Nothing was said.")
        >>> list(read_jsonl([article.to_json(), ""])) == [article]
        True
    """
    return read_lines(lines, Article.from_json)


def read_lines(lines: Iterable[str], read: Callable[[str], Article]) -> Iterator[Article]:
    """
    Read an article from each line.

    Args:
        lines: The lines; empty lines are skipped.

        read: Reads one line.

    Yields:
        The articles.

    Raises:
        RecordError: A line is not a valid article; the error has its number.
    """
    check_iterable("lines", lines, "lines")
    for number, line in enumerate(lines, start=1):
        if not isinstance(line, str) or line.strip():
            try:
                article = read(line)
            except RecordError as error:
                place = f"line {number}"
                raise error.inside(place) from None
            yield article


def write_json(articles: Iterable[Article], stream: TextIO) -> None:
    """
    Write articles as one JSON array, one article per line.

    Args:
        articles: The articles.

        stream: Output stream, in UTF-8.
    """
    check_stream("stream", stream)
    before = "[\n"
    for article in each_article(articles):
        stream.write(before + article.to_json())
        before = ",\n"
    stream.write("\n]\n" if before == ",\n" else "[]\n")
