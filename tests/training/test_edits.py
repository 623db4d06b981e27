"""Edits to an annotated text: offsets move along."""

from __future__ import annotations

from quotekit.training.edits import apply_edits
from tests.training.dam import ARTICLE, TEXT, words


class TestApplyEdits:
    """Offsets move with the text."""

    def test_moves_offsets(self) -> None:
        """A span keeps its words when characters before, in and after it change."""
        edits = [(0, 1, "''"), (19, 20, ""), (TEXT.index("\n\n"), TEXT.index("\n\n") + 2, " ")]

        edited = apply_edits(ARTICLE, edits)

        assert edited.text.startswith("''The dam will hold, said Ana")
        assert words(edited) == words(ARTICLE)
        assert [edited.text[s:e] for s, e in edited.ignore] == ["the minister"]

    def test_drops_what_is_gone(self) -> None:
        """A span without characters is gone, and an attribution without content too."""
        start, end = ARTICLE.attributions[1].content[0]

        edited = apply_edits(ARTICLE, [(start, end, "")])

        assert words(edited) == [w for i, w in enumerate(words(ARTICLE)) if i != 1]

    def test_does_nothing_without_edits(self) -> None:
        """No edit, no change."""
        assert apply_edits(ARTICLE, []) == ARTICLE
