"""Places where a text says that an outlet carries words."""

from __future__ import annotations

import pytest

from quotekit.names import find_mentions
from quotekit.names.outlets import find_outlets
from quotekit.provenance.carrier_types import CarrierType
from quotekit.provenance.carriers import Carrier, find_carriers, platform_of_tweets
from quotekit.text import TextIndex
from tests.helpers import outlet_names


def find(text: str) -> list[Carrier]:
    """The carriers of a text."""
    index = TextIndex(text)
    mentions = find_mentions(index)
    return find_carriers(index, find_outlets(index, mentions), mentions)


class TestFindCarriers:
    """find_carriers()."""

    @pytest.mark.parametrize(
        ("text", "names", "carrier_type"),
        [
            ("She told NPR's “Reef Hour” so.", ["Reef Hour", "NPR"], CarrierType.TELLING),
            ("She spoke on “Meet the Press” on NBC.", ["Meet the Press", "NBC"], CarrierType.ACT),
            ("She wrote in her memoir “Deep Water” so.", ["Deep Water"], CarrierType.WORK),
            ("She said in Reef Commission filings so.", ["Reef Commission filings"], CarrierType.WORK),
            ("She said in a tweet so; Twitter was down.", ["Twitter"], CarrierType.ON),
        ],
        ids=["quoted show", "show on a network", "memoir", "filings", "tweet"],
    )
    def test_one(self, text: str, names: list[str], carrier_type: CarrierType) -> None:
        """Shows come with their networks, and works, filings and tweets carry words, too."""
        [found] = find(text)

        assert (names, carrier_type) == ([outlet.name for outlet in found.outlets], found.type)

    def test_event(self) -> None:
        """An outlet that hosts an event does not carry what is said there."""
        assert [] == find("She spoke on NBC's town hall.")

    def test_network_named_elsewhere(self) -> None:
        """A show has its network also where that is not named."""
        marked = (
            "On CBS's “Face the Nation,” {s1 Holm} {c1 said} {t1 it is late}. "
            "On “Face the Nation,” {s2 Dray} {c2 said} {t2 no}."
        )

        assert [["Face the Nation", "CBS"], ["Face the Nation", "CBS"]] == outlet_names(marked)

    @pytest.mark.parametrize(
        ("text", "is_post", "is_written"),
        [
            ("She wrote on Facebook.", True, True),
            ("She told CNN.", False, False),
            ("She wrote in her memoir “Deep Water”.", False, True),
        ],
        ids=["post", "interview", "book"],
    )
    def test_written(self, text: str, is_post: bool, is_written: bool) -> None:  # noqa: FBT001
        """Posts and works are written."""
        [found] = find(text)

        assert (is_post, is_written) == (found.is_post, found.is_written)


class TestPlatformOfTweets:
    """platform_of_tweets()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("She tweeted.", None), ("She tweeted on X.", "X"), ("She wrote on X, once Twitter.", "Twitter")],
        ids=["neither", "X", "both"],
    )
    def test_name(self, text: str, expected: str | None) -> None:
        """It is Twitter, or X if the text names X alone, and nothing if it names neither."""
        platform = platform_of_tweets(TextIndex(text))

        assert expected == (platform and platform.name)
