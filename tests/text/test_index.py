"""Where sentences and paragraphs begin."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotekit.text import TextIndex
from tests.strategies import texts


class TestTextIndex:
    """TextIndex."""

    def test_sentences(self) -> None:
        """Titles, initials and what has dots in it end no sentence."""
        text = "Mr. J. Dray left the U.S. on Monday. “It rained.” It stopped!\nOslo."
        starts = (0, *TextIndex(text).sentence_starts)

        assert ["Mr. J.", "“It ra", "It sto", "Oslo."] == [text[start : start + 6] for start in starts]

    @given(texts(), st.integers(0, 50))
    def test_any_text(self, text: str, offset: int) -> None:
        """Whatever the text, each offset lies in its sentence, and that in its paragraph."""
        index = TextIndex(text)
        offset = min(offset, len(text))
        start, end = index.sentence(index.sentence_of(offset))
        first, last = index.paragraph(index.paragraph_of(offset))

        assert first <= start <= offset <= end <= last <= len(text)
