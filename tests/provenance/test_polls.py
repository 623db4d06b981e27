"""Polls and their makers."""

from __future__ import annotations

import pytest

from quotekit.provenance.polls import find_polls
from quotekit.text import TextIndex


class TestFindPolls:
    """find_polls()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("A new poll by the University of Norland is out.", [["University of Norland"]]),
            ("In a survey of 900 voters conducted by Reef Research, half agree.", [["Reef Research"]]),
            ("A Reef Times/ABC News poll is out.", [["Reef Times", "ABC News"]]),
            ("A poll commissioned by the Reef Times and Channel 4 News is out.", [["Reef Times", "Channel 4 News"]]),
            ("The latest Afrobarometer survey is out.", [["Afrobarometer"]]),
            ("An exit poll conducted by Reef Research for the Reef Times is out.", [["Reef Research"]]),
            ("A survey was conducted for the Reef Times and others by Reef Research.", [["Reef Research"]]),
            ("A Reef Times/Norland University Poll is out.", [["Reef Times", "Norland University"]]),
            ("A survey by the Public Policy Institute of Norland is out.", [["Public Policy Institute of Norland"]]),
            ("On Monday a poll was out.", []),
            ("The polls close at eight.", []),
            ("According to a poll, half agree.", []),
        ],
        ids=[
            "by",
            "conducted by",
            "two makers",
            "and",
            "name before",
            "for",
            "for others",
            "capital",
            "public",
            "day",
            "voting",
            "no maker",
        ],
    )
    def test_makers(self, text: str, expected: list[list[str]]) -> None:
        """The makers are named before or after the noun, and a day is no maker."""
        assert expected == [[text[slice(*maker)] for maker in poll.makers] for poll in find_polls(TextIndex(text))]
