"""
Names as they are used in an article: family names first, single names, nicknames, families, headlines.

Texts are marked as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from quotekit.names.name_matching import same_person
from quotekit.names.person_names import build_name
from tests.helpers import parse_article

FAMILY_FIRST = {
    "family name first": "Xi Jinping left. {s1 Xi=Xi Jinping} said {t1 so}. {s2 Mr. Xi=Xi Jinping} agreed {t2 so}.",
    "Korean": "Moon Jae-in left. {s Moon=Moon Jae-in} said {t so}.",
    "Korean in three words": (
        "Kim Jong Un met Kim Yo Jong. Kim Yo Jong smiled. {s Kim Jong Un=Kim Jong Un} said {t so}."
    ),
    "Vietnamese": "Nguyen Van Thieu left. {s Thieu=Nguyen Van Thieu} said {t so}.",
    "Japanese, either way": (
        "Shinzo Abe met the press. {s1 Abe Shinzo=Shinzo Abe} said {t1 so}. {s2 Abe=Shinzo Abe} left it there {t2 so}."
    ),
    "he of a name with a woman's first word": "Kim Jong Un spoke. {s He=Kim Jong Un} said {t so}.",
    "Chinese family, two of them": "Peng Liyuan met Xi Jinping. {s Xi=Xi Jinping} said {t so}.",
    "given-name-first with the same word": "Kim Lind met Kim Jong Un. {s Lind=Kim Lind} said {t so}.",
}

SINGLE = {
    "single": "{s Pelé=Pelé} said {t so}.",
    "single, then pronoun": "{s1 Pelé=Pelé} said {t1 so}. {s2 He=Pelé} left it {t2 there}.",
    "single with a title": "{s1 Pope Francis=Francis} said {t1 so}. {s2 Francis=Francis} prayed {t2 so}.",
    "nickname alone": "Joseph Dray left. {s Joe=Joseph Dray} said {t so}.",
    "nickname of two": "Joseph Dray met Joseph Lind. {s Joe=Joe} said {t so}.",
}

SURNAMES = {
    "plural of a larger family's": "Ida Holm met Carl Holm and Bo Holm. {s The Holms=Holms:group} said {t so}.",
    "spouses with a first name": (
        "Ida Holm met Carl Holm. {s1 Ida Holm=Ida Holm} said {t1 so}, and {s2 Carl Holm=Carl Holm} agreed {t2 so}."
    ),
    "brothers": "Bob Dray and Carl Dray met. {s1 Bob Dray=Bob Dray} said {t1 so}. {s2 Dray=Dray} left {t2 so}.",
    "the family's plural": "Ida Holm and Carl Holm met. {s The Holms=Ida Holm; Carl Holm} said {t so}.",
    "surname with the wife's full name only": "Ida Holm left. {s Mr. Holm=Holm} said {t so}.",
    "senator and her husband": "Sen. Ida Holm met Carl Holm. {s Sen. Holm=Ida Holm} said {t so}.",
    "Jr. and Sr.": "Carl Dray Sr. met Carl Dray Jr. {s Carl Dray Jr.=Carl Dray Jr.} said {t so}.",
    "particle": "Omar bin Rashid left. {s Bin Rashid=Omar bin Rashid} said {t so}.",
    "van der": "Ursula van der Holm left. {s Van der Holm=Ursula van der Holm} said {t so}.",
    "de la": "Luis de la Cruz left. {s De la Cruz=Luis de la Cruz} said {t so}.",
}

HEADLINES = {
    "surname": "Holm Says Dam Will Not Break\n\nIt rained. {s Ida Holm=Ida Holm} said {t so}.",
    "source in the headline": "{s Holm=Ida Holm} Says Dam Will Not Break\n\nYesterday Ida Holm spoke.",
    "acronym in the headline": (
        "{s RTO=Reef Trade Office:organization} Says Dam Will Not Break\n\nThe Reef Trade Office (RTO) met."
    ),
    "given name only there": "How Reef Gave Chris Holm a Home\n\nReef is home. {s Holm=Chris Holm} says {t so}.",
    "title in the headline": "{s Mayor=Ida Holm}: Dam Will Not Break\n\nMayor Ida Holm spoke.",
}


class TestNames:
    """Sources that are names."""

    @pytest.mark.parametrize("marked", FAMILY_FIRST.values(), ids=FAMILY_FIRST)
    def test_family_first(self, marked: str) -> None:
        """Who is named with the family's name first is called by it."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", SINGLE.values(), ids=SINGLE)
    def test_single(self, marked: str) -> None:
        """Single names and nicknames are names."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", SURNAMES.values(), ids=SURNAMES)
    def test_surnames(self, marked: str) -> None:
        """A surname means the one whom it can mean; where it can mean two, it stands for itself."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", HEADLINES.values(), ids=HEADLINES)
    def test_headlines(self, marked: str) -> None:
        """What a headline names short is named in full below."""
        article = parse_article(marked)

        assert article.expected == article.resolve()


class TestFamilyFirst:
    """build_name() and same_person() of names that begin with the family's."""

    @pytest.mark.parametrize(
        ("printed", "surname"),
        [
            ("Xi Jinping", "Xi"),
            ("Moon Jae-in", "Moon"),
            ("Kim Jong Un", "Kim"),
            ("Park Geun-hye", "Park"),
            ("Tsai Ing-wen", "Tsai"),
            ("Kishida Fumio", "Kishida"),
            ("Fumio Kishida", "Kishida"),
            ("Kim Novak", "Novak"),
            ("Lee Harvey Dray", "Dray"),
            ("Ann Lee", "Lee"),
            ("Long John Dray", "Dray"),
            ("Li Dray", "Dray"),
            ("Nguyen Van Thieu", "Thieu"),
        ],
    )
    def test_surname(self, printed: str, surname: str) -> None:
        """The family's name is told by what follows it: syllables, and no given name of another tradition."""
        assert surname == build_name(printed.split()).surname

    def test_either_way(self) -> None:
        """One person's name may be printed either way."""
        assert same_person(build_name(["Abe", "Shinzo"]), build_name(["Shinzo", "Abe"]))
