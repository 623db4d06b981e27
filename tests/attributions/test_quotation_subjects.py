"""Quotations that are the subject of their sentence."""

from __future__ import annotations

import pytest

from quotekit.attributions.quotation_subjects import attribute_quotation_subjects
from tests.helpers import drafts_of, parts_of, ruled
from tests.markup import parse

FOUND = {
    "how": "{t “A wall”} is how {s she} {c remembers} it.",
    "the way": "{t “A wall”} was just the way {s Mary Lowe} {c put} it.",
    "what, with an adverb": "{t “A wall,”} is what {s the mayor} later {c called} it.",
    "might be": "{t “A wall”} might be the word that {s Mary Lowe} would {c put}.",
    "her word": "{t “A wall”} was {s her} {c word for} it.",
    "her short answer": "{t “No”} was {s her} short {c answer}.",
    "a name's verdict": "{t “No”} has been {s Mary Lowe’s} first {c verdict}.",
    "his": "{t “No,”} would be {s his} {c reply}.",
}
NOT_FOUND = {
    "a thing": "“A wall” is how the end of it looks.",
    "no verb": "“A wall” is how she is.",
    "a capital": "“A wall” is how she Said it.",
    "another clause": "“A wall” is how; she called it.",
    "open": "“A wall is how she remembers it.",
    "not his": "“No” was the answer.",
    "of a thing": "“No” was June’s answer.",
    "for": "“No” was her answer for it.",
    "nothing": "“A wall” fell.",
}


class TestAttributeQuotationSubjects:
    """attribute_quotation_subjects()."""

    @pytest.mark.parametrize("markup", FOUND.values(), ids=FOUND)
    def test_found(self, markup: str) -> None:
        """The quotation is that of whoever calls it so, or whose word it is."""
        marked = parse(markup)

        assert parts_of(drafts_of(marked)) == parts_of(ruled(attribute_quotation_subjects, marked.text))

    @pytest.mark.parametrize("markup", NOT_FOUND.values(), ids=NOT_FOUND)
    def test_not_found(self, markup: str) -> None:
        """Other quotations are nobody's."""
        assert [] == ruled(attribute_quotation_subjects, markup)

    def test_unknown_verb(self) -> None:
        """A verb in no list needs a draft that is likely enough."""
        text = "“A wall” is how she paints it."
        markup = "{t “A wall”} is how she {c paints} it."
        expected = "{t “A wall”} is how {s she} {c paints} it."

        assert [] == ruled(attribute_quotation_subjects, text)
        assert parts_of(drafts_of(parse(expected))) == parts_of(ruled(attribute_quotation_subjects, markup))
