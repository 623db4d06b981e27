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

    def test_last_referent(self) -> None:
        """A shared surname means the person named last before it, until the other is named again."""
        text = "Ida Holm came. Holm left. Pat Holm came, too. Ida Holm sang. Holm left."

        assert [("Ida Holm", 4), ("Pat Holm", 1)] == [(e.name, len(e.mentions)) for e in entities_of(text)]
