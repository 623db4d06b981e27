"""The names of nodes: IRIs that depend on nothing but the article, and are valid whatever its id is."""

from __future__ import annotations

from hashlib import sha256
from urllib.parse import quote

from quotekit.exporters.web_addresses import is_web_address
from quotekit.records import Article

__all__ = ["article_iri", "outlet_iri", "part_iri"]

_PREFIX = "urn:quotekit:"


def article_iri(article: Article) -> str:
    """
    Return the IRI of an article.

    Args:
        article: The article.

    Returns:
        Its id if that is a web address without a fragment; else a URN made of the id, or of the text where there is no
        id.

    Example:
        >>> article_iri(Article("https://news.example/dam", "")), article_iri(Article("a <b>#c", ""))
        ('https://news.example/dam', 'urn:quotekit:article:a%20%3Cb%3E%23c')
    """
    if article.id is None:
        digest = sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
        return f"{_PREFIX}text:{digest}"
    if is_web_address(article.id) and "#" not in article.id:
        return article.id
    return f"{_PREFIX}article:{_escaped(article.id)}"


def part_iri(article: str, *path: str) -> str:
    """
    Return the IRI of a part of an article.

    Args:
        article: The article's IRI.

        path: What kind of part it is, its id, and what follows.

    Returns:
        The IRI.

    Example:
        >>> part_iri("https://news.example/dam", "attribution", "a/1")
        'https://news.example/dam#attribution/a%2F1'
    """
    return f"{article}#{'/'.join(map(_escaped, path))}"


def outlet_iri(name: str) -> str:
    """
    Return the IRI of an outlet, the same in all articles.

    Args:
        name: The outlet's name.

    Returns:
        The IRI; case, white space and a leading "the" make no difference.

    Example:
        >>> outlet_iri("The Reef Times"), outlet_iri("reef  times")
        ('urn:quotekit:outlet:reef%20times', 'urn:quotekit:outlet:reef%20times')
    """
    return f"{_PREFIX}outlet:{_escaped(' '.join(name.split()).casefold().removeprefix('the '))}"


def _escaped(text: str) -> str:
    return quote(text, safe="", errors="surrogatepass")
