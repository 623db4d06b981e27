"""Lone surrogates."""

from __future__ import annotations

from hypothesis import given

from quotekit.text.surrogates import replace_surrogates
from tests.strategies import any_texts


class TestReplaceSurrogates:
    """replace_surrogates()."""

    @given(any_texts())
    def test_any_text(self, text: str) -> None:
        """Each lone surrogate becomes one replacement character, and no other character changes."""
        found = replace_surrogates(text)
        expected = ["\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text]

        assert expected == list(found)
        assert found == found.encode().decode()
