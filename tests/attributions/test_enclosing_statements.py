"""Statements about statements."""

from __future__ import annotations

import pytest

from quotekit.attributions.draft import Draft, in_text_order
from quotekit.attributions.enclosing_statements import find_enclosing_statements
from tests.helpers import context_of, drafts_of
from tests.markup import parse

FOUND = [
    pytest.param(
        "It rained. {s Obi} denied it, {c adding} {t that “it was wet,”} Officer Roe wrote.",
        "It rained. {t2 {s Obi} denied it, {c adding} {t that “it was wet,”}} {s2 Officer Roe} {c2 wrote}.",
        id="a new one",
    ),
    pytest.param(
        "{s Obi} denied it, {c adding} {t that} {t2 “it was wet,”} {s2 Officer Roe} {c2 wrote} in June.",
        "{t2 {s Obi} denied it, {c adding} {t that “it was wet,”}} {s2 Officer Roe} {c2 wrote} in June.",
        id="a part of it",
    ),
]
LEFT = [
    pytest.param("{s Obi} denied it, {c adding} {t that “it was wet.”} Officer Roe wrote.", id="a full stop"),
    pytest.param("{s Obi} denied it, {c adding} {t that “it was wet,”} and left.", id="no name"),
    pytest.param("{s Obi} denied it, {c adding} {t that “it was wet,”} Roe laughed.", id="no verb of reporting"),
    pytest.param("{t “It was wet,”} Officer Roe {c wrote}.", id="a plain statement"),
]


def found(marked: str) -> list[Draft]:
    """Return what is made of the drafts that a text marks."""
    article = parse(marked)
    return find_enclosing_statements(context_of(article.text), drafts_of(article))


class TestFindEnclosingStatements:
    """find_enclosing_statements()."""

    @pytest.mark.parametrize(("marked", "expected"), FOUND)
    def test_encloses_the_sentence(self, marked: str, expected: str) -> None:
        """The sentence up to the second name is what that person reports."""
        assert in_text_order(drafts_of(parse(expected))) == found(marked)

    @pytest.mark.parametrize("marked", LEFT)
    def test_leaves_others_alone(self, marked: str) -> None:
        """Where nobody reports the sentence, drafts stay as they are."""
        assert drafts_of(parse(marked)) == found(marked)
