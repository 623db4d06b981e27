"""The tagger as one call: spans of characters."""

from __future__ import annotations

from quotekit.attributions.find import find_drafts
from quotekit.tagger.session import load_model
from quotekit.text import pair_marks


class TestTagText:
    """Text in, spans out."""

    def test_gives_spans_of_the_text(self) -> None:
        """Content, cue and source are cut out of the text, content with its marks."""
        text = "“It is late,” said Ito."

        tagged_text = find_drafts(text, pair_marks(text), load_model())
        (found,) = tagged_text.attributions

        assert (found.content.text, found.cue.text, found.source.text) == ("“It is late,”", "said", "Ito")
        assert [(n.start, n.end, n.kind) for n in tagged_text.names] == [(19, 22, "person")]

    def test_keeps_more_at_a_lower_confidence(self) -> None:
        """Everything found at the usual confidence is found at a lower one too."""
        text = "The mayor said the bridge was safe. It seems that many doubt it."
        model, quotations = load_model(), pair_marks(text)

        usual, everything, nothing = (find_drafts(text, quotations, model, least) for least in (None, 0.0, 1.1))

        assert usual.attributions
        assert {*usual.attributions} <= {*everything.attributions}
        assert nothing.attributions == ()
