"""Tests for sources with several titles, with members named, and with relatives: who speaks."""

from __future__ import annotations

import pytest

from tests.helpers import parse_article

TITLES = {
    "two titles": "{s Former magistrate and Benue State Governor Tunde Okafor=Tunde Okafor} said {t so}.",
    "two titles and a clause": "{s Magnate and host Petros Vlachos, who backs it,=Petros Vlachos} said {t so}.",
    "a party in the second": "{s Economist and Labour strategist Harriet Bloom=Harriet Bloom} said {t so}.",
    "three titles": "{s Novelist, playwright and director Ana Vega=Ana Vega} said {t so}.",
    "with an article": "{s The actor and director Jean Maron=Jean Maron} said {t so}.",
    "chief and founder": "{s Chief executive and co-founder Mei Tan=Mei Tan} said {t so}.",
    "owner and chef": "{s Owner and head chef Giulia Conti=Giulia Conti} said {t so}.",
    "hyphens": "{s Singer-songwriter and activist Nadia Rahman=Nadia Rahman} said {t so}.",
    "capitals": "{s Senate Judiciary Chairman and Ohio Republican Hank Tully=Hank Tully} said {t so}.",
    "editor": "{s News Vice President and Lagos Managing Editor Sade Bello=Sade Bello} said {t so}.",
    "lawyer": "{s Human rights lawyer and blogger Bao Nguyen=Bao Nguyen} said {t so}.",
    "rancher": "{s The rancher and county judge Wade Colter=Wade Colter} said {t so}.",
}
TWO_PEOPLE = {
    "an article each": "{s The lawyer and the actor Sven Dahl=-:unnamed} said {t so}.",
    "offices in capitals": "{s The president and Prime Minister Luis Ferrer=-:unnamed} said {t so}.",
    "plural before": "{s Prosecutors and Mayor Sven Dahl=-:group} said {t so}.",
    "name before": "{s Dana Okoye and actor Sven Dahl=Dana Okoye; Sven Dahl} said {t so}.",
}
JOINT = {
    "experts": "{s Water experts Dana Okoye and Sven Dahl=Dana Okoye; Sven Dahl} said {t so}.",
    "experts of a body": "{s Rain experts Dana Okoye and Sven Dahl of the Fund=Dana Okoye; Sven Dahl} said {t so}.",
    "of a body": "{s Ana Vega and Luis Marin of the Reef Fund=Ana Vega; Luis Marin} said {t so}.",
    "from a body": "{s Ida Holm and Carl Dray from the Reef Fund=Ida Holm; Carl Dray} said {t so}.",
    "lawyers of somebody": "{s Holm lawyers Dana Okoye and Sven Dahl=Dana Okoye; Sven Dahl} said {t so}.",
    "three lawyers": "{s Holm lawyers Mei Tan, Sven Dahl and Ana Ruiz=Mei Tan; Sven Dahl; Ana Ruiz} said {t so}.",
    "brothers": "{s The brothers Omar Haddad and Bilal Haddad, who farm,=Omar Haddad; Bilal Haddad} said {t so}.",
    "two residents": "{s Two residents, Ana Vega and Luis Marin,=Ana Vega; Luis Marin} said {t so}.",
    "ministers": "{s The ministers of rail, Mei Tan and Hugo Alm,=Mei Tan; Hugo Alm} said {t so}.",
    "lawyers for a body": "{s Lawyers for the Reef Fund, Ana Vega and Luis Marin,=Ana Vega; Luis Marin} said {t so}.",
    "candidates": "{s Centre candidates Ana Vega and Luis Marin=Ana Vega; Luis Marin} said {t so}.",
    "both of a party": "{s Senators Ana Vega and Luis Marin, both of Ohio,=Ana Vega; Luis Marin} said {t so}.",
}
MEMBERS = {
    "including": "{s Several candidates, including Ana Vega and Luis Marin,=Ana Vega; Luis Marin} said {t so}.",
    "including with titles": "{s Critics including Senators Ana Vega and Luis Marin=Ana Vega; Luis Marin} said {t so}.",
    "ages": "{s Residents, including Ana Vega, 41, and Luis Marin, 38,=Ana Vega; Luis Marin} said {t so}.",
    "such as": "{s Residents such as Ana Vega=Ana Vega} said {t so}.",
    "groups like": "{s groups like the Reef Fund=Reef Fund:organization} said {t so}.",
    "groups such as": "{s rights groups such as the Reef Fund=Reef Fund:organization} said {t so}.",
    "critics of it": "{s Critics of the dam such as Ana Vega=Ana Vega} said {t so}.",
    "owner of a team": "{s Donors, including Reef Jets owner Ana Vega,=Ana Vega} said {t so}.",
    "winner": "{s Critics, including Reef Medal-winning economist Ana Vega,=Ana Vega} said {t so}.",
    "members of others": "{s Ministers from countries including France and Spain=-:group} said {t so}.",
    "nobody named": "{s Critics, including many farmers,=-:unnamed} said {t so}.",
    "many people": "{s Many people like Ana Vega=Ana Vega} said {t so}.",
}
RELATIVES = {
    "brother": "{s His brother, Omar,=Omar} said {t so}.",
    "son of a name": "{s Vlachos's son, Grant,=Grant} said {t so}.",
    "wife with a clause": "{s his first wife, Ivana, who left him in May,=Ivana} said {t so}.",
    "lawyer": "{s Her lawyer, Bello,=Bello} said {t so}.",
    "grandmother": "{s Their grandmother, Aoife,=Aoife} said {t so}.",
    "no name": "{s His brother, a farmer,=-:unnamed} said {t so}.",
    "a place": "{s Her father, Norway,=-:unnamed} said {t so}.",
    "husband and wife": "{s Husband and wife Ana and Luis Vega=Ana; Luis Vega} said {t so}.",
    "mother and daughter": "{s Mother and daughter Ana and Luisa Vega=Ana; Luisa Vega} said {t so}.",
    "home after the name": "{s The party chairwoman, Representative Ana Vega of Ohio,=Ana Vega} said {t so}.",
    "body after the name": "{s Another pollster, Hugo Alm of Reef University,=Hugo Alm} said {t so}.",
    "town after the name": "{s One delegate, Mei Tan of Sundby,=Mei Tan} said {t so}.",
}
PLACES = {
    "Texan": "{s The Texan=-:unnamed} said {t so}.",
    "Ohioan": "{s An Ohioan=-:unnamed} said {t so}.",
    "Californian": "{s the Californian=-:unnamed} said {t so}.",
}


class TestTitlesAndMembers:
    """Sources that are more than a name."""

    @pytest.mark.parametrize("marked", TITLES.values(), ids=TITLES)
    def test_several_titles_of_one(self, marked: str) -> None:
        """Titles that "and" joins before one name are those of one person."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", TWO_PEOPLE.values(), ids=TWO_PEOPLE)
    def test_titles_of_two(self, marked: str) -> None:
        """Titles with an article each, and those of several, are not one person's."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", JOINT.values(), ids=JOINT)
    def test_joint(self, marked: str) -> None:
        """A plural before several names, and what is said of all after them, leaves all of them speaking."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", MEMBERS.values(), ids=MEMBERS)
    def test_members(self, marked: str) -> None:
        """A plural with members named is its members."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", RELATIVES.values(), ids=RELATIVES)
    def test_relatives(self, marked: str) -> None:
        """A single name after what one person is to another is that person's."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", PLACES.values(), ids=PLACES)
    def test_people_of_a_region(self, marked: str) -> None:
        """A noun for somebody of a region is of an unnamed person."""
        article = parse_article(marked)

        assert article.expected == article.resolve()
