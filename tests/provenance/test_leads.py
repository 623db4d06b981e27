"""
Leads: headline, lead and paraphrases before the outlet is named.

Texts mark their attributions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from tests.helpers import outlet_names

PASSAGES = {
    "headline": (
        "{s1 Holm}{c1 :} {t1 It is late}\n\n{s2 Holm} {c2 told} CNN {t2 it is late}.",
        [["CNN"], ["CNN"]],
    ),
    "told reporters before": (
        "{s1 Holm} {c1 told} reporters {t1 it is late}. {t2 It is}, {s2 she} {c2 said} in an interview with CNN.",
        [[], ["CNN"]],
    ),
    "lead before the words": (
        (
            "One.\n\nTwo.\n\nThree.\n\n{s1 Ida Holm} {c1 defended} {t1 the dam}.\n\n"
            "{t2 “It is new,”} {s2 Holm} {c2 said} on CNN."
        ),
        [["CNN"], ["CNN"]],
    ),
    "lead of another": (
        (
            "One.\n\nTwo.\n\nThree.\n\n{s1 Carl Dray} {c1 defended} {t1 the dam}.\n\n"
            "{t2 “It is new,”} {s2 Holm} {c2 said} on CNN."
        ),
        [[], ["CNN"]],
    ),
}


class TestCarryBack:
    """carry_back_to_paraphrases() and carry_back_to_head()."""

    @pytest.mark.parametrize(("marked", "expected"), PASSAGES.values(), ids=PASSAGES)
    def test_passage(self, marked: str, expected: list[list[str]]) -> None:
        """What is told first has the outlet that is named after it."""
        assert expected == outlet_names(marked)
