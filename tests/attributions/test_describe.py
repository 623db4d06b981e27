"""The quoted part and the kind of a content, and whether a statement was made."""

from __future__ import annotations

import pytest

from quotekit.attributions.describe import is_negated_draft, kind_of, quoted_part
from quotekit.attributions.draft import Draft
from quotekit.records import Kind, Spans
from quotekit.text import TextIndex
from tests.helpers import draft_of
from tests.markup import parse as parse_markup


def marked(sentence: str) -> tuple[str, Spans]:
    """Return a text, and the content that it marks."""
    found = parse_markup(sentence)
    assert found.of("t"), "a sentence without a content tests nothing"
    return found.text, found.spans("t")


KINDS = [
    pytest.param("{t “I will go,”} she said.", Kind.DIRECT, ["I will go,"], id="direct"),
    pytest.param("She said {t that she would go}.", Kind.INDIRECT, [], id="indirect"),
    pytest.param("She said {t the plan was “dead” and “buried.”}", Kind.MIXED, ["dead", "buried."], id="mixed"),
    pytest.param("{t “Yes,”} he said. {t “No.”}", Kind.DIRECT, ["Yes,", "No."], id="direct in two pieces"),
    pytest.param("“I know {t she will go},” he said.", Kind.DIRECT, ["she will go"], id="inside a longer quotation"),
    pytest.param("{t “He said ‘never’ twice.”}", Kind.DIRECT, ["He said ‘never’ twice."], id="nested marks are inside"),
    pytest.param("She asked {t if it was the dogs' food}.", Kind.INDIRECT, [], id="an apostrophe is no mark"),
    pytest.param("{t 'It's ours,'} they said.", Kind.DIRECT, ["It's ours,"], id="single marks"),
    pytest.param("She said {t “never}", Kind.DIRECT, ["never"], id="a lost closing mark"),
]


class TestKind:
    """quoted_part() and kind_of()."""

    @pytest.mark.parametrize(("sentence", "kind", "quoted"), KINDS)
    def test_kind_and_quoted_part(self, sentence: str, kind: Kind, quoted: list[str]) -> None:
        """The kind follows from how many of the words stand between marks."""
        text, content = marked(sentence)

        index, draft = TextIndex(text), Draft(content)

        assert quoted == [piece.text for piece in quoted_part(index, draft)]
        assert kind == kind_of(index, draft)


class TestIsNegatedDraft:
    """is_negated_draft()."""

    @pytest.mark.parametrize(
        ("text", "source", "expected"),
        [
            ("Holm said it was late.", "Holm", False),
            ("Holm never said it was late.", "Holm", True),
            ("No official said it was late.", "No official", True),
            ("Holm left. Never mind. She said it was late.", "She", False),
        ],
    )
    def test_words_around_the_cue(self, text: str, source: str, expected: bool) -> None:  # noqa: FBT001
        """The words right before the cue count, and so does the source."""
        assert expected is is_negated_draft(TextIndex(text), draft_of(text, source, "said", "it was late"))

    def test_no_cue(self) -> None:
        """A statement without a cue is not negated."""
        assert not is_negated_draft(TextIndex("Never."), draft_of("Never.", "", "", "Never"))
