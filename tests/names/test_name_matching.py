"""Comparing names: the same person's or not, and their gender."""

from __future__ import annotations

import pytest

from quotekit.names.name_matching import gender_of, same_person
from tests.names.test_person_names import named


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
