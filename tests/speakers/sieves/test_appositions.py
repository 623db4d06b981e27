"""
Descriptions right after a name: "the Reef Fund, a group that backs Holm".

The markup of the texts is described in :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from tests.helpers import parse_article

APPOSED = {
    "group that": "They fund the Reef Fund, {s a charity=Reef Fund:organization} that backs {t the dam}.",
    "group backing": "She heads the Reef Fund, {s a group=Reef Fund:organization} backing {t the dam}.",
    "group set up": "The Reef Fund, {s a group=Reef Fund:organization} set up to oppose {t the dam}, met.",
    "non-profit that": "She runs the Reef Fund, {s a non-profit=Reef Fund:organization} that speaks for {t the dam}.",
    "dash": "She runs the Reef Fund — {s a charity=Reef Fund:organization} that supports {t the dam}.",
    "person": "It went to Dana Ito, {s a farmer=Dana Ito} who backed {t the dam}.",
    "person with an age": "It went to Dana Ito, 44, {s a farmer=Dana Ito} who backed {t the dam}.",
}
NOT_APPOSED = {
    "another kind": "At the Reef Fund, {s a farmer=-:unnamed} who backed {t the dam} said no.",
    "a verb of its own": "At the Reef Fund, {s a group=-:organization} said {t so}.",
    "a place": "In Norway, {s a group=-:organization} that backs {t the dam} met.",
}


class TestAppositions:
    """apposition()."""

    @pytest.mark.parametrize("marked", APPOSED.values(), ids=APPOSED)
    def test_apposed(self, marked: str) -> None:
        """A description with a clause of its own right after a name of its kind means the bearer of the name."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", NOT_APPOSED.values(), ids=NOT_APPOSED)
    def test_not_apposed(self, marked: str) -> None:
        """A description of another kind, after a place, or with a verb of its own is of somebody else."""
        article = parse_article(marked)

        assert article.expected == article.resolve()
