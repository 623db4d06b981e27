"""Letters after names: "KC", "OBE", "MP"."""

from __future__ import annotations

import pytest

from quotekit.names import find_mentions
from quotekit.names.entities import link_mentions
from quotekit.text import TextIndex

NAMES = {
    "counsel": ("Ravi Solanki KC said so. Mr Solanki left.", "Ravi Solanki"),
    "counsel elsewhere": (
        "Ada Nwosu, SAN, left. Liam Quirke BL rose. Tess Yeo SC sat.",
        "Ada Nwosu;Liam Quirke;Tess Yeo",
    ),
    "honors": ("Dr Ida Holm OBE met Gwen Pugh CBE and Sir Carl Dray KBE.", "Ida Holm;Gwen Pugh;Carl Dray"),
    "several": ("Ida Holm, MD, PhD, met the Rt Hon Gwen Pugh KC MP.", "Ida Holm;Gwen Pugh"),
    "several without commas": ("Carl Dray CBE QC left.", "Carl Dray"),
    "seats": ("Gwen Pugh MSP met Nora Burke TD.", "Gwen Pugh;Nora Burke"),
    "degrees": ("Ann Lee Ph.D. met Ben Ash DPhil.", "Ann Lee;Ben Ash"),
    "squire": ("Ben Ash Esq. left.", "Ben Ash"),
    "after a courtesy title": ("Mr Solanki KC left.", "Solanki"),
    "services": ("Ritu Pillai IAS left.", "Ritu Pillai"),
    "surname like letters": ("Gagan KC left.", "Gagan KC"),
    "surname in lower case": ("Anil Sc met Jo Frs.", "Anil Sc;Jo Frs"),
    "all in capitals": ("IDA HOLM KC", "IDA HOLM KC"),
    "an outlet": ("Ida Holm, CNN, left.", "Ida Holm;CNN"),
    "a club": ("Quimby Club SC won.", "Quimby Club SC"),
    "two clients": ("Ida Holm met SAN.", "Ida Holm;SAN"),
}


@pytest.mark.parametrize(("text", "names"), NAMES.values(), ids=NAMES)
def test_names(text: str, names: str) -> None:
    """Letters in capitals after a full name are no part of it; what only looks like them is."""
    index = TextIndex(text)
    expected = names.split(";")

    assert expected == [entity.name for entity in link_mentions(index, find_mentions(index))]


def test_nobody_by_seat() -> None:
    """A constituency before a seat names nobody."""
    assert () == find_mentions(TextIndex("The Reef North MP left."))


def test_bounds() -> None:
    """The letters belong to the mention all the same."""
    (mention,) = find_mentions(TextIndex("Then Ida Holm OBE left."))

    assert (5, 17) == (mention.name_start, mention.end)
    assert ("Holm", ("OBE",)) == (mention.name.surname, mention.name.post_nominals)


def test_office_is_title() -> None:
    """A seat after a name is a title of its bearer."""
    index = TextIndex("Gwen Pugh MSP left.")
    (entity,) = link_mentions(index, find_mentions(index))

    assert ("MSP",) == entity.titles
