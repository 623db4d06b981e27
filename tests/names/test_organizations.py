"""Linked names of organizations, and the nouns that refer to them."""

from __future__ import annotations

import pytest

from quotekit.names import find_mentions
from quotekit.names.organizations import link_organizations, organization_nouns
from quotekit.text import TextIndex


class TestOrganizationNouns:
    """organization_nouns()."""

    @pytest.mark.parametrize(
        ("text", "noun", "expected"),
        [
            ("The Reef Trade Ministry met.", "ministry", True),
            ("The Reef Trade Ministry met.", "company", False),
            ("The automaker GULL fell.", "company", True),
            ("GULL, Norway's largest bank, fell.", "bank", True),
            ("GULL is a small airline.", "carrier", True),
            ("GULL shares fell.", "company", True),
            ("The chief executive of GULL left.", "firm", True),
            ("Gull Holdings fell.", "company", True),
            ("Le Monde has it.", "paper", True),
            ("CNN has it.", "paper", False),
            ("NATO met.", "alliance", True),
        ],
    )
    def test_nouns(self, text: str, noun: str, expected: bool) -> None:  # noqa: FBT001  # a value of the table
        """An organization is called by the nouns of its name, by those beside it, and by what everybody knows."""
        assert expected == (noun in organization_nouns(TextIndex(text), find_mentions(TextIndex(text))))


class TestLinkOrganizations:
    """link_organizations()."""

    @pytest.mark.parametrize(
        ("text", "definitions", "expected"),
        [
            ("The Reef Trade Office met. The RTO left.", {}, [["Reef Trade Office", "RTO"]]),
            ("The Reef Trade Office met. The OTR left.", {"OTR": "Reef Trade Office"}, [["Reef Trade Office", "OTR"]]),
            ("The Reef Trade Office met. The Trade Office left.", {}, [["Reef Trade Office", "Trade Office"]]),
            ("The Reef Bank and the Bay Bank met.", {}, [["Reef Bank"], ["Bay Bank"]]),
            ("Delta Reef Capital met. Delta Reef left.", {}, [["Delta Reef Capital", "Delta Reef"]]),
            ("The Delta Reef Museum met. Delta Reef left.", {}, [["Delta Reef Museum"], ["Delta Reef"]]),
            ("The South Korea Office met. North Korea left.", {}, [["South Korea Office"], ["North Korea"]]),
        ],
        ids=["initials", "definition", "part", "others", "first words", "other first words", "place"],
    )  # fmt: skip
    def test_linked(self, text: str, definitions: dict[str, str], expected: list[list[str]]) -> None:
        """A short name or acronym is linked to the one longer name that it fits."""
        linked = link_organizations(find_mentions(TextIndex(text)), definitions)

        assert expected == [[mention.name.text for mention in same] for same in linked]
