"""
Excerpts: passages that a text takes from an outlet.

Texts mark their attributions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from tests.helpers import outlet_names

PASSAGES = {
    "excerpt": (
        (
            "The Reef Times reports:\n\n“{s1 Holm} {c1 said} {t1 it was late}. {s2 Dray} {c2 said} {t2 no}.”\n\n"
            "{s3 Lind} {c3 said} {t3 yes}."
        ),
        [["Reef Times"], ["Reef Times"], []],
    ),
    "excerpt of paragraphs": (
        (
            "According to the Reef Times:\n\n“{s1 Holm} {c1 said} {t1 it was late}.\n\n"
            "“{s2 Dray} {c2 said} {t2 no}.”\n\n“{t3 Yes},” {s3 Lind} {c3 said}."
        ),
        [["Reef Times"], ["Reef Times"], []],
    ),
    "excerpt without marks": (
        "The Reef Times wrote on Monday:\n\n{s1 Holm} {c1 said} {t1 it was late}.\n\n{s2 Dray} {c2 said} {t2 no}.",
        [["Reef Times"], []],
    ),
    "excerpt by a reporter": (
        "The Reef Times sent its reporter Jo Lind.\n\nLind writes:\n\n“{s1 Holm} {c1 said} {t1 it was late}.”",
        [["Reef Times"]],
    ),
    "excerpt that is taken up again": (
        (
            "The Reef Times reports:\n\n“{s1 Holm} {c1 said} {t1 it was late}.”\n\n"
            "The article ends with a joke.\n\n“{t2 No},” {s2 Holm} {c2 said}."
        ),
        [["Reef Times"], ["Reef Times"]],
    ),
    "somebody's words, no excerpt": (
        "{s1 Holm} {c1 told} CNN:\n\n{t1 “It is late.”}\n\n“{t2 No},” {s2 Dray} {c2 said}.",
        [["CNN"], []],
    ),
    "an object, no excerpt": (
        "CNN noted the late hour:\n\n{s1 Holm} {c1 saw} {t1 that it was late}.",
        [[]],
    ),
    "heading of posts": (
        (
            "LETTERS.\n\n{s1 I} {c1 hope} {t1 it is late}.\n\nFACEBOOK.\n\n{s2 I} {c2 hope} {t2 it is not}.\n\n"
            "MORE.\n\n{s3 I} {c3 hope} {t3 so}."
        ),
        [[], ["FACEBOOK"], []],
    ),
}


class TestAddExcerpts:
    """add_excerpts()."""

    @pytest.mark.parametrize(("marked", "expected"), PASSAGES.values(), ids=PASSAGES)
    def test_passage(self, marked: str, expected: list[list[str]]) -> None:
        """What is in an excerpt comes from the outlet that the excerpt is taken from."""
        assert expected == outlet_names(marked)
