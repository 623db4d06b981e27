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

SEVERAL = {
    "all three": "Ida Holm, Carl Dray and Mia Lind met. {s All three=Ida Holm; Carl Dray; Mia Lind} said {t so}.",
    "the three": "Ida Holm met Carl Dray and Mia Lind. {s The three=Ida Holm; Carl Dray; Mia Lind} said {t so}.",
    "all three of two": "Ida Holm and Carl Dray met. {s All three=-:group} said {t so}.",
    "both of three": "Ida Holm, Carl Dray and Mia Lind met. {s Both=-:group} said {t so}.",
    "three men": "Carl Dray, Bob Ash and Tom Reed met. {s All three men=Carl Dray; Bob Ash; Tom Reed} said {t so}.",
    "sisters with one surname": "Ida and Mia Holm own a mill. {s The sisters=Ida; Mia Holm} said {t so}.",
    "sisters who are called so": (
        "The sisters Ida Holm and Mia Lind own a mill. {s The sisters=Ida Holm; Mia Lind} said {t so}."
    ),
    "brother of somebody": "Carl Dray and his brother Bob own a mill. {s The brothers=Carl Dray; Bob} said {t so}.",
    "two sisters": "Ida Holm and Mia Holm own a mill. {s The two sisters=Ida Holm; Mia Holm} said {t so}.",
    "no sisters": "Ida Holm and Mia Lind own a mill. {s The sisters=-:group} said {t so}.",
    "three sisters": "Ida Holm and Mia Holm own a mill. {s The three sisters=-:group} said {t so}.",
    "with asides": "{s Ida Holm, in Oslo, and Carl Dray, in Bergen,=Ida Holm; Carl Dray} said {t so}.",
    "with offices": "{s Ida Holm, head of the mill, and Carl Dray, its cook,=Ida Holm; Carl Dray} said {t so}.",
    "with ages": "{s Ida Holm, 41, and Carl Dray, 50,=Ida Holm; Carl Dray} said {t so}.",
    "with parties": "{s Ida Holm (Labour) and Carl Dray (Centre)=Ida Holm; Carl Dray} said {t so}.",
    "an apposition": "{s Holm, the coach of the Gulls,=Holm} said {t so}.",
    "an age and a town": "{s Ida Holm, 44, Ashton=Ida Holm}: {t It rains.}",
    "a town": "{s Ida Holm, Ashton=Ida Holm}: {t It rains.}",
}


class TestSeveral:
    """Sources that mean a few, and lists of names."""

    @pytest.mark.parametrize("marked", SEVERAL.values(), ids=SEVERAL)
    def test_several(self, marked: str) -> None:
        """“All three” are as many as are named; sisters are those who are called so, or have one surname."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    def test_order(self) -> None:
        """Whoever is named first, the same people are the same joint speaker."""
        article = parse_article(
            "{s1 Ida Holm and Carl Dray=Ida Holm; Carl Dray} said {t1 so}. "
            "{s2 Dray and Holm=Ida Holm; Carl Dray} agreed."
        )

        assert article.expected == article.resolve()
        assert ["Ida Holm", "Carl Dray", "Ida Holm; Carl Dray"] == [speaker.name for speaker in article.speakers()]


class TestPairs:
    """Sources that mean two."""

    @pytest.mark.parametrize("marked", PAIRS.values(), ids=PAIRS)
    def test_pairs(self, marked: str) -> None:
        """“Both” are the only two whom the sentences before name."""
        article = parse_article(marked)

        assert article.expected == article.resolve()
