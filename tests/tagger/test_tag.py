"""The model's output for one text, in character offsets."""

from __future__ import annotations

from quotekit.tagger.session import load_model
from quotekit.tagger.tag import TaggedText, tag
from quotekit.text import TextIndex


class TestTag:
    """tag()."""

    def test_characters(self) -> None:
        """Attributions and names have character offsets; quotation marks are not looked at."""
        text = "\n\n“It is late,” said Ana Ito."

        found = tag(TextIndex(text), load_model())
        first = max(found.attributions, key=lambda attribution: attribution.confidence)

        assert ["said", "Ana Ito"] == [text[slice(*segment)] for (segment,) in (first.cue, first.source)]
        assert "It is late" in text[slice(*first.content[0])]
        assert text[first.anchor :].startswith("said")
        assert [("Ana Ito", "person")] == [(text[name.start : name.end], name.kind) for name in found.names]

    def test_unlikely_ones(self) -> None:
        """Candidates far below the threshold are found, too."""
        text = "The mayor, who likes the bridge, was asked about it. It is known for its length, and seems safe."
        model = load_model()

        assert any(found.confidence < model.config.min_confidence for found in tag(TextIndex(text), model).attributions)

    def test_nothing(self) -> None:
        """A text without words has no attributions and no names."""
        assert TaggedText() == tag(TextIndex("\n"), load_model())
