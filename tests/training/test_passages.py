"""Phrases that are asked for, in invented passages."""

from __future__ import annotations

from quotekit.training.labelled import Text
from quotekit.training.passages import as_sources, read_passage, read_passages, without_sources

TEXT = "Ana Vega opened the lock on Monday. “It will hold,” she said. A keeper said that it had rained."


class TestPassages:
    """Invented passages."""

    def test_reads_marks(self) -> None:
        """The marks are taken out, and their phrases are where their words are."""
        text, phrases, names = read_passage("x", "Ana Vega left. [The mayor|Ana Vega] said so. [A clerk|] did not.")

        assert "Ana Vega left. The mayor said so. A clerk did not." == text.index.text
        assert ["The mayor", "A clerk"] == [text.index.text[start:end] for start, end in phrases]
        assert ["Ana Vega", None] == names

    def test_every_passage_can_be_read(self) -> None:
        """Passages have paragraphs, and names that they refer to."""
        passages = dict(read_passages("descriptions"))

        assert len(passages) > 1
        assert [] == [name for name, passage in passages.items() if "|" not in passage or "¶" in passage]

    def test_asks_for_phrases(self) -> None:
        """Phrases become sources, and attributions with the same sources are left out."""
        text = Text.read("lock", TEXT)
        at = TEXT.index("A keeper")
        phrases = [(at, at + len("A keeper"))]

        others = without_sources(text, phrases)

        assert [["she"]] == [[s.text for s in draft.source] for draft in others.drafts]
        assert [["A keeper"]] == [[s.text for s in draft.source] for draft in as_sources(text, phrases)]
