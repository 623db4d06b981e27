"""Names of bodies that go on after their noun, and of courts with several fields."""

from __future__ import annotations

import pytest

from quotekit.names import find_mentions
from quotekit.names.entities import link_mentions
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

BODIES = {
    "against": "The Regional Commission Against Fraud met.",
    "coalition": "The Coalition Against River Noise met.",
    "mission": "The Mission to Dockers met.",
    "of a country": "The Dutch Mission to the UN met.",
    "council on": "The Council on Dam Relations met.",
    "committee on": "The Senate Committee on Harbor Relations met.",
    "for justice": "The Committee for Justice met.",
    "for the protection of": "The Society for the Protection of Herons met.",
    "court": "The Employment and Housing Relations Court met.",
    "tribunal": "The Immigration and Welfare Tribunal met.",
}

OTHERS = {
    "person and court": ("Holm and Supreme Court judges met.", ["Holm", "Supreme Court"]),
    "person and lower court": ("Dray and Labor Relations Court met.", ["Dray", "Labor Relations Court"]),
    "office": ("They ran the Campaign for President.", []),
    "day": ("The Board on Monday met.", ["Board"]),
    "party": ("House and Senate Republicans met.", ["Senate Republicans"]),
    "minister": ("Minister for Roads Velu Srinivas met.", ["Velu Srinivas"]),
    "person against": ("Holm Against Dray is a film.", ["Holm", "Dray"]),
    "end": ("The Union Against.", ["Union"]),
}


@pytest.mark.parametrize("text", BODIES.values(), ids=BODIES)
def test_bodies(text: str) -> None:
    """What a body is for or against is part of its name."""
    (mention,) = find_mentions(TextIndex(text))

    assert (text[4:-5], SpeakerKind.ORGANIZATION) == (mention.name.text, mention.kind)


@pytest.mark.parametrize(("text", "names"), OTHERS.values(), ids=OTHERS)
def test_others(text: str, names: list[str]) -> None:
    """What only looks like a body with an aim is none."""
    assert names == [mention.name.text for mention in find_mentions(TextIndex(text))]


def test_short_name() -> None:
    """The noun in capitals is the body."""
    index = TextIndex("The Regional Commission Against Fraud met. The Commission left.")
    (entity,) = link_mentions(index, find_mentions(index))

    assert ("Regional Commission Against Fraud", 2) == (entity.name, len(entity.mentions))
