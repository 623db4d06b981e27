"""The tagger as one call: spans of characters, and participles that share a source."""

from __future__ import annotations

import pytest

from quotekit.marks import pair_marks
from quotekit.records import Spans
from quotekit.tagger.session import Config, load_model
from quotekit.tagger.tag import Tagged, share_sources, tag_text


def tagged(text: str, source: str, cue: str, content: str) -> Tagged:
    """An attribution whose parts are the first places of these strings in the text; none for an empty string."""

    def spans(part: str) -> Spans:
        return Spans.of(text, [(text.index(part), text.index(part) + len(part))] if part else [])

    return Tagged(spans(content), spans(cue), spans(source), 0.5, (0.0,) * 5)


CONFIG = Config("test", 254, 64, (1.0, 0.0, 0.0, 0.0, 0.0, 0.0), 0.4, {})
SHARED = [
    pytest.param(
        "Berg called it a triumph, adding that it was hers.", "adding", "that it was hers", "Berg", id="comma"
    ),
    pytest.param("Berg called it a triumph and vowing to stay.", "vowing", "to stay", "Berg", id="and"),
    pytest.param("Berg called it a triumph, also noting the cost.", "also noting", "the cost", "Berg", id="adverb"),
    pytest.param("Berg called it a triumph. Adding salt helps.", "Adding", "salt helps", "", id="next sentence"),
    pytest.param("Berg called it a triumph, and she said no.", "said", "no", "", id="no participle"),
    pytest.param(
        "Berg called it a triumph, with Ito noting the cost.", "noting", "the cost", "Ito", id="another subject"
    ),
]


class TestShareSources:
    """A participle that goes on with a statement has the statement's source."""

    @pytest.mark.parametrize(("text", "cue", "content", "expected"), SHARED)
    def test_follows_right_upon_a_content(self, text: str, cue: str, content: str, expected: str) -> None:
        """The source is taken over from the content right before, and from nothing else."""
        first = tagged(text, "Berg", "called", "it a triumph")
        second = tagged(text, "Ito" if "Ito" in text else "", cue, content)

        found = share_sources(text, [first, second], CONFIG)

        assert (found[0], found[1].source.text) == (first, expected)

    def test_goes_on_and_on(self) -> None:
        """A third participle takes what the second took."""
        text = "Berg called it a triumph, adding that it was hers, warning that it was late."
        found = share_sources(
            text,
            [
                tagged(text, "Berg", "called", "it a triumph"),
                tagged(text, "", "adding", "that it was hers"),
                tagged(text, "", "warning", "that it was late"),
            ],
            CONFIG,
        )

        assert [t.source.text for t in found] == ["Berg"] * 3

    def test_takes_nothing_from_nobody(self) -> None:
        """Where the statement before has no source, the participle keeps its own."""
        text = "It was called a triumph, adding to the cost."
        attributions = [tagged(text, "", "was called", "a triumph"), tagged(text, "", "adding", "to the cost")]

        assert share_sources(text, attributions, CONFIG) == attributions


class TestTagText:
    """Text in, spans out."""

    def test_gives_spans_of_the_text(self) -> None:
        """Content, cue and source are cut out of the text, content with its marks."""
        text = "“It is late,” said Ito."

        tagged_text = tag_text(text, pair_marks(text), load_model())
        (found,) = tagged_text.attributions

        assert (found.content.text, found.cue.text, found.source.text) == ("“It is late,”", "said", "Ito")
        assert [(n.start, n.end, n.kind) for n in tagged_text.names] == [(19, 22, "person")]

    def test_keeps_more_at_a_lower_confidence(self) -> None:
        """Everything found at the usual confidence is found at a lower one too."""
        text = "The mayor said the bridge was safe. It seems that many doubt it."
        model, quotations = load_model(), pair_marks(text)

        usual, everything, nothing = (tag_text(text, quotations, model, least) for least in (None, 0.0, 1.1))

        assert usual.attributions
        assert {*usual.attributions} <= {*everything.attributions}
        assert nothing.attributions == ()
