"""The weights of evidence in conversations."""

from __future__ import annotations

import pytest

from quotekit.speakers.conversations.weights import conversation_weights

#: Of two features, the one that speaks more for a candidate first.
ORDER = {
    "two people take turns": ("nothing: second adjacent", "nothing: previous adjacent"),
    "whoever is addressed answers": ("addressed before adjacent", "addressed before apart"),
    "people address others": ("addresses another", "addresses self"),
    "a pronoun agrees": ("pronoun: gender agrees", "pronoun: gender differs"),
    "whoever acts beside a quotation speaks": ("nothing: before named", "nothing: before others"),
    "an odd turn is the other one's": ("odd turns to name: other", "odd turns to name: same"),
}


class TestConversationWeights:
    """conversation_weights()."""

    @pytest.mark.parametrize(("more", "less"), ORDER.values(), ids=ORDER)
    def test_order(self, more: str, less: str) -> None:
        """What a reader goes by counts as a reader would have it."""
        assert conversation_weights()[more] > conversation_weights()[less]
