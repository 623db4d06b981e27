"""end_at_sentences()."""

from __future__ import annotations

import re

import attrs
import pytest

from quotekit.attributions.sentence_ends import end_at_sentences
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


ENDED = [
    pytest.param("⟦It rained⟧, she said. ⟦Nobody came⟧.", "said", "she", ["It rained"], id="next sentence"),
    pytest.param(
        "⟦It rained⟧, she said on Jan. 5, ⟦and it snowed⟧.", "said", "she", ["It rained", "and it snowed"], id="no end"
    ),
    pytest.param("“⟦It rained⟧,” she said. “⟦It snowed⟧.”", "said", "she", ["It rained", "It snowed"], id="quoted"),
    pytest.param("“⟦It rained⟧,” she said. ⟦It snowed⟧.", "said", "she", ["It rained"], id="no longer quoted"),
    pytest.param(
        "She said: ⟦It rained.⟧ ⟦Then it snowed.⟧", "said", "She", ["It rained.", "Then it snowed."], id="colon"
    ),
    pytest.param(
        "⟦It rained⟧, ⟦Berlin⟧, said Dr. Ito.", "said", "Dr. Ito", ["It rained", "Berlin"], id="before the cue"
    ),
]


class TestEndAtSentences:
    """end_at_sentences()."""

    @pytest.mark.parametrize(("marked", "cue", "source", "expected"), ENDED)
    def test_ends_with_the_sentence_of_the_cue(self, marked: str, cue: str, source: str, expected: list[str]) -> None:
        """An unquoted sentence behind the cue's is not the speaker's."""
        text, bounds = _pieces(marked)
        attribution = attrs.evolve(draft_of(text, source, cue, ""), content=Spans.of(text, bounds))

        (found,) = end_at_sentences(context_of(text), [attribution])

        assert expected == [piece.text for piece in found.content]
