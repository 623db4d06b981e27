"""Titles in front of names and in appositions."""

from __future__ import annotations

import pytest

from quotekit.names.titles import count_title_words, may_end_in_surname, split_titles, title_in_apposition


class TestTitles:
    """count_title_words(), split_titles() and title_in_apposition()."""

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
            ("Scientist Dr Nabin Das Pal", 2),
            ("Mr Deputy Sheriff", 3),
            ("Dr County Engineer", 3),
            ("", 0),
        ],
    )
    def test_count(self, run: str, expected: int) -> None:
        """The name proper begins after the last title."""
        assert expected == count_title_words(run.split())

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
        assert expected == title_in_apposition(after)

    def test_surname(self) -> None:
        """Some titles are surnames after what is no part of an office."""
        names = ("Farzana Sultan", "Perviz Contractor", "Texas Sheriff", "Sultan", "Ann Lee")

        assert [True, True, False, False, False] == [may_end_in_surname(name.split()) for name in names]
