"""
Whom "who" and "which" refer to.

The markup of the texts is described in :mod:`tests.marked_speakers`.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.names import find_mentions
from quotekit.speakers.relative_pronouns import find_relative_antecedent
from quotekit.text import TextIndex
from tests.marked_speakers import parse_article
from tests.strategies import texts, word_soups

RELATIVES = {
    "who": "They met Ida Holm, {who=Ida Holm} said [1|so].",
    "who after age and home": "They met Ida Holm, 59, of Ashton, Md., {who=Ida Holm} said [1|so].",
    "who after party": "They met Ida Holm (D-Ohio), {who=Ida Holm} said [1|so].",
    "who in an apposition": "They met Ida Holm, a State Department lawyer {who=Ida Holm} said [1|so].",
    "who after a surname's apposition": "Ida Holm left. They met Holm, now the mayor, {who=Ida Holm} said [1|so].",
    "whose": "They met Ida Holm, {whose=Ida Holm} view is [1|so].",
    "whom": "They met Ida Holm, {whom=Ida Holm} it cost [1|so].",
    "which": "They met the Reef Bank, {which=Reef Bank:organization} said [1|so].",
    "that": "It is the Reef Bank {that=Reef Bank:organization} said [1|so].",
    "that after a comma": "They met the Reef Bank, {that=?} is, [1|so].",
    "who of others": "They met farmers {who=?} said [1|so].",
}


class TestRelatives:
    """Sources that are relative pronouns, and find_relative_antecedent()."""

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

        assert find_relative_antecedent(TextIndex(text), pronoun, at, mentions) in [None, *mentions]
