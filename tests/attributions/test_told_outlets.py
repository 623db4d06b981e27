"""Sources that are told the statement."""

from __future__ import annotations

import pytest

from quotekit.attributions.told_outlets import replace_told_outlets
from tests.helpers import context_of, draft_of

TOLD = [
    ("The mill is shut, an engineer, who asked to stay unnamed, told Kyodo.", "The mill is shut", "an engineer"),
    ("The mill is Ann Lee’s, the source, who knew her, told Kyodo.", "The mill is Ann Lee’s", "the source"),
    ("The mill is shut, Ida Holm, who built it, told Kyodo.", "The mill is shut", "Ida Holm"),
    ("The mill is shut, told Kyodo.", "The mill is shut, ", "Kyodo"),
]


class TestReplaceToldOutlets:
    """replace_told_outlets()."""

    @pytest.mark.parametrize(("text", "content", "source"), TOLD)
    def test_subject(self, text: str, content: str, source: str) -> None:
        """The subject in front of a relative clause and “told” is the source, and no part of the content."""
        draft = draft_of(text, "Kyodo", "told", text[: text.index("told")])

        (found,) = replace_told_outlets(context_of(text), [draft])

        assert (content, source) == (found.content.text, found.source.text)

    def test_subject_found(self) -> None:
        """A draft with the subject as its source is left as it is."""
        text = "The mill is shut, an engineer, who built it, told Kyodo."
        draft = draft_of(text, "an engineer", "told", "The mill is shut")

        assert [draft] == replace_told_outlets(context_of(text), [draft])
