"""Entities: the mentions of each person or organization, linked."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.names import find_mentions
from quotekit.names.entities import Entity, link_mentions
from quotekit.text import TextIndex
from tests.strategies import texts, word_soups


def entities_of(text: str) -> tuple[Entity, ...]:
    """Return the entities of a text."""
    index = TextIndex(text)
    return link_mentions(index, find_mentions(index))


class TestLinkMentions:
    """link_mentions()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Ida Holm left. Holm, Mrs. Holm and Ida came.", [("Ida Holm", 4)]),
            ("It was the Reef Trade Office (RTO) that met. The RTO left.", [("Reef Trade Office", 3)]),
            ("The New York Times has it. The Times, too.", [("The New York Times", 2)]),
            ("Carl Dray met Ida Holm. Dray left.", [("Carl Dray", 2), ("Ida Holm", 1)]),
            ("Francois Dray left. François Dray came.", [("François Dray", 2)]),
            ("Ted Dray, born Rafael Edward Dray, left. Ted Dray came.", [("Ted Dray", 3)]),
            ("Bill Dray left. William Dray came.", [("William Dray", 2)]),
            ("Carl Q. Bloomberg founded Bloomberg. Mr. Bloomberg left.", [("Carl Q. Bloomberg", 2), ("Bloomberg", 1)]),
            ("Carl Q. Bloomberg came. Bloomberg left.", [("Carl Q. Bloomberg", 2)]),
        ],
    )
    def test_entities(self, text: str, expected: list[tuple[str, int]]) -> None:
        """Each entity has its fullest name, and they are in the order of their first mentions."""
        assert expected == [(entity.name, len(entity.mentions)) for entity in entities_of(text)]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Sen. Ida Holm left.", ("Sen.",)),
            ("Ida Holm, a lawyer, left. Mrs. Holm came.", ("lawyer",)),
            ("Ida Holm, 62, a lawyer, left.", ("lawyer",)),
            ("Ida Holm, a friend, left.", ()),
        ],
    )
    def test_titles(self, text: str, expected: tuple[str, ...]) -> None:
        """Titles are those in front of names and in appositions; courtesy titles and standing are none."""
        assert expected == entities_of(text)[0].titles

    def test_gender(self) -> None:
        """The gender is that of the first name that has one."""
        assert ["female", None] == [e.gender for e in entities_of("Holm left. Mrs. Holm met Dray.")]

    @given(texts() | word_soups())
    def test_any_text(self, text: str) -> None:
        """Each mention belongs to exactly one entity."""
        index = TextIndex(text)
        mentions = find_mentions(index)

        linked = [mention for entity in link_mentions(index, mentions) for mention in entity.mentions]

        assert sorted(map(repr, mentions)) == sorted(map(repr, linked))
