"""
Whoever is in focus: unlisted names, those spoken to, epithets, documents, short names, couples.

The markup of the texts is described in :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from tests.helpers import parse_article

PRONOUNS = {
    "unlisted name": "Zoltar Quimby sold the mill to John Vail. {t “It rained,”} {s he=Zoltar Quimby} said.",
    "name from elsewhere": "Sibusiso Mabena beat John Vail. {t “It rained,”} {s he=Sibusiso Mabena} said.",
    "name from elsewhere, other gender": "Sibusiso Mabena beat Anna Lund. {t “It rained,”} {s she=Anna Lund} said.",
    "name of either gender": "Jean Tarrow sacked Peter Rask. {t “It rained,”} {s he=Jean Tarrow} said.",
    "urged": "Carl Dray urged Peter Rask to leave. {s He=Peter Rask} said he would not {t so}.",
    "replied": "Ida Holm warned Anna Lund. {t “Fine,”} {s she=Anna Lund} replied.",
    "went on": "Ida Holm warned Anna Lund. {t “Fine,”} {s she=Ida Holm} went on.",
    "but he": "Carl Dray invited Peter Rask, but {s he=Peter Rask} said {t so}.",
}
DESCRIPTIONS = {
    "epithet": "Carl Dray sang in Oslo. {s The singer=Carl Dray} said {t so}.",
    "somebody else": "Carl Dray met a farmer. {s The farmer=-:unnamed} said {t so}.",
    "same official": "{s1 Carl Dray=Carl Dray} said {t1 so}. {s2 The same official=Carl Dray} said {t2 this}.",
    "couple": "Ida Holm, 38, and her husband, Carl, left. {s The couple=Ida Holm; Carl} said {t so}.",
    "institute": "The Reef Sleep Institute opened. {s The institute=Reef Sleep Institute:organization} said {t so}.",
    "message": "{s1 Ida Holm=Ida Holm} said {t1 so} in an email. {s2 The email=Ida Holm:document} said {t2 this}.",
    "released by": "{s A report released by the Reef Fund last year=Reef Fund:document} said {t so}.",
    "issued": "The Reef Fund issued a report on rain. {s The report=Reef Fund:document} said {t so}.",
    "on a platform": "Ida Holm saw a Facebook post. {s The post=-:document} said {t so}.",
}


class TestFocus:
    """Sources that mean whoever is in focus."""

    @pytest.mark.parametrize("marked", PRONOUNS.values(), ids=PRONOUNS)
    def test_pronouns(self, marked: str) -> None:
        """A pronoun may mean anybody whose gender nothing contradicts, and the one spoken to if the verb shows it."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", DESCRIPTIONS.values(), ids=DESCRIPTIONS)
    def test_descriptions(self, marked: str) -> None:
        """A new description means whoever is in focus, a document whoever issued it."""
        article = parse_article(marked)

        assert article.expected == article.resolve()
