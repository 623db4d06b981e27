"""Writing articles as one JSON-LD document, and reading them from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, TextIO

from quotekit.arguments import check_stream
from quotekit.errors import RecordError, describe
from quotekit.graph.iris import article_iri
from quotekit.graph.nodes import Node, nodes_of
from quotekit.records import Article
from quotekit.records.arguments import each_article
from quotekit.records.convert import parse_json, to_line

__all__ = ["CONTEXT", "from_graph", "read_graph", "to_graph", "write_graph"]

#: The prefixes of the vocabularies; it refers to nothing on the web.
CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "quotekit": "urn:quotekit:",
    "quotekit:record": {"@type": "@json"},
}
_RECORD, _ARTICLE, _POSITION = "quotekit:record", "quotekit:article", "quotekit:position"


def to_graph(articles: Iterable[Article]) -> dict[str, Any]:
    """
    Convert articles to a graph: who said what to whom through whom.

    Args:
        articles: The articles.

    Returns:
        A JSON-LD document, as plain dictionaries and lists. Its nodes are the articles, their speakers and
        attributions, and the outlets; an outlet has one node for all articles.

    Raises:
        RecordError: Two different articles have the same id, or have no id and the same text.

    Example:
        >>> document = to_graph([Article("a", "Nothing was said.")])
        >>> [(node["@id"], node["@type"]) for node in document["@graph"]]
        [('urn:quotekit:article:a', ['schema:NewsArticle', 'prov:Entity'])]
    """
    return {"@context": CONTEXT, "@graph": list(_unique_nodes(articles))}


def from_graph(document: Mapping[str, Any]) -> tuple[Article, ...]:
    """
    Read the articles of a graph, as made by :func:`to_graph`; its nodes may be in any order.

    Args:
        document: The JSON-LD document.

    Returns:
        The articles in the order of their nodes, equal to the original ones.

    Raises:
        RecordError: A node is missing or not as written, or the articles are not valid.

    Example:
        >>> article = Article("a", "Nothing was said.")
        >>> from_graph(to_graph([article])) == (article,)
        True
    """
    nodes = document.get("@graph") if isinstance(document, Mapping) else None
    if not isinstance(nodes, list):
        raise RecordError(where="@graph", problem=f"it must be a list, got {describe(nodes)}")
    articles: dict[str, dict[str, Any]] = {}
    parts: list[tuple[int, str, Mapping[str, Any]]] = []
    for number, node in enumerate(nodes):
        where = f"@graph[{number}]"
        if not isinstance(node, Mapping) or not isinstance(node.get(_RECORD, {}), Mapping):
            raise RecordError(where=where, problem=f"it must be a node with a record, got {describe(node)}")
        if _ARTICLE in node:
            parts.append((_position(node, where), where, node))
        elif _RECORD in node:
            text = node.get("schema:text")
            articles[str(node.get("@id"))] = {**node[_RECORD], "text": text, "attributions": [], "speakers": []}
    for _, where, node in sorted(parts, key=lambda part: part[0]):
        _add(node, articles, where)
    return tuple(Article.from_dict(article) for article in articles.values())


def write_graph(articles: Iterable[Article], stream: TextIO) -> None:
    """
    Write articles as one JSON-LD document, a node per line; only the nodes of one article are in memory at a time.

    Args:
        articles: The articles.

        stream: Output stream, in UTF-8.

    Raises:
        RecordError: Two different articles have the same id, or have no id and the same text.
    """
    check_stream("stream", stream)
    stream.write(f'{{"@context": {to_line(CONTEXT)}, "@graph": [')
    nodes = enumerate(_unique_nodes(articles))
    stream.writelines(f"{',' if number else ''}\n{to_line(node)}" for number, node in nodes)
    stream.write("\n]}\n")


def read_graph(stream: TextIO) -> tuple[Article, ...]:
    """
    Read the articles of a JSON-LD document, as written by :func:`write_graph`.

    Args:
        stream: Input stream, in UTF-8.

    Returns:
        The articles.

    Raises:
        RecordError: It is not JSON, or not such a document.
    """
    check_stream("stream", stream, "read")
    return from_graph(parse_json(stream.read()))


def _unique_nodes(articles: Iterable[Article]) -> Iterator[Node]:
    """Yield the nodes of articles, each once."""
    written: set[str] = set()
    digests: dict[str, bytes] = {}
    for number, article in enumerate(each_article(articles)):
        digest = sha256(article.to_json().encode("utf-8", "surrogatepass")).digest()
        if digests.setdefault(article_iri(article), digest) != digest:
            problem = f"it must be unique in a graph, got {describe(article.id)} for another article, too"
            raise RecordError(where=f"articles[{number}].id", problem=problem)
        for node in nodes_of(article):
            if node["@id"] not in written:
                written.add(node["@id"])
                yield node


def _position(node: Mapping[str, Any], where: str) -> int:
    position = node.get(_POSITION)
    if isinstance(position, bool) or not isinstance(position, int):
        raise RecordError(where=f"{where}.{_POSITION}", problem=f"it must be an integer, got {describe(position)}")
    return position


def _add(node: Mapping[str, Any], articles: Mapping[str, dict[str, Any]], where: str) -> None:
    """Add an attribution or a speaker to its article."""
    link = node[_ARTICLE]
    article = articles.get(str(link.get("@id"))) if isinstance(link, Mapping) else None
    if article is None or not isinstance(article["text"], str):
        problem = f"it must be the id of an article with a text, got {describe(link)}"
        raise RecordError(where=f"{where}.{_ARTICLE}", problem=problem)
    types = node.get("@type")
    is_attribution = "schema:Quotation" in (types if isinstance(types, list) else [types])
    article["attributions" if is_attribution else "speakers"].append(_with_texts(node.get(_RECORD), article["text"]))


def _with_texts(value: Any, text: str) -> Any:
    """Restore the texts of spans."""
    if isinstance(value, list):
        return [_with_texts(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"start", "end"} and all(isinstance(offset, int) for offset in value.values()):
        return {**value, "text": text[value["start"] : value["end"]]}
    return {name: _with_texts(item, text) for name, item in value.items()}


def links_of(node: Node) -> Iterator[tuple[str, str]]:
    """
    Find the nodes that a node is linked to.

    Args:
        node: The node.

    Yields:
        The property and the IRI of the other node.
    """
    for name, value in node.items():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Mapping) and item.keys() == {"@id"}:
                yield name, item["@id"]
