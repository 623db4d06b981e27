"""Referring expressions of novels, split into cue and source."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given

from quotekit.training.referring_expressions import cue_and_source
from tests.strategies import texts

SPLIT = [
    pytest.param("said Ruth", "said", "Ruth", id="verb first"),
    pytest.param("the old miller\nwhispered", "whispered", "the old miller", id="verb last"),
    pytest.param("came the answer", "came", "the answer", id="inanimate"),
    pytest.param("She told the miller", "told", "She", id="addressee"),
    pytest.param("Ruth Dahl looked up and said to him", "said", "Ruth Dahl", id="another verb first"),
    pytest.param("he went on with a question", "went on", "he", id="particle"),
    pytest.param("she added to the gentleman in question", "added", "she", id="noun after it"),
    pytest.param("whispered", "whispered", "", id="no source"),
]
UNCLEAR = ["Ruth", "Ruth in a low voice", "the miller told her", "her answer to Dahl", "He looked at her", ""]


class TestCueAndSource:
    """cue_and_source()."""

    @pytest.mark.parametrize(("phrase", "cue", "source"), SPLIT)
    def test_splits(self, phrase: str, cue: str, source: str) -> None:
        """The reporting verb is the cue; the name or pronoun at the beginning, or all the rest, is the source."""
        text = f"“Come,” {phrase}."

        found = cue_and_source(text, 8, 8 + len(phrase))

        assert found is not None
        assert (cue, source) == tuple("".join(text[start:end] for start, end in spans) for spans in found)

    @pytest.mark.parametrize("phrase", UNCLEAR)
    def test_does_not_guess(self, phrase: str) -> None:
        """Without a reporting verb after a name or pronoun there is no result."""
        assert cue_and_source(phrase, 0, len(phrase)) is None

    @given(texts())
    def test_accepts_any_text(self, text: str) -> None:
        """Cue and source are within the expression and do not overlap."""
        found = cue_and_source(text, 0, len(text))

        spans = sorted(span for part in found or () for span in part)
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
