"""What the ranking of outlets revises, and what it leaves as the rules gave it."""

from __future__ import annotations

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.names import find_mentions
from quotekit.provenance import find_via
from quotekit.provenance.outlet_chains import OutletChain
from quotekit.provenance.ranking import OutletRanker
from quotekit.provenance.ranking.evidence import OutletEvidence
from quotekit.provenance.ranking.network import OutletNetwork
from quotekit.provenance.ranking.places import ChainKey
from quotekit.provenance.ranking.ranker import RuledText
from quotekit.records import Article, Outlet, TextSpan
from quotekit.text import TextIndex
from tests.helpers import parse_marked, resolved_drafts
from tests.provenance.ranking.material import random_weights, rule_marked, states_of
from tests.strategies import articles

UNLISTED = "{s Ida Holm} {c told} Tidewrack {t it is late}.\n\n{s2 Holm} {c2 said} {t2 so}."
LISTED = "{s Ida Holm} {c told} CNN {t it is late}, as Tidewrack knew. {s2 She} {c2 said} {t2 so}."


@attrs.frozen(eq=False)
class Sure:
    """Stands for a network: it gives one chain a probability, and none the rest."""

    #: The text.
    ruled: RuledText
    #: The chain.
    key: ChainKey
    #: Its probability.
    probability: float

    def likelihoods(self, evidence: OutletEvidence) -> tuple[np.ndarray, np.ndarray]:
        """Return the same likelihoods whatever the evidence is."""
        places = self.ruled.places
        is_it = np.array([[n >= 0 and places[n].key == self.key for n in row] for row in evidence.places])
        return np.where(is_it, self.probability, 0.0), np.full(len(is_it), 1 - self.probability)


def revise(markup: str, key: ChainKey, probability: float = 0.9) -> tuple[OutletChain, ...]:
    """Return the chains of the statements in a marked text."""
    ruled = rule_marked(markup)
    network = Sure(ruled, key, probability)
    return OutletRanker(network, states_of(ruled.index.text))(ruled)  # type: ignore[arg-type]


class TestChosen:
    """Chains that the ranking gives."""

    def test_found(self) -> None:
        """A likely outlet is given where the rules gave none; only the sentence that names it has its span."""
        expected = Outlet("Tidewrack", TextSpan(14, 23, "Tidewrack"))

        assert ((expected,), (Outlet("Tidewrack"),)) == revise(UNLISTED, ("tidewrack",))

    @pytest.mark.parametrize(("probability", "names"), [(0.4, ["Tidewrack"]), (0.39, [])])
    def test_least(self, probability: float, names: list[str]) -> None:
        """What is too unlikely is not given."""
        first, _ = revise(UNLISTED, ("tidewrack",), probability)

        assert names == [outlet.name for outlet in first]

    def test_left_out(self) -> None:
        """What the rules gave is left out if it is too unlikely."""
        assert ((), ()) == revise(LISTED, ("cnn",), 0.1)

    def test_replaced(self) -> None:
        """Another outlet takes the place of what the rules gave."""
        first, second = revise(LISTED, ("tidewrack",))

        assert (["Tidewrack"], [Outlet("Tidewrack")]) == ([outlet.name for outlet in first], list(second))

    def test_as_given(self) -> None:
        """The chain that the rules gave stays as they gave it: with its span and in its order."""
        ruled = rule_marked(LISTED)

        assert tuple(ruled.given) == revise(LISTED, ("cnn",))
        assert ruled.given[0][0].span is not None

    def test_order_as_given(self) -> None:
        """The order of the rules' chain stays, too."""
        markup = "{s Ida Holm} {c told} NBC’s “Meet the Press” {t it is late}."

        assert (["Meet the Press", "NBC"],) == tuple(
            [outlet.name for outlet in chain] for chain in revise(markup, ("meet the press", "nbc"))
        )

    def test_of_another_statement(self) -> None:
        """A place in its sentence that carries another statement gives no span."""
        markup = "{s Ida Holm} {c told} CNN {t it is late}, and {s2 Carl Dray} {c2 said} {t2 that it rained}."
        ruled = rule_marked(markup)

        _, second = revise(markup, ("cnn",))

        assert ((), (Outlet("CNN"),)) == (ruled.given[1], second)


class TestNothing:
    """Texts with nothing to weigh."""

    def test_no_places(self) -> None:
        """Where nothing is capitalized, what the rules gave stays."""
        ruled = rule_marked("{s she} {c said} {t so}.")

        assert [] == list(ruled.places)
        assert ((),) == OutletRanker(None, states_of(""))(ruled)  # type: ignore[arg-type]

    def test_no_statements(self) -> None:
        """A text without attributions has no chains."""
        assert () == OutletRanker(None, states_of(""))(rule_marked("CNN closed."))  # type: ignore[arg-type]


def test_blocks() -> None:
    """However many statements there are, each is revised."""
    marked = "".join(f"{{s{number} She}} {{c{number} said}} {{t{number} so}}. " for number in range(2, 151))

    found = revise(f"{{s Ida Holm}} {{c told}} CNN {{t it is late}}. {marked}", ("cnn",))

    assert [["CNN"]] * 150 == [[outlet.name for outlet in chain] for chain in found]


class TestFindVia:
    """find_via() with a reviser."""

    def test_returns_what_it_gives(self) -> None:
        """The chains are those of the reviser, which is told what the rules give and where their sentences name it."""
        text, attributions = parse_marked(LISTED)
        index, told = TextIndex(text), []

        def revise_all(ruled: RuledText) -> tuple[OutletChain, ...]:
            told.append((ruled.index, tuple(ruled.given), list(ruled.named)))
            return tuple((Outlet("Tidewrack"),) for _ in ruled.given)

        resolved, mentions = resolved_drafts(attributions), find_mentions(index)
        found = find_via(index, resolved, mentions, revise=revise_all)

        assert ((Outlet("Tidewrack"),),) * 2 == found
        assert [(index, find_via(index, resolved, mentions), [0])] == told

    @given(articles(), st.integers(0, 99), st.sampled_from([0.1, 1.0, 10.0]))
    def test_any(self, article: Article, seed: int, scale: float) -> None:
        """Whatever is asked, and whatever the weights are, each statement has a chain of outlets in the text."""
        index, resolved = TextIndex(article.text), resolved_drafts(article.attributions)
        network = OutletNetwork.of(random_weights(seed, scale=scale))
        ranker = OutletRanker(network, states_of(article.text))

        found = find_via(index, resolved, find_mentions(index), revise=ranker)

        assert len(resolved) == len(found)
        outlets = [outlet for chain in found for outlet in chain]
        assert all(outlet.name.strip() for outlet in outlets)
        spans = [outlet.span for outlet in outlets if outlet.span is not None]
        assert [span.text for span in spans] == [article.text[span.start : span.end] for span in spans]
        assert all(len({*chain}) == len(chain) for chain in found)
