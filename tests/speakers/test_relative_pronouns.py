"""
Whom "who" and "which" refer to.

The markup of the texts is described in :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.names import find_mentions
from quotekit.speakers.relative_pronouns import find_relative_antecedents
from quotekit.text import TextIndex
from tests.helpers import parse_article
from tests.strategies import texts, word_soups

RELATIVES = {
    "who": "They met Ida Holm, {s who=Ida Holm} said {t so}.",
    "who after age and home": "They met Ida Holm, 59, of Ashton, Md., {s who=Ida Holm} said {t so}.",
    "who after party": "They met Ida Holm (D-Ohio), {s who=Ida Holm} said {t so}.",
    "who in an apposition": "They met Ida Holm, a State Department lawyer {s who=Ida Holm} said {t so}.",
    "who after a surname's apposition": "Ida Holm left. They met Holm, now the mayor, {s who=Ida Holm} said {t so}.",
    "who after a legislator's state": "They met Senator Ida Holm of New York, {s who=Ida Holm} said {t so}.",
    "who after a state and an apposition": (
        "They met Sen. Ida Holm of Ohio, the first Liberal on the Senate Reef Committee, {s who=Ida Holm} said {t so}."
    ),
    "who are": "It is said by those supporting Holm, {s who=-:group} are saying {t so}.",
    "two who are": "They met Ida Holm and Bo Dray, {s who=Ida Holm; Bo Dray} are saying {t so}.",
    "who in a place": "They met farmers in Norway {s who=?} said {t so}.",
    "whose": "They met Ida Holm, {s whose=Ida Holm} view is {t so}.",
    "whom": "They met Ida Holm, {s whom=Ida Holm} it cost {t so}.",
    "which": "They met the Reef Bank, {s which=Reef Bank:organization} said {t so}.",
    "that": "It is the Reef Bank {s that=Reef Bank:organization} said {t so}.",
    "that after a comma": "They met the Reef Bank, {s that=?} is, {t so}.",
    "who of others": "They met farmers {s who=-:group} said {t so}.",
}


class TestRelatives:
    """Sources that are relative pronouns, and find_relative_antecedents()."""

    @pytest.mark.parametrize("marked", RELATIVES.values(), ids=RELATIVES)
    def test_whom(self, marked: str) -> None:
        """A relative pronoun goes back to the name right before it, or before its apposition."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @given(st.data())
    def test_any_text(self, data: st.DataObject) -> None:
        """Any offset of any text has one of the names before it, or none."""
        text = data.draw(texts() | word_soups())
        at = data.draw(st.integers(0, len(text)))
        mentions = [m for m in find_mentions(TextIndex(text)) if m.end <= at]

        pronoun = data.draw(st.sampled_from(["who", "which", "that"]))

        assert set(find_relative_antecedents(TextIndex(text), pronoun, at, mentions)) <= set(mentions)
