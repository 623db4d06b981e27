"""The graph in NetworkX."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given

from quotekit.errors import MissingExtraError
from quotekit.graph import to_graph, to_networkx
from quotekit.records import Article
from tests.graph.test_document import BASE, NESTED
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
