"""Edits to an annotated text: offsets stay aligned."""

from __future__ import annotations

from quotekit.training.edits import apply_edits
from tests.training.dam import ARTICLE, TEXT, words


class TestApplyEdits:
    """apply_edits()."""

    def test_moves_offsets(self) -> None:
        """A span covers the same words after edits before, in and after it."""
        edits = [(0, 1, "''"), (19, 20, ""), (TEXT.index("\n\n"), TEXT.index("\n\n") + 2, " ")]

        edited = apply_edits(ARTICLE, edits)

        assert edited.text.startswith("''The dam will hold, said Ana")
        assert words(ARTICLE) == words(edited)
        assert ["the minister"] == [edited.text[s:e] for s, e in edited.ignore]

    def test_drops_empty_spans(self) -> None:
        """A span that lost its characters is dropped, and so is an attribution without content."""
        start, end = ARTICLE.attributions[1].content[0]

        edited = apply_edits(ARTICLE, [(start, end, "")])

        assert [w for i, w in enumerate(words(ARTICLE)) if i != 1] == words(edited)

    def test_inserts(self) -> None:
        """An insertion between two spans is in neither."""
        at = ARTICLE.attributions[0].content[0][0]
        end = ARTICLE.attributions[0].source[0][1]

        edited = apply_edits(ARTICLE, [(at, at, "LEEDS: "), (end, end, ", 44")])

        assert edited.text.startswith("LEEDS: “The dam will hold,” said Ana Duarte, 44, the minister.")
        assert words(ARTICLE) == words(edited)

    def test_does_nothing_without_edits(self) -> None:
        """Without edits the article stays unchanged."""
        assert ARTICLE == apply_edits(ARTICLE, [])
