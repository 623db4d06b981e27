"""Linking surnames, given names and initials to full names."""

from __future__ import annotations

import pytest

from tests.names.test_entities import entities_of


class TestPeople:
    """People."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Ida Holm met Carl Dray. Holm left.", ["Ida Holm", "Carl Dray"]),
            ("Ida Holm met Carl Holm. Ms. Holm left.", ["Ida Holm", "Carl Holm"]),
            ("Ida Holm met Pat Holm. Then Holm left.", ["Ida Holm", "Pat Holm", "Holm"]),
            ("Ida Holm left. Mr. Holm came.", ["Ida Holm", "Holm"]),
            ("Joseph Dray left. Joe came.", ["Joseph Dray"]),
            ("Ida Lindqvist left. Lindquist came.", ["Ida Lindqvist"]),
            ("Ida Holm left. Holmes came.", ["Ida Holm", "Holmes"]),
            ("Mike Pence left. PENCE came.", ["Mike Pence"]),
            ("Carl Jordan left. Then Jordan came.", ["Carl Jordan"]),
            ("Carl Jordan left. He was in Jordan then.", ["Carl Jordan", "Jordan"]),
            ("Alexandria Ocasio-Cortez (AOC) left. AOC came.", ["Alexandria Ocasio-Cortez"]),
            ("Nguyen Van Thieu left. Thieu came.", ["Nguyen Van Thieu"]),
        ],
        ids=[
            "surname",
            "gender",
            "namesakes",
            "contested",
            "nickname",
            "misspelt",
            "another",
            "capitals",
            "place",
            "place after in",
            "initials",
            "last given name",
        ],
    )
    def test_linked(self, text: str, expected: list[str]) -> None:
        """A name is linked to the one person it can be of, and else stands for itself."""
        assert expected == [entity.name for entity in entities_of(text)]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "Zhoe Holm and her husband, Qadir Holm, came. Mrs. Holm sang. Mr. Holm left.",
                [("Zhoe Holm", 2), ("Qadir Holm", 2)],
            ),
            (
                "Zhoe Holm met Qadir Holm. Mrs. Holm sang. Mr. Holm left.",
                [("Zhoe Holm", 1), ("Qadir Holm", 1), ("Holm", 1), ("Holm", 1)],
            ),
            ("Holm came. Mrs. Holm sang. Mr. Holm left.", [("Holm", 2), ("Holm", 1)]),
            (
                "Carl J. Dray met his son Carl Dray Jr. Mr. Dray left. The younger Mr. Dray sang.",
                [("Carl J. Dray", 2), ("Carl Dray Jr.", 2)],
            ),
            ("Carl Dray Jr. came. Mr. Dray left.", [("Carl Dray Jr.", 2)]),
            ("Carl J. Dray Jr. came. Carl Dray left.", [("Carl J. Dray Jr.", 2)]),
            ("Ana Reyes Soto came. Ms. Reyes left.", [("Ana Reyes Soto", 2)]),
            ("Ana Reyes Soto came. Soto sang. Ms. Reyes left.", [("Ana Reyes Soto", 2), ("Reyes", 1)]),
            ("Ms. Reyes came. Ana Reyes Soto left.", [("Reyes", 1), ("Ana Reyes Soto", 1)]),
        ],
        ids=[
            "spouses by kinship",
            "spouses of unknown gender",
            "spouses without given names",
            "junior",
            "only a junior",
            "junior with and without suffix",
            "first of two surnames",
            "called by the last surname",
            "not named before",
        ],
    )
    def test_bearers(self, text: str, expected: list[tuple[str, int]]) -> None:
        """People who share a surname are told apart by titles, kinship and suffixes; in doubt it stands for itself."""
        assert expected == [(entity.name, len(entity.mentions)) for entity in entities_of(text)]

    @pytest.mark.parametrize(("distance", "expected"), [(0, 2), (60, 3)])
    def test_named_in_passing(self, distance: int, expected: int) -> None:
        """A surname stays with its bearer after another one was named in full, but not right after that."""
        text = f"Ida Holm came. Holm sang. Pat Holm came, too. {'It rained. ' * distance}Then Holm left."

        assert ("Ida Holm", expected) == (entities_of(text)[0].name, len(entities_of(text)[0].mentions))

    def test_last_referent(self) -> None:
        """A shared surname means the person named last before it, until the other is named again."""
        text = "Ida Holm came. Holm left. Pat Holm came, too. Ida Holm sang. Holm left."

        assert [("Ida Holm", 4), ("Pat Holm", 1)] == [(e.name, len(e.mentions)) for e in entities_of(text)]
