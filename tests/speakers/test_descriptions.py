"""
Descriptions, and pronouns that refer to them: whom each means, and of what kind that is.

Texts mark their sources with the speaker of each, as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from tests.helpers import parse_article

RELATIVES = {
    "farmers who": "They met farmers {s who=-:group} said {t so}.",
    "voters who": "A few of the voters {s who=-:group} stayed said {t so}.",
    "a nurse who": "She met a nurse {s who=-:unnamed} said {t so}.",
    "the baker, who": "Carl Dray, a baker, left. The baker, {s who=Carl Dray} is 40, said {t so}.",
    "company which": "They sued a company {s which=-:organization} denied {t it}.",
    "report that": "She read a report {s that=-:document} warned {t of floods}.",
    "those who": "It helps residents {s who=-:group} fear {t floods}.",
    "officials who": "Two officials {s who=-:group} knew him said {t so}.",
    "mayor of a named city": "Mayor Ida Holm rose. Then came the mayor, {s who=Ida Holm} said {t so}.",
    "an engineer, who": "She called an engineer, {s who=-:unnamed} said {t so}.",
    "reporters who": "He was asked by reporters {s who=-:group} said {t so}.",
    "parents who": "Many of the parents {s who=-:group} came said {t so}.",
}
KINDS = {
    "percent": "{s Twenty percent=-:group} said {t so}.",
    "digits percent": "{s 24 percent=-:group} said {t so}.",
    "percent of people": "{s Some 20 percent of people=-:group} said {t so}.",
    "only percent": "{s Only 9 percent=-:group} said {t so}.",
    "angry people": "{s Angry people=-:group} said {t so}.",
    "young people": "{s Many young people=-:group} said {t so}.",
    "people": "{s People=-:unnamed} said {t so}.",
    "some people": "{s Some people=-:unnamed} said {t so}.",
    "percent sign": "{s 61%=-:group} said {t so}.",
    "attendees": "{s All the attendees=-:group} said {t so}.",
    "rowers": "{s The rowers=-:group} said {t so}.",
    "audiences": "{s Audiences=-:group} loved {t it}.",
    "ferry hands": "{s The deckhands=-:group} said {t so}.",
    "knitters": "{s Two hundred knitters=-:group} said {t so}.",
    "superdelegates": "{s The superdelegates=-:group} said {t so}.",
    "crofters": "{s Island crofters=-:group} said {t so}.",
    "editorialists": "{s Editorialists=-:group} said {t so}.",
    "group of skippers": "{s A group of rabbis=-:group} said {t so}.",
    "electorate": "{s Much of the electorate=-:group} thinks {t so}.",
    "thousands": "{s Some 367,491 people=-:group} said {t so}.",
    "inside source": "{s An inside source=-:unnamed} said {t so}.",
    "outside group": "{s An outside group=-:organization} said {t so}.",
    "campaigning": "{s One organization campaigning for the dam=-:organization} said {t so}.",
    "front-runner": "{s The front-runner=-:unnamed} said {t so}.",
}
DOCUMENTS = {
    "inquiry": "{s The inquiry=-:document} found {t so}.",
    "investigation": "{s An investigation=-:document} found {t so}.",
    "probe": "{s A probe=-:document} found {t so}.",
    "findings": "{s The findings=-:document} show {t so}.",
}
MAKERS = {
    "hyphen": "{s A Boston Globe-RFN News poll=Boston Globe; RFN News:document} found {t so}.",
    "slash": "{s A new CNN/Marlow poll=CNN; Marlow:document} found {t so}.",
    "acronym": "{s A Reuters-GfK survey=Reuters; GfK:document} found {t so}.",
    "made in between": "{s A report issued in May by Ida Holm=Ida Holm:document} found {t so}.",
    "for somebody": "{s A study conducted for Carl Dray by Ida Holm=Ida Holm:document} found {t so}.",
    "copy": "{s A copy of Ida Holm's letter=Ida Holm:document} said {t so}.",
    "results": "The CNN poll ended in May. {s The results=CNN:document} show {t so}.",
    "speech": "Ida Holm spoke. {s Her speech=Ida Holm:document} included {t a threat}.",
}
THEY = {
    "they, nobody named": "It rained. {s They=-:group} said {t so}.",
    "they, one person": "Ida Holm left. {s They=-:group} said {t so}.",
}
ORGANIZATIONS = {
    "acronym, elsewhere": (
        "{s The RTO=Reef Trade Office:organization} said {t so}. The Reef Trade Office met on Monday."
    ),
    "acronym in a title": (
        "Reef Trade Office head Ida Holm rose. {s The RTO=Reef Trade Office:organization} said {t so}."
    ),
    "acronym with small words": (
        "{s The BRS=Bureau of Reef Studies:organization} said {t so}. The Bureau of Reef Studies met."
    ),
    "acronym of another name": "The Reef Trade Office met. {s The ROT=ROT:organization} said {t so}.",
    "foreign acronym": (
        "The Reef People's Party, or RVP, met. {s The RVP=Reef People's Party:organization} said {t so}."
    ),
    "super PAC": "{s A super PAC=-:organization} said {t so}.",
    "super PACs": "{s Two super PACs=-:group} said {t so}.",
}
NAMED = {
    "look-alike businessman": (
        "Carl Dray has bought the ferry. Dray will raise fares. Dray owns a bank. {s The "
        "businessman=Carl Dray} said {t so}."
    ),
    "new lawmaker ahead": "{s One lawmaker=Ida Holm} called it {t a farce}. “It is a farce,” said Rep. Ida Holm.",
    "headline governor": (
        "{s Ohio governor=Ida Holm} warns {t of floods}\n\nOhio Gov. Ida Holm warned on Monday that floods would come."
    ),
}
IN_FOCUS = {
    "actress": "Actress Lola Reyes left. {s The prominent actress=Lola Reyes} said {t so}.",
    "billionaire": "Petros Vlachos bought a hotel on Monday. {s The billionaire=Petros Vlachos} said {t so}.",
    "architect": "Dina Maro, an architect, drew the bridge. {s The architect=Dina Maro} said {t so}.",
    "party and state": "Rep. Hank Tully (R-Utah) left. Bo Ash rose. {s The Utah Republican=Hank Tully} said {t so}.",
    "home, not party": "Gov. Dale Pike (R) left early. {s The Iowa governor=Dale Pike} said {t so}.",
    "age": "Walter Hume, 81, bought it. {s The 81-year-old=Walter Hume} said {t so}.",
    "former office of the topic": (
        "Dana Ito spoke in Oslo. Ito attacked the dam. Ito has said little else. {s The former finance minister=Dana "
        "Ito} called it {t a farce}."
    ),
    "three terms": "Former Ohio Gov. Dale Pike left. {s The former three-term governor=Dale Pike} said {t so}.",
    "state in brackets": (
        "Sens. Bo Ash (Ky.) and Hank Tully (Fla.) met. {s The Florida senator=Hank Tully} called it {t a farce}."
    ),
    "object of the main clause": (
        "Bo Ash left for Oslo. Ash attacked Ida Holm after {s the billionaire=Ida Holm} had said {t so}."
    ),
}
OTHERS = {
    "farmer": "Carl Dray met a farmer. {s The farmer=-:unnamed} said {t so}.",
    "two candidates": "Carl Dray met Bob Ash. {s The candidate=-:unnamed} said {t so}.",
    "an official": "Carl Dray left. {s An official=-:unnamed} said {t so}.",
    "another senator": "Sen. Carl Dray left. {s Another senator=-:unnamed} said {t so}.",
    "other country": "President Carl Dray left. {s The Danish president=-:unnamed} said {t so}.",
    "woman": "Mr. Carl Dray left. {s The businesswoman=-:unnamed} said {t so}.",
    "other party": "Sen. Carl Dray (R-Ohio) left. {s The Democratic senator=-:unnamed} said {t so}.",
    "child": "Mayor Carl Dray rose. {s The 9-year-old=-:unnamed} said {t so}.",
    "other age": "Carl Dray, 62, rose. {s The 30-year-old=-:unnamed} said {t so}.",
    "those close to": "{s Those close to Carl Dray=-:unnamed} said {t so}.",
    "his lawyer": "Carl Dray rose. {s His lawyer=-:unnamed} said {t so}.",
    "paper no network": "CNN has it. {s The paper=-:organization} said {t so}.",
    "another poll": "A Reef University poll came out. {s The systematic poll=-:document} found {t so}.",
    "former president": "Carl Dray rose. {s The former president=-:unnamed} said {t so}.",
    "one of several": "Carl Dray left. {s One lawmaker=-:unnamed} said {t so}.",
    "employer": "Bo Ash applied for work. {s The employer=-:unnamed} said {t so}.",
    "governor of a state": "Ida Holm rose. {s The state's governor=-:unnamed} said {t so}.",
    "board of a bank": "The Reef Times wrote to Bo Ash. {s The bank's board=-:organization} said {t so}.",
    "two in one": "Ida Holm met Bo Ash. {s The host and the guest=-:unnamed} said {t so}.",
    "manager and nominee": "Campaign manager Bo Ash left. {s The Blue nominee=-:unnamed} said {t so}.",
    "friend of a body": "The Reef Fund left. {s A pro-Reef Fund group=-:organization} said {t so}.",
    "neither": "The Reef Fund met Gull Corp. {s Neither company=-:organization} said {t so}.",
    "of a people": "Ida Holm left. {s The Egyptian=-:unnamed} said {t so}.",
    "member of a party": "Ida Holm left. {s A Reef Republican=-:unnamed} said {t so}.",
    "office of nobody": "Bo Ash left. {s The Norwegian minister=-:unnamed} said {t so}.",
    "named in the content": "{t The list says Dana Ito is secretary}, {s the clerk=-:unnamed} said.",
    "named in what she says": "{s The treasurer=-:unnamed} said {t that Bo Ash had signed for the bank}.",
    "senator or topic": ("Sen. Ida Holm met Sen. Bo Ash. It rained. {s The senator=-:unnamed} said {t so}."),
    "another character": "Dana Ito left. {s The Dray character=-:unnamed} said {t so}.",
    "company of two": "Gull Corp. sued Lind Inc. {s The company=-:organization} said {t so}.",
}


class TestDescriptions:
    """Sources that describe somebody."""

    @pytest.mark.parametrize("marked", RELATIVES.values(), ids=RELATIVES)
    def test_relatives(self, marked: str) -> None:
        """A relative pronoun whose antecedent has no name refers to the description before it."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", KINDS.values(), ids=KINDS)
    def test_people(self, marked: str) -> None:
        """Shares of people, and plural nouns in no list, are groups."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", DOCUMENTS.values(), ids=DOCUMENTS)
    def test_documents(self, marked: str) -> None:
        """What inquires and finds is a document."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", MAKERS.values(), ids=MAKERS)
    def test_makers(self, marked: str) -> None:
        """A document has the names of its makers, of whom two may be joined to one name."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", THEY.values(), ids=THEY)
    def test_they(self, marked: str) -> None:
        """Whoever “they” are, they are several."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", ORGANIZATIONS.values(), ids=ORGANIZATIONS)
    def test_organizations(self, marked: str) -> None:
        """Acronyms and short forms are named by the long form, wherever that is."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", NAMED.values(), ids=NAMED)
    def test_named(self, marked: str) -> None:
        """A description that no rule knows is of the likeliest person."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", IN_FOCUS.values(), ids=IN_FOCUS)
    def test_in_focus(self, marked: str) -> None:
        """A description that fits the person in focus, or the one whom the text says it of, is of that person."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    @pytest.mark.parametrize("marked", OTHERS.values(), ids=OTHERS)
    def test_others(self, marked: str) -> None:
        """A description that the text contradicts is of nobody named."""
        article = parse_article(marked)

        assert article.expected == article.resolve()
