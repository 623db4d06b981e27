"""Quotations beside which somebody acts."""

from __future__ import annotations

import pytest

from quotekit.attributions.action_beats import attribute_action_beats
from quotekit.attributions.draft import Draft
from quotekit.names import find_mentions
from quotekit.text import TextIndex
from tests.helpers import context_of, drafts_of
from tests.markup import parse

CHANGED = [
    pytest.param(
        "{t “Wait.”} Ada Brook closed the door. {t2 “We are not alone.”}",
        "{t “Wait.”} {s Ada Brook} closed the door. {t “We are not alone.”}",
        id="between two",
    ),
    pytest.param(
        "{t “The ferry left.”} Carl Dray shrugged. “Nobody told me.”",
        "{t “The ferry left.”} {s Carl Dray} shrugged. {t “Nobody told me.”}",
        id="the second is nobody's",
    ),
    pytest.param(
        "Ada Brook closed the door. {t “We are late.”} {s Carl Dray} {c nodded}.",
        "{s Ada Brook} closed the door. {t “We are late.”} Carl Dray nodded.",
        id="who reacts",
    ),
]
LEFT = [
    pytest.param("{t “Wait!”} {s Ada Brook} {c said}. {t2 “We are late.”}", id="a verb of saying"),
    pytest.param("{t “Wait,”} {s Ada Brook} {c nodded}. {t2 “We are late.”}", id="a comma"),
    pytest.param("{t “Wait.”} The door closed. {t2 “We are late.”}", id="nobody acts"),
    pytest.param("{t “Wait.”} Ada Brook closed the door.\n\n{t2 “We are late.”}", id="another paragraph"),
    pytest.param("{t “Wait.”} Ada Brook rose. {t2 “We are late,”} {s2 Carl Dray} {c2 said}.", id="somebody's words"),
    pytest.param("{t “Wait.”} Ada Brook rose. The “old door” closed.", id="no sentence"),
    pytest.param("Ada Brook rose.\n\n{t “We are late.”} {s Carl Dray} {c nodded}.", id="who acts in another paragraph"),
    pytest.param("{t “We are late.”} {s Carl Dray} {c nodded}.", id="nobody else"),
    pytest.param("{t “Wait.”} Then Ada Brook rose. {t2 “We are late.”}", id="a name inside"),
    pytest.param("{t “Wait.”} The Reef Fund rose. {t2 “We are late.”}", id="no person"),
    pytest.param("{t “Wait.”} Ada Brook rose. It rained. {t2 “We are late.”}", id="two sentences"),
    pytest.param("{t “Wait.”} Ada Brook rose: {t2 “We are late.”}", id="a colon"),
    pytest.param("{t “wait.”} Ada Brook rose. {t2 “We are late.”}", id="a small letter"),
    pytest.param("{t “Wait”} Ada Brook rose. {t2 “We are late.”}", id="no full stop"),
    pytest.param("{t “Wait.} Ada Brook rose. {t2 We are late.”}", id="one quotation"),
    pytest.param("It was {t “Wait.”} Ada Brook rose. {t2 “We are late}.”", id="half of the second"),
    pytest.param("{t “Wait.” and so} on. Ada Brook rose. {t2 “We are late.”}", id="more than the quotation"),
    pytest.param("{t “Wait.”} Ada Brook rose. {t2 “We are late,”} {c2 said} a man.", id="a cue of the second"),
    pytest.param("Ada Brook rose. “So.” {t “We are late.”} {s Carl Dray} {c nodded}.", id="words in between"),
    pytest.param("Ada Brook rose. {t “We are late!”} {s Carl Dray} {c nodded}.", id="an exclamation"),
    pytest.param("Ada Brook rose. {t “We are late.”} Then {s Carl Dray} {c nodded}.", id="not right behind"),
    pytest.param("Then Ada Brook rose. {t “We are late.”} {s Carl Dray} {c nodded}.", id="not at the beginning"),
    pytest.param("Ada Brook rose. {s Carl Dray} {c nodded} {t “We are late.”}", id="a source before"),
]


def attributed(marked: str) -> list[Draft]:
    """Return what is made of the drafts that a text marks."""
    article = parse(marked)
    mentions = find_mentions(TextIndex(article.text))
    return attribute_action_beats(context_of(article.text, mentions), drafts_of(article))


class TestAttributeActionBeats:
    """attribute_action_beats()."""

    @pytest.mark.parametrize(("marked", "expected"), CHANGED)
    def test_gives_them_to_who_acts(self, marked: str, expected: str) -> None:
        """Who acts between two quotations or before one speaks, and who reacts does not."""
        assert drafts_of(parse(expected)) == attributed(marked)

    @pytest.mark.parametrize("marked", LEFT)
    def test_leaves_others_alone(self, marked: str) -> None:
        """Where somebody speaks, or nobody acts, drafts stay as they are."""
        assert drafts_of(parse(marked)) == attributed(marked)
