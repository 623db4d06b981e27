"""Pronouns after somebody is introduced in a new paragraph."""

from __future__ import annotations

import pytest

from quotekit import extract


def last_speaker(*paragraphs: str) -> str | None:
    """Return the name of the speaker of the last attribution."""
    speaker = extract("\n\n".join(paragraphs)).attributions[-1].speaker
    return speaker.name if speaker else None


@pytest.mark.parametrize(
    ("before", "paragraph", "name"),
    [
        (
            "Curator Nils Berg said the mummy would travel by train.",
            "In architect Ken Osei's talk at the school, the lights went out. “Bricks do not mind,” he said.",
            "Ken Osei",
        ),
        (
            "Minister Carl Dray told reporters the tax would fall.",
            "Things look different to Ivan Petrenko, a farmer near Lviv. He said that fuel had doubled.",
            "Ivan Petrenko",
        ),
        (
            "“It is a scandal,” Jonas Weil said.",
            "The report names Pavel Novak as the contractor. He denied that he had been paid twice.",
            "Pavel Novak",
        ),
        (
            "Coach Tim Reed said the team was tired.",
            "For Luka Horvat the season is over. “My knee is gone,” he said.",
            "Luka Horvat",
        ),
        (
            "Rita Okoye said the market would move.",
            "The rain has ruined the summer for Adaeze Umeh. “Nobody comes,” she said.",
            "Adaeze Umeh",
        ),
        (
            "Minister Asif Baloch said water was short.",
            "Most hit is the family of Noor Brohi. “We walk ten miles,” he said.",
            "Noor Brohi",
        ),
        (
            "“We did all we could,” Chief Thabo Nkosi said.",
            "That is no comfort to Sipho Dlamini. He said his house was gone.",
            "Sipho Dlamini",
        ),
        (
            "Sara Lind said the clinic would close.",
            "Among its patients is Mona Weiss. “Where do I go now?” she asked.",
            "Mona Weiss",
        ),
    ],
)
def test_introduced(before: str, paragraph: str, name: str) -> None:
    """The next pronoun is whoever the new paragraph introduces, in whatever position."""
    assert name == last_speaker(before, paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "It replaces a tax introduced under Carl Dray. “That tax was a mistake,” he said.",
        "The old one was closed in May. “It was a hazard,” he said.",
        "He owes it to Carl Dray. “I am glad,” he said.",
        "Renn met Carl Dray in May.\n\nHe told Dray that “the work is done”.",
    ],
)
def test_background(paragraph: str) -> None:
    """Somebody in the background, or known before, does not come between a speaker and the pronoun."""
    assert "Ola Renn" == last_speaker("Mayor Ola Renn said the bridge would open.", paragraph)


def test_same_paragraph() -> None:
    """Somebody new in the paragraph of the speaker does not, either."""
    assert "Ola Renn" == last_speaker(
        "Mayor Ola Renn said it would open. He thanked Carl Dray. “It will last,” he said."
    )
