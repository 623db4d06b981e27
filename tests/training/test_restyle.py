"""Quotation marks in another style, or lost."""

from __future__ import annotations

import random

import pytest

from quotekit.training.edits import apply_edits
from quotekit.training.restyle import STYLES, lose_marks, restyle
from tests.training.dam import ARTICLE, TEXT, words

NESTED = "“Berg said ‘no’ twice,” Ito said."


class TestRestyle:
    """restyle()."""

    @pytest.mark.parametrize("style", [*STYLES, ("", "")])
    def test_writes_every_pair(self, style: tuple[str, str]) -> None:
        """All marks are of the new style, and every annotated word stays where it was annotated."""
        changed = apply_edits(ARTICLE, restyle(TEXT, style))

        opening, closing = style
        assert changed.text.startswith(f"{opening}The dam will hold,{closing} said")
        assert changed.text.count("hold") == 1
        assert words(changed) == words(ARTICLE)

    @pytest.mark.parametrize(
        ("style", "expected"),
        [
            (("«", "»"), "«Berg said “no” twice,» Ito said."),
            (("'", "'"), "'Berg said \"no\" twice,' Ito said."),
            (("", ""), "Berg said no twice, Ito said."),
        ],
        ids=["guillemets", "single", "none"],
    )
    def test_writes_inner_marks_as_suits(self, style: tuple[str, str], expected: str) -> None:
        """Marks inside others differ from these."""
        text = NESTED
        for start, end, new in sorted(restyle(NESTED, style), reverse=True):
            text = text[:start] + new + text[end:]

        assert text == expected


class TestLoseMarks:
    """lose_marks()."""

    def test_takes_marks_away(self) -> None:
        """Now all marks are lost, now a closing one, now an opening one, now none; nothing else is."""
        found = {apply_edits(ARTICLE, lose_marks(TEXT, random.Random(seed))).text for seed in range(300)}

        bare = TEXT.replace("“", "").replace("”", "")
        assert {TEXT, bare} < found
        assert {text.replace("“", "").replace("”", "") for text in found} == {bare}
        assert any(text.startswith("“The dam will hold, said") for text in found)
        assert any(text.startswith("The dam will hold,” said") for text in found)
