"""Names of companies, and their short forms."""

from __future__ import annotations

import pytest

from quotekit.names import find_mentions
from quotekit.names.entities import link_mentions
from quotekit.text import TextIndex

COMPANIES = {
    "law firm": ("Wexcombe Arlidge LLP lost. Wexcombe Arlidge left.", "Wexcombe Arlidge LLP"),
    "form after a comma": ("Tarn Grain & Seed, Inc. won. Tarn left. The Company left.", "Tarn Grain & Seed, Inc."),
    "comma elsewhere only": ("Tarn Grain, LLC, won. Tarn Grain left.", "Tarn Grain, LLC"),
    "first word": ("Kerava Steel Oyj won. Kerava left.", "Kerava Steel Oyj"),
    "German": ("Radmoor Zoll GmbH won. Radmoor left.", "Radmoor Zoll GmbH"),
    "Swiss": ("Novbren AG won. Novbren left.", "Novbren AG"),
    "Malaysian": ("Petra Jaluk Sdn Bhd won. Petra Jaluk left.", "Petra Jaluk Sdn Bhd"),
    "South African": ("Veldkop Sands (Pty) Ltd won. Veldkop left.", "Veldkop Sands (Pty) Ltd"),
    "lower case": ("Tarn & Sons plc won.", "Tarn & Sons plc"),
    "partners": ("Tarn Partners LP won. Tarn left.", "Tarn Partners LP"),
}

PEOPLE = {
    "founder": ("Alan Korsk Inc. won. Then Alan Korsk left.", "Alan Korsk"),
    "bearer of the name": ("Tarn Foods Ltd won. Ann Tarn rose. Tarn left.", "Ann Tarn"),
    "surname with a title": ("Tarn Foods Ltd won. Mr. Tarn rose. Tarn left.", "Tarn"),
}


def linked(text: str) -> list[tuple[str, str | None, int]]:
    """The names, kinds and numbers of mentions of what a text names."""
    index = TextIndex(text)
    entities = link_mentions(index, find_mentions(index))
    return [(entity.name, entity.kind and entity.kind.value, len(entity.mentions)) for entity in entities]


@pytest.mark.parametrize(("text", "name"), COMPANIES.values(), ids=COMPANIES)
def test_company(text: str, name: str) -> None:
    """A company and its short names are one organization with the fullest name."""
    assert [(name, "organization", text.count(".") - name.count("."))] == linked(text)


@pytest.mark.parametrize(("text", "name"), PEOPLE.values(), ids=PEOPLE)
def test_person(text: str, name: str) -> None:
    """A name that somebody else bears is not the company's."""
    assert name in [found for found, kind, _ in linked(text) if kind != "organization"]


def test_place() -> None:
    """A place is not a company that is named for it."""
    assert [("Kenya Foods Ltd", 1), ("Kenya", 1)] == [
        (name, n) for name, _, n in linked("Kenya Foods Ltd won. Kenya left.")
    ]


def test_two_companies() -> None:
    """A first word that two companies share is neither's."""
    assert 3 == len(linked("Tarn Foods Ltd met Tarn Steel plc. Tarn left."))


def test_attorney_general() -> None:
    """The legal form of a company is none after a place."""
    assert "organization" not in [kind for _, kind, _ in linked("The Ohio AG left.")]
