"""Where paragraphs, lines and sentences begin."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given

from quotekit.tagger.breaks import LINE, NONE, PARAGRAPH, SENTENCE, find_breaks
from quotekit.text import TextIndex
from tests.markup import parse as parse_markup
from tests.strategies import marked_texts

WORD = re.compile(r"\w+|[^\w\s]")
STRENGTHS = {"sentence": SENTENCE, "line": LINE, "paragraph": PARAGRAPH}
SENTENCES = [
    pytest.param("It rained. {sentence Berg left!} {sentence Did he?} {sentence “Yes,” he said.}", id="sentences"),
    pytest.param("He told CBS, “We left.” {sentence Ito, Berg and: Anna}", id="commas and colons end none"),
    pytest.param("He said, “We left. It rained.” {sentence It rained.}", id="none within marks"),
    pytest.param("Mr. Ito and Sen. Berg met J. P. Lind. {sentence They left.}", id="short titles and initials"),
    pytest.param("It costs 5.6 or more. e.g. nothing.", id="lower case"),
    pytest.param("(It rained.) {sentence [Berg left.]} {sentence So?}", id="brackets"),
    pytest.param("It rained\n{line berg left} \n {line so}\r\n{line did he}", id="lines"),
    pytest.param("It rained.\n\n{paragraph “Berg left. He did.”}\n \t\n{paragraph So.}", id="paragraphs"),
    pytest.param(
        "It rained.\n\n{paragraph “Berg.}\n\n{sentence “He left.”}\n\n{paragraph So.}", id="running quotation"
    ),
    pytest.param(
        "“No,” Berg said. “It rained.\n\n{sentence “He left.”}\n\n{paragraph “So.”}",
        id="running quotation behind a cue",
    ),
    pytest.param(
        "Berg said:\n\n{sentence “It rained.}\n\n{sentence “He left.”}", id="running quotation behind a colon"
    ),
    pytest.param("“It rained.”\n\n{paragraph “He left.”}", id="two quotations"),
]


class TestFindBreaks:
    """find_breaks()."""

    @pytest.mark.parametrize("marked", SENTENCES)
    def test_strength(self, marked: str) -> None:
        """A word has the break that is before it, the first one always that of a paragraph."""
        article = parse_markup(marked)
        text = article.text
        words = list(WORD.finditer(text))
        breaks = {mark.start: STRENGTHS[mark.role] for mark in article.marks}
        expected = [breaks.get(word.start(), NONE) for word in words]
        found = find_breaks(TextIndex(text), np.array([w.start() for w in words]))

        assert found.tolist() == [PARAGRAPH, *expected[1:]]

    def test_no_words(self) -> None:
        """A text without words has no breaks."""
        assert find_breaks(TextIndex("\n\n"), np.zeros(0, np.int64)).tolist() == []

    @given(marked_texts())
    def test_any_text(self, text: str) -> None:
        """Every word has a break or none, and where there is no white space before it, none."""
        words = list(WORD.finditer(text))
        found = find_breaks(TextIndex(text), np.array([w.start() for w in words], np.int64)).tolist()

        assert len(found) == len(words)
        assert {*found} <= {NONE, SENTENCE, LINE, PARAGRAPH}
        assert [b for w, b in zip(words[1:], found[1:], strict=True) if b and not text[w.start() - 1].isspace()] == []
