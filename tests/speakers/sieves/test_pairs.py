"""
Sources that are pairs: "both" and "the two senators".

The markup of the texts is described in :mod:`tests.marked_speakers`.
"""

from __future__ import annotations

import pytest

from tests.marked_speakers import parse_article

PAIRS = {
    "both": "Ida Holm met Carl Dray. {Both=Ida Holm; Carl Dray} said [1|so].",
    "the two": "Ida Holm met Carl Dray. {The two=Ida Holm; Carl Dray} said [1|so].",
    "neither": "Ida Holm met Carl Dray. {Neither=Ida Holm; Carl Dray} said [1|so].",
    "both of them": "Ida Holm met Carl Dray. {Both of them=Ida Holm; Carl Dray} said [1|so].",
    "the couple": "Ida Holm married Carl Dray. {The couple=Ida Holm; Carl Dray} said [1|so].",
    "two senators": "Sen. Ida Holm met Sen. Carl Dray. {The two senators=Ida Holm; Carl Dray} said [1|so].",
    "men": "Carl Dray and Bob Lind met Ida Holm. {Both men=Carl Dray; Bob Lind} said [1|so].",
    "countries": "Ida Holm left Japan for South Korea. {Both countries=Japan; South Korea:organization} said [1|so].",
    "one and a campaign": "Ida Holm met the Carl Dray campaign. {Both=-:group} said [1|so].",
    "no parties": "Ida Holm left Ashton for the Reef Bank. {Both political parties=-:group} said [1|so].",
    "banks": "The Reef Bank sued the Gull Bank. {Both banks=Reef Bank; Gull Bank:organization} said [1|so].",
    "three people": "Ida Holm met Carl Dray, Mia Lind and Bob Ash. {Both=-:group} said [1|so].",
    "judges who are none": "Ida Holm met Carl Dray. {Both judges=-:group} said [1|so].",
    "both by name": "{Both Ida Holm and Carl Dray=Ida Holm; Carl Dray} said [1|so].",
    "nobody": "It rained. {Both=-:group} said [1|so].",
}


class TestPairs:
    """Sources that mean two."""

    @pytest.mark.parametrize("marked", PAIRS.values(), ids=PAIRS)
    def test_pairs(self, marked: str) -> None:
        """“Both” are the only two whom the sentences before name."""
        article = parse_article(marked)

        assert article.expected == article.resolve()
