"""Names in apposition to descriptions of speakers."""

from __future__ import annotations

import pytest

from quotekit.names import find_mentions
from quotekit.names.source_phrases import SourcePhrase, parse_source
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex


def parse(phrase: str) -> SourcePhrase:
    """Parse a whole string as a source phrase."""
    index = TextIndex(phrase)
    return parse_source(index, (0, len(phrase)), find_mentions(index))


class TestFindApposedPerson:
    """find_apposed_person()."""

    @pytest.mark.parametrize(
        ("phrase", "expected"),
        [
            ("Her brother of 40 years, Tane,", "Tane"),
            ("The organist, the Rev Eilidh Orr Macaskill,", "Eilidh Orr Macaskill"),
            ("A guest, Peruvian national Rosaura Quispe, 31,", "Rosaura Quispe"),
            ("His wife, welder Sunniva Brekke,", "Sunniva Brekke"),
            ("The clerk who found the keys, two-term deputy Ketevan Lomidze,", "Ketevan Lomidze"),
            ("Her trainer, the Spaniard Unai Etxarri, who left in May,", "Unai Etxarri"),
            ("The old man's niece, Nazneen,", "Nazneen"),
            ("Another caller, Fidelma,", "Fidelma"),
            ("A lawyer for Holm, Carl Dray,", "Carl Dray"),
            ("One of the trawlermen, Iolo Penrhos,", "Iolo Penrhos"),
            ("One of her pupils, the cellist Marta Sulkava,", "Marta Sulkava"),
            ("That senator, the UNP's Ruwan Seneviratne,", "Ruwan Seneviratne"),
        ],
    )
    def test_named(self, phrase: str, expected: str) -> None:
        """The name may have a description or a title of its own, and be a given name alone."""
        parsed = parse(phrase)

        assert [expected] == [mention.name.text for mention in parsed.named]
        assert SpeakerKind.PERSON is parsed.kind

    @pytest.mark.parametrize(
        "phrase",
        [
            "The mayor, citing Ida Holm,",
            "The mayor, unlike Ida Holm,",
            "The mayor, formerly Ida Holm's deputy,",
            "The mayor, whose deputy Ida Holm left,",
            "A resident of Leeds, Yorkshire,",
            "Her aunt in Bergen, Norway,",
            "Two residents, Ida,",
            "One of the farmers, who met Ida Holm,",
        ],
    )
    def test_other_person(self, phrase: str) -> None:
        """What is said of another person, and the place where somebody lives, are no appositives."""
        assert () == parse(phrase).named


class TestFindOwnName:
    """find_own_name()."""

    @pytest.mark.parametrize(
        ("phrase", "expected"),
        [
            ("A bandit leader known as Zoran", "Zoran"),
            ("Its treasurer, a man known only as Pepper,", "Pepper"),
            ("A rebel spokesman based in Reef, who calls himself Ari Dray-Ndi,", "Ari Dray-Ndi"),
            ("One voter, a retired nurse who gave only her first name, Tess,", "Tess"),
            ("a young fisher from Dray named Negasi", "Negasi"),
            ("a voice identified as Holm's", "Holm"),
        ],
    )
    def test_named(self, phrase: str, expected: str) -> None:
        """The name stands after a verb for naming, which is about the person described."""
        assert [expected] == [mention.name.text for mention in parse(phrase).named]

    @pytest.mark.parametrize("phrase", ["A man who works for a bank known as Pepper", "a nurse on a ship named Freya"])
    def test_other_name(self, phrase: str) -> None:
        """What bears the name is not the person."""
        assert () == parse(phrase).named


class TestFindApposedOrganization:
    """find_apposed_organization()."""

    @pytest.mark.parametrize(
        ("phrase", "expected"),
        [
            ("The weavers' union, SINTEX,", "SINTEX"),
            ("The UN's shipping agency, IMO,", "IMO"),
            ("The party of the poor, Reef Alliance,", "Reef Alliance"),
            ("The state grid operator, Norlys Group,", "Norlys Group"),
            ("The quarry's owners, Dray Stone Ltd,", "Dray Stone Ltd"),
            ("The haulier's rival, Osprey Freight Ltd,", "Osprey Freight Ltd"),
            ("His union, the Reef Workers Council,", "Reef Workers Council"),
            ("The company that runs the hospice, Larkfield Homes,", "Larkfield Homes"),
            ("The lender, the Danish development bank IFUD,", "IFUD"),
            ("The airline, Riga-based Baltwing,", "Baltwing"),
            ("The charity for the blind, Reef Sight,", "Reef Sight"),
        ],
    )
    def test_named(self, phrase: str, expected: str) -> None:
        """The name stands right after the comma."""
        parsed = parse(phrase)

        assert [expected] == [mention.name.text for mention in parsed.named]
        assert SpeakerKind.ORGANIZATION is parsed.kind

    @pytest.mark.parametrize(
        "phrase",
        [
            "The college in Leeds, Ohio,",
            "The union, Mr. Dray's employer,",
            "The court, citing NASA,",
            "The club, like Leeds Rovers,",
            "The bank, which Reef Group owns,",
        ],
    )
    def test_other_name(self, phrase: str) -> None:
        """Neither a place nor the name of another is taken."""
        assert () == parse(phrase).named
