"""Names of two makers of a poll that a hyphen joins."""

from __future__ import annotations

import pytest

from quotekit.names import find_mentions
from quotekit.text import TextIndex


class TestSplitJointMakers:
    """split_joint_makers()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("A Washington Post-ABC News poll has it.", ["Washington Post", "ABC News"]),
            ("An ABC News-Delta University survey has it.", ["ABC News", "Delta University"]),
            ("They read a Post-ABC national tracking poll.", ["Post", "ABC"]),
            ("A Washington Post-ABC News story has it.", ["Washington Post-ABC News"]),
            ("A Holm-Dray poll has it.", ["Holm-Dray"]),
        ],
        ids=["outlets", "one outlet", "short names", "no poll", "no outlet"],
    )
    def test_split(self, text: str, expected: list[str]) -> None:
        """Two makers are named if a poll follows and one of them is an outlet."""
        assert expected == [mention.name.text for mention in find_mentions(TextIndex(text))]
