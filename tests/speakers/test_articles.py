"""
Short articles: all that is said of somebody goes to one speaker.

The markup of the texts is described in :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from quotekit.records import SpeakerKind
from tests.helpers import parse_article

ARTICLES = {
    "one person by many words": (
        "Lindqvist Says Dam Will Hold\n\n"
        "{s1 Treasury Secretary Vera Lindqvist=Vera Lindqvist}, 62, said on Friday {t1 that the dam will hold}. "
        '{t2 "It is old,"} {s2 she=Vera Lindqvist} said. {s3 Ms. Lindqvist=Vera Lindqvist} met Carl Dray, 40, a baker. '
        "{s4 The Treasury secretary=Vera Lindqvist} told him {t4 that it was safe}. "
        "{s5 The 62-year-old=Vera Lindqvist} knows {t5 dams}. {s6 Dray=Carl Dray}, {s7 who=Carl Dray} lives below, "
        "doubts {t6 it}. "
        "{t9 “{s8 I=Carl Dray} {t8 cannot swim},”} {s9 the baker=Carl Dray} added."
    ),
    "a company and its people": (
        "Gull Airlines fell on Monday. {s1 The airline=Gull Airlines:organization} said {t1 it had lost planes}. "
        "{s2 Chief executive Bo Ash=Bo Ash} told CNN {t2 that he would stay}. {s3 The network=CNN:organization} "
        "reported "
        "{t3 the opposite}. {s4 A spokeswoman for the airline=-:unnamed} declined to {t4 comment}. "
        "{s5 The company's lawyers=-:group} said {t5 so, too}."
    ),
    "two ministers": (
        "Finance Minister Ida Holm met Health Minister Carl Dray. {t1 “It is late,”} {s1 she=Ida Holm} said. "
        "{s2 The health minister=Carl Dray} agreed {t2 with her}. {s3 Both=Ida Holm; Carl Dray} said "
        "{t3 that they would go on}. "
        "{s4 They=Ida Holm; Carl Dray} hope {t4 for rain}. {s5 The minister=-:unnamed} left {t5 so}."
    ),
    "an organization by its acronym": (
        "RTO Warns of Floods\n\n"
        "{s1 The Reef Trade Office (RTO)=Reef Trade Office:organization} warned {t1 of floods}. "
        "{s2 It=Reef Trade Office:organization} expects {t2 more}. {s3 The RTO=Reef Trade Office:organization} said "
        "{t3 so twice}. "
        "{s4 The office=Reef Trade Office:organization} is never wrong {t4 there}."
    ),
    "abroad": (
        "{s1 Xi Jinping=Xi Jinping} met Moon Jae-in in Beijing. {s2 Xi=Xi Jinping} said {t2 that it rained}. "
        "{s3 President Moon=Moon Jae-in} agreed {t3 so}. {s4 China and South Korea=China; South Korea:organization} "
        "hope {t4 for more}. "
        "{s5 Both countries=China; South Korea:organization} fear {t5 less}. {s6 Pelé=Pelé} was there {t6 too}."
    ),
    "a family": (
        "Sen. Ida Holm (D-Ohio) and her husband, Bob Holm, arrived. {s1 Mrs. Holm=Ida Holm} said {t1 so}. "
        "{s2 Mr. Holm=Bob Holm} did not {t2 say so}. {s3 The Holms=Ida Holm; Bob Holm} left. "
        "{s4 The Ohio senator=Ida Holm} waved {t4 so}."
    ),
    "a lawsuit": (
        "Carl Dray is charged with theft. Dray's attorney, Mia Lind, rose. {s1 His attorney=Mia Lind} said "
        "{t1 that it rained}. "
        "{s2 The prosecutor=-:unnamed} said {t2 it did not}. {s3 The judge=-:unnamed} asked {t3 why}. "
        "{s4 Lind=Mia Lind} sat {t4 so}."
    ),
    "a column": (
        "By Mia Lind\n\n"
        "The dam is old. {s1 I=Mia Lind:author} asked {s2 Mayor Ida Holm=Ida Holm} {t1 about it}. "
        "{t2 “{s3 We=Ida Holm} {t3 are on it},”} {s4 she=Ida Holm} told {s5 me=Mia Lind:author}. "
        "{s6 I=Mia Lind:author} doubt {t6 it}."
    ),
    "a poll": (
        "A Reef University poll came out on Friday. {s1 The poll=Reef University:document} finds {t1 that it rains}. "
        "{s2 It=Reef University:document} says {t2 so twice}. {s3 Voters=-:group} want {t3 sun}. {s4 They=-:group} "
        "believe {t4 in it}. "
        "{s5 Most Republicans=Republicans:group} do not {t5 want it}."
    ),
    "nobody to be sure of": (
        "With Ann Lee, with Mia Day it rained. {s1 She=?} said {t1 so}. "
        "{s2 The official=-:unnamed} said {t2 so}. {s3 Her spokesman=-:unnamed} said {t3 so}. "
        "{s4 Sources=-:unnamed} said {t4 so}."
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
        """Several who speak together have mentions of their own, and one of all of them."""
        article = parse_article("Ida Holm met Carl Dray. {s Both=Ida Holm; Carl Dray} left {t so}.")
        *members, joint = article.speakers()

        assert joint.members == tuple(members)
        assert ["Ida Holm", "Carl Dray", "Both"] == [speaker.mentions.text for speaker in article.speakers()]
