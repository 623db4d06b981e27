"""
Acronyms that a text defines, wherever it does.

Texts are marked as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.names import find_mentions
from quotekit.names.acronyms import find_acronyms
from quotekit.text import TextIndex
from tests.helpers import parse_article
from tests.strategies import texts, word_soups

SOURCES = {
    "defined": "The World Health Organization (WHO) met. {s WHO=World Health Organization:organization} said {t so}.",
    "before its definition": (
        "{s The WHO=World Health Organization:organization} said {t so}. The World Health Organization (WHO) met."
    ),
    "acronym first": "The RTO (Reef Trade Office) met. {s The RTO=Reef Trade Office:organization} said {t so}.",
    "in an apposition": "The RTO, the Reef Trade Office, met. {s The RTO=Reef Trade Office:organization} said {t so}.",
    "known as": (
        "The Organization of Reef Exporting Countries, known as OREC, met. "
        "{s OREC=Organization of Reef Exporting Countries:organization} said {t so}."
    ),
    "foreign words": "Médecins Sans Frontières (MSF) met. {s MSF=Médecins Sans Frontières:organization} said {t so}.",
    "mixed letters": "The Ministry of Defence (MoD) met. {s The MoD=Ministry of Defence:organization} said {t so}.",
    "a person's": "Alexandria Ocasio-Cortez (AOC) left. {s AOC=Alexandria Ocasio-Cortez} said {t so}.",
    "an office's": "Divisional Forest Officer (DFO) Ida Holm left. {s The DFO=Ida Holm} said {t so}.",
    "after an office's holder": "Ida Holm, Divisional Forest Officer (DFO), left. {s The DFO=Ida Holm} said {t so}.",
    "an office's, without parentheses": "Deputy Public Prosecutor Ida Holm left. {s The DPP=Ida Holm} said {t so}.",
    "with dots": (
        "The Federal Aviation Administration met. {s The F.A.A.=Federal Aviation Administration:organization} said "
        "{t so}."
    ),
    "other words in parentheses": "The Reef Trade Office (GDP) met. {s GDP=GDP:organization} said {t so}.",
    "then it": "The Reef Trade Office (RTO) met. {s It=Reef Trade Office:organization} said {t so}.",
}


class TestSources:
    """Sources that are acronyms."""

    @pytest.mark.parametrize("marked", SOURCES.values(), ids=SOURCES)
    def test_sources(self, marked: str) -> None:
        """An acronym means what the text defines it to be, before the definition, too."""
        article = parse_article(marked)

        assert article.expected == article.resolve()


class TestFindAcronyms:
    """find_acronyms()."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The Reef Trade Office (RTO) met.", {"RTO": "Reef Trade Office"}),
            ("The Bank of Reef (BR) met.", {"BR": "Bank of Reef"}),
            ("The Department of Justice (DoJ) met.", {"DoJ": "Department of Justice"}),
            ("The Reef Trade Office (R.T.O.) met.", {"R.T.O.": "Reef Trade Office"}),
            ("The House Un-Reef Trade Committee (HUTC) met.", {"HUTC": "House Un-Reef Trade Committee"}),
            ("Reef Trade Offices (RTOs) met.", {"RTOs": "Reef Trade Offices"}),
            ("The Reef Trade Office, or RTO, met.", {"RTO": "Reef Trade Office"}),
            ("The Reef Trade Office, known as RTO, met.", {"RTO": "Reef Trade Office"}),
            ("RTO (Reef Trade Office) met.", {"RTO": "Reef Trade Office"}),
            ("RTO, the Reef Trade Office, met.", {"RTO": "Reef Trade Office"}),
            ("Médecins du Monde (MDM) met.", {"MDM": "Médecins du Monde"}),
            ("The gross domestic product (GDP) rose.", {}),
            ("OSLO (AP) - It rained.", {}),
            ("Ida Holm (D-Ohio) left.", {}),
            ("The Reef Trade Office (ABC) met.", {}),
            ("The Reef (R) met.", {}),
            ("Reef\nTrade Office (RTO) met.", {}),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_defined(self, text: str, expected: dict[str, str]) -> None:
        """The first letters of a name's words, small words aside, give its acronym, on either side of it."""
        assert expected == {
            acronym: text[start:end] for acronym, (start, end) in find_acronyms(TextIndex(text)).items()
        }

    def test_makes_bodies(self) -> None:
        """What has an acronym is an organization, wherever it is named, and its acronym too; people stay people."""
        text = "Rashtri Sevak met MoR. Rashtri Sevak (RS) and the Ministry of Rain (MoR) met Alexandra Berg (AB)."

        assert [
            "organization",
            "organization",
            "organization",
            "organization",
            "organization",
            "organization",
            "person",
        ] == [m.kind.value for m in find_mentions(TextIndex(text)) if m.kind and m.name.text != "AB"]

    @given(texts() | word_soups() | st.text("AB ().&or,the-sé\n", max_size=80))
    def test_any_text(self, text: str) -> None:
        """Any string at all gives names inside it that begin with the acronym's letter."""
        for acronym, (start, end) in find_acronyms(TextIndex(text)).items():
            assert acronym in text
            assert 0 <= start < end <= len(text)
            assert text[start].casefold() == acronym[0].casefold()
