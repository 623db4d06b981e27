"""Stations and programmes."""

from __future__ import annotations

import pytest

from quotekit.provenance.programmes import find_programmes
from quotekit.text import TextIndex


class TestFindProgrammes:
    """find_programmes()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("She told WQXB so.", ["WQXB"]),
            ("She told KRVN-FM so.", ["KRVN-FM"]),
            ("WHAT WILL COME", []),
            ("She told KPMG so.", []),
            ("She was on Jo Lind's podcast.", ["Jo Lind's podcast"]),
            ("She was on Jo Lind’s syndicated radio show.", ["Jo Lind’s syndicated radio show"]),
            ("She was on The Jo Lind Show.", ["The Jo Lind Show"]),
            ("She was on the Reef Talk podcast.", ["Reef Talk"]),
            ("She was on her podcast.", []),
            ("She saw the show.", []),
        ],
        ids=["call letters", "FM", "heading", "firm", "of a host", "radio show", "Show", "noun", "her", "no name"],
    )
    def test_names(self, text: str, expected: list[str]) -> None:
        """Call letters, a host or a noun show what a name is."""
        assert expected == [outlet.name for outlet in find_programmes(TextIndex(text))]
