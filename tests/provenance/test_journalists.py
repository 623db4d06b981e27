"""People whom a text calls an outlet's."""

from __future__ import annotations

import pytest

from quotekit.names import find_mentions
from quotekit.names.outlets import find_outlets
from quotekit.provenance.journalists import find_journalists
from quotekit.text import TextIndex


class TestFindJournalists:
    """find_journalists()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("CNN’s Ida Holm left.", {"holm": "CNN"}),
            ("Reef Times reporter Ida Holm left.", {"holm": "Reef Times"}),
            ("Ida Holm of the Reef Times left.", {"holm": "Reef Times"}),
            ("CNN left. The reporter Ida Holm stayed.", {}),
            ("CNN met Ida Holm.", {}),
        ],
        ids=["possessive", "job", "of", "another sentence", "guest"],
    )
    def test_employer(self, text: str, expected: dict[str, str]) -> None:
        """A possessive, a job or "of" makes an outlet the employer."""
        assert expected == find_journalists(
            TextIndex(text), find_outlets(TextIndex(text)), find_mentions(TextIndex(text))
        )
