"""Headlines that end with a dash and their speaker: "Harbour will close - minister"."""

from __future__ import annotations

import pytest

from quotekit import extract

BODY = "\n\nThe dam was built in 1954. Mayor Ida Lund met the council on Friday. Two roads were closed."


@pytest.mark.parametrize(
    ("content", "dash", "source", "name"),
    [
        ("Dam is safe", "-", "minister", None),
        ("Harbour will close in May", "—", "police", None),
        ("Rents to rise again this year", "–", "report", None),
        ("Schools ‘cannot cope’", "-", "union", None),
        ("Man held after fire", "-", "fire chief", None),
        ("Workers deserve better", "–", "bishop", None),
        ("Nurses weren’t paid for months", "-", "audit", None),
        ("No bribes were paid", "-", "Ida Lund", "Ida Lund"),
        ("Dam built in haste", "–", "engineers", None),
    ],
)
def test_signed(content: str, dash: str, source: str, name: str | None) -> None:
    """The clause before the dash is the statement of whom the words after it denote."""
    found = extract(f"{content} {dash} {source}{BODY}").attributions[0]

    assert (content, dash, source) == (found.content.text, found.cue.text, found.source.text)
    assert (name,) == (found.speaker and found.speaker.name,)


@pytest.mark.parametrize(
    "line",
    [
        "Dam is safe - BBC News",
        "Storm hits Bergen - live updates",
        "Man dies in crash - driver held",
        "Dam plan - what we know",
        "Oslo - a city of trams",
        "Three dams in two days – a journey",
        "Dam is safe - minister. The council met in May.",
        "The dam is safe - minister\nand council agree",
    ],
)
def test_unsigned(line: str) -> None:
    """A site's name, a second headline or a sentence after the dash is nobody who speaks."""
    assert not [a for a in extract(line + BODY).attributions if a.cue.text in ("-", "–", "—")]
