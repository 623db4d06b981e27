"""Edges of contents inside their sentence."""

from __future__ import annotations

import pytest

from quotekit.attributions.content_edges import end_at_next_statement, end_at_second_verb, start_after_addressee
from tests.helpers import context_of, drafts_of
from tests.markup import parse


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{s Ito} {c said} {t the ferry was full as {s2 she} {c2 claimed} {t2 it was old}}.", "the ferry was full"),
        ("{s Ito} {c said} {t it was full, while {s2 he} {c2 insisted} {t2 it was new}}.", "it was full"),
        ("{s Ito} {c said} {t that {s2 she} {c2 claimed} {t2 it was old}}.", "that she claimed it was old"),
        ("{s Ito} {c said} {t it ran as {s2 Berg} {c2 claimed} {t2 it was old}}.", "it ran as Berg claimed it was old"),
        ("{s Ito} {c said} {t it ran as {s2 it} {c2 claimed} {t2 it was old}}.", "it ran as it claimed it was old"),
        ("{s Ito} {c said} {t it ran as {s2 she} {c2 liked} {t2 it}}.", "it ran as she liked it"),
        ("{s Ito} {c said} {t “it ran as {s2 she} {c2 claimed} {t2 it did}”}.", "“it ran as she claimed it did”"),
        ("{s Ito} {c said} {t as {s2 she} {c2 claimed} {t2 it ran}}.", "as she claimed it ran"),
        ("{s Ito} {c said} {t it ran as {c2 claimed} by {s2 her}: {t2 old}}.", "it ran as claimed by her: old"),
        ("{s Ito}: {t it ran as {s2 she} {c2 claimed} {t2 it did}}.", "it ran as she claimed it did"),
        ("{s Ito} {c said} {t it ran}, as {s2 she} {c2 claimed} {t2 it did}.", "it ran"),
        ("{t It ran as {s2 she} {c2 claimed} {t2 it did}}, {s Ito} {c said}.", "It ran as she claimed it did"),
    ],
)
def test_next_statement(marked: str, expected: str) -> None:
    """A statement that a pronoun begins behind a conjunction is beside the first one."""
    sentence = parse(marked)

    assert expected == end_at_next_statement(context_of(sentence.text), drafts_of(sentence))[0].content.text


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{s Ito} {c told} {t the crews of both ferries to wait}.", "to wait"),
        ("{s Ito} {c had told} {t her old friends not to sail}.", "not to sail"),
        ("{s Ito} {c tells} {t council bridge is safe}", "bridge is safe"),
        ("{s Mayor of Lima} {c tells} {t residents water is clean}", "water is clean"),
        ("{s Ito} {c told} {t reporters the ferry was late}.", "the ferry was late"),
        ("{s Ito} {c tells} {t parliament ‘ferry is finished’}", "‘ferry is finished’"),
        ("{s Ito} {c tells} {t fans to stay away}", "to stay away"),
        ("{s Ito} {c told} us {t the plan to sail was old}.", "the plan to sail was old"),
        ("{s Ito} {c tells} {t council will decide in May}", "council will decide in May"),
        ("{s Ito} {c tells} {t council of war at the port}", "council of war at the port"),
        ("{s Ito} {c tells} {t ferries to stop}", "ferries to stop"),
        ("{s Ito} {c told} of {t the crews to wait}.", "the crews to wait"),
        ("{s Ito} {c told} {t the crews} to wait.", "the crews"),
        ("{s Ito} {c told} {t the crews to wait} and {t to sing}.", "to wait … to sing"),
        ("{s Ito} {c tells} {t council to act}", "to act"),
        ("{s Ito} {c said} {t the plan to sail was old}.", "the plan to sail was old"),
        ("{s Ito} {c told} {t the crew it was too late to sail}.", "the crew it was too late to sail"),
    ],
)
def test_addressee(marked: str, expected: str) -> None:
    """Only whoever is told to do something is left out."""
    sentence = parse(marked)

    assert expected == start_after_addressee(context_of(sentence.text), drafts_of(sentence))[0].content.text


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{s Ito} {c denied} {t sinking the ferry and left the hall}.", "sinking the ferry"),
        ("{s Ito} {c denied} {t knowing him and let the guards in}.", "knowing him"),
        ("{s Ito} {c denied} {t knowing him and put their money back}.", "knowing him"),
        ("{s Ito} {c denied} {t sinking it and leaving the hall}.", "sinking it and leaving the hall"),
        ("{s Ito} {c denied} {t having lied and left the hall}.", "having lied and left the hall"),
        ("{s Ito} {c denied} {t buying new and used ships}.", "buying new and used ships"),
        ("{s Ito} {c denied} {t being there and left the hall}.", "being there"),
        ("{s Ito} {c denied} {t being hurt and left the hall}.", "being hurt and left the hall"),
        ("{s Ito} {c denied} {t lying and left}.", "lying and left"),
        ("{s Ito} {c denied} {t lying and went slowly out}.", "lying"),
        ("{s Ito} {c denied} {t lying and rested slowly}.", "lying and rested slowly"),
        ("{s Ito} {c denied} {t lying “and left the hall”}.", "lying “and left the hall”"),
        ("{s Ito} {c denied} it: {t lying and left the hall}.", "lying and left the hall"),
        ("{s Ito} {c denied} {t the claim and left the hall}.", "the claim and left the hall"),
        ("{c Denied} {t lying and left the hall}.", "lying and left the hall"),
        ("{s Ito} {c denied} {t lying and ran to it and left the hall}.", "lying"),
    ],
)
def test_second_verb(marked: str, expected: str) -> None:
    """A past form behind "and" is what the source did next, unless it may be a participle."""
    sentence = parse(marked)
    found = end_at_second_verb(context_of(sentence.text), drafts_of(sentence))[0].content.text

    assert expected == found
