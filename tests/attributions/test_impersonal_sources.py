"""Impersonal cues have no source."""

from __future__ import annotations

import pytest

from quotekit.attributions.impersonal_sources import drop_impersonal_sources
from tests.helpers import context_of, draft_of


class TestDropImpersonalSources:
    """drop_impersonal_sources()."""

    @pytest.mark.parametrize(
        ("text", "source", "cue", "content", "expected"),
        [
            ("The dam is expected to hold.", "The dam", "is expected to", "hold", ""),
            ("Ida Holm allegedly lied.", "Ida Holm", "allegedly", "lied", ""),
            ("Ida Holm said it held.", "Ida Holm", "said", "it held", "Ida Holm"),
            ("It is expected by analysts to hold.", "analysts", "is expected by", "to hold", "analysts"),
        ],
    )
    def test_source(self, text: str, source: str, cue: str, content: str, expected: str) -> None:
        """The source is kept where somebody in particular says or thinks something."""
        draft = draft_of(text, source, cue, content)

        [found] = drop_impersonal_sources(context_of(text), [draft])

        assert expected == found.source.text
        assert (found is draft) is bool(expected)
