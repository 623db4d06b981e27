"""Sentences that contradict what somebody said."""

from __future__ import annotations

import pytest

from quotekit.attributions.free_relatives import drop_free_relatives
from tests.helpers import drafts_of, ruled
from tests.markup import parse

DROPPED = {
    "contrary to": "Contrary to what {s Berg} {c said}, {t the votes were counted}.",
    "unlike": "Unlike everything that {s Berg} {c claimed} in 2019, {t it was true}.",
    "despite": "Despite all {s she} {c said} Monday, {t it was true}.",
}
KEPT = {
    "according to": "According to what {s Berg} {c said}, {t the votes were counted}.",
    "by": "Judging by what {s Berg} {c said}, {t the votes were counted}.",
    "nothing before": "What {s Berg} {c said}, {t the votes were counted}.",
    "no comma": "Contrary to what {s Berg} {c said} {t the votes were counted}.",
    "no source": "Contrary to what was {c said}, {t the votes were counted}.",
    "source behind": "Contrary to what, {c said} {s Berg}, {t the votes were counted}.",
    "content before": "{t The votes were counted}, contrary to what {s Berg} {c said}, in May.",
    "quoted": "“Contrary to what {s Berg} {c said}, {t the votes were counted}.”",
    "no what": "Contrary to Oslo, {s Berg} {c said}, {t the votes were counted}.",
}


class TestDropFreeRelatives:
    """drop_free_relatives()."""

    @pytest.mark.parametrize("markup", DROPPED.values(), ids=DROPPED)
    def test_dropped(self, markup: str) -> None:
        """The rest of such a sentence is the writer's."""
        assert [] == ruled(drop_free_relatives, markup)

    @pytest.mark.parametrize("markup", KEPT.values(), ids=KEPT)
    def test_kept(self, markup: str) -> None:
        """Other drafts stay as they are."""
        assert drafts_of(parse(markup)) == ruled(drop_free_relatives, markup)
