"""
Descriptions: titles, ages, whose somebody is, what organizations and documents are called.

The markup of the texts is described in :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from tests.helpers import parse_article

PEOPLE = {
    "title": "Treasury Secretary Ida Holm left. {s The Treasury secretary=Ida Holm} said {t so}.",
    "age": "Ida Holm, 62, met Mia Lind, 40. {s The 62-year-old=Ida Holm} said {t so}.",
    "age before the name": "The 62-year-old baker Ida Holm met Mia Lind, 40. {s The 62-year-old=Ida Holm} said {t so}.",
    "age of nobody": "Ida Holm, 62, left. {s The 40-year-old=-:unnamed} said {t so}.",
    "age not given": "Ida Holm rose. {s The 62-year-old=Ida Holm} said {t so}.",
    "age of a child": "Detective Ida Holm rose. {s The 15-year-old=-:unnamed} said {t so}.",
    "age in what somebody says": "{s1 Ida Holm=Ida Holm} wrote {t1 that {s2 the 62-year-old=-:unnamed} said {t2 so}}.",
    "former Marine": "Carl Dray, a former Marine, met Bob Ash. {s The former Marine=Carl Dray} said {t so}.",
    "former Marine, told by nothing": "Carl Dray rose. {s The former Marine=Carl Dray} said {t so}.",
    "former president": "Carl Dray rose. {s The former president=-:unnamed} said {t so}.",
    "billionaire": "Carl Dray rose. {s The billionaire=Carl Dray} said {t so}.",
    "billionaire after a senator": "Sen. Carl Dray rose. {s The billionaire=-:unnamed} said {t so}.",
    "Vermont senator": (
        "Sen. Ida Holm (I-Vt.) met Sen. Carl Dray (R-Ohio). {s The Vermont senator=Ida Holm} said {t so}."
    ),
    "Ohio Republican": (
        "Sen. Ida Holm (I-Vt.) met Sen. Carl Dray (R-Ohio). {s The Ohio Republican=Carl Dray} said {t so}."
    ),
    "senator of another state": "Sen. Ida Holm (I-Vt.) met Carl Dray. {s The Texas senator=-:unnamed} said {t so}.",
    "lawmaker": "Rep. Ida Holm left. {s The lawmaker=Ida Holm} said {t so}.",
    "spokeswoman is no man": "Spokesman Carl Dray left. {s The spokeswoman=-:unnamed} said {t so}.",
    "nominee of the other party": "Democratic nominee Ida Holm left. {s The Republican nominee=-:unnamed} said {t so}.",
    "mayor": "Ida Holm is the mayor of Reef. {s The mayor=Ida Holm} said {t so}.",
    "apposition before": "The mayor, Ida Holm, left. {s The mayor=Ida Holm} said {t so}.",
    "mayor of another place": "Mayor Ida Holm left. {s The mayor of Leeds=-:unnamed} said {t so}.",
    "mayor of this place": "Ida Holm is the mayor of Reef. {s The mayor of Reef=Ida Holm} said {t so}.",
    "senator from another place": "Sen. Ida Holm left. {s The senator from Ohio=-:unnamed} said {t so}.",
    "president of another country": "President Carl Dray left. {s The president of France=-:unnamed} said {t so}.",
    "another country's president": "President Carl Dray left. {s The French president=-:unnamed} said {t so}.",
    "this country's president": "French President Carl Dray left. {s The French president=Carl Dray} said {t so}.",
    "deputy": (
        "Deputy Mayor Ida Holm left. {s1 The mayor=-:unnamed} and {s2 the deputy mayor=Ida Holm} said {t1 so}, {t2 so}."
    ),
    "title in capitals": "CEO Ida Holm left. {s The CEO=Ida Holm} said {t so}.",
    "title in capitals of nobody": "Ida Holm left. {s The CEO=-:unnamed} said {t so}.",
    "short for the whole title": "External Affairs Minister Carl Dray left. {s The EAM=Carl Dray} said {t so}.",
    "short for another title": "Home Secretary Ida Holm met Home Minister Bo Ash. {s The PM=-:unnamed} said {t so}.",
    "deputy of a short title": "Deputy CM Carl Dray left. {s The CM=-:unnamed} said {t so}.",
    "seat behind the name": ("Ann Holm MP left. {s1 The MP=Ann Holm} and {s2 Ms Holm=Ann Holm} said {t1 so}, {t2 so}."),
    "letters behind the name": "Carl Dray KC left. {s Mr Dray=Carl Dray} said {t so}.",
    "somebody of another people": (
        "Carl Dray left. {s1 The Egyptian, 33,=-:unnamed} rose. {s2 He=-:unnamed} said {t2 so}, {t1 this}."
    ),
    "a people": "Carl Dray left. {s The French=-:group} said {t so}.",
    "Frenchwoman": "Ida Holm met Mia Lind. {s The Frenchwoman=-:unnamed} said {t so}.",
    "several with a seat": "Ida Holm left. {s Labour MPs=Labour MPs:group} said {t so}.",
    "nominee of long ago": (
        "Blue nominee Carl Dray lost. It rained. It froze. It poured. Bob Ash rose. "
        "{s The Blue nominee=-:unnamed} said {t so}."
    ),
    "party of somebody else": "Sen. Carl Dray (R-Ohio) left. Bob Ash rose. {s The Republican=-:unnamed} said {t so}.",
    "senator named later": "Carl Dray rose. {s The senator=-:unnamed} said {t so}. Later came Sen. Ida Holm.",
    "minister named later": "{s The finance minister=Ida Holm} said {t so}. Finance Minister Ida Holm was late.",
    "candidate named later": "It rained. {s The Blue candidate=-:unnamed} said {t so}. Blue candidate Carl Dray rose.",
    "titles of two": "Senators Ida Holm and Carl Dray rose. {s Holm=Ida Holm} said {t so}.",
    "analyst": "Analyst Ida Holm left. {s The analyst=Ida Holm} said {t so}.",
    "first": "Sen. Ida Holm left. {s The first senator=-:unnamed} said {t so}.",
    "a new one": "Sen. Ida Holm left. {s A senator=-:unnamed} said {t so}.",
    "woman without a name": (
        "{s1 A woman=-:unnamed} rose. {s2 The woman=-:unnamed} said {t2 so}. {s3 She=-:unnamed} left it {t3 there}."
    ),
}

OWNED = {
    "spokesman": "Ida Holm left. {s Holm's spokesman=-:unnamed} said {t so}.",
    "spokesman with a name elsewhere": (
        "Ida Holm left. Fund spokesman Carl Dray rose. {s Holm's spokesman=-:unnamed} said {t so}."
    ),
    "statement": "Ida Holm left. {s Holm's statement=Ida Holm:document} said {t so}.",
    "his letter": "Carl Dray left. {s His letter=Carl Dray:document} said {t so}.",
    "office": "Ida Holm left. {s Holm's agency=-:organization} said {t so}.",
    "campaign": "Ida Holm left. {s Her campaign=Holm campaign:organization} said {t so}.",
    "attorney": "Carl Dray was late. Dray's attorney, Mia Lind, was not. {s His attorney=Mia Lind} said {t so}.",
    "attorney for somebody": "An attorney for Carl Dray, Mia Lind, rose. {s Dray's lawyer=Mia Lind} said {t so}.",
    "somebody else's attorney": (
        "Bob Ash met Carl Dray. Dray's attorney, Mia Lind, rose. {s Ash's attorney=-:unnamed} said {t so}."
    ),
    "wife": "Carl Dray left. Dray's wife, Mia Lind, stayed. {s His wife=Mia Lind} said {t so}.",
    "somebody else's wife": (
        "Bob Ash met Carl Dray. Dray's wife, Mia Lind, stayed. {s Ash's wife=-:unnamed} said {t so}."
    ),
    "whose of nobody": "{s Her attorney=-:unnamed} said {t so}.",
}

BODIES = {
    "bank by its name": "The Bank of Norway met. {s The bank=Bank of Norway:organization} said {t so}.",
    "bank that all know": "Shares of Wells Fargo fell. {s The bank=Wells Fargo:organization} said {t so}.",
    "company by its boss": "Gull Corp. fell. {s The company=Gull Corp.:organization} said {t so}.",
    "company told": "Reefbank Holdings, a lender, fell. {s The lender=Reefbank Holdings:organization} said {t so}.",
    "company of a country": (
        "{s1 The German carmaker=-:organization} and {s2 the U.S. drugmaker=-:organization} said {t1 so}, {t2 so}."
    ),
    "government": "{s The German government=German government:organization} said {t so}.",
    "two banks": "The Bank of Norway met Wells Fargo. {s The bank=-:organization} said {t so}.",
    "two companies": "Gull Corp. sued Lind Inc. {s The company=-:organization} said {t so}.",
    "ministry": "The Reef Defense Ministry met. {s The ministry=Reef Defense Ministry:organization} said {t so}.",
    "two ministries": (
        "The Reef Defense Ministry sued the Reef Health Ministry. {s The ministry=-:organization} said {t so}."
    ),
    "paper": "Ida Holm told the Reef Times. {s The paper=Reef Times:organization} said {t so}.",
    "newspaper that all know": "Le Monde has it. {s The newspaper=Le Monde:organization} said {t so}.",
    "network": "CNN has it. {s The network=CNN:organization} said {t so}.",
    "paper is no network": "CNN has it. {s The paper=-:organization} said {t so}.",
    "group": "Human Rights Watch left. {s The group=Human Rights Watch:organization} said {t so}.",
    "agency": "The FBI left. {s The agency=FBI:organization} said {t so}.",
    "another bank": "The Bank of Norway fell. A bank in Oslo rose. {s The bank=-:organization} said {t so}.",
    "company too far away": (
        "Gull Corp. fell. It rained. It poured. It froze. It snowed. {s The company=-:organization} said {t so}."
    ),
    "panel of a court": "{s A panel of the Reef Court of Appeals=Reef Court of Appeals:organization} ruled {t so}.",
    "city": "The Kansas City Council met. {s The city=-:organization} said {t so}.",
    "poll": "A Reef University poll came out. {s The poll=Reef University:document} found {t so}.",
    "report by an organization": (
        "The report by the Reef Fund came out. {s The report=Reef Fund:document} found {t so}."
    ),
    "the same poll": "A Reef University poll came out. {s The same poll=Reef University:document} found {t so}.",
    "another poll by its kind": "A Reef University poll came out. {s The systematic poll=-:document} found {t so}.",
    "poll after another": "A Reef University poll came out. A new poll is here. {s The poll=-:document} found {t so}.",
    "two polls": "A Reef University poll and a Gull University poll came out. {s The poll=-:document} found {t so}.",
    "both campaigns": "{s The Dray and Holm campaigns=-:group} said {t so}.",
}


class TestDescriptions:
    """Sources that are descriptions."""

    @pytest.mark.parametrize("marked", PEOPLE.values(), ids=PEOPLE)
    def test_people(self, marked: str) -> None:
        """A description means the one person whom it fits, and nobody where two fit or something speaks against it."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", OWNED.values(), ids=OWNED)
    def test_owned(self, marked: str) -> None:
        """Whose somebody or something is tells who is meant; a spokesman without a name is not his principal."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", BODIES.values(), ids=BODIES)
    def test_bodies(self, marked: str) -> None:
        """A noun means the one organization or document near that is called so."""
        article = parse_article(marked)

        assert article.expected == article.resolve()
