"""What the model is known to get wrong, put right."""

from __future__ import annotations

import re

import attrs
import pytest

from quotekit.attributions.corrections import (
    end_at_sentences,
    end_at_signatures,
    prefer_noun_cues,
    restore_quotations,
    share_sources,
)
from quotekit.records import Spans
from quotekit.tagger.session import Config
from quotekit.text import pair_marks
from tests.found import tagged

CONFIG = Config("test", 254, 48, (1.0, 0.0, 0.0, 0.0, 0.0, 0.0), 0.4, {})
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


ANSWERS = [
    pytest.param("“No,” was his short answer.", "was", "his short answer", ("his", "answer"), id="pronoun"),
    pytest.param("“No,” was Mr. Ito's only reply.", "was", "Mr. Ito's only reply", ("Mr. Ito's", "reply"), id="name"),
    pytest.param("“No,” was the curt reply.", "was", "the curt reply", ("", "reply"), id="nobody's"),
    pytest.param("The verdict was “no”.", "was", "The verdict", ("", "verdict"), id="in front"),
    pytest.param("“No,” was his brother.", "was", "his brother", ("his brother", "was"), id="another noun"),
    pytest.param("“No,” said his only answer.", "said", "his only answer", ("his only answer", "said"), id="a verb"),
    pytest.param("“No,” it was.", "was", "", ("", "was"), id="no source"),
]


class TestNameAnswers:
    """Quotations of which a noun says that they were said."""

    @pytest.mark.parametrize(("text", "cue", "source", "expected"), ANSWERS)
    def test_takes_the_noun(self, text: str, cue: str, source: str, expected: tuple[str, str]) -> None:
        """The noun of saying is the cue, the possessor the source; other words stay what they were."""
        (found,) = prefer_noun_cues(text, [tagged(text, source, cue, "“No,”" if "“No,”" in text else "“no”")])

        assert (found.source.text, found.cue.text) == expected


SIGNED = [
    pytest.param(
        "“⟦It rained.⟧” ― Ana Ito “⟦It is dry.⟧” ― Lena Berg", "―", "Ana Ito", ["It rained."], id="next voice"
    ),
    pytest.param("“⟦It rained⟧,” - Ana Ito - “⟦all night.⟧”", "-", "Ana Ito", ["It rained"], id="hyphen"),
    pytest.param("“⟦It rained⟧,” said Ito, “⟦all night.⟧”", "said", "Ito", ["It rained", "all night."], id="verb"),
    pytest.param(
        "Ana Ito — ⟦it rained.⟧ ⟦And it is dry.⟧", "—", "Ana Ito", ["it rained.", "And it is dry."], id="head"
    ),
]


def _pieces(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the brackets ⟦ ⟧ out of a text; return it and the bounds of what they stood around."""
    text, bounds = "", list[tuple[int, int]]()
    for part in re.split("(⟦.*?⟧)", marked):
        inner = part.removeprefix("⟦").removesuffix("⟧")
        if inner != part:
            bounds.append((len(text), len(text) + len(inner)))
        text += inner
    return text, bounds


class TestEndAtSignatures:
    """Quotations with a dash and a name below."""

    @pytest.mark.parametrize(("marked", "cue", "source", "expected"), SIGNED)
    def test_ends_before_the_dash(self, marked: str, cue: str, source: str, expected: list[str]) -> None:
        """What stands behind the name is not this speaker's; a verb may have its quotation on both sides."""
        text, bounds = _pieces(marked)
        attribution = attrs.evolve(tagged(text, source, cue, ""), content=Spans.of(text, bounds))

        (found,) = end_at_signatures([attribution])

        assert [piece.text for piece in found.content] == expected


ENDED = [
    pytest.param("⟦It rained⟧, she said. ⟦Nobody came⟧.", "said", "she", ["It rained"], id="next sentence"),
    pytest.param(
        "⟦It rained⟧, she said on Jan. 5, ⟦and it snowed⟧.", "said", "she", ["It rained", "and it snowed"], id="no end"
    ),
    pytest.param("“⟦It rained⟧,” she said. “⟦It snowed⟧.”", "said", "she", ["It rained", "It snowed"], id="quoted"),
    pytest.param("“⟦It rained⟧,” she said. ⟦It snowed⟧.", "said", "she", ["It rained"], id="no longer quoted"),
    pytest.param(
        "She said: ⟦It rained.⟧ ⟦Then it snowed.⟧", "said", "She", ["It rained.", "Then it snowed."], id="colon"
    ),
    pytest.param(
        "⟦It rained⟧, ⟦Berlin⟧, said Dr. Ito.", "said", "Dr. Ito", ["It rained", "Berlin"], id="before the cue"
    ),
]


class TestEndAtSentences:
    """Contents that run into the next sentence."""

    @pytest.mark.parametrize(("marked", "cue", "source", "expected"), ENDED)
    def test_ends_with_the_sentence_of_the_cue(self, marked: str, cue: str, source: str, expected: list[str]) -> None:
        """What the writer goes on with is not the speaker's, if no marks say so."""
        text, bounds = _pieces(marked)
        attribution = attrs.evolve(tagged(text, source, cue, ""), content=Spans.of(text, bounds))

        (found,) = end_at_sentences(text, [attribution], pair_marks(text))

        assert [piece.text for piece in found.content] == expected


TORN = [
    pytest.param("Ito said: “It rained ⟦all night in Oslo.”⟧", "“It rained all night in Oslo.”", id="beginning"),
    pytest.param("Ito said: ⟦“It rained all⟧ night.”", "“It rained all night.”", id="end"),
    pytest.param(
        "Ito said ⟦it was wet, “as wet as ever⟧ in Oslo.”", "it was wet, “as wet as ever in Oslo.”", id="end of mixed"
    ),
    pytest.param("Ito said: “It rained ⟦all⟧ night and all day in Oslo.”", "all", id="too little"),
    pytest.param("“It rained, Ito said ⟦to us all night⟧ in Oslo.”", "to us all night", id="cue inside"),
    pytest.param("Ito said: “It rained ⟦all night⟧ in Oslo.", "all night", id="not closed"),
    pytest.param("Ito said ⟦“it rained”⟧ and “snowed.”", "“it rained”", id="whole"),
]


class TestTakeWholeQuotations:
    """Contents that lost a part of a quotation."""

    @pytest.mark.parametrize(("marked", "expected"), TORN)
    def test_takes_the_rest(self, marked: str, expected: str) -> None:
        """A content with a good part of a quotation gets all of it, unless somebody speaks in it."""
        text, bounds = _pieces(marked)
        attribution = attrs.evolve(tagged(text, "Ito", "said", ""), content=Spans.of(text, bounds))

        (found,) = restore_quotations(text, [attribution], pair_marks(text), CONFIG)

        assert found.content.text == expected

    @pytest.mark.parametrize(
        ("confidence", "expected"), [(0.9, "all night.”"), (0.1, "“Bo knows it rained all night.”")]
    )
    def test_leaves_others_their_words(self, confidence: float, expected: str) -> None:
        """What belongs to another attribution that is given out stays there."""
        text = "Ito said: “Bo knows it rained all night.”"
        own = tagged(text, "Ito", "said", "all night.”")
        other = attrs.evolve(tagged(text, "Bo", "knows", "it rained"), confidence=confidence)

        found = restore_quotations(text, [other, own], pair_marks(text), CONFIG)

        assert [t.content.text for t in found] == ["it rained", expected]
