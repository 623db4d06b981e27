"""Training targets."""

from __future__ import annotations

import numpy as np
import pytest
from tokenizers import Tokenizer

from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.tagger.decode import MOST_SEGMENTS, best_segments
from quotekit.tagger.session import load_model
from quotekit.tagger.windows import Encoding, encode
from quotekit.text import TextIndex
from quotekit.training.targets import Target, article_targets, clip, marked_words, role_arrays
from tests.markup import parse as parse_markup


@pytest.fixture(name="tokenizer", scope="module")
def fixture_tokenizer() -> Tokenizer:
    """The shipped model's tokenizer."""
    return load_model().tokenizer


def article(sentence: str) -> AnnotatedArticle:
    """Return a sentence with the content, cue and source that it marks as one annotation."""
    marked = parse_markup(sentence)
    return AnnotatedArticle("x", marked.text, (Annotation(*(tuple(marked.bounds(role)) for role in "tcs")),))


def spoken(text: str, encoding: Encoding, segments: tuple[tuple[int, int], ...]) -> list[str]:
    """Return segments of words as strings."""
    return [text[encoding.start[s] : encoding.end[e - 1]] for s, e in segments]


ANCHORS = [
    pytest.param("{s She} {c said} {t it rained}.", "said", id="one word"),
    pytest.param("{s It} {c was widely expected to} {t rain}.", "widely", id="helping verb"),
    pytest.param("{s They} {c did not say} {t why}.", "say", id="negation"),
    pytest.param("{s He} {c went on to claim} {t it rained}.", "claim", id="phrase"),
    pytest.param("{s BERG}{c :} {t It rained.}", ":", id="colon"),
    pytest.param("{t It rained}, {c as reported by} {s the Post}.", "reported", id="relay"),
    pytest.param("{c According to} {s her}, {t it rained}.", "According", id="according to"),
    pytest.param("{t “It rained.”} So there.", "“", id="no cue: the content's first word"),
]


class TestTargets:
    """article_targets()."""

    @pytest.mark.parametrize(("sentence", "anchor"), ANCHORS)
    def test_finds_the_anchor(self, tokenizer: Tokenizer, sentence: str, anchor: str) -> None:
        """The anchor is the cue's first content word."""
        annotated = article(sentence)
        encoding = encode(TextIndex(annotated.text), tokenizer)

        (target,) = article_targets(annotated, encoding)

        assert anchor == annotated.text[encoding.start[target.anchor] : encoding.end[target.anchor]]

    def test_converts_spans_to_segments(self, tokenizer: Tokenizer) -> None:
        """Each role has the words of its spans; adjacent spans become one segment."""
        annotated = article("{t “It }{t rained,”} {s she} {c said}. {t “A lot.”}")
        encoding = encode(TextIndex(annotated.text), tokenizer)

        (target,) = article_targets(annotated, encoding)

        assert [
            ["said"],
            ["“It rained,”", "“A lot.”"],
            ["she"],
        ] == [spoken(annotated.text, encoding, role) for role in target.roles]

    def test_marks_ignored_words(self, tokenizer: Tokenizer) -> None:
        """Words in ignored spans are marked."""
        encoding = encode(TextIndex("Click here. It rained."), tokenizer)

        ignored = marked_words(((0, 11),), encoding)

        assert [True] * 3 + [False] * 3 == ignored.tolist()


class TestClip:
    """clip()."""

    TARGET = Target(5, (((5, 6),), ((0, 4), (7, 9)), ((4, 5),)))

    def test_is_relative_to_the_window(self) -> None:
        """Segments are clipped to the window and counted from its first word."""
        assert Target(3, (((3, 4),), ((0, 2), (5, 6)), ((2, 3),))) == clip(self.TARGET, 2, 8)

    @pytest.mark.parametrize(("start", "end"), [(6, 9), (0, 5), (4, 7)], ids=["before", "after", "no content"])
    def test_needs_anchor_and_content(self, start: int, end: int) -> None:
        """A target without its anchor or any content is dropped."""
        assert clip(self.TARGET, start, end) is None


class TestRoleArrays:
    """role_arrays()."""

    def test_is_inverted_by_decoding(self) -> None:
        """Scores that are high in the mask and low elsewhere decode to the target's segments."""
        target = Target(2, (((2, 3),), ((0, 2), (4, 6)), ()))

        scores = (role_arrays(target, 7)[np.newaxis] - 0.5) * 4

        assert tuple(best_segments(scores[:, :, r], most)[0] for r, most in enumerate(MOST_SEGMENTS)) == target.roles
