"""Statements that a third party relays."""

from __future__ import annotations

import pytest

from quotekit.attributions.heard_saying import attribute_to_those_heard
from tests.helpers import drafts_of, parts_of, ruled
from tests.markup import parse

FOUND = {
    "quoted as saying": "{s She} {c was quoted as saying} {t it was late}.",
    "quoted by": "{s Carl Dray} {c was quoted} by Kyodo {c as saying} {t it was late}.",
    "on a day": "{s Carl Dray} {c was later quoted} on Monday {c as telling} {t it was late}.",
    "overheard": "{s Carl Dray} {c was overheard saying} {t it was late}.",
    "heard to say": "{s Carl Dray} {c was heard to say} {t it was late}.",
    "on tape": "{s Carl Dray} {c has been caught} on tape {c saying} {t it was late}.",
    "statement first": "{t It works}, {s Carl Dray} {c was quoted as saying}.",
    "statement first, by": "{t “It was late,”} {s Carl Dray} {c was quoted as saying} by Kyodo.",
    "quoted somebody": "Kyodo {c quoted} {s Carl Dray} {c as saying} {t it was late}.",
    "remembers somebody": "They {c remembered} {s Carl Dray} {c as saying} {t it was late}.",
    "cited her": "Kyodo {c cited} {s her} {c as telling} {t it was late}.",
    "having said": "Kyodo {c quoted} {s Carl Dray} {c as having said} {t it was late}.",
    "quoted before": "{t It was late}, Kyodo {c quoted} {s Carl Dray} {c as saying}.",
}
NOT_FOUND = {
    "another verb": "She was quoted as running late.",
    "no verb of perception": "She was stopped saying it was late.",
    "seen without as": "She was seen running.",
    "quoted as a word": "“She was quoted as saying it was late.”",
    "no subject": "In May was quoted as saying it was late.",
    "no content": "She was quoted as saying.",
    "another clause between": "She was quoted and then left as saying it.",
    "quoted running": "Kyodo quoted Carl Dray as running.",
    "quoted words": "“Kyodo quoted Carl Dray as saying it was late.”",
}


class TestAttributeToThoseHeard:
    """attribute_to_those_heard()."""

    @pytest.mark.parametrize("markup", FOUND.values(), ids=FOUND)
    def test_found(self, markup: str) -> None:
        """Whoever is quoted speaks, not whoever quotes."""
        marked = parse(markup)

        assert parts_of(drafts_of(marked)) == parts_of(ruled(attribute_to_those_heard, marked.text))

    @pytest.mark.parametrize("markup", NOT_FOUND.values(), ids=NOT_FOUND)
    def test_not_found(self, markup: str) -> None:
        """Other sentences relay nothing."""
        assert [] == ruled(attribute_to_those_heard, markup)

    def test_relay(self) -> None:
        """Who relays it is not content, either."""
        markup = "{t “It was late,”} {s Carl Dray} {c was quoted as saying} {t by Kyodo}."
        expected = "{t “It was late,”} {s Carl Dray} {c was quoted as saying} by Kyodo."

        assert parts_of(drafts_of(parse(expected))) == parts_of(ruled(attribute_to_those_heard, markup))
