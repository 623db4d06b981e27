"""Names in apposition to a description of a person."""

from __future__ import annotations

import pytest

from quotekit.names.personal_appositions import follows_personal_description
from quotekit.text import TextIndex


class TestFollowsPersonalDescription:
    """follows_personal_description()."""

    @pytest.mark.parametrize(
        "text",
        [
            "His cousin, Ngozi Eze, smiled.",
            "It was late, said her brother, Ngozi Eze.",
            "The director general of the port authority, Ngozi Eze, smiled.",
            "They met the deputy mayor, Ngozi Eze, and left.",
            "It is late; our teacher, Ngozi Eze, smiled.",
        ],
    )
    def test_person(self, text: str) -> None:
        """A relative or an office stands before the name, and punctuation behind it."""
        start = text.index("Ngozi")

        assert follows_personal_description(TextIndex(text), start, start + len("Ngozi Eze"))

    @pytest.mark.parametrize(
        "text",
        [
            "The owner, Ngozi Eze, smiled.",
            "The port authority, Ngozi Eze, smiled.",
            "His cousin, Ngozi Eze Foods, smiled.",
            "In the afternoon, Ngozi Eze smiled.",
            "Ngozi Eze smiled.",
        ],
    )
    def test_not_shown(self, text: str) -> None:
        """Owners may be companies; a body, an adverbial or a longer name show nothing."""
        start = text.index("Ngozi")

        assert not follows_personal_description(TextIndex(text), start, start + len("Ngozi Eze"))
