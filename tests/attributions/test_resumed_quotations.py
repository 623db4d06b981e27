"""Quotations that the writer resumes with one word."""

from __future__ import annotations

import pytest

from quotekit.attributions.draft import Draft
from quotekit.attributions.resumed_quotations import attach_resumed_quotations
from tests.helpers import context_of, drafts_of
from tests.markup import parse

ATTACHED = [
    pytest.param("{t “It works,”} {s Obi} {c said}. Yet, {t “we must test it again.”}", id="yet"),
    pytest.param("{t “It works,”} {s Obi} {c told} the council. But {t “nobody has seen it.”} It rained.", id="but"),
    pytest.param(
        "{t “It works,”} {s Obi} {c said} on Friday in Accra. And {t “we will mend it.”}", id="a clause between"
    ),
]
LEFT = [
    pytest.param("{t “It works,”} {s Obi} {c said}. Yet a shepherd “saw it all happen.”", id="a clause"),
    pytest.param("{t “It works,”} {s Obi} {c said}. Roe, “the man of it.”", id="a name"),
    pytest.param("{t “It works,”} {s Obi} {c said}. Then “Nobody’s Well” closed.", id="no sentence"),
    pytest.param("{t “It works,”} {s Obi} {c said}. But {t2 “it does not,”} {s2 Roe} {c2 said}.", id="somebody else's"),
    pytest.param("{t It works}, {s Obi} {c hoped}. But “nobody has seen it.”", id="no speech"),
    pytest.param("{t “It works,”} {s Obi} {c said}.\n\nBut “nobody has seen it.”", id="another paragraph"),
]


def attached(marked: str) -> list[Draft]:
    """Return what is made of the drafts that a text marks."""
    article = parse(marked)
    return attach_resumed_quotations(context_of(article.text), drafts_of(article))


class TestAttachResumedQuotations:
    """attach_resumed_quotations()."""

    @pytest.mark.parametrize("marked", ATTACHED)
    def test_attaches_them(self, marked: str) -> None:
        """The quotation that is the rest of the next sentence goes to the statement."""
        expected = drafts_of(parse(marked))
        before, _, rest = marked.rpartition("{t ")

        assert expected == attached(before + rest.replace("}", "", 1))

    @pytest.mark.parametrize("marked", LEFT)
    def test_leaves_others_alone(self, marked: str) -> None:
        """What is no sentence but for one word, or somebody else's, is attached to nothing."""
        assert drafts_of(parse(marked)) == attached(marked)
