"""The graph in NetworkX. Needs the extra ``graph``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from quotekit.errors import MissingExtraError
from quotekit.graph.document import links_of, to_graph
from quotekit.graph.nodes import Node
from quotekit.records import Article

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["to_networkx"]


def to_networkx(articles: Iterable[Article]) -> nx.MultiDiGraph[str]:
    """
    Convert articles to a graph in NetworkX.

    Args:
        articles: The articles.

    Returns:
        The graph of :func:`~quotekit.graph.to_graph`. A node has the attribute ``types`` and its values under the names
        of their properties, such as ``text``, ``name`` and ``stance``; the key of an edge is the name of its property,
        such as ``spokenByCharacter``.

    Raises:
        MissingExtraError: NetworkX is not installed.

        RecordError: Two different articles have the same id, or have no id and the same text.

    Example:
        >>> import quotekit
        >>> network = to_networkx([quotekit.extract("It rained, Ida Holm told CNN.")])
        >>> [network.nodes[to]["name"] for _, to, name in network.edges(keys=True) if name == "spokenByCharacter"]
        ['Ida Holm']
    """
    try:
        import networkx as nx
    except ImportError:
        raise MissingExtraError(package="networkx", extra="graph") from None
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    nodes = to_graph(articles)["@graph"]
    for node in nodes:
        network.add_node(node["@id"], **_values(node))
    for node in nodes:
        for name, other in links_of(node):
            network.add_edge(node["@id"], other, key=_local(name))
    return network


def _values(node: Node) -> dict[str, Any]:
    """Return the values of a node by the names of their properties; its links are edges, its record is left out."""
    links = {name for name, _ in links_of(node)} | {"@id", "@type", "quotekit:record"}
    values = {_local(name): _plain(value) for name, value in node.items() if name not in links}
    return {"types": [_local(name) for name in node["@type"]], **values}


def _plain(value: Any) -> Any:
    """Return a date or an address without its type."""
    return value["@value"] if isinstance(value, dict) else value


def _local(name: str) -> str:
    return name.rpartition(":")[2]
