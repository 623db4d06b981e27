"""restore_quotations()."""

from __future__ import annotations

import attrs
import pytest

from quotekit.attributions.torn_quotations import restore_quotations
from tests.helpers import context_of, draft_of, drafts_of
from tests.markup import parse

TORN = [
    pytest.param(
        "{s Ito} {c said}: “It rained {t all night in Oslo.”}", "“It rained all night in Oslo.”", id="beginning"
    ),
    pytest.param("{s Ito} {c said}: {t “It rained all} night.”", "“It rained all night.”", id="end"),
    pytest.param(
        "{s Ito} {c said} {t it was wet, “as wet as ever} in Oslo.”",
        "it was wet, “as wet as ever in Oslo.”",
        id="end of mixed",
    ),
    pytest.param("{s Ito} {c said}: “It rained {t all} night and all day in Oslo.”", "all", id="too little"),
    pytest.param("“It rained, {s Ito} {c said} {t to us all night} in Oslo.”", "to us all night", id="cue inside"),
    pytest.param("{s Ito} {c said}: “It rained {t all night} in Oslo.", "all night", id="not closed"),
    pytest.param("{s Ito} {c said} {t “it rained”} and “snowed.”", "“it rained”", id="whole"),
]


class TestRestoreQuotations:
    """restore_quotations()."""

    @pytest.mark.parametrize(("marked", "expected"), TORN)
    def test_restores_the_rest(self, marked: str, expected: str) -> None:
        """A content with a good part of a quotation gets all of it, unless somebody speaks in it."""
        sentence = parse(marked)
        (found,) = restore_quotations(context_of(sentence.text), drafts_of(sentence))

        assert expected == found.content.text

    @pytest.mark.parametrize(
        ("confidence", "expected"), [(0.9, "all night.”"), (0.1, "“Bo knows it rained all night.”")]
    )
    def test_leaves_what_others_claim(self, confidence: float, expected: str) -> None:
        """What belongs to another draft at or above the threshold stays there."""
        text = "Ito said: “Bo knows it rained all night.”"
        own = draft_of(text, "Ito", "said", "all night.”")
        other = attrs.evolve(draft_of(text, "Bo", "knows", "it rained"), confidence=confidence)

        found = restore_quotations(context_of(text), [other, own])

        assert ["it rained", expected] == [draft.content.text for draft in found]
