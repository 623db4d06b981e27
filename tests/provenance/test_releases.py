"""Releases of letters, e-mails and recordings."""

from __future__ import annotations

import pytest

from quotekit.provenance.releases import find_releases
from quotekit.text import TextIndex


class TestFindReleases:
    """find_releases()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The Harbour Office released 90 pages of e-mails.", ["Harbour Office"]),
            ("She is named in cables published by WikiLeaks.", ["WikiLeaks"]),
            ("Excerpts of the speech released by the White House are short.", ["White House"]),
            ("Reef Weekly has leaked the memo.", []),
            ("The Harbour Office released the ship.", []),
            ("She posted the letter.", []),
        ],
        ids=["publisher first", "publisher last", "excerpts", "singular memo", "no papers", "no publisher"],
    )
    def test_publisher(self, text: str, expected: list[str]) -> None:
        """An organization releases papers, in either order."""
        assert expected == [text[slice(*release.publisher)] for release in find_releases(TextIndex(text))]
