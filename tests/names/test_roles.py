"""Roles: titles in a comparable form, roles and ages beside names."""

from __future__ import annotations

import pytest

from quotekit.names import find_mentions
from quotekit.names.roles import Role, age_of, roles_beside
from quotekit.text import TextIndex


class TestRole:
    """Role, roles_beside() and age_of()."""

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("Ohio Sen.", Role("senator", frozenset({"ohio"}))),
            ("GOP nominee", Role("nominee", frozenset({"republican"}))),
            ("Holm's attorney", Role("lawyer", frozenset({"holm"}))),
            ("spokeswoman", Role("spokesman")),
            ("'s captain", Role("captain")),
            ("'s", Role("")),
        ],
    )
    def test_of(self, title: str, expected: Role) -> None:
        """Short words are read in full, and words for the same office are one."""
        assert expected == Role.of(title)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Ida Holm, a lawyer, left.", []),
            ("His lawyer, Ida Holm, left.", [Role("lawyer")]),
            ("Carl Dray's lawyer, Ida Holm, left.", [Role("lawyer", frozenset({"dray"}))]),
            ("A lawyer for Carl Dray, Ida Holm, left.", [Role("lawyer", frozenset({"dray"}))]),
            ("Ida Holm, Dray's lawyer, left.", [Role("lawyer", frozenset({"dray"}))]),
            ("Ida Holm is the mayor of Reef.", [Role("mayor")]),
            ("For the mayor, Ida Holm left.", []),
            (
                "Sen. Ida Holm (D-N.Y.) left.",
                [Role("democrat", frozenset({"new", "york"})), Role("senator", frozenset({"new", "york", "democrat"}))],
            ),
            ("Sen. Ida Holm of Ohio left.", [Role("senator", frozenset({"ohio"}))]),
        ],
    )
    def test_beside(self, text: str, expected: list[Role]) -> None:
        """What stands beside a name tells standing, party and home."""
        mention = next(m for m in find_mentions(TextIndex(text)) if m.name.surname == "Holm")

        assert expected == list(roles_beside(TextIndex(text), mention, mention.name.titles))

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Ida Holm, 62, left.", 62),
            ("Ida Holm (62) left.", 62),
            ("Ida Holm, aged 62, left.", 62),
            ("The 62-year-old baker Ida Holm left.", 62),
            ("Ida Holm, a 62-year-old baker, left.", 62),
            ("Ida Holm, 62, met Ida Holm, 40.", None),
            ("Ida Holm left 62 times.", None),
        ],
    )
    def test_age(self, text: str, expected: int | None) -> None:
        """Ages are read where one stands beside a name; two different ones tell nothing."""
        assert expected == age_of(TextIndex(text), find_mentions(TextIndex(text)))
