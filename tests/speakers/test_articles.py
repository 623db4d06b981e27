"""
Short articles: all that is said of somebody goes to one speaker.

The markup of the texts is described in :mod:`tests.marked_speakers`.
"""

from __future__ import annotations

import pytest

from quotekit.records import Speaker, SpeakerKind
from tests.marked_speakers import parse_article

ARTICLES = {
    "one person by many words": (
        "Lindqvist Says Dam Will Hold\n\n"
        "{Treasury Secretary Vera Lindqvist=Vera Lindqvist}, 62, said on Friday [1|that the dam will hold]. "
        '[2|"It is old,"] {she=Vera Lindqvist} said. {Ms. Lindqvist=Vera Lindqvist} met Carl Dray, 40, a baker. '
        "{The Treasury secretary=Vera Lindqvist} told him [4|that it was safe]. "
        "{The 62-year-old=Vera Lindqvist} knows [5|dams]. {Dray=Carl Dray}, {who=Carl Dray} lives below, doubts [6|it]. "
        "[9|“{I=Carl Dray} [8|cannot swim],”] {the baker=Carl Dray} added."
    ),
    "a company and its people": (
        "Gull Airlines fell on Monday. {The airline=Gull Airlines:organization} said [1|it had lost planes]. "
        "{Chief executive Bo Ash=Bo Ash} told CNN [2|that he would stay]. {The network=CNN:organization} reported "
        "[3|the opposite]. {A spokeswoman for the airline=-:unnamed} declined to [4|comment]. "
        "{The company's lawyers=-:group} said [5|so, too]."
    ),
    "two ministers": (
        "Finance Minister Ida Holm met Health Minister Carl Dray. [1|“It is late,”] {she=Ida Holm} said. "
        "{The health minister=Carl Dray} agreed [2|with her]. {Both=Ida Holm; Carl Dray} said [3|that they would go on]. "
        "{They=Ida Holm; Carl Dray} hope [4|for rain]. {The minister=-:unnamed} left [5|so]."
    ),
    "an organization by its acronym": (
        "RTO Warns of Floods\n\n"
        "{The Reef Trade Office (RTO)=Reef Trade Office:organization} warned [1|of floods]. "
        "{It=Reef Trade Office:organization} expects [2|more]. {The RTO=Reef Trade Office:organization} said [3|so twice]. "
        "{The office=Reef Trade Office:organization} is never wrong [4|there]."
    ),
    "abroad": (
        "{Xi Jinping=Xi Jinping} met Moon Jae-in in Beijing. {Xi=Xi Jinping} said [2|that it rained]. "
        "{President Moon=Moon Jae-in} agreed [3|so]. {China and South Korea=China; South Korea:organization} hope [4|for more]. "
        "{Both countries=China; South Korea:organization} fear [5|less]. {Pelé=Pelé} was there [6|too]."
    ),
    "a family": (
        "Sen. Ida Holm (D-Ohio) and her husband, Bob Holm, arrived. {Mrs. Holm=Ida Holm} said [1|so]. "
        "{Mr. Holm=Bob Holm} did not [2|say so]. {The Holms=Holms:group} left. {The Ohio senator=Ida Holm} waved [4|so]."
    ),
    "a lawsuit": (
        "Carl Dray is charged with theft. Dray's attorney, Mia Lind, rose. {His attorney=Mia Lind} said [1|that it rained]. "
        "{The prosecutor=-:unnamed} said [2|it did not]. {The judge=-:unnamed} asked [3|why]. {Lind=Mia Lind} sat [4|so]."
    ),
    "a column": (
        "By Mia Lind\n\n"
        "The dam is old. {I=Mia Lind:author} asked {Mayor Ida Holm=Ida Holm} [1|about it]. "
        "[2|“{We=Ida Holm} [3|are on it],”] {she=Ida Holm} told {me=Mia Lind:author}. {I=Mia Lind:author} doubt [6|it]."
    ),
    "a poll": (
        "A Reef University poll came out on Friday. {The poll=Reef University:document} finds [1|that it rains]. "
        "{It=Reef University:document} says [2|so twice]. {Voters=-:group} want [3|sun]. {They=-:group} believe [4|in it]. "
        "{Most Republicans=Republicans:group} do not [5|want it]."
    ),
    "nobody to be sure of": (
        "With Ann Lee, with Mia Day it rained. {She=?} said [1|so]. "
        "{The official=-:unnamed} said [2|so]. {Her spokesman=-:unnamed} said [3|so]. {Sources=-:unnamed} said [4|so]."
    ),
}


class TestArticles:
    """resolve_speakers() on whole articles."""

    @pytest.mark.parametrize("marked", ARTICLES.values(), ids=ARTICLES)
    def test_sources(self, marked: str) -> None:
        """Each source gets the speaker that it means."""
        article = parse_article(marked)

        assert article.expected == article.resolve()

    def test_one_speaker(self) -> None:
        """A speaker has the fullest name, titles as printed, and every mention that says who it is."""
        article = parse_article(ARTICLES["one person by many words"])
        speaker = article.speakers()[0]

        assert ("Vera Lindqvist", SpeakerKind.PERSON, ("Treasury Secretary",)) == (
            speaker.name,
            speaker.kind,
            speaker.titles,
        )
        assert [
            "Lindqvist",
            "Treasury Secretary Vera Lindqvist",
            "she",
            "Ms. Lindqvist",
            "The Treasury secretary",
            "The 62-year-old",
        ] == [mention.text for mention in speaker.mentions]

    def test_joint_speaker(self) -> None:
        """Several who speak together are one speaker with the mentions of all of them."""
        article = parse_article("Ida Holm met Carl Dray. {Both=Ida Holm; Carl Dray} left [1|so].")
        (speaker,) = article.speakers()

        assert isinstance(speaker, Speaker)
        assert ["Ida Holm", "Carl Dray", "Both"] == [mention.text for mention in speaker.mentions]
