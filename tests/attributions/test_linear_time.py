"""Rules that read many drafts take time in proportion to their number."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any

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
_TIMES = 100
RULES = [
    pytest.param(restore_quotations, "{s Ito} {c said}: “Mend {t the old ferry.”} ", id="torn quotations"),
    pytest.param(complete_bulleted_quotations, _LIST, id="lists"),
    pytest.param(attribute_to_cited_sources, _CITING, id="citing"),
    pytest.param(recover_cited_sources, _CITING, id="reports"),
    pytest.param(join_running_quotations, "{t “It rained.}\n\n", id="running quotation"),
]


def repeated(marked: str, times: int) -> tuple[Context, list[Draft]]:
    """Return a text that is one marked text many times, and all its drafts."""
    one = parse(marked)
    size = len(one.text)
    text = one.text * times

    def moved(spans: Spans, by: int) -> Spans:
        return Spans.of(text, [(span.start + by, span.end + by) for span in spans])

    drafts = [
        Draft(moved(draft.content, by), moved(draft.cue, by), moved(draft.source, by))
        for by in range(0, len(text), size)
        for draft in drafts_of(one)
    ]
    return context_of(text), drafts


def executed_lines(rule: Rule, context: Context, drafts: Sequence[Draft]) -> int:
    """Return how many lines of Python run while a rule is applied."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    # The index and the word lists are made before.
    rule(context, drafts)
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        rule(context, drafts)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(("rule", "marked"), RULES)
def test_linear_time(rule: Rule, marked: str) -> None:
    """Twice as many drafts take about twice as much work."""
    single, double = (executed_lines(rule, *repeated(marked, times)) for times in (_TIMES, 2 * _TIMES))

    assert single < double < 2.3 * single
