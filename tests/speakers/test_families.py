"""
Names as they are used in an article: family names first, single names, nicknames, families, headlines.

The marking of the texts is told in :mod:`tests.marked_speakers`.
"""

from __future__ import annotations

import pytest

from quotekit.names.name_matching import same_person
from quotekit.names.person_names import build_name
from tests.marked_speakers import parse_article

FAMILY_FIRST = {
    "family name first": "Xi Jinping left. {Xi=Xi Jinping} said [1|so]. {Mr. Xi=Xi Jinping} agreed [2|so].",
    "Korean": "Moon Jae-in left. {Moon=Moon Jae-in} said [1|so].",
    "Korean in three words": "Kim Jong Un met Kim Yo Jong. Kim Yo Jong smiled. {Kim Jong Un=Kim Jong Un} said [1|so].",
    "Vietnamese": "Nguyen Van Thieu left. {Thieu=Nguyen Van Thieu} said [1|so].",
    "Japanese, either way": "Shinzo Abe met the press. {Abe Shinzo=Shinzo Abe} said [1|so]. {Abe=Shinzo Abe} left it there [2|so].",
    "he of a name with a woman's first word": "Kim Jong Un spoke. {He=Kim Jong Un} said [1|so].",
    "Chinese family, two of them": "Peng Liyuan met Xi Jinping. {Xi=Xi Jinping} said [1|so].",
    "given-name-first with the same word": "Kim Lind met Kim Jong Un. {Lind=Kim Lind} said [1|so].",
}

SINGLE = {
    "single": "{Pelé=Pelé} said [1|so].",
    "single, then pronoun": "{Pelé=Pelé} said [1|so]. {He=Pelé} left it [2|there].",
    "single with a title": "{Pope Francis=Francis} said [1|so]. {Francis=Francis} prayed [2|so].",
    "nickname alone": "Joseph Dray left. {Joe=Joseph Dray} said [1|so].",
    "nickname of two": "Joseph Dray met Joseph Lind. {Joe=Joe} said [1|so].",
}

SURNAMES = {
    "spouses with a first name": "Ida Holm met Carl Holm. {Ida Holm=Ida Holm} said [1|so], and {Carl Holm=Carl Holm} agreed [2|so].",
    "brothers": "Bob Dray and Carl Dray met. {Bob Dray=Bob Dray} said [1|so]. {Dray=Dray} left [2|so].",
    "the family's plural": "Ida Holm and Carl Holm met. {The Holms=Holms:group} said [1|so].",
    "surname with the wife's full name only": "Ida Holm left. {Mr. Holm=Holm} said [1|so].",
    "senator and her husband": "Sen. Ida Holm met Carl Holm. {Sen. Holm=Ida Holm} said [1|so].",
    "Jr. and Sr.": "Carl Dray Sr. met Carl Dray Jr. {Carl Dray Jr.=Carl Dray Jr.} said [1|so].",
    "particle": "Omar bin Rashid left. {Bin Rashid=Omar bin Rashid} said [1|so].",
    "van der": "Ursula van der Holm left. {Van der Holm=Ursula van der Holm} said [1|so].",
    "de la": "Luis de la Cruz left. {De la Cruz=Luis de la Cruz} said [1|so].",
}

HEADLINES = {
    "surname": "Holm Says Dam Will Not Break\n\nIt rained. {Ida Holm=Ida Holm} said [1|so].",
    "source in the headline": "{Holm=Ida Holm} Says Dam Will Not Break\n\nYesterday Ida Holm spoke.",
    "acronym in the headline": "{RTO=Reef Trade Office:organization} Says Dam Will Not Break\n\nThe Reef Trade Office (RTO) met.",
    "given name only there": "How Reef Gave Chris Holm a Home\n\nReef is home. {Holm=Chris Holm} says [1|so].",
    "title in the headline": "{Mayor=Ida Holm}: Dam Will Not Break\n\nMayor Ida Holm spoke.",
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
