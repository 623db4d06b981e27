"""Genders inferred from pronouns."""

from __future__ import annotations

import pytest

from quotekit.names import find_mentions
from quotekit.speakers.genders import infer_genders
from quotekit.speakers.mention_index import MentionIndex
from quotekit.text import TextIndex


class TestGenders:
    """infer_genders()."""

    def of(self, text: str) -> dict[int, str]:
        """What pronouns show of the names in a text; the key is the place of a name's first mention."""
        index = TextIndex(text)
        mentions = MentionIndex(index, find_mentions(index))
        genders = infer_genders(index, mentions)
        return {mentions.entities[entity].mentions[0].name_start: gender for entity, gender in genders.items()}

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Okafor said that she left. She was tired.", {0: "female"}),
            ("Okafor said that she left.", {}),
            ("Okafor closed her account, she said.", {}),
            ("Ida Okafor closed her account, she said.", {0: "female"}),
            ("Okafor said that she left. He was tired.", {}),
            ("Okafor met Lind before she left. She was tired.", {}),
            ("Okafor's aide said that she left. She was tired.", {}),
            ("In Okafor she left. She was tired.", {}),
        ],
        ids=[
            "two pronouns",
            "one",
            "one sentence",
            "one sentence of a person",
            "different ones",
            "two names",
            "owner",
            "place",
        ],
    )
    def test_told(self, text: str, expected: dict[int, str]) -> None:
        """Pronouns tell a gender where a sentence is about one person alone, and they agree."""
        assert expected == self.of(text)
