"""Headlines with a kicker: "Ferry trial: captain denies negligence"."""

from __future__ import annotations

import pytest

from quotekit import extract

BODY = "\n\nThe hearing goes on until Friday. It rained in Bodo."


@pytest.mark.parametrize(
    ("line", "source", "content"),
    [
        ("Bank robbery case: Suspect says ‘I was asleep’", "Suspect", "‘I was asleep’"),
        ("Ferry trial: Captain denies negligence ‘on my honour’", "Captain", "negligence ‘on my honour’"),
        ("Rent dispute: Tenant insists roof leaked", "Tenant", "roof leaked"),
        ("Water crisis: Minister promises wells for all", "Minister", "wells for all"),
        ("Housing debate: Lind calls plan ‘a farce’", "Lind", "plan ‘a farce’"),
        ("Doping row: ‘I am clean,’ says Brandt", "Brandt", "‘I am clean,’"),
        ("Bridge collapse: Engineer says warnings were ignored", "Engineer", "warnings were ignored"),
    ],
)
def test_kicker(line: str, source: str, content: str) -> None:
    """What a headline is about says nothing; who speaks behind the colon does."""
    (found,) = extract(line + BODY).attributions

    assert (source, content) == (found.source.text, found.content.text)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Police: Suspect denies arson ‘to the day I die’", "Police"),
        ("Union chief: Ministers deny the cuts", "Union chief"),
        ("Report: Holm says dam is unsafe", "Report"),
    ],
)
def test_label(line: str, source: str) -> None:
    """The label of somebody, or of a document, is the source of all that follows."""
    first, _ = extract(line + BODY).attributions

    assert (source, line.partition(": ")[2]) == (first.source.text, first.content.text)
