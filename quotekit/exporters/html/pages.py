"""Self-contained pages for a browser, and the fragment shown in notebooks."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from quotekit.arguments import check_path, check_stream
from quotekit.exporters.file_names import FileNames
from quotekit.exporters.html.templates import Templates
from quotekit.exporters.html.view import ROLES, Page, view
from quotekit.records import Article
from quotekit.records.arguments import check_article, each_article

__all__ = ["to_fragment", "to_page", "write_html", "write_html_folder"]

_TITLE = "Who says what"
_TEMPLATES = Templates(Path(__file__).parent / "files")


def write_html(articles: Iterable[Article], stream: TextIO) -> None:
    """
    Write articles as one HTML page, one below the other.

    Args:
        articles: The articles.

        stream: Output stream, in UTF-8.
    """
    check_stream("stream", stream)
    stream.writelines(_page(each_article(articles)))


def write_html_folder(articles: Iterable[Article], folder: str | os.PathLike[str]) -> None:
    """
    Write each article as its own HTML page, and an ``index.html`` with links to them.

    Args:
        articles: The articles.

        folder: The folder; created if it does not exist. Pages are named after the articles' ids.
    """
    check_path("folder", folder)
    folder, articles = Path(folder), each_article(articles)
    folder.mkdir(parents=True, exist_ok=True)
    with _open(folder / "index.html") as index:
        index.writelines(
            _TEMPLATES.page(
                "index.html", styles=("article.css", "page.css"), title=_TITLE, entries=_write_pages(articles, folder)
            )
        )


def to_page(article: Article) -> str:
    """
    Render an article as an HTML page.

    Args:
        article: The article.

    Returns:
        A self-contained page. Null bytes and lone surrogates, which HTML does not allow, become U+FFFD.

    Example:
        >>> to_page(Article(id="<a>", text="Nothing was said.")).partition("<title>")[2][:15]
        '&lt;a&gt;</titl'
    """
    check_article(article)
    return "".join(_page([article]))


def to_fragment(article: Article) -> str:
    """
    Render an article as a part of an HTML page.

    Args:
        article: The article.

    Returns:
        One element with its own style and without scripts or ids, so that a page can have several.

    Example:
        >>> to_fragment(Article(id="a", text="Nothing was said."))[:31]
        '<div class="quotekit fragment">'
    """
    check_article(article)
    style = _TEMPLATES.joined(("article.css", "fragment.css"))
    return "".join(_TEMPLATES.filled("fragment.html", page=view(article), roles=ROLES, style=style))


def _write_pages(articles: Iterable[Article], folder: Path) -> Iterator[tuple[str, Page]]:
    """Write each article to a folder; yield its file name and its view."""
    names = FileNames("index")
    for article in articles:
        name = f"{names.after(article.id)}.html"
        with _open(folder / name) as stream:
            write_html([article], stream)
        yield name, view(article)


def _open(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="")


def _page(articles: Iterable[Article]) -> Iterator[str]:
    """Render a page piece by piece, without keeping the articles."""
    rest = iter(articles)
    first = list(islice(rest, 2))
    is_single = len(first) == 1
    return _TEMPLATES.page(
        "page.html",
        styles=("article.css", "page.css"),
        scripts=("page.js",),
        title=(first[0].id or "(no id)") if is_single else _TITLE,
        heading="h1" if is_single else "h2",
        pages=(view(article, number) for number, article in enumerate(chain(first, rest), start=1)),
        roles=ROLES,
    )
