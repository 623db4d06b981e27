"""Where sentences and paragraphs begin."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotekit.text.sentences import read_layout
from tests.strategies import texts


class TestReadLayout:
    """read_layout()."""

    def test_sentences(self) -> None:
        """Titles, initials and what has dots in it end no sentence."""
        text = "Mr. J. Dray left the U.S. on Monday. “It rained.” It stopped!\nOslo."
        starts = (0, *read_layout(text).sentences)

        assert ["Mr. J.", "“It ra", "It sto", "Oslo."] == [text[start : start + 6] for start in starts]

    @given(texts(), st.integers(0, 50))
    def test_any_text(self, text: str, offset: int) -> None:
        """Whatever the text, each offset lies in its sentence, and that in its paragraph."""
        layout = read_layout(text)
        offset = min(offset, len(text))
        start, end = layout.sentence(layout.sentence_of(offset))
        first, last = layout.paragraph(layout.paragraph_of(offset))

        assert first <= start <= offset <= end <= last <= len(text)
