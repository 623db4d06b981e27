"""Quotations signed without a dash, from the text to the attributions."""

from __future__ import annotations

import pytest

from quotekit import Extractor, extract
from tests.markup import parse

SIGNED = [
    pytest.param("{t “It leaks.”} {s Ana Ito, 31, Horten}\n\n{t2 “I like it.”} {s2 Lena Berg, 70, Moss}", id="behind"),
    pytest.param("{t “It leaks.”}\n{s Ana Ito}\n\n{t2 “I like it.”}\n{s2 Lena Berg}", id="below"),
    pytest.param("{s Ana Ito, 31, nurse}\n{t “It leaks.”}\n\n{s2 Lena Berg, 70, cook}\n{t2 “I like it.”}", id="above"),
    pytest.param("{t “Mend the ferry,”} {s Ana Ito, Horten}.", id="letter"),
    pytest.param("A note from {s Ana Ito, chief engineer}:\n\n{t “The ferry will be mended.”}", id="sender"),
]
OTHERS = [
    pytest.param("“Night Ferry”\nAna Ito\n2019, oil on wood", id="work of art"),
    pytest.param("“It leaks,” Ana Ito, 31, said.", id="verb behind"),
    pytest.param("“It leaks.” Ana Ito left the ferry in Moss.", id="prose behind"),
]


@pytest.mark.parametrize("marked", SIGNED)
def test_signed(marked: str) -> None:
    """A name, with age, place or work, that fills the line is the source."""
    sentence = parse(marked)
    expected = [(sentence.spans("s", n).text, sentence.spans("t", n).text) for n in (1, 2) if sentence.bounds("s", n)]

    assert expected == [(found.source.text, found.content.text) for found in extract(sentence.text).attributions]


@pytest.mark.parametrize("text", OTHERS)
def test_not_signed(text: str) -> None:
    """A name is no signature where the line says more, or what is quoted is a title."""
    assert not any("signature_lines" in found for found in _changes(text))


def _changes(text: str) -> list[tuple[str, ...]]:
    return [found.changed_by for found in Extractor().explain(text)]
