"""Rules that read many drafts take time in proportion to their number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import process_time

import pytest

from quotekit.attributions.bulleted_quotations import complete_bulleted_quotations
from quotekit.attributions.cited_sources import attribute_to_cited_sources, recover_cited_sources
from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.attributions.running_quotations import join_running_quotations
from quotekit.attributions.torn_quotations import restore_quotations
from quotekit.records import Spans
from tests.helpers import context_of, drafts_of
from tests.markup import parse

Rule = Callable[[Context, Sequence[Draft]], list[Draft]]

_LIST = "{s Ito} {c made two demands}:\n- {t “Mend the ferry.”}\n- “Pay us.”\n\n"
_CITING = "{t The dam is old}, {s Kyodo} {c reported}, {c2 citing} {s2 Kyodo} {t2 a ministry source}. "
_TIMES = 3000
RULES = [
    pytest.param(restore_quotations, "{s Ito} {c said}: “Mend {t the old ferry.”} ", id="torn quotations"),
    pytest.param(complete_bulleted_quotations, _LIST, id="lists"),
    pytest.param(attribute_to_cited_sources, _CITING, id="citing"),
    pytest.param(recover_cited_sources, _CITING, id="reports"),
    pytest.param(join_running_quotations, "{t “It rained.}\n\n", id="running quotation"),
]


def repeated(marked: str) -> tuple[Context, list[Draft]]:
    """Return a text that is one marked text many times, and all its drafts."""
    one = parse(marked)
    size = len(one.text)
    text = one.text * _TIMES

    def moved(spans: Spans, by: int) -> Spans:
        return Spans.of(text, [(span.start + by, span.end + by) for span in spans])

    drafts = [
        Draft(moved(draft.content, by), moved(draft.cue, by), moved(draft.source, by))
        for by in range(0, len(text), size)
        for draft in drafts_of(one)
    ]
    return context_of(text), drafts


@pytest.mark.parametrize(("rule", "marked"), RULES)
def test_linear_time(rule: Rule, marked: str) -> None:
    """Thousands of drafts do not take seconds."""
    context, drafts = repeated(marked)
    start = process_time()
    rule(context, drafts)

    assert process_time() - start < 1.5
