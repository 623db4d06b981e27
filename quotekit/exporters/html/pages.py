"""Pages for a browser, which need nothing but themselves, and the fragment that notebooks show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from quotekit.exporters.file_names import FileNames
from quotekit.exporters.html.templates import Templates
from quotekit.exporters.html.view import ROLES, Page, view
from quotekit.records import Article

__all__ = ["to_fragment", "to_page", "write_html", "write_html_folder"]

_MANY = "Who says what"
_TEMPLATES = Templates(Path(__file__).parent / "files")


def write_html(articles: Iterable[Article], stream: TextIO) -> None:
    """
    Write articles as one HTML page, one below the other.

    Args:
        articles: The articles.

        stream: Where to write, in UTF-8.
    """
    stream.writelines(_page(articles))


def write_html_folder(articles: Iterable[Article], folder: Path) -> None:
    """
    Write each article as an HTML page of its own, and a page ``index.html`` that leads to them.

    Args:
        articles: The articles.

        folder: Where to write; it is made if it is not there. Pages are named after the articles' ids.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _opened(folder / "index.html") as index:
        index.writelines(
            _TEMPLATES.page(
                "index.html", styles=("article.css", "page.css"), title=_MANY, entries=_written(articles, folder)
            )
        )


def to_page(article: Article) -> str:
    """
    Write an article as an HTML page.

    Args:
        article: The article.

    Returns:
        The page, which any browser shows without a network. It can be written as UTF-8: null bytes and lone
        surrogates, which HTML cannot hold, are written as U+FFFD.

    Example:
        >>> to_page(Article(id="<a>", text="Nothing was said.")).partition("<title>")[2][:15]
        '&lt;a&gt;</titl'
    """
    return "".join(_page([article]))


def to_fragment(article: Article) -> str:
    """
    Write an article as a part of an HTML page.

    Args:
        article: The article.

    Returns:
        One element with its own style and without script or id, so that a page can hold several.

    Example:
        >>> to_fragment(Article(id="a", text="Nothing was said."))[:31]
        '<div class="quotekit fragment">'
    """
    style = _TEMPLATES.joined(("article.css", "fragment.css"))
    return "".join(_TEMPLATES.filled("fragment.html", page=view(article), roles=ROLES, style=style))


def _written(articles: Iterable[Article], folder: Path) -> Iterator[tuple[str, Page]]:
    """Write each article into a folder; return the name of its file, and what is shown of it."""
    names = FileNames("index")
    for article in articles:
        name = f"{names.after(article.id)}.html"
        with _opened(folder / name) as stream:
            write_html([article], stream)
        yield name, view(article)


def _opened(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="")


def _page(articles: Iterable[Article]) -> Iterator[str]:
    """The page piece by piece, as the articles come."""
    rest = iter(articles)
    first = list(islice(rest, 2))
    alone = len(first) == 1
    return _TEMPLATES.page(
        "page.html",
        styles=("article.css", "page.css"),
        scripts=("page.js",),
        title=(first[0].id or "(no id)") if alone else _MANY,
        heading="h1" if alone else "h2",
        pages=(view(article, number) for number, article in enumerate(chain(first, rest), start=1)),
        roles=ROLES,
    )
