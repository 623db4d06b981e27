"""Which characters stand between quotation marks."""

from __future__ import annotations

from hypothesis import given

from quotekit.text import pair_marks
from quotekit.text.quoted import Quoted
from tests.strategies import marked_texts


class TestQuoted:
    """Quoted()."""

    @given(text=marked_texts())
    def test_holds_what_any_quotation_holds(self, text: str) -> None:
        """An offset is in it if it is in a quotation, however deep that one stands."""
        quotations = pair_marks(text)
        expected = [any(q.start <= offset < q.end for q in quotations) for offset in range(len(text))]

        assert expected == [offset in Quoted(quotations) for offset in range(len(text))]
