"""Nouns of saying as cues."""

from __future__ import annotations

import pytest

from quotekit.attributions.noun_cues import prefer_noun_cues
from tests.helpers import context_of, draft_of

ANSWERS = [
    pytest.param("“No,” was his short answer.", "was", "his short answer", ("his", "answer"), id="pronoun"),
    pytest.param("“No,” was Mr. Ito's only reply.", "was", "Mr. Ito's only reply", ("Mr. Ito's", "reply"), id="name"),
    pytest.param("“No,” was the curt reply.", "was", "the curt reply", ("", "reply"), id="nobody's"),
    pytest.param("The verdict was “no”.", "was", "The verdict", ("", "verdict"), id="in front"),
    pytest.param("“No,” was his brother.", "was", "his brother", ("his brother", "was"), id="another noun"),
    pytest.param("“No,” said his only answer.", "said", "his only answer", ("his only answer", "said"), id="a verb"),
    pytest.param("“No,” it was.", "was", "", ("", "was"), id="no source"),
]


class TestPreferNounCues:
    """prefer_noun_cues()."""

    @pytest.mark.parametrize(("text", "cue", "source", "expected"), ANSWERS)
    def test_noun(self, text: str, cue: str, source: str, expected: tuple[str, str]) -> None:
        """The noun of saying is the cue and the possessor the source; nothing else changes."""
        (found,) = prefer_noun_cues(
            context_of(text), [draft_of(text, source, cue, "“No,”" if "“No,”" in text else "“no”")]
        )

        assert expected == (found.source.text, found.cue.text)
