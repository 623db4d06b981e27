"""
Inheritance: outlets of attributions inside others.

Texts mark their attributions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from tests.helpers import outlet_names

PASSAGES = {
    "inside a report": (
        "{c1 According to} {s1 The Reef Times}, {t1 {s2 officials} {c2 believe} {t2 it is late}}.",
        [[], ["The Reef Times"]],
    ),
    "inside a report behind": (
        "{t1 {t2 It is late}, {s2 Holm} {c2 said}}, {c1 as reported by} {s1 Reuters}.",
        [[], ["Reuters"]],
    ),
    "inside an interview": (
        "{s1 Holm} {c1 told} CNN {t1 that {s2 Dray} {c2 had told} the BBC {t2 it was late}}.",
        [["CNN"], ["BBC", "CNN"]],
    ),
    "inside a tweet inside an interview": (
        "{s1 Holm} {c1 told} CNN {t1 that {s2 Dray} {c2 had tweeted} {t2 it was late}}. Twitter was down.",
        [["CNN"], ["Twitter", "CNN"]],
    ),
    "inside what an outlet does": (
        "{s1 CNN} {c1 checked} {t1 {s2 Holm’s} {c2 claim} {t2 that it is late}}.",
        [[], []],
    ),
    "three deep": (
        "{s1 Kyodo} {c1 reported} {t1 that {s2 Holm} {c2 said} {t2 {s3 Dray} {c3 feared} {t3 a flood}}}.",
        [[], ["Kyodo"], ["Kyodo"]],
    ),
}


class TestInheritFromParents:
    """inherit_from_parents()."""

    @pytest.mark.parametrize(("marked", "expected"), PASSAGES.values(), ids=PASSAGES)
    def test_passage(self, marked: str, expected: list[list[str]]) -> None:
        """What is inside another has its outlets, and the outlet that reports it."""
        assert expected == outlet_names(marked)
