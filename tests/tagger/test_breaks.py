"""Where paragraphs, lines and sentences begin."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given

from quotekit.tagger.breaks import LINE, NONE, PARAGRAPH, SENTENCE, find_breaks
from quotekit.text import TextIndex
from tests.strategies import marked_texts

WORD = re.compile(r"\w+|[^\w\s]")
# A bar stands before each break: three, two or one for a paragraph, a line or a sentence.
SENTENCES = [
    pytest.param("It rained. |Berg left! |Did he? |\u201cYes,\u201d he said.", id="sentences"),
    pytest.param("He told CBS, \u201cWe left.\u201d |Ito, Berg and: Anna", id="commas and colons end none"),
    pytest.param("He said, \u201cWe left. It rained.\u201d |It rained.", id="none within marks"),
    pytest.param("Mr. Ito and Sen. Berg met J. P. Lind. |They left.", id="short titles and initials"),
    pytest.param("It costs 5.6 or more. e.g. nothing.", id="lower case"),
    pytest.param("(It rained.) |[Berg left.] |So?", id="brackets"),
    pytest.param("It rained\n||berg left \n ||so\r\n||did he", id="lines"),
    pytest.param("It rained.\n\n|||\u201cBerg\n\n|||\u201cleft. He did.\u201d\n \t\n|||So.", id="paragraphs"),
]


class TestFindBreaks:
    """find_breaks()."""

    @pytest.mark.parametrize("marked", SENTENCES)
    def test_strength(self, marked: str) -> None:
        """A word has the break that is before it, the first one always that of a paragraph."""
        text = marked.replace("|", "")
        words = list(WORD.finditer(text))
        expected = [len(m.group(1)) for m in re.finditer(r"(\|*)(?:\w+|[^\w\s|])", marked)]
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
