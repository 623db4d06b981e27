"""Edges of contents at quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.attributions.snapping import snap_content
from quotekit.records import Spans
from quotekit.text import TextIndex
from tests.markup import parse as parse_markup
from tests.strategies import marked_texts


def marked(sentence: str) -> tuple[str, Spans]:
    """Return a text, and the content that it marks."""
    found = parse_markup(sentence)
    assert found.of("t"), "a sentence without a content tests nothing"
    return found.text, found.spans("t")


SNAPPED = [
    pytest.param("{t “I will go},” she said.", "{t “I will go,”} she said.", id="closing mark after a comma"),
    pytest.param("“{t I will go}.”", "{t “I will go.”}", id="both marks"),
    pytest.param(
        "{t I will go,” she said.}", "{t I will go,” she said.}", id="a mark without its partner stays as it is"
    ),
    pytest.param("He called it {t “a shame}” and left.", "He called it {t “a shame”} and left.", id="closing mark"),
    pytest.param("She said {t the plan was “dead}.”", "She said {t the plan was “dead.”}", id="mixed, at its end"),
    pytest.param("{t “Dead” was the plan}, she said.", "{t “Dead” was the plan}, she said.", id="mixed, at its start"),
    pytest.param(
        "“{t I knew}, but did not say,” he said.", "“{t I knew}, but did not say,” he said.", id="part of a quotation"
    ),
    pytest.param(
        "{t “I knew}, but did not say,” he said.", "“{t I knew}, but did not say,” he said.", id="half a pair left out"
    ),
    pytest.param("{t  , that it rained }.", " , {t that it rained} .", id="loose commas and spaces"),
    pytest.param("{t 'It's ours},' they said.", "{t 'It's ours,'} they said.", id="single marks"),
    pytest.param("{t «Nous}», he said, {t «oui}».", "{t «Nous»}, he said, {t «oui»}.", id="two pieces"),
]


class TestSnapContent:
    """Edges of a content move to the marks beside them."""

    @pytest.mark.parametrize(("before", "after"), SNAPPED)
    def test_moves_edges_to_marks(self, before: str, after: str) -> None:
        """The edges are where the second sentence has them."""
        text, content = marked(before)
        expected_text, expected = marked(after)

        assert expected_text == text
        assert expected == snap_content(TextIndex(text), content)

    @given(marked_texts(), st.data())
    def test_any_content_stays_a_content(self, text: str, data: st.DataObject) -> None:
        """Whatever the text and the edges, the pieces stay in order, inside the text, and apart."""
        if not text:
            return
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        content = Spans.of(text, [(start, end)])

        snapped = snap_content(TextIndex(text), content)

        assert 1 == len(snapped)
        assert text[snapped[0].start : snapped[0].end] == snapped[0].text
