"""
Impersonal cues.

Texts mark their cues and sources as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.english.impersonal import is_impersonal
from quotekit.records import Spans
from tests.markup import parse
from tests.strategies import texts

IMPERSONAL = [
    "The dam {c reportedly} burst.",
    "{s The dam} {c allegedly} burst.",
    "{c Apparently} the dam has burst.",
    "The dam {c is expected to} hold.",
    "{s The dam} {c is expected to} hold.",
    "{s The dam} {c was widely expected} to hold.",
    "{s The dam} {c is said to} have burst.",
    "{s Holm} {c is believed to} have left.",
    "{s They} {c are thought} to have left.",
    "{c It is believed} that the dam has burst.",
    "{s It} {c is believed} that the dam has burst.",
    "{s It}{c 's believed} the dam has burst.",
    "{s It} {c has been reported} that the dam burst.",
    "{c It is anticipated} that the dam will hold.",
    "{s It} {c seems} that the dam will hold.",
    "{c It appeared} the dam would hold.",
    "{s It} {c turned out} that the dam had burst.",
    "{s It} {c would seem} the dam has burst.",
]

PERSONAL = [
    "{s It} {c said} the dam would hold.",
    "{s It} {c was told} that the dam had burst.",
    "{s It} {c is convinced} that the dam will hold.",
    "{s Holm} {c said} the dam would hold.",
    "{s Holm} {c reportedly said} the dam would hold.",
    "{s Holm} {c expects} the dam to hold.",
    "{s Holm}{c ’s said} before that the dam would hold.",
    "{s Holm} {c was quoted as saying} the dam would hold.",
    "{s Holm} {c is said to believe} that the dam will hold.",
    "{s Holm} {c is convinced} that the dam will hold.",
    "The dam {c is expected by} {s engineers} to hold.",
    "The dam {c is expected} by {s engineers} to hold.",
    "{s Holm}{c :} The dam will hold.",
    "{s Holm}, the dam is old.",
]


class TestIsImpersonal:
    """is_impersonal()."""

    @pytest.mark.parametrize("marked", IMPERSONAL, ids=str)
    def test_impersonal(self, marked: str) -> None:
        """Nobody stands behind the cue, whatever words look like its source."""
        sentence = parse(marked)

        assert is_impersonal(sentence.spans("s"), sentence.spans("c"))

    @pytest.mark.parametrize("marked", PERSONAL, ids=str)
    def test_personal(self, marked: str) -> None:
        """Somebody stands behind the cue, or there is no cue."""
        sentence = parse(marked)

        assert not is_impersonal(sentence.spans("s"), sentence.spans("c"))

    @given(st.data())
    def test_any_text(self, data: st.DataObject) -> None:
        """Only the words count, not their offsets; an empty cue is not impersonal."""
        text = data.draw(texts().filter(bool))
        cut = data.draw(st.integers(0, len(text) - 1))

        def spans(start: int, end: int, shift: int) -> Spans:
            return Spans.of(" " * shift + text, [(start + shift, end + shift)] if start < end else [])

        expected = is_impersonal(spans(0, cut, 0), spans(cut, len(text), 0))

        assert expected is is_impersonal(spans(0, cut, 7), spans(cut, len(text), 7))
        assert not is_impersonal(spans(0, cut, 0), Spans())
