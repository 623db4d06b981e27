"""Names in a run of capitalized words, corrected by the words around it."""

from __future__ import annotations

import pytest

from quotekit.names.capitalized_runs import split_run
from quotekit.names.in_context import read_in_context
from quotekit.text import TextIndex


class TestReadInContext:
    """read_in_context()."""

    @pytest.mark.parametrize(
        ("before", "run", "after", "expected"),
        [
            ("Then ", "Ida Holm", " left.", [("Ida Holm", "person")]),
            ("Then ", "Holm", " left.", [("Holm", None)]),
            ("In ", "May", " it rained.", []),
            ("Then ", "May", " 3 came.", []),
            ("Then ", "May", " left.", [("May", None)]),
            ("", "Will", " it rain?", []),
            ("", "Hoping", " for rain, she left.", []),
            ("She said so. ", "Specifically", ", she left.", []),
            ("With ", "Connolly", " by the door.", [("Connolly", None)]),
            ("", "Hours", " later it rained.", []),
            ("", "Days", " earlier she left.", []),
            ("", "Fields", " later tweeted it.", [("Fields", None)]),
            ("", "Lund", " earlier said so.", [("Lund", None)]),
            ("Rep. Ida Holm (", "D-Ohio", ") left.", []),
            ("The ", "Post", " left.", [("Post", "organization")]),
            ("The ", "King", " left.", []),
            ("The ", "Dray", " campaign won.", [("Dray campaign", "organization")]),
            ("The ", "Dray", " campaign manager left.", [("Dray", None)]),
            ("A ", "Ida Holm", " campaign", [("Ida Holm campaign", "organization"), ("Ida Holm", "person")]),
            ("The palace spokeswoman ", "Holm", " left.", [("Holm", "person")]),
            ("The ", "Reef Bank", " left.", [("Reef Bank", "organization")]),
            ("", "Mud Baths", " are good.", [("Mud Baths", None)]),
        ],
    )
    def test_context(self, before: str, run: str, after: str, expected: list[tuple[str, str | None]]) -> None:
        """The words around tell months, verbs and adverbs from names, and organizations and titles from people."""
        index = TextIndex(before + run + after)

        found = [
            mention
            for name in split_run(run)
            for mention in read_in_context(index, name.shifted(len(before)), {"mud", "baths"})
        ]

        assert expected == [(m.name.text, m.kind.value if m.kind else None) for m in found]
