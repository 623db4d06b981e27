"""Quotation marks in another style, or dropped."""

from __future__ import annotations

import random

import pytest

from quotekit.training.edits import apply_edits
from quotekit.training.quotation_styles import STYLES, drop_marks, restyle_marks
from tests.training.dam import ARTICLE, TEXT, words

NESTED = "“Berg said ‘no’ twice,” Ito said."


class TestRestyleMarks:
    """restyle_marks()."""

    @pytest.mark.parametrize("style", [*STYLES, ("", "")])
    def test_restyles_every_pair(self, style: tuple[str, str]) -> None:
        """All marks have the new style, and the annotation covers the same words."""
        changed = apply_edits(ARTICLE, restyle_marks(TEXT, style))

        opening, closing = style
        assert changed.text.startswith(f"{opening}The dam will hold,{closing} said")
        assert 1 == changed.text.count("hold")
        assert words(ARTICLE) == words(changed)

    @pytest.mark.parametrize(
        ("style", "expected"),
        [
            (("«", "»"), "«Berg said “no” twice,» Ito said."),
            (("'", "'"), "'Berg said \"no\" twice,' Ito said."),
            (("", ""), "Berg said no twice, Ito said."),
        ],
        ids=["guillemets", "single", "none"],
    )
    def test_alternates_inner_marks(self, style: tuple[str, str], expected: str) -> None:
        """Inner marks differ from the outer ones."""
        text = NESTED
        for start, end, new in sorted(restyle_marks(NESTED, style), reverse=True):
            text = text[:start] + new + text[end:]

        assert expected == text


class TestDropMarks:
    """drop_marks()."""

    def test_drops_marks_only(self) -> None:
        """All marks, a closing one, an opening one or none are dropped, and nothing else."""
        found = {apply_edits(ARTICLE, drop_marks(TEXT, random.Random(seed))).text for seed in range(300)}

        bare = TEXT.replace("“", "").replace("”", "")
        assert {TEXT, bare} < found
        assert {bare} == {text.replace("“", "").replace("”", "") for text in found}
        assert any(text.startswith("“The dam will hold, said") for text in found)
        assert any(text.startswith("The dam will hold,” said") for text in found)
