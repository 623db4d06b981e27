"""restore_quotations()."""

from __future__ import annotations

import re

import attrs
import pytest

from quotekit.attributions.torn_quotations import restore_quotations
from quotekit.records import Spans
from tests.drafts import context_of, draft_of


def _pieces(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the brackets ⟦ ⟧ out of a text; return it and the bounds of what they stood around."""
    text, bounds = "", list[tuple[int, int]]()
    for part in re.split("(⟦.*?⟧)", marked):
        inner = part.removeprefix("⟦").removesuffix("⟧")
        if inner != part:
            bounds.append((len(text), len(text) + len(inner)))
        text += inner
    return text, bounds


TORN = [
    pytest.param("Ito said: “It rained ⟦all night in Oslo.”⟧", "“It rained all night in Oslo.”", id="beginning"),
    pytest.param("Ito said: ⟦“It rained all⟧ night.”", "“It rained all night.”", id="end"),
    pytest.param(
        "Ito said ⟦it was wet, “as wet as ever⟧ in Oslo.”", "it was wet, “as wet as ever in Oslo.”", id="end of mixed"
    ),
    pytest.param("Ito said: “It rained ⟦all⟧ night and all day in Oslo.”", "all", id="too little"),
    pytest.param("“It rained, Ito said ⟦to us all night⟧ in Oslo.”", "to us all night", id="cue inside"),
    pytest.param("Ito said: “It rained ⟦all night⟧ in Oslo.", "all night", id="not closed"),
    pytest.param("Ito said ⟦“it rained”⟧ and “snowed.”", "“it rained”", id="whole"),
]


class TestRestoreQuotations:
    """restore_quotations()."""

    @pytest.mark.parametrize(("marked", "expected"), TORN)
    def test_restores_the_rest(self, marked: str, expected: str) -> None:
        """A content with a good part of a quotation gets all of it, unless somebody speaks in it."""
        text, bounds = _pieces(marked)
        attribution = attrs.evolve(draft_of(text, "Ito", "said", ""), content=Spans.of(text, bounds))

        (found,) = restore_quotations(context_of(text), [attribution])

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
