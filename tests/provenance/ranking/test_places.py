"""Places that may name outlets."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.provenance.carrier_types import CarrierType
from quotekit.provenance.occasions import OccasionKind
from quotekit.provenance.ranking.places import Place, Sign, chain_key, outlet_key
from quotekit.records import Article, Outlet
from tests.helpers import resolved_drafts
from tests.provenance.ranking.material import place_of, rule, rule_marked
from tests.strategies import articles


def named(markup: str) -> list[list[str]]:
    """Return the outlets of the places in a marked text."""
    return [[outlet.name for outlet in place.outlets] for place in rule_marked(markup).places]


class TestKeys:
    """outlet_key() and chain_key()."""

    @pytest.mark.parametrize(
        "name", ["The Reef Times", "the Reef Times", "REEF TIMES", "Reef  Times", "Reef\nTimes", "reef times"]
    )
    def test_written(self, name: str) -> None:
        """An outlet has one key, however it is written."""
        assert "reef times" == outlet_key(name)

    def test_others(self) -> None:
        """Other outlets have other keys."""
        assert outlet_key("Reef Times") != outlet_key("Reef Herald")
        assert "thebes post" == outlet_key("Thebes Post")

    def test_chains(self) -> None:
        """The order of a chain, and an outlet twice in it, make no difference."""
        first = (Outlet("Dawn Hour"), Outlet("Radio Taiga"))
        second = (Outlet("RADIO TAIGA"), Outlet("The Dawn Hour"), Outlet("Radio Taiga"))

        assert ("dawn hour", "radio taiga") == chain_key(first) == chain_key(second)
        assert chain_key(first) != chain_key(first[:1])
        assert Place(0, 1, first).key == chain_key(first)


class TestPlaces:
    """What is a place."""

    def test_unlisted(self) -> None:
        """An outlet that no list has and no rule finds is a place: as a name, and where it is merely capitalized."""
        ruled = rule_marked(
            "{s Ida Holm} {c told} Tidewrack {t it is late}. it is late, as saltmarsh and Kelp Bay know."
        )

        assert ((),) == ruled.given
        assert place_of(ruled, "Tidewrack").sign.is_name
        assert place_of(ruled, "Kelp Bay").outlets[0].span is not None

    def test_runs(self) -> None:
        """Words that are merely capitalized are a place, with their words as name."""
        ruled = rule_marked("{s Holm} {c told} the Dawn Hour on Radio Taiga {t it is late}.")

        found = place_of(ruled, "Dawn Hour")
        assert Sign(is_run=True) == found.sign
        assert (("dawn hour",), "Dawn Hour") == (found.key, found.outlets[0].name)

    def test_carriers(self) -> None:
        """What the rules find has the signs of all that they find there, whoever is quoted among them."""
        ruled = rule_marked("{s Ida Holm} {c told} The Reef Times {t it is late}.")

        sign = place_of(ruled, "The Reef Times").sign
        assert (CarrierType.TELLING, OccasionKind.INTERVIEW) == (sign.carrier, sign.occasion)
        assert (True, frozenset({"Holm"}), "Holm", 0) == (sign.is_outlet, sign.people, sign.speaker, sign.statement)

    def test_described(self) -> None:
        """A common noun that stands for an outlet is a place of its outlet."""
        ruled = rule_marked("The Reef Times met Ida Holm. {s Holm} {c told} the paper {t it is late}.")

        assert ["The Reef Times", "paper"] == [
            ruled.index.text[place.start : place.end] for place in ruled.places if place.sign.is_outlet
        ]
        assert [False, True] == [place.sign.is_described for place in ruled.places if place.sign.is_outlet]

    def test_speaker(self) -> None:
        """Names of people who speak are no places, however much of them is printed."""
        ruled = rule_marked(
            "{s Ida Holm} {c told} Tidewrack {t it is late}. Mr. Carl Dray left. {s2 Holm} {c2 said} {t2 so}."
        )

        words = [ruled.index.text[place.start : place.end] for place in ruled.places if place.sign.is_run]
        assert [] == [run for run in words if "Holm" in run]
        assert "Carl Dray" in words

    def test_known_people(self) -> None:
        """A name that is surely a person's is no name of an outlet."""
        ruled = rule_marked("{s Ida Holm} {c told} Senator Carl Dray {t it is late}.")

        assert [] == [place for place in ruled.places if place.sign.is_name and "Dray" in place.outlets[0].name]

    def test_in_order(self) -> None:
        """The places are in text order, and no place is there twice."""
        ruled = rule_marked(
            "{s Ida Holm} {c told} The Reef Times {t it is late}.\n\n"
            "{s2 Holm} {c2 said} {t2 so} on the Dawn Hour on NBC."
        )

        keys = [(place.start, place.end, place.key) for place in ruled.places]
        assert sorted({*keys}) == keys


class TestPairs:
    """A show together with its network."""

    @pytest.mark.parametrize(
        "words",
        [
            "Dawn Hour on Tidewrack",
            "“Dawn Hour” on Tidewrack",
            "Dawn Hour, on the public broadcaster Tidewrack",
            "Tidewrack’s “Dawn Hour”",
            "Tidewrack's popular Dawn Hour",
        ],
    )
    def test_order(self, words: str) -> None:
        """The show comes before the network, whichever is named first."""
        found = named(f"{{s Ida Holm}} {{c said}} {{t it is late}}, as was heard of {words} yesterday.")

        assert ["Dawn Hour", "Tidewrack"] in found
        assert ["Tidewrack", "Dawn Hour"] not in found

    def test_singles(self) -> None:
        """Each is a place of its own, too."""
        found = named("{s Ida Holm} {c said} {t it is late}, as was heard of Tidewrack’s “Dawn Hour” yesterday.")

        assert [["Tidewrack"], ["Dawn Hour"]] == [one for one in found if one in (["Tidewrack"], ["Dawn Hour"])]

    @pytest.mark.parametrize(
        "words",
        [
            "Dawn Hour and Tidewrack",
            "Dawn Hour. On Tidewrack",
            "Tidewrack on Tidewrack",
            "Dawn Hour on a very, very grey and cold and windy morning for Tidewrack",
        ],
    )
    def test_others(self, words: str) -> None:
        """Two names with other words between them, or too many, are no pair."""
        ruled = rule_marked(f"{{s Ida Holm}} {{c said}} {{t it is late}}, as was heard of {words} yesterday.")

        assert [] == [place for place in ruled.places if place.sign.is_pair]

    def test_span(self) -> None:
        """A pair reaches from the first name to the second one, and each outlet has its own span."""
        ruled = rule_marked("{s Ida Holm} {c said} {t so} of Tidewrack’s “Dawn Hour” once.")

        (pair,) = [place for place in ruled.places if place.sign.is_pair]
        assert "Tidewrack’s “Dawn Hour" == ruled.index.text[pair.start : pair.end]
        assert ["Dawn Hour", "Tidewrack"] == [outlet.span.text for outlet in pair.outlets if outlet.span]


@given(articles())
def test_any_article(article: Article) -> None:
    """Whatever the text and its attributions, places are within it, in order, with outlets that have names."""
    ruled = rule(article.text, resolved_drafts(article.attributions))

    keys = [(place.start, place.end, place.key) for place in ruled.places]
    assert sorted({*keys}) == keys
    assert all(0 <= start < end <= len(article.text) for start, end, _ in keys)
    assert all(outlet.name.strip() for place in ruled.places for outlet in place.outlets)
