"""Names: how a phrase is taken apart, whose name it can be, and what its words tell."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.english.words import kind_of_ending, kind_of_noun, normalize, singular
from quotekit.names.person_names import (
    Name,
    apposition_title,
    gender_of,
    name_start,
    parse_name,
    same_person,
    split_titles,
)
from quotekit.records import SpeakerKind
from tests.strategies import texts


def named(phrase: str) -> Name:
    """The parts of a phrase that has a name."""
    name = parse_name(phrase)
    assert name is not None
    return name


class TestParseName:
    """parse_name()."""

    @pytest.mark.parametrize(
        ("phrase", "expected"),
        [
            ("Ida Holm", Name("Ida Holm", (), ("Ida",), (), "Holm")),
            ("Holm", Name("Holm", surname="Holm")),
            ("Ida M. Holm", Name("Ida M. Holm", (), ("Ida", "M."), (), "Holm")),
            ("Finance Minister Ida Holm", Name("Ida Holm", ("Finance Minister",), ("Ida",), (), "Holm")),
            ("U.S. President Carl Dray", Name("Carl Dray", ("U.S. President",), ("Carl",), (), "Dray")),
            ("Sen. Carl Dray", Name("Carl Dray", ("Sen.",), ("Carl",), (), "Dray")),
            ("Mrs. Holm", Name("Holm", ("Mrs.",), surname="Holm")),
            ("panel Chairman Rep. Carl Dray", Name("Carl Dray", ("panel Chairman", "Rep."), ("Carl",), (), "Dray")),
            (
                "the palace press secretary Ida Holm",
                Name("Ida Holm", ("palace press secretary",), ("Ida",), (), "Holm"),
            ),
            ("Secretary of State Ida Holm", Name("Ida Holm", ("Secretary of State",), ("Ida",), (), "Holm")),
            ("Ida van der Holm", Name("Ida van der Holm", (), ("Ida",), ("van", "der"), "Holm")),
            ("Omar bin Rashid", Name("Omar bin Rashid", (), ("Omar",), ("bin",), "Rashid")),
            ("Mayor de Soto", Name("de Soto", ("Mayor",), (), ("de",), "Soto")),
            ("Carl Dray Jr.", Name("Carl Dray Jr.", (), ("Carl",), (), "Dray", "Jr.")),
            ("Carl Dray, Jr., a baker", Name("Carl Dray, Jr.", ("baker",), ("Carl",), (), "Dray", "Jr.")),
            ("Carl B. Dray III", Name("Carl B. Dray III", (), ("Carl", "B."), (), "Dray", "III")),
            ('Carl "Bo" Dray', Name('Carl "Bo" Dray', (), ("Carl", "Bo"), (), "Dray")),
            ("Anne-Marie O’Dell's", Name("Anne-Marie O’Dell", (), ("Anne-Marie",), (), "O’Dell")),
            ("Ida Holm, the Finance minister,", Name("Ida Holm", ("Finance minister",), ("Ida",), (), "Holm")),
            ("Ida Holm, director of the Reef Fund", Name("Ida Holm", ("director",), ("Ida",), (), "Holm")),
            ("Rep. Ida Holm (D-Wis.)", Name("Ida Holm", ("Rep.",), ("Ida",), (), "Holm")),
            ("Carl King", Name("Carl King", (), ("Carl",), (), "King")),
            ("“Ida Holm”", Name("Ida Holm", (), ("Ida",), (), "Holm")),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_parts(self, phrase: str, expected: Name) -> None:
        """Titles, given names, particles, surname and suffix are told apart."""
        assert expected == parse_name(phrase)

    @pytest.mark.parametrize("phrase", ["", "a senior official", "the Prime Minister", "She", "...", "(", "von", "Mr."])
    def test_no_name(self, phrase: str) -> None:
        """A phrase of common words, titles and marks has no name."""
        assert parse_name(phrase) is None

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Any string either has a name, whose words come from it, or has none."""
        name = parse_name(text)

        assert name is None or (name.text in " ".join(text.split()) and name.surname in name.text)


class TestSamePerson:
    """same_person()."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("Ida Holm", "Holm", True),
            ("Ida Holm", "Mrs. Holm", True),
            ("Ida Holm", "Mr. Holm", False),
            ("Ida Holm", "Ida M. Holm", True),
            ("Ida Holm", "I. Holm", True),
            ("Ida Holm", "Vera Holm", False),
            ("Ida Holm", "Ida Berg", False),
            ("Bob Dray", "Robert Dray", True),
            ("Bo Dray", 'Carl "Bo" Dray', True),
            ("Carl J. Dray", "Carl John Dray", True),
            ("Carl A. Dray", "Carl B. Dray", False),
            ("Carl W. Dray", "Carl H. W. Dray", False),
            ("Carl Dray Sr.", "Carl Dray Jr.", False),
            ("Carl Dray", "Carl Dray Jr.", True),
            ("Luc Dray", "Luc-Henri Dray", True),
            ("Mr. Moon", "Moon Ki-ho", True),
            ("Enrique Peña Soto", "Mr. Peña Soto", True),
            ("José Núñez", "Jose Nunez", True),
            ("DRAY", "Carl Dray", True),
            ("Ida van der Holm", "Holm", True),
        ],
    )
    def test_pairs(self, one: str, other: str, *, expected: bool) -> None:
        """What is left out does not speak against it; other names, initials, suffixes and genders do."""
        assert expected is same_person(named(one), named(other))
        assert expected is same_person(named(other), named(one))


class TestGender:
    """gender_of()."""

    @pytest.mark.parametrize(
        ("phrase", "expected"),
        [
            ("Mr. Holm", "male"),
            ("Mrs. Holm", "female"),
            ("Ms. Holm", "female"),
            ("spokeswoman Pat Holm", "female"),
            ("Congressman Holm", "male"),
            ("Ida Holm", "female"),
            ("Carl Holm", "male"),
            ("Pat Holm", None),
            ("Senator Holm", None),
            ("Mrs. Carl Holm", "female"),
        ],
    )
    def test_told(self, phrase: str, expected: str | None) -> None:
        """Titles tell first, given names then."""
        assert expected == gender_of(named(phrase))


class TestTitles:
    """name_start(), split_titles() and apposition_title()."""

    @pytest.mark.parametrize(
        ("run", "expected"),
        [
            ("Ida Holm", 0),
            ("Prime Minister Ida Holm", 2),
            ("Secretary of Homeland Security Ida Holm", 4),
            ("Governor Dean Holm", 1),
            ("Dean Holm", 0),
            ("Chief Justice", 2),
            ("Mr. King", 1),
            ("U.S. Holm", 1),
            ("", 0),
        ],
    )
    def test_name_start(self, run: str, expected: int) -> None:
        """The name proper begins after the last title."""
        assert expected == name_start(run.split())

    @pytest.mark.parametrize(
        ("phrase", "expected"),
        [
            ("former Lt. Gov.", ["former Lt. Gov."]),
            ("a Chairman Sen.", ["Chairman", "Sen."]),
            ("on Monday", []),
            ("", []),
        ],
    )
    def test_split(self, phrase: str, expected: list[str]) -> None:
        """A title printed short begins a title of its own, except after another short one."""
        assert expected == split_titles(phrase)

    @pytest.mark.parametrize(
        ("after", "expected"),
        [
            (", the Treasury secretary, said", "Treasury secretary"),
            (", a senior adviser to the mayor,", "senior adviser"),
            (", Reefbank's chief executive, said", "chief executive"),
            (", now a consultant in Oslo", "consultant"),
            (", a friend of the mayor,", None),
            (", 59, of Ashton,", None),
            (", who left", None),
            (" the secretary,", None),
            ("", None),
        ],
    )
    def test_apposition(self, after: str, expected: str | None) -> None:
        """An apposition gives its title alone; kin, ages and clauses are none."""
        assert expected == apposition_title(after)


class TestWords:
    """normalize(), singular(), kind_of_noun() and kind_of_ending()."""

    @pytest.mark.parametrize(
        ("plural", "expected"),
        [
            ("officials", "official"),
            ("Parties", "party"),
            ("women", "woman"),
            ("people", "person"),
            ("witnesses", "witness"),
            ("analysis", "analysis"),
            ("boss", "boss"),
        ],
    )
    def test_singular(self, plural: str, expected: str) -> None:
        """Plurals lose their ending, and singulars that look like them do not."""
        assert expected == singular(plural)

    @pytest.mark.parametrize(
        ("noun", "expected"),
        [
            ("official", SpeakerKind.UNNAMED),
            ("officials", SpeakerKind.GROUP),
            ("sources", SpeakerKind.UNNAMED),
            ("critics", SpeakerKind.UNNAMED),
            ("voters", SpeakerKind.GROUP),
            ("ministry", SpeakerKind.ORGANIZATION),
            ("companies", SpeakerKind.GROUP),
            ("survey", SpeakerKind.DOCUMENT),
            ("courage", None),
        ],
    )
    def test_kind_of_noun(self, noun: str, expected: SpeakerKind | None) -> None:
        """One person without a name, several, an organization, a writing, or a thing that does not speak."""
        assert expected == kind_of_noun(noun)

    def test_kind_of_ending(self) -> None:
        """Nouns in no list are told by their endings, if these say that people are meant."""
        assert [SpeakerKind.GROUP, SpeakerKind.UNNAMED, None] == [
            kind_of_ending(noun) for noun in ("beekeepers", "beekeeper", "courage")
        ]

    @given(texts())
    def test_fold(self, text: str) -> None:
        """Folding takes away the differences between capitals, and between folded and not."""
        assert normalize(text.upper()).isupper() is False
        assert normalize(normalize(text)) == normalize(normalize(normalize(text)))
