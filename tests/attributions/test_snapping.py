"""Words to spans of characters: edges at marks, the quoted part, and the kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.attributions.snapping import kind_of, quoted_part, snap_content
from quotekit.records import Kind, Spans
from quotekit.text import pair_marks
from tests.strategies import marked_texts


def marked(sentence: str) -> tuple[str, Spans]:
    """Take the brackets ⟦ ⟧ out of a sentence; return it with the spans they stood around."""
    text, bounds, start = "", [], None
    for character in sentence:
        if character == "⟦":
            assert start is None, "brackets must not be nested"
            start = len(text)
        elif character == "⟧":
            assert start is not None, "a bracket is closed that was not opened"
            bounds.append((start, len(text)))
            start = None
        else:
            text += character
    assert start is None, "a bracket is not closed"
    assert bounds, "a sentence without brackets tests nothing"
    return text, Spans.of(text, bounds)


SNAPPED = [
    pytest.param("⟦“I will go⟧,” she said.", "⟦“I will go,”⟧ she said.", id="closing mark after a comma"),
    pytest.param("“⟦I will go⟧.”", "⟦“I will go.”⟧", id="both marks"),
    pytest.param("⟦I will go,” she said.⟧", "⟦I will go,” she said.⟧", id="a mark without its partner stays as it is"),
    pytest.param("He called it ⟦“a shame⟧” and left.", "He called it ⟦“a shame”⟧ and left.", id="closing mark"),
    pytest.param("She said ⟦the plan was “dead⟧.”", "She said ⟦the plan was “dead.”⟧", id="mixed, at its end"),
    pytest.param("⟦“Dead” was the plan⟧, she said.", "⟦“Dead” was the plan⟧, she said.", id="mixed, at its start"),
    pytest.param(
        "“⟦I knew⟧, but did not say,” he said.", "“⟦I knew⟧, but did not say,” he said.", id="part of a quotation"
    ),
    pytest.param(
        "⟦“I knew⟧, but did not say,” he said.", "“⟦I knew⟧, but did not say,” he said.", id="half a pair left out"
    ),
    pytest.param("⟦ , that it rained ⟧.", " , ⟦that it rained⟧ .", id="loose commas and spaces"),
    pytest.param("⟦'It's ours⟧,' they said.", "⟦'It's ours,'⟧ they said.", id="single marks"),
    pytest.param("⟦«Nous⟧», he said, ⟦«oui⟧».", "⟦«Nous»⟧, he said, ⟦«oui»⟧.", id="two pieces"),
]


class TestSnapContent:
    """Edges of a content move to the marks beside them."""

    @pytest.mark.parametrize(("before", "after"), SNAPPED)
    def test_moves_edges_to_marks(self, before: str, after: str) -> None:
        """The edges stand where the second sentence has them."""
        text, content = marked(before)
        expected_text, expected = marked(after.replace("⟧ .", "⟧ ."))

        assert text == expected_text
        assert snap_content(text, content, pair_marks(text)) == expected

    @given(marked_texts(), st.data())
    def test_any_content_stays_a_content(self, text: str, data: st.DataObject) -> None:
        """Whatever the text and the edges, the pieces stay in order, inside the text, and apart."""
        if not text:
            return
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        content = Spans.of(text, [(start, end)])

        snapped = snap_content(text, content, pair_marks(text))

        assert len(snapped) == 1
        assert text[snapped[0].start : snapped[0].end] == snapped[0].text


KINDS = [
    pytest.param("⟦“I will go,”⟧ she said.", Kind.DIRECT, ["I will go,"], id="direct"),
    pytest.param("She said ⟦that she would go⟧.", Kind.INDIRECT, [], id="indirect"),
    pytest.param("She said ⟦the plan was “dead” and “buried.”⟧", Kind.MIXED, ["dead", "buried."], id="mixed"),
    pytest.param("⟦“Yes,”⟧ he said. ⟦“No.”⟧", Kind.DIRECT, ["Yes,", "No."], id="direct in two pieces"),
    pytest.param("“I know ⟦she will go⟧,” he said.", Kind.DIRECT, ["she will go"], id="inside a longer quotation"),
    pytest.param("⟦“He said ‘never’ twice.”⟧", Kind.DIRECT, ["He said ‘never’ twice."], id="nested marks are inside"),
    pytest.param("She asked ⟦if it was the dogs' food⟧.", Kind.INDIRECT, [], id="an apostrophe is no mark"),
    pytest.param("⟦'It's ours,'⟧ they said.", Kind.DIRECT, ["It's ours,"], id="single marks"),
    pytest.param("She said ⟦“never⟧", Kind.DIRECT, ["never"], id="a lost closing mark"),
]


class TestKind:
    """In whose words a content is, and which of them are quoted."""

    @pytest.mark.parametrize(("sentence", "kind", "quoted"), KINDS)
    def test_tells_kind_and_quoted_part(self, sentence: str, kind: Kind, quoted: list[str]) -> None:
        """The kind follows from how many of the words stand between marks."""
        text, content = marked(sentence)

        part = quoted_part(text, content, pair_marks(text))

        assert ([piece.text for piece in part], kind_of(text, content, part)) == (quoted, kind)
