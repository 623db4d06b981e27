"""The table of corrections."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.attributions.corrections import CORRECTIONS
from quotekit.attributions.draft import Draft, in_text_order
from quotekit.attributions.revisions import REVISIONS
from quotekit.attributions.rules import apply_rules
from tests.helpers import context_of, draft_of
from tests.strategies import marked_texts, spans

CHANGED = {
    "shared_sources": ("Berg said it, adding that is so.", [("Berg", "said", "it"), ("", "adding", "that is so")]),
    "noun_cues": ("“No,” was his answer.", [("his answer", "was", "“No,”")]),
    "following_cues": ("“Enough,” yodeled Ito.", [("", "", "“Enough,”")]),
    "introducing_cues": ("Then he asked: “Who won?”", [("", "", "“Who won?”")]),
    "torn_quotations": ("Ito said: “It rained all night.”", [("Ito", "said", "rained all night.”")]),
    "uncued_quotations": ("“It works,” Ito said. “We tried it.”", [("Ito", "said", "“It works,”")]),
    "running_quotations": ("Ito said: “It works.\n\n“We tried it.”", [("Ito", "said", "“It works.")]),
    "resumed_quotations": ("“It works,” Ito said. Yet, “we tried it.”", [("Ito", "said", "“It works,”")]),
}

#: The rules that make one draft of two, or find another.
JOINING = frozenset({"action_beats", "enclosing_statements", "running_quotations"})


class TestCorrections:
    """CORRECTIONS, applied in their order."""

    @pytest.mark.parametrize("rule", CHANGED)
    def test_changed_by(self, rule: str) -> None:
        """The draft that a rule changes has the rule's name, and no other's."""
        text, parts = CHANGED[rule]

        found = apply_rules(context_of(text), [draft_of(text, *part) for part in parts], CORRECTIONS)

        assert {(), (rule,)} >= {draft.changed_by for draft in found}
        assert [(rule,)] == [draft.changed_by for draft in found if draft.changed_by]

    @given(st.data())
    def test_any_drafts(self, data: st.DataObject) -> None:
        """Whatever the drafts, those that no rule has changed stay as they are, and only changed ones have a name."""
        text = data.draw(marked_texts().filter(bool))
        drawn = st.builds(Draft, spans(text, least=1), spans(text, most=1), spans(text, most=1), st.floats(0, 1))
        drafts = in_text_order(data.draw(st.lists(drawn, max_size=4)))

        found = apply_rules(context_of(text), drafts, {n: r for n, r in CORRECTIONS.items() if n not in JOINING})

        assert all(draft in drafts for draft in found if not draft.changed_by)
        assert {name for draft in found for name in draft.changed_by} <= {*CORRECTIONS}


class TestTables:
    """The tables of rules."""

    def test_names(self) -> None:
        """No name stands for two rules."""
        assert not {*CORRECTIONS} & {*REVISIONS}
