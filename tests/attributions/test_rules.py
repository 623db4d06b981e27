"""Rules applied in order."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context, apply_rules
from quotekit.names import find_mentions
from quotekit.records import Spans
from quotekit.text import TextIndex
from tests.helpers import context_of, draft_of

TEXT = "Ito said it rained. Berg said it snowed."
ITO, BERG = draft_of(TEXT, "Ito", "said", "it rained"), draft_of(TEXT, "Berg", "said", "it snowed")


def drop_cues(_: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """Leave no draft its cue."""
    return [attrs.evolve(draft, cue=Spans()) for draft in drafts]


def keep_ito(_: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """Reject the drafts of others."""
    return [draft for draft in drafts if draft.source.text == "Ito"]


class TestApplyRules:
    """apply_rules()."""

    def test_order(self) -> None:
        """Each rule gets what the one before returns; a draft has the names of those that changed it, in order."""
        rules = {"first": drop_cues, "keep": keep_ito, "second": drop_cues}

        [found] = apply_rules(context_of(TEXT), [BERG, ITO], rules)

        assert ("first", "second") == found.changed_by
        assert attrs.evolve(ITO, cue=Spans(), changed_by=found.changed_by) == found

    def test_nothing_changes(self) -> None:
        """Without rules, or with one that changes nothing, drafts stay as they are."""
        assert [ITO] == apply_rules(context_of(TEXT), [ITO], {})
        assert [ITO] == apply_rules(context_of(TEXT), [ITO], {"keep": keep_ito})


class TestContext:
    """Context."""

    def test_mentions_in(self) -> None:
        """The mentions in a stretch of text are those whose names begin there."""
        text = "Ida Holm met Carl Dray and Lena Berg."
        context = context_of(text, find_mentions(TextIndex(text)))

        assert ["Carl Dray"] == [mention.name.text for mention in context.mentions_in(4, 27)]
        assert [] == [*context_of(text).mentions_in(0, 40)]
