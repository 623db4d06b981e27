"""Outlets that are in no list."""

from __future__ import annotations

import pytest

from quotekit.names import find_mentions
from quotekit.provenance.unlisted_outlets import find_unlisted_outlets
from quotekit.text import TextIndex


class TestFindUnlistedOutlets:
    """find_unlisted_outlets()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("She told The Harbourmaster so.", ["The Harbourmaster"]),
            ("She told The Post and Courier so.", ["The Post"]),
            ("He told ET.", ["ET"]),
            ("He told QXB on Friday.", ["QXB"]),
            ("He told NATO so.", []),
            ("He told FBI agents so.", []),
            ("She told Sport One so.", ["Sport One"]),
            ("She spoke to Reef Media.", ["Reef Media"]),
            ("In an interview with Tide magazine she said so.", ["Tide"]),
            ("In an interview with a Danish newspaper she said so.", []),
            ("She told The Harbour Council so.", []),
            ("She told Jo Lind so.", []),
            ("She said so in a Reef411 interview.", ["Reef411"]),
            ("She said so in a Monday interview.", []),
            ("She said so to the Danish newspaper Reef Dagblad.", ["Reef Dagblad"]),
            ("She spoke on the radio show Reef Talk.", ["Reef Talk"]),
            ("She told Parliament so.", []),
        ],
        ids=[
            "article",
            "and",
            "two letters",
            "three letters",
            "acronym",
            "agents",
            "medium",
            "media",
            "magazine",
            "nationality",
            "council",
            "person",
            "before interview",
            "day",
            "after newspaper",
            "after show",
            "parliament",
        ],
    )
    def test_names(self, text: str, expected: list[str]) -> None:
        """What is told and interviewed is an outlet unless its name shows something else."""
        index = TextIndex(text)
        assert expected == [outlet.name for outlet in find_unlisted_outlets(index, find_mentions(index))]
