"""
Descriptions: titles, ages, whose somebody is, what organizations and documents are called.

The markup of the texts is described in :mod:`tests.marked_speakers`.
"""

from __future__ import annotations

import pytest

from tests.marked_speakers import parse_article

PEOPLE = {
    "title": "Treasury Secretary Ida Holm left. {The Treasury secretary=Ida Holm} said [1|so].",
    "age": "Ida Holm, 62, met Mia Lind, 40. {The 62-year-old=Ida Holm} said [1|so].",
    "age before the name": "The 62-year-old baker Ida Holm met Mia Lind, 40. {The 62-year-old=Ida Holm} said [1|so].",
    "age of nobody": "Ida Holm, 62, left. {The 40-year-old=-:unnamed} said [1|so].",
    "age not given": "Ida Holm rose. {The 62-year-old=Ida Holm} said [1|so].",
    "age of a child": "Detective Ida Holm rose. {The 15-year-old=-:unnamed} said [1|so].",
    "age in what somebody says": "{Ida Holm=Ida Holm} wrote [1|that {the 62-year-old=-:unnamed} said [2|so]].",
    "former Marine": "Carl Dray, a former Marine, met Bob Ash. {The former Marine=Carl Dray} said [1|so].",
    "former Marine, told by nothing": "Carl Dray rose. {The former Marine=Carl Dray} said [1|so].",
    "former president": "Carl Dray rose. {The former president=-:unnamed} said [1|so].",
    "billionaire": "Carl Dray rose. {The billionaire=Carl Dray} said [1|so].",
    "billionaire after a senator": "Sen. Carl Dray rose. {The billionaire=-:unnamed} said [1|so].",
    "Vermont senator": "Sen. Ida Holm (I-Vt.) met Sen. Carl Dray (R-Ohio). {The Vermont senator=Ida Holm} said [1|so].",
    "Ohio Republican": (
        "Sen. Ida Holm (I-Vt.) met Sen. Carl Dray (R-Ohio). {The Ohio Republican=Carl Dray} said [1|so]."
    ),
    "senator of another state": "Sen. Ida Holm (I-Vt.) met Carl Dray. {The Texas senator=-:unnamed} said [1|so].",
    "lawmaker": "Rep. Ida Holm left. {The lawmaker=Ida Holm} said [1|so].",
    "spokeswoman is no man": "Spokesman Carl Dray left. {The spokeswoman=-:unnamed} said [1|so].",
    "nominee of the other party": "Democratic nominee Ida Holm left. {The Republican nominee=-:unnamed} said [1|so].",
    "mayor": "Ida Holm is the mayor of Reef. {The mayor=Ida Holm} said [1|so].",
    "apposition before": "The mayor, Ida Holm, left. {The mayor=Ida Holm} said [1|so].",
    "mayor of another place": "Mayor Ida Holm left. {The mayor of Leeds=-:unnamed} said [1|so].",
    "mayor of this place": "Ida Holm is the mayor of Reef. {The mayor of Reef=Ida Holm} said [1|so].",
    "senator from another place": "Sen. Ida Holm left. {The senator from Ohio=-:unnamed} said [1|so].",
    "president of another country": "President Carl Dray left. {The president of France=-:unnamed} said [1|so].",
    "another country's president": "President Carl Dray left. {The French president=-:unnamed} said [1|so].",
    "this country's president": "French President Carl Dray left. {The French president=Carl Dray} said [1|so].",
    "deputy": "Deputy Mayor Ida Holm left. {The mayor=-:unnamed} and {the deputy mayor=Ida Holm} said [1|so], [2|so].",
    "title in capitals": "CEO Ida Holm left. {The CEO=Ida Holm} said [1|so].",
    "title in capitals of nobody": "Ida Holm left. {The CEO=-:unnamed} said [1|so].",
    "short for the whole title": "External Affairs Minister Carl Dray left. {The EAM=Carl Dray} said [1|so].",
    "short for another title": "Home Secretary Ida Holm met Home Minister Bo Ash. {The PM=-:unnamed} said [1|so].",
    "deputy of a short title": "Deputy CM Carl Dray left. {The CM=-:unnamed} said [1|so].",
    "seat behind the name": "Ann Holm MP left. {The MP=Ann Holm MP} and {Ms Holm=Ann Holm MP} said [1|so], [2|so].",
    "letters behind the name": "Carl Dray KC left. {Mr Dray=Carl Dray KC} said [1|so].",
    "somebody of another people": (
        "Carl Dray left. {The Egyptian, 33,=-:unnamed} rose. {He=-:unnamed} said [2|so], [1|this]."
    ),
    "a people": "Carl Dray left. {The French=-:group} said [1|so].",
    "Frenchwoman": "Ida Holm met Mia Lind. {The Frenchwoman=-:unnamed} said [1|so].",
    "several with a seat": "Ida Holm left. {Labour MPs=Labour MPs:group} said [1|so].",
    "nominee of long ago": (
        "Blue nominee Carl Dray lost. It rained. It froze. It poured. Bob Ash rose. "
        "{The Blue nominee=-:unnamed} said [1|so]."
    ),
    "party of somebody else": "Sen. Carl Dray (R-Ohio) left. Bob Ash rose. {The Republican=-:unnamed} said [1|so].",
    "senator named later": "Carl Dray rose. {The senator=-:unnamed} said [1|so]. Later came Sen. Ida Holm.",
    "minister named later": "{The finance minister=Ida Holm} said [1|so]. Finance Minister Ida Holm was late.",
    "candidate named later": "It rained. {The Blue candidate=-:unnamed} said [1|so]. Blue candidate Carl Dray rose.",
    "titles of two": "Senators Ida Holm and Carl Dray rose. {Holm=Ida Holm} said [1|so].",
    "analyst": "Analyst Ida Holm left. {The analyst=Ida Holm} said [1|so].",
    "first": "Sen. Ida Holm left. {The first senator=-:unnamed} said [1|so].",
    "a new one": "Sen. Ida Holm left. {A senator=-:unnamed} said [1|so].",
    "woman without a name": (
        "{A woman=-:unnamed} rose. {The woman=-:unnamed} said [2|so]. {She=-:unnamed} left it [3|there]."
    ),
}

OWNED = {
    "spokesman": "Ida Holm left. {Holm's spokesman=-:unnamed} said [1|so].",
    "spokesman with a name elsewhere": (
        "Ida Holm left. Fund spokesman Carl Dray rose. {Holm's spokesman=-:unnamed} said [1|so]."
    ),
    "statement": "Ida Holm left. {Holm's statement=Ida Holm:document} said [1|so].",
    "his letter": "Carl Dray left. {His letter=Carl Dray:document} said [1|so].",
    "office": "Ida Holm left. {Holm's office=-:organization} said [1|so].",
    "campaign": "Ida Holm left. {Her campaign=Holm campaign:organization} said [1|so].",
    "attorney": "Carl Dray was late. Dray's attorney, Mia Lind, was not. {His attorney=Mia Lind} said [1|so].",
    "attorney for somebody": "An attorney for Carl Dray, Mia Lind, rose. {Dray's lawyer=Mia Lind} said [1|so].",
    "somebody else's attorney": (
        "Bob Ash met Carl Dray. Dray's attorney, Mia Lind, rose. {Ash's attorney=-:unnamed} said [1|so]."
    ),
    "wife": "Carl Dray left. Dray's wife, Mia Lind, stayed. {His wife=Mia Lind} said [1|so].",
    "somebody else's wife": "Bob Ash met Carl Dray. Dray's wife, Mia Lind, stayed. {Ash's wife=-:unnamed} said [1|so].",
    "whose of nobody": "{Her attorney=-:unnamed} said [1|so].",
}

BODIES = {
    "bank by its name": "The Bank of Norway met. {The bank=Bank of Norway:organization} said [1|so].",
    "bank that all know": "Shares of Wells Fargo fell. {The bank=Wells Fargo:organization} said [1|so].",
    "company by its boss": "Gull Corp. fell. {The company=Gull Corp.:organization} said [1|so].",
    "company told": "Reefbank Holdings, a lender, fell. {The lender=Reefbank Holdings:organization} said [1|so].",
    "company of a country": (
        "{The German carmaker=-:organization} and {the U.S. drugmaker=-:organization} said [1|so], [2|so]."
    ),
    "government": "{The German government=German government:organization} said [1|so].",
    "two banks": "The Bank of Norway met Wells Fargo. {The bank=-:organization} said [1|so].",
    "two companies": "Gull Corp. sued Lind Inc. {The company=-:organization} said [1|so].",
    "ministry": "The Reef Defense Ministry met. {The ministry=Reef Defense Ministry:organization} said [1|so].",
    "two ministries": (
        "The Reef Defense Ministry sued the Reef Health Ministry. {The ministry=-:organization} said [1|so]."
    ),
    "paper": "Ida Holm told the Reef Times. {The paper=Reef Times:organization} said [1|so].",
    "newspaper that all know": "Le Monde has it. {The newspaper=Le Monde:organization} said [1|so].",
    "network": "CNN has it. {The network=CNN:organization} said [1|so].",
    "paper is no network": "CNN has it. {The paper=-:organization} said [1|so].",
    "group": "Human Rights Watch left. {The group=Human Rights Watch:organization} said [1|so].",
    "agency": "The FBI left. {The agency=FBI:organization} said [1|so].",
    "another bank": "The Bank of Norway fell. A bank in Oslo rose. {The bank=-:organization} said [1|so].",
    "company too far away": (
        "Gull Corp. fell. It rained. It poured. It froze. It snowed. {The company=-:organization} said [1|so]."
    ),
    "panel of a court": "{A panel of the Reef Court of Appeals=Reef Court of Appeals:organization} ruled [1|so].",
    "city": "The Kansas City Council met. {The city=-:organization} said [1|so].",
    "poll": "A Reef University poll came out. {The poll=Reef University:document} found [1|so].",
    "report by an organization": "The report by the Reef Fund came out. {The report=Reef Fund:document} found [1|so].",
    "the same poll": "A Reef University poll came out. {The same poll=Reef University:document} found [1|so].",
    "another poll by its kind": "A Reef University poll came out. {The systematic poll=-:document} found [1|so].",
    "poll after another": "A Reef University poll came out. A new poll is here. {The poll=-:document} found [1|so].",
    "two polls": "A Reef University poll and a Gull University poll came out. {The poll=-:document} found [1|so].",
    "both campaigns": "{The Dray and Holm campaigns=-:group} said [1|so].",
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
