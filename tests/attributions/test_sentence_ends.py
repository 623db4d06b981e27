"""end_at_sentences()."""

from __future__ import annotations

import pytest

from quotekit.attributions.sentence_ends import end_at_sentences
from tests.helpers import context_of, drafts_of
from tests.markup import parse

ENDED = [
    pytest.param("{t It rained}, {s she} {c said}. {t Nobody came}.", ["It rained"], id="next sentence"),
    pytest.param(
        "{t It rained}, {s she} {c said} on Jan. 5, {t and it snowed}.", ["It rained", "and it snowed"], id="no end"
    ),
    pytest.param("“{t It rained},” {s she} {c said}. “{t It snowed}.”", ["It rained", "It snowed"], id="quoted"),
    pytest.param("“{t It rained},” {s she} {c said}. {t It snowed}.", ["It rained"], id="no longer quoted"),
    pytest.param("{s She} {c said}: {t It rained.} {t Then it snowed.}", ["It rained.", "Then it snowed."], id="colon"),
    pytest.param("{t It rained}, {t Berlin}, {c said} {s Dr. Ito}.", ["It rained", "Berlin"], id="before the cue"),
]


class TestEndAtSentences:
    """end_at_sentences()."""

    @pytest.mark.parametrize(("marked", "expected"), ENDED)
    def test_ends_with_the_sentence_of_the_cue(self, marked: str, expected: list[str]) -> None:
        """An unquoted sentence behind the cue's is not the speaker's."""
        sentence = parse(marked)
        (found,) = end_at_sentences(context_of(sentence.text), drafts_of(sentence))

        assert expected == [piece.text for piece in found.content]
