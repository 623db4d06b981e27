"""Sources that are extended to a second name."""

from __future__ import annotations

import pytest

from quotekit.attributions.joint_sources import join_sources
from quotekit.names import find_mentions
from quotekit.text import TextIndex
from tests.helpers import context_of, draft_of

JOINED = [
    ("Ida Holm, speaking on Monday, and Carl Dray said it rained.", "Ida Holm, speaking on Monday, and Carl Dray"),
    ("Both Ida Holm, in Oslo, and Carl Dray, in Moss, said it rained.", "Both Ida Holm, in Oslo, and Carl Dray"),
    ("Ida Holm (Labour) and Carl Dray both said it rained.", "Ida Holm (Labour) and Carl Dray"),
    ("Ida Holm, speaking beside Carl Dray, said it rained.", "Ida Holm"),
    ("Ida Holm met Ann Lee and Carl Dray said it rained.", "Ida Holm"),
    ("Ida Holm and many others in Moss said it rained.", "Ida Holm"),
]


class TestJoinSources:
    """join_sources()."""

    @pytest.mark.parametrize(("text", "expected"), JOINED)
    def test_second_name(self, text: str, expected: str) -> None:
        """A second name is added if “and” joins it to the first, and the cue follows."""
        context = context_of(text, find_mentions(TextIndex(text)))

        (found,) = join_sources(context, [draft_of(text, "Ida Holm", "said", "it rained")])

        assert expected == found.source.text

    def test_no_mentions(self) -> None:
        """A content that is read on its own has no names, and nothing changes."""
        text = "Ida Holm, at noon, and Carl Dray said it rained."
        draft = draft_of(text, "Ida Holm", "said", "it rained")

        assert [draft] == join_sources(context_of(text), [draft])
