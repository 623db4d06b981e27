"""Quotations with a dash and a name below."""

from __future__ import annotations

import pytest

from quotekit.attributions.signatures import end_at_signatures
from tests.helpers import context_of, drafts_of
from tests.markup import parse

SIGNED = [
    pytest.param("“{t It rained.}” {c ―} {s Ana Ito} “{t It is dry.}” ― Lena Berg", ["It rained."], id="next voice"),
    pytest.param("“{t It rained},” {c -} {s Ana Ito} - “{t all night.}”", ["It rained"], id="hyphen"),
    pytest.param("“{t It rained},” {c said} {s Ito}, “{t all night.}”", ["It rained", "all night."], id="verb"),
    pytest.param("{s Ana Ito} {c —} {t it rained.} {t And it is dry.}", ["it rained.", "And it is dry."], id="head"),
]


class TestEndAtSignatures:
    """end_at_signatures()."""

    @pytest.mark.parametrize(("marked", "expected"), SIGNED)
    def test_ends_before_the_dash(self, marked: str, expected: list[str]) -> None:
        """What follows the name is not this speaker's; a verb may have its quotation on both sides."""
        sentence = parse(marked)
        (found,) = end_at_signatures(context_of(sentence.text), drafts_of(sentence))

        assert expected == [piece.text for piece in found.content]
