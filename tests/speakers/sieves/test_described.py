"""Descriptions of organizations, documents and people named elsewhere, by one sieve alone."""

from __future__ import annotations

import pytest

from quotekit.speakers.sieves.organizations import described_document, described_organization, short_name
from quotekit.speakers.sieves.people import described_person
from tests.speakers.asking import decide_last

ORGANIZATIONS = {
    "called so": ("Reef Fund, a charity, met. {s The charity} said {t so}.", "Reef Fund"),
    "without an article": ("Reef Fund, a charity, met. {s Charity} says {t so}.", "Reef Fund"),
    "a charity": ("Reef Fund, a charity, met. {s A charity} said {t so}.", ""),
    "by its name": ("The Reef Fund met. {s The fund} said {t so}.", "Reef Fund"),
    "words of its name": ("The Reef Fund met the Gull Fund. {s The reef fund} said {t so}.", "Reef Fund"),
    "two of a noun": ("The Reef Fund met the Gull Fund. {s The fund} said {t so}.", ""),
    "the only one nearby": (
        "The Reef Fund met. It rained. It froze. It snowed. The Gull Fund met. {s The fund} said {t so}.",
        "Gull Fund",
    ),
    "another one since": ("The Reef Fund met. Another fund came. {s The fund} said {t so}.", ""),
    "a capital and a modifier": ("The Reef Fund met. {s The Gull fund} said {t so}.", ""),
    "a small modifier": ("Reef Fund, a charity, met. {s The old charity} said {t so}.", "Reef Fund"),
    "a small modifier, without an article": ("Reef Fund, a charity, met. {s Old charity} says {t so}.", ""),
    "too general": ("The City of Oslo Fund met. {s The city} said {t so}.", ""),
    "a campaign": ("The Holm campaign met. {s Ida Holm's campaign} said {t so}.", "Holm campaign"),
    "staff": ("The Holm Campaign met Ida Holm. {s Holm's team} said {t so}.", "Holm Campaign"),
    "editors": ("The Reef Times met Bo Ash. {s The editorial board} said {t so}.", "Reef Times"),
    "editors of nobody": ("Bo Ash left. {s The editorial board} said {t so}.", ""),
    "a person": ("Reef Fund, a charity, met. {s The painter} said {t so}.", ""),
    "her body": ("Ida Holm met the Holm Fund. {s Her fund} said {t so}.", "Holm Fund"),
}
SHORT_NAMES = {
    "the institute": ("The Reef Sleep Institute met. {s The institute} said {t so}.", "Reef Sleep Institute"),
    "a institute": ("The Reef Sleep Institute met. {s A institute} said {t so}.", ""),
    "an old institute": ("The Reef Sleep Institute met. {s The old institute} said {t so}.", ""),
    "two institutes": ("The Reef Institute met the Gull Institute. {s The institute} said {t so}.", ""),
    "another institute since": ("The Reef Institute met. A new institute opened. {s The institute} said {t so}.", ""),
    "another institute before": (
        "A new institute opened. The Reef Institute met. {s The institute} said {t so}.",
        "Reef Institute",
    ),
    "only ahead": ("{s The institute} said {t so}. The Reef Institute met.", ""),
    "inside the name": ("The Institute Fund met. {s The institute} said {t so}.", ""),
    "the city": ("Reef City met. {s The city} said {t so}.", ""),
}
DOCUMENTS = {
    "the poll": ("A Reef University poll came. {s The poll} said {t so}.", "Reef University"),
    "the same poll": ("A Reef University poll came. {s The same poll} said {t so}.", "Reef University"),
    "the new poll": ("A Reef University poll came. {s The new poll} said {t so}.", ""),
    "poll by": ("A poll by Reef University came. {s The poll} said {t so}.", "Reef University"),
    "another noun": ("A Reef University survey came. {s The poll} said {t so}.", "Reef University"),
    "another poll since": ("A Reef University poll came. Another poll came. {s The poll} said {t so}.", ""),
    "two makers": ("A Reef University poll met a Gull Fund poll. {s The poll} said {t so}.", ""),
    "a place": ("An Oslo poll came. {s The poll} said {t so}.", ""),
    "ahead": ("{s A new poll} said {t so}. The Reef University poll came.", "Reef University"),
    "ahead, another word": ("{s A small poll} said {t so}. The Reef University poll came.", ""),
    "ahead, none": ("{s A new poll} said {t so}. Reef University met.", ""),
    "ahead, two": ("{s A poll} said {t so}. The Reef University poll met a Gull Fund poll.", ""),
    "her letter": ("Ida Holm left. {s Her letter} said {t so}.", "Ida Holm"),
    "her contract": ("Ida Holm left. {s Her contract} said {t so}.", ""),
    "this poll": ("A Reef University poll came. {s This poll} said {t so}.", ""),
    "a painter": ("A Reef University poll came. {s The painter} said {t so}.", ""),
}
PEOPLE = {
    "a role": ("Carl Dray, a farmer, met Bo Ash. {s The farmer} said {t so}.", "Carl Dray"),
    "without an article": ("Carl Dray, a farmer, met Bo Ash. {s Farmer} says {t so}.", "Carl Dray"),
    "this farmer": ("Carl Dray, a farmer, met Bo Ash. {s This farmer} said {t so}.", ""),
    "the other farmer": ("Carl Dray, a farmer, met Bo Ash. {s The other farmer} said {t so}.", ""),
    "her farmer": ("Carl Dray, a farmer, left. {s Her farmer} said {t so}.", ""),
    "a party without an article": ("Rep. Ida Holm (R-Ohio) left. {s Republican} says {t so}.", ""),
    "an age": ("Carl Dray, 62, met Bo Ash, 30. {s The 62-year-old} said {t so}.", "Carl Dray"),
    "another age": ("Carl Dray, 62, left. {s The 61-year-old} said {t so}.", ""),
    "a child's age": ("Carl Dray left. {s The 9-year-old} said {t so}.", ""),
    "of another body": ("Ida Holm, a head, left. {s The head of Gull Corp.} said {t so}.", ""),
    "two farmers": ("Carl Dray, a farmer, met Bo Ash, a farmer. {s The farmer} said {t so}.", ""),
    "the better match": (
        "Mayor Carl Dray met former mayor Bo Ash. {s The former mayor} said {t so}.",
        "Bo Ash",
    ),
    "a gender": ("Nurse Ida Holm met nurse Carl Dray. {s The nurse} said {t so}.", ""),
    "another one introduced": (
        "Farmer Carl Dray left. {s1 A farmer} said {t1 no}. {s2 The farmer} said {t2 so}.",
        "",
    ),
    "another one introduced before": (
        "{s1 A farmer} said {t1 no}. Carl Dray, a farmer, left. {s2 The farmer} said {t2 so}.",
        "Carl Dray",
    ),
    "restated": ("Ida Holm left. {s The billionaire} said {t so}.", "Ida Holm"),
    "restated with a party": ("Ida Holm left. {s The Republican billionaire} said {t so}.", ""),
    "not restated": ("Ida Holm left. {s The painter} said {t so}.", ""),
    "a body": ("Ida Holm left. {s The bank} said {t so}.", ""),
}


@pytest.mark.parametrize(("markup", "expected"), ORGANIZATIONS.values(), ids=ORGANIZATIONS)
def test_organizations(markup: str, expected: str) -> None:
    """described_organization(): an organization is known by its name, or by what it is called."""
    assert expected == decide_last(described_organization, markup)


@pytest.mark.parametrize(("markup", "expected"), SHORT_NAMES.values(), ids=SHORT_NAMES)
def test_short_names(markup: str, expected: str) -> None:
    """short_name(): the last word of a name stands for it, if no other is meant."""
    assert expected == decide_last(short_name, markup)


@pytest.mark.parametrize(("markup", "expected"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_documents(markup: str, expected: str) -> None:
    """described_document(): a document is that of whoever is named as its maker."""
    assert expected == decide_last(described_document, markup)


@pytest.mark.parametrize(("markup", "expected"), PEOPLE.values(), ids=PEOPLE)
def test_people(markup: str, expected: str) -> None:
    """described_person(): a person is known by a role, an age, or by being in focus."""
    assert expected == decide_last(described_person, markup)
