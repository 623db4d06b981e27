"""The graph in NetworkX."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given

from quotekit.errors import MissingExtraError
from quotekit.graph import to_graph, to_networkx
from quotekit.records import Article
from tests.graph.test_document import BASE, NESTED, PUBLISHED
from tests.strategies import articles


def test_path() -> None:
    """From a statement a path leads to everybody whom it came from."""
    network = to_networkx([NESTED])
    quotation = f"{BASE}attribution/a2"
    reached = nx.descendants(network, quotation)

    assert {"CNN", "Kyodo", "Holm", "Radio Nord"} <= {network.nodes[one].get("name") for one in reached}
    assert ["Quotation", "Entity"] == network.nodes[quotation]["types"]
    assert ("it was late", "asserted", False) == tuple(
        network.nodes[quotation][name] for name in ("text", "stance", "negated")
    )
    assert network.has_edge(quotation, f"{BASE}speaker/s1", key="spokenByCharacter")


def test_publication() -> None:
    """Dates and addresses are plain values, and the publisher is reached from a statement."""
    network = to_networkx([PUBLISHED])
    article = network.nodes["https://news.example/dam"]

    assert ("2024-05-03T09:30:00+00:00", "https://reef.example/dam") == (article["datePublished"], article["url"])
    assert "urn:quotekit:outlet:reef%20times" in nx.descendants(network, f"{BASE}attribution/a2")


@given(articles())
def test_any_article(article: Article) -> None:
    """All nodes of a graph are there, and no others."""
    assert {node["@id"] for node in to_graph([article])["@graph"]} == set(to_networkx([article]).nodes)


def test_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without NetworkX the error names the extra."""
    monkeypatch.setitem(__import__("sys").modules, "networkx", None)
    with pytest.raises(MissingExtraError) as caught:
        to_networkx([])

    assert MissingExtraError(package="networkx", extra="graph") == caught.value
