"""Agents of participles with a quotation."""

from __future__ import annotations

import pytest

from quotekit.attributions.agents import attribute_to_agents
from tests.helpers import drafts_of, parts_of, ruled
from tests.markup import parse

FOUND = {
    "called": "It was painted, {c called} {t “a farce”} {c by} {s Mary Lowe}.",
    "dismissed as": "It {c was dismissed as} {t “a farce”} {c by} {s Mary Lowe}.",
    "being": "It is {c being widely described as} {t “a farce”} {c by} {s critics of the plan}.",
    "with an article": "It {c was described as} a {t “farce”} {c by} {s Mary Lowe} on Monday.",
    "a capital after as": "It {c was described as} {t “Rain”} {c by} {s Mary Lowe}.",
    "told": "({c told} {t “no”} {c by} {s her})",
    "an adjunct": "It {c was called} {t “a farce”} {c by} {s Mary Lowe} in May.",
    "at the end": "{c Praised as} {t “a gift”} {c by} {s Bo Ash}.",
}
NOT_FOUND = {
    "a title": "A song called “Rain” by Mary Lowe.",
    "a time": "It was called “a farce” by Monday.",
    "no participle": "She calls it “a farce” by Mary Lowe.",
    "another verb": "It was painted “a blue” by Mary Lowe.",
    "no agent": "It was called “a farce” in May.",
    "open": "It was called “a farce by Mary Lowe.",
    "no verb": "“A farce” by Mary Lowe.",
}


class TestAttributeToAgents:
    """attribute_to_agents()."""

    @pytest.mark.parametrize("markup", FOUND.values(), ids=FOUND)
    def test_found(self, markup: str) -> None:
        """Whoever judges with a quotation is behind "by"."""
        marked = parse(markup)
        [found] = ruled(attribute_to_agents, marked.text)

        assert marked.bounds("s") == [(piece.start, piece.end) for piece in found.source]
        assert marked.bounds("t") == [(piece.start, piece.end) for piece in found.content]
        assert marked.bounds("c") == [(piece.start, piece.end) for piece in found.cue]

    @pytest.mark.parametrize("markup", NOT_FOUND.values(), ids=NOT_FOUND)
    def test_not_found(self, markup: str) -> None:
        """Other quotations have none."""
        assert [] == ruled(attribute_to_agents, markup)

    def test_unknown_verb(self) -> None:
        """A verb in no list needs a draft that is likely enough."""
        markup = "It was {c painted} {t “a blue”} by Mary Lowe."
        expected = "It {c was painted} {t “a blue”} {c by} {s Mary Lowe}."

        assert parts_of(drafts_of(parse(expected))) == parts_of(ruled(attribute_to_agents, markup))
