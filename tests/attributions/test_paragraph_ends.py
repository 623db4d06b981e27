"""end_at_paragraphs()."""

from __future__ import annotations

import pytest

from quotekit.attributions.paragraph_ends import end_at_paragraphs
from tests.helpers import context_of, drafts_of
from tests.markup import parse

ENDED = [
    pytest.param("{s Ito} {c says} {t ferry will stop\n\nIt is full}.", ["ferry will stop"], id="headline"),
    pytest.param("{s Pilot}{c :} {t we land at noon\n\nNobody saw it.}", ["we land at noon"], id="label"),
    pytest.param("{t Sleep and tides\n\nTides help}, {s Ito} {c wrote}.", ["Tides help"], id="sub-heading"),
    pytest.param("{t Ferry to stop}, {s Ito} {c says}\n\n{t It is full}.", ["Ferry to stop"], id="piece behind"),
    pytest.param("{s Ito} {c wrote}:\n\n{t It is full.\n\nShe was right.}", ["It is full."], id="introduced"),
    pytest.param(
        "{s Ito} {c said}: {t “It is full.}\n\n{t “It is old.”}", ["“It is full.", "“It is old.”"], id="quoted"
    ),
    pytest.param("{s Ito} {c said} {t the ferry of Ana\nBerg is full}.", ["the ferry of Ana\nBerg is full"], id="wrap"),
    pytest.param("{t It is full, and old.}\n\n{s Ito} {c wrote} this.", ["It is full, and old."], id="nothing left"),
]


@pytest.mark.parametrize(("marked", "expected"), ENDED)
def test_ends_with_the_paragraph_of_the_cue(marked: str, expected: list[str]) -> None:
    """Prose of another paragraph is the writer's, but for what is quoted or introduced."""
    sentence = parse(marked)
    (found,) = end_at_paragraphs(context_of(sentence.text), drafts_of(sentence))

    assert expected == [piece.text for piece in found.content]
