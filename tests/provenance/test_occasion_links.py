"""
Links between statements and occasions: where an interview, post, poll or release goes on, and where it ends.

Texts mark their attributions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from tests.helpers import outlet_names

ONWARD = {
    "interview with a station of Lagos": (
        "{s1 Adaeze Eze} {c1 told} Channels Television {t1 the dam is shut}.\n\n{t2 “It leaks,”} {s2 she} {c2 said}.",
        [["Channels Television"], ["Channels Television"]],
    ),
    "interview with a paper of Mumbai": (
        (
            "In an interview with The Hindu, {s1 Kavya Rao} {c1 said} {t1 the well is dry}.\n\n"
            "{t2 “We dug,”} {s2 Rao} {c2 added}.\n\n{t3 “It rained,”} {s3 Rao} {c3 said}."
        ),
        [["The Hindu"], ["The Hindu"], ["The Hindu"]],
    ),
    "over background": (
        (
            "{s1 Tomas Quiroga} {c1 told} El Universal {t1 the mine is shut}.\n\nThe mine opened in 1950.\n\n"
            "{t2 “It is over,”} {s2 Quiroga} {c2 said}."
        ),
        [["El Universal"], ["El Universal"]],
    ),
    "over somebody else": (
        (
            "{s1 Tomas Quiroga} {c1 told} El Universal {t1 the mine is shut}.\n\n{s2 Dray} {c2 said} {t2 no}.\n\n"
            "{t3 “It is,”} {s3 Quiroga} {c3 said}."
        ),
        [["El Universal"], [], ["El Universal"]],
    ),
    "in the same paragraph": (
        "{s1 Aiko Mori} {c1 told} NHK {t1 the ferry is late}. {s2 She} {c2 said} {t2 it was fog}.",
        [["NHK"], ["NHK"]],
    ),
    "quotation first": (
        "{t1 “The ferry is late,”} {s1 Aiko Mori} {c1 told} Kyodo. {t2 “It is fog,”} {s2 she} {c2 said}.",
        [["Kyodo"], ["Kyodo"]],
    ),
    "on a show": (
        (
            "On ABC’s “Good Morning America,” {s1 Ida Holm} {c1 said} {t1 it is late}.\n\n"
            "{t2 “Very,”} {s2 Holm} {c2 said}."
        ),
        [["Good Morning America", "ABC"], ["Good Morning America", "ABC"]],
    ),
    "on Facebook": (
        "{t1 “It is late,”} {s1 Ida Holm} {c1 wrote} on Facebook.\n\n{t2 “Very,”} {s2 she} {c2 added}.",
        [["Facebook"], ["Facebook"]],
    ),
    "spoke with, without a statement": (
        "Ida Holm sat down with the BBC on Friday.\n\n{t1 “It is late,”} {s1 Ida Holm} {c1 said}.",
        [["BBC"]],
    ),
    "appeared on, without a statement": (
        "Ida Holm appeared on CNN on Friday. {t1 “It is late,”} {s1 Ida Holm} {c1 said}.",
        [["CNN"]],
    ),
    "two shows, two speakers": (
        (
            "{s1 Holm} {c1 told} CNN {t1 it is late}. {s2 Dray} {c2 told} the BBC {t2 it is not}.\n\n"
            "{t3 “It is,”} {s3 Holm} {c3 said}.\n\n{t4 “No,”} {s4 Dray} {c4 said}."
        ),
        [["CNN"], ["BBC"], ["CNN"], ["BBC"]],
    ),
    "from one outlet to the next": (
        (
            "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{t2 “Very,”} {s2 she} {c2 said}.\n\n"
            "{s3 Holm} {c3 told} Reuters {t3 it is early}.\n\n{t4 “Quite,”} {s4 she} {c4 said}."
        ),
        [["CNN"], ["CNN"], ["Reuters"], ["Reuters"]],
    ),
    "unnamed speaker": (
        "{s1 An aide} {c1 told} Reuters {t1 it is late}. {t2 “Very,”} {s2 the aide} {c2 said}.",
        [["Reuters"], ["Reuters"]],
    ),
}

BACK = {
    "headline": (
        "{s1 Holm}{c1 :} {t1 The dam is old}\n\n{t2 “The dam is old,”} {s2 Ida Holm} {c2 told} CNN.",
        [["CNN"], ["CNN"]],
    ),
    "headline and lead": (
        (
            "{s1 Holm} {c1 warns} {t1 of floods}\n\n{s2 Ida Holm} {c2 said} {t2 the dam is old}.\n\n"
            "{t3 “It is old,”} {s3 she} {c3 told} CNN."
        ),
        [["CNN"], ["CNN"], ["CNN"]],
    ),
    "lead of a paper abroad": (
        (
            "Mine shut\n\n{s1 Tomas Quiroga} {c1 said} {t1 the mine is shut}.\n\n"
            "{t2 “It is over,”} {s2 Quiroga} {c2 told} El Universal."
        ),
        [["El Universal"], ["El Universal"]],
    ),
}

ENDS = {
    "statement in writing": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{t2 It is early}, {s2 she} {c2 said} in a statement.",
        [["CNN"], []],
    ),
    "rally": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\nAt a rally in Bergen, {s2 Holm} {c2 said} {t2 it is early}.",
        [["CNN"], []],
    ),
    "what follows at the rally": (
        (
            "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\nAt a rally in Bergen, {s2 Holm} {c2 said} {t2 it is}.\n\n"
            "{t3 “Quite,”} {s3 she} {c3 said}."
        ),
        [["CNN"], [], []],
    ),
    "reporters": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{s2 Holm} {c2 told} reporters {t2 it is early}.",
        [["CNN"], []],
    ),
    "conference by its name": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\nAt RiverCon, {s2 Holm} {c2 said} {t2 it is early}.",
        [["CNN"], []],
    ),
    "long held": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{s2 Holm} {c2 has long said} {t2 it is early}.",
        [["CNN"], []],
    ),
    "parliament": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{s2 Holm} {c2 told} parliament {t2 it is early}.",
        [["CNN"], []],
    ),
    "somebody else alone": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{t2 “Early,”} {s2 Dray} {c2 said}.",
        [["CNN"], []],
    ),
    "the outlet itself": (
        "{s1 Holm} {c1 told} CNN {t1 it is late}.\n\n{s2 CNN} {c2 reported} {t2 that it was early}.",
        [["CNN"], []],
    ),
    "before a rally": (
        "At a rally, {s1 Holm} {c1 said} {t1 it is early}.\n\nIt rained.\n\n{s2 Holm} {c2 told} CNN {t2 it is late}.",
        [[], ["CNN"]],
    ),
    "headline of somebody else": (
        "{s1 Dray}{c1 :} {t1 The dam is new}\n\n{t2 “The dam is old,”} {s2 Ida Holm} {c2 told} CNN.",
        [[], ["CNN"]],
    ),
    "book after an interview": (
        (
            "In her memoir “Deep Water,” {s1 Holm} {c1 writes} {t1 that it was late}.\n\n"
            "{t2 “It is,”} {s2 she} {c2 said}."
        ),
        [["Deep Water"], []],
    ),
    "show that is only hers": (
        "{s1 Holm}, who hosts a show on CNN, {c1 said} {t1 it is late}.\n\n{t2 “Very,”} {s2 she} {c2 said}.",
        [[], []],
    ),
    "host of an event": (
        "{s1 Holm} {c1 said} {t1 it is late} at CNN's town hall.\n\n{t2 “Very,”} {s2 she} {c2 said}.",
        [[], []],
    ),
}

MANY = {
    "people asked": (
        "A poll by the University of Norland is out. {s1 Forty percent of voters} {c1 said} {t1 the dam is old}.",
        [["University of Norland"]],
    ),
    "poll of two": (
        "In a CNN/BBC poll, {s1 half of respondents} {c1 said} {t1 the dam is old}.",
        [["CNN", "BBC"]],
    ),
    "poll named far away": (
        (
            "A Gallup poll is out.\n\nThe dam is old.\n\nIt was built in a hurry.\n\nNobody likes it.\n\n"
            "{s1 Nine in ten respondents} {c1 said} {t1 the dam is old}."
        ),
        [["Gallup"]],
    ),
    "interview that a pronoun gives": (
        "On Monday she spoke with CNN about the dam.\n\n“{t1 It is old},” {s1 Ida Holm} {c1 said}.",
        [["CNN"]],
    ),
    "poll and a person": (
        "A poll by the University of Norland is out. {s1 Ida Holm} {c1 said} {t1 the dam is old}.",
        [[]],
    ),
    "released e-mails": (
        (
            "The State Department released 90 pages of e-mails on Friday.\n\n"
            "{t1 “The dam is old,”} {s1 Ida Holm} {c1 wrote} in an e-mail."
        ),
        [[]],
    ),
    "leaked cables": (
        "WikiLeaks published the cables on Friday. {t1 “The dam is old,”} {s1 Ida Holm} {c1 wrote}.",
        [["WikiLeaks"]],
    ),
    "released, and a speaker": (
        "WikiLeaks published the cables on Friday. {t1 “The dam is old,”} {s1 Ida Holm} {c1 said}.",
        [[]],
    ),
    "turns after an interview": (
        "On CNN, {s1 Holm} {c1 said} {t1 it is late}.\n\n{s2 DRAY}{c2 :} {t2 Is it?}",
        [["CNN"], ["CNN"]],
    ),
    "tweet with the platform named": (
        "{s1 Holm} {c1 tweeted} {t1 that it is late}. It was seen on Twitter.",
        [["Twitter"]],
    ),
    "tweet without": ("{s1 Holm} {c1 tweeted} {t1 that it is late}.", [[]]),
    "reported by another": (
        "{s1 Holm} {c1 said} on NPR’s “Reef Hour” {t1 it is late}, as reported by CNN.",
        [["Reef Hour", "NPR", "CNN"]],
    ),
}


class TestLinkStatements:
    """link_statements(), as find_via() uses it."""

    @pytest.mark.parametrize(("marked", "expected"), ONWARD.values(), ids=ONWARD)
    def test_onward(self, marked: str, expected: list[list[str]]) -> None:
        """An occasion carries what its speaker goes on to say."""
        assert expected == outlet_names(marked)

    @pytest.mark.parametrize(("marked", "expected"), BACK.values(), ids=BACK)
    def test_back(self, marked: str, expected: list[list[str]]) -> None:
        """It reaches back to headline and lead."""
        assert expected == outlet_names(marked)

    @pytest.mark.parametrize(("marked", "expected"), ENDS.values(), ids=ENDS)
    def test_ends(self, marked: str, expected: list[list[str]]) -> None:
        """It does not carry what was said elsewhere, in general, or by others."""
        assert expected == outlet_names(marked)

    @pytest.mark.parametrize(("marked", "expected"), MANY.values(), ids=MANY)
    def test_many(self, marked: str, expected: list[list[str]]) -> None:
        """Polls, releases and transcripts carry what many say."""
        assert expected == outlet_names(marked)
