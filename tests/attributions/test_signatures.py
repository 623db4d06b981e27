"""Quotations with a dash and a name below."""

from __future__ import annotations

import re

import attrs
import pytest

from quotekit.attributions.signatures import end_at_signatures
from quotekit.records import Spans
from tests.drafts import context_of, draft_of

SIGNED = [
    pytest.param(
        "“⟦It rained.⟧” ― Ana Ito “⟦It is dry.⟧” ― Lena Berg", "―", "Ana Ito", ["It rained."], id="next voice"
    ),
    pytest.param("“⟦It rained⟧,” - Ana Ito - “⟦all night.⟧”", "-", "Ana Ito", ["It rained"], id="hyphen"),
    pytest.param("“⟦It rained⟧,” said Ito, “⟦all night.⟧”", "said", "Ito", ["It rained", "all night."], id="verb"),
    pytest.param(
        "Ana Ito — ⟦it rained.⟧ ⟦And it is dry.⟧", "—", "Ana Ito", ["it rained.", "And it is dry."], id="head"
    ),
]


def _pieces(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the brackets ⟦ ⟧ out of a text; return it and the bounds of what they stood around."""
    text, bounds = "", list[tuple[int, int]]()
    for part in re.split("(⟦.*?⟧)", marked):
        inner = part.removeprefix("⟦").removesuffix("⟧")
        if inner != part:
            bounds.append((len(text), len(text) + len(inner)))
        text += inner
    return text, bounds


class TestEndAtSignatures:
    """end_at_signatures()."""

    @pytest.mark.parametrize(("marked", "cue", "source", "expected"), SIGNED)
    def test_ends_before_the_dash(self, marked: str, cue: str, source: str, expected: list[str]) -> None:
        """What follows the name is not this speaker's; a verb may have its quotation on both sides."""
        text, bounds = _pieces(marked)
        attribution = attrs.evolve(draft_of(text, source, cue, ""), content=Spans.of(text, bounds))

        (found,) = end_at_signatures(context_of(text), [attribution])

        assert expected == [piece.text for piece in found.content]
