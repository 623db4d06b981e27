"""Checks of arguments that must be articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotekit.arguments import check_instance, checked_items
from quotekit.records.article import Article

__all__ = ["check_article", "each_article"]

_NEEDED = "an Article"
_REMEDY = "make it with quotekit.extract, or read it with Article.from_dict"


def check_article(article: object) -> None:
    """
    Refuse what is not an article.

    Args:
        article: The value.

    Raises:
        InputError: It is not an article.

    Example:
        >>> check_article(Article(None, "It rained."))
    """
    check_instance("article", article, Article, _NEEDED, _REMEDY)


def each_article(articles: Iterable[Article]) -> Iterator[Article]:
    """
    Refuse what is not a stream of articles.

    Args:
        articles: The value.

    Returns:
        A stream of the same articles.

    Raises:
        InputError: It is not an iterable; in the stream, if an item is not an article.

    Example:
        >>> list(each_article([{"id": None}]))
        Traceback (most recent call last):
        ...
        quotekit.errors.InputError: 'articles[0]' must be an Article, got {'id': None} (dict): make it with quotekit.extract, or read it with Article.from_dict
    """  # noqa: E501  # the message is one line
    return checked_items("articles", articles, Article, _NEEDED, _REMEDY)
