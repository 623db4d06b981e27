"""Participles that continue a statement have its source."""

from __future__ import annotations

import pytest

from quotekit.attributions.shared_sources import share_sources
from tests.helpers import context_of, draft_of

SHARED = [
    pytest.param(
        "Berg called it a triumph, adding that it was hers.", "adding", "that it was hers", "Berg", id="comma"
    ),
    pytest.param("Berg called it a triumph and vowing to stay.", "vowing", "to stay", "Berg", id="and"),
    pytest.param("Berg called it a triumph, also noting the cost.", "also noting", "the cost", "Berg", id="adverb"),
    pytest.param("Berg called it a triumph. Adding salt helps.", "Adding", "salt helps", "", id="next sentence"),
    pytest.param("Berg called it a triumph, and she said no.", "said", "no", "", id="no participle"),
    pytest.param(
        "Berg called it a triumph, with Ito noting the cost.", "noting", "the cost", "Ito", id="another subject"
    ),
]


class TestShareSources:
    """share_sources()."""

    @pytest.mark.parametrize(("text", "cue", "content", "expected"), SHARED)
    def test_continues_a_content(self, text: str, cue: str, content: str, expected: str) -> None:
        """The source is that of the content right before, and of nothing else."""
        first = draft_of(text, "Berg", "called", "it a triumph")
        second = draft_of(text, "Ito" if "Ito" in text else "", cue, content)

        found = share_sources(context_of(text), [first, second])

        assert (first, expected) == (found[0], found[1].source.text)

    def test_several_participles(self) -> None:
        """A third participle gets the source that the second one got."""
        text = "Berg called it a triumph, adding that it was hers, warning that it was late."
        found = share_sources(
            context_of(text),
            [
                draft_of(text, "Berg", "called", "it a triumph"),
                draft_of(text, "", "adding", "that it was hers"),
                draft_of(text, "", "warning", "that it was late"),
            ],
        )

        assert ["Berg"] * 3 == [draft.source.text for draft in found]

    def test_no_source_to_share(self) -> None:
        """Where the statement before has no source, the participle keeps its own."""
        text = "It was called a triumph, adding to the cost."
        attributions = [draft_of(text, "", "was called", "a triumph"), draft_of(text, "", "adding", "to the cost")]

        assert attributions == share_sources(context_of(text), attributions)
