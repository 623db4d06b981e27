"""
Sources that are pairs: "both" and "the two senators".

The markup of the texts is described in :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from tests.helpers import parse_article

PAIRS = {
    "both": "Ida Holm met Carl Dray. {s Both=Ida Holm; Carl Dray} said {t so}.",
    "the two": "Ida Holm met Carl Dray. {s The two=Ida Holm; Carl Dray} said {t so}.",
    "neither": "Ida Holm met Carl Dray. {s Neither=Ida Holm; Carl Dray} said {t so}.",
    "both of them": "Ida Holm met Carl Dray. {s Both of them=Ida Holm; Carl Dray} said {t so}.",
    "the couple": "Ida Holm married Carl Dray. {s The couple=Ida Holm; Carl Dray} said {t so}.",
    "two senators": "Sen. Ida Holm met Sen. Carl Dray. {s The two senators=Ida Holm; Carl Dray} said {t so}.",
    "men": "Carl Dray and Bob Lind met Ida Holm. {s Both men=Carl Dray; Bob Lind} said {t so}.",
    "countries": "Ida Holm left Japan for South Korea. {s Both countries=Japan; South Korea:organization} said {t so}.",
    "one and a campaign": "Ida Holm met the Carl Dray campaign. {s Both=-:group} said {t so}.",
    "no parties": "Ida Holm left Ashton for the Reef Bank. {s Both political parties=-:group} said {t so}.",
    "banks": "The Reef Bank sued the Gull Bank. {s Both banks=Reef Bank; Gull Bank:organization} said {t so}.",
    "three people": "Ida Holm met Carl Dray, Mia Lind and Bob Ash. {s Both=-:group} said {t so}.",
    "judges who are none": "Ida Holm met Carl Dray. {s Both judges=-:group} said {t so}.",
    "both by name": "{s Both Ida Holm and Carl Dray=Ida Holm; Carl Dray} said {t so}.",
    "nobody": "It rained. {s Both=-:group} said {t so}.",
}


class TestPairs:
    """Sources that mean two."""

    @pytest.mark.parametrize("marked", PAIRS.values(), ids=PAIRS)
    def test_pairs(self, marked: str) -> None:
        """“Both” are the only two whom the sentences before name."""
        article = parse_article(marked)

        assert article.expected == article.resolve()
