"""
Credits.

Texts mark their credits as :mod:`tests.markup` documents.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from quotekit.metadata import read_credits
from quotekit.records import Credit
from quotekit.text import TextIndex
from tests.markup import parse as parse_markup
from tests.strategies import texts

EXAMPLES = Path(__file__).parents[2] / "examples"

CREDITS = {
    "agency at the end": "It rained. ({credit ANI=wire})",
    "agency in its own line": "It rained.\n\n({credit Reuters=wire})",
    "agency after a quotation": "“It rained.” ({credit AFP=wire})",
    "two agencies": "It rained. ({credit AP=wire}/{credit AFP=wire})",
    "agencies": "It rained. ({credit ANI=wire})\n\n(With inputs from {credit agencies=agencies}.)",
    "with agency inputs": "It rained.\n\n(With inputs from {credit ANI=wire})",
    "with reporting by": "It rained.\n\nWith reporting by {credit Ida Holm=reporting}.",
    "dateline": "OSLO ({credit AP=wire}) — It rained.",
    "dateline with a date": "OSLO, May 3 ({credit Reuters=wire}) - It rained.",
    "dateline with a state": "REEF, Wis., May 3 ({credit UPI=wire}) -- It rained.",
    "dateline with a colon": "Reef Town [Norland], February 10 ({credit ANI=wire}): It rained.",
    "unknown agency in a dateline": "VARDO, Aug 28 ({credit NTB=wire}): It rained.",
    "agency in front of the place": "{credit AFP=wire}, VARDO\n\nIt rained.",
    "agency behind a bar": "VARDO, Feb 3 \\| {credit Reuters=wire}: It rained.",
    "agency in slashes": "VARDO, May 3, 2024 /{credit PRNewswire=wire}/ -- It rained.",
    "agency behind a state": "HARLAN, Pa. ({credit AP=wire}) — It rained.",
    "agency at the head": "({credit CNN=wire})It rained.",
    "agency before a dash": "{credit Reuters=wire} — It rained.",
    "agency behind the town": "London {credit CNN=wire} — It rained.",
    "date without a place": "Dec 29 ({credit Reuters=wire}) - It rained.",
    "unknown agency at the end": "It rained.\n\n({credit NTB=wire})",
    "outlet at the end": "It rained.\n\n({credit CNN=wire})",
    "reporters in two places": (
        "(Reporting by {credit Ida Holm=reporting} in Oslo and {credit Ravi Nambee=reporting} in Pune; Editing by "
        "{credit Jo Lind=editing})"
    ),
    "reporters in three places": (
        "(Additional reporting by {credit Ida Holm=reporting} in Oslo, {credit Ivo Lang=reporting} in Rio de Janeiro "
        "and {credit Ruth Alemu=reporting})"
    ),
    "reporter in two places": "(Reporting by {credit Ida Holm=reporting} in Trinidad and Tobago)",
    "reporter in two cities": "(Reporting by {credit Ida Holm=reporting} in Vardo and New Reef)",
    "byline with a post in front": "By Political Editor {credit Ida Holm=byline}\n\nIt rained.",
    "byline with a long post": "By AP Sports Writer {credit Ida Holm=byline}\n\nIt rained.",
    "byline with a post behind": "By {credit Ida Holm=byline}, Health Correspondent\n\nIt rained.",
    "name and post": "Rain\n\n{credit Ida Holm=byline}, Health Correspondent\n\nIt rained.",
    "names and post": "{credit Ida Holm=byline} and {credit Jo Lind=byline} \\| Staff Reporters in Oslo\n\nIt rained.",
    "reporters in one line": (
        "(Reporting by {credit Ida Holm=reporting} in Washington, D.C., and {credit Jo Lind=reporting} in Pune. "
        "Editing by {credit Bo Dray=editing}.)"
    ),
    "inputs from two places": (
        "It rained.\n\nWith reporting by {credit Ida Holm=reporting} in Oslo and {credit Jo Lind=reporting} in Pune."
    ),
    "contributors in two places": (
        "Associated Press writers {credit Ida Holm=reporting} in Oslo and {credit Jo Lind=reporting} in Pune "
        "contributed."
    ),
    "agency with its address": "It rained.\n\n({credit NTB=wire}) (www.ntb.example)",
    "signed by an agency": "It rained. — {credit Reuters=wire}",
    "agency that no list has": "ROME, May 3, 2024 ({credit LifeSiteNews=wire}) — It rained.",
    "byline before a dateline": "By {credit Jo Lind=byline} VARDO ({credit Reuters=wire}) - It rained.",
    "reporting and editing": (
        "It rained. (Reporting by {credit Ida Holm=reporting} and {credit Carl Dray=reporting}; Editing by "
        "{credit Jo Lind=editing})"
    ),
    "places of reporters": (
        "Reporting by {credit Ida Holm=reporting} in Oslo; Additional reporting by {credit Jo Lind=reporting}"
    ),
    "writing": "It rained.\n\nWriting by {credit A. B. Dray=writing}; editing by {credit Jo Lind=editing}",
    "byline": "By {credit Ida Holm=byline}\n\nIt rained.",
    "two writers": "Rain\n\nBy {credit Ida Holm=byline} and {credit Carl Dray=byline}, Staff Writers\n\nIt rained.",
    "byline in capitals": "BY {credit IDA HOLM=byline}\n\nIt rained.",
    "byline with a date": "By {credit Ida Holm=byline} \\| Feb. 10, 2026\n\nIt rained.",
    "three writers": (
        "By {credit Ida Holm=byline}, {credit Carl Dray=byline} and {credit Jo de Lind=byline}\n\nIt rained."
    ),
    "agency as writer": "By {credit The Associated Press=wire}\n\nIt rained.",
    "contributor": "It rained.\n\n{credit Ida Holm=reporting} contributed to this report.",
    "contributors": "It rained.\n\n{credit Ida Holm=reporting} and {credit Carl Dray=reporting} contributed reporting.",
    "agency's contributor": (
        "It rained.\n\nAssociated Press writer {credit Ida Holm=reporting} contributed to this report."
    ),
    "photo": "Photo by {credit Ida Holm=photo}\n\nIt rained.",
    "photo with an agency": "Photo: {credit Jane Roe=photo}/{credit Reuters=photo}\n\nIt rained.",
    "photo under a caption": (
        "Ida Holm in Oslo. ({credit Jane Roe=photo}/{credit AFP=photo}/{credit Getty Images=photo})\n\nIt rained."
    ),
    "agency's photo": "Ida Holm in Oslo, May 3. ({credit AP=photo} Photo/{credit Jane Roe=photo}, File)\n\nIt rained.",
    "photo on file": (
        "FILE PHOTO: Ida Holm in Oslo. {credit REUTERS=photo}/{credit Jane Roe=photo}/File Photo\n\nIt rained."
    ),
    "photo via": "{credit Jane Roe=photo} via {credit Getty Images=photo}.\n\nIt rained.",
    "writer and agency at the end": "Rain\n\nIt rained. ({credit PTI=wire})",
    "several agencies": "It rained.\n\n(With inputs from {credit ANI=wire} and {credit agencies=agencies}.)",
    "wire's whole line": (
        "It rained.\n\nReporting by {credit Jo Lind=reporting} and {credit Ann Ray=reporting} in Oslo; Writing by "
        "{credit Bo Dray=writing}; Editing by {credit Cy Fox=editing}"
    ),
    "byline of an agency's writer": (
        "By {credit IDA HOLM=byline}, {credit Associated Press=wire}\n\nOSLO ({credit AP=wire}) — It rained."
    ),
    "dateline in capitals with a date": "WASHINGTON, Feb 10 ({credit Xinhua=wire}) -- It rained.",
}

NO_CREDITS = {
    "acronym": "She works for the Associated Press (AP).",
    "acronym in the text": "The Press Trust of India (PTI) said so.",
    "acronym behind a name": "The National Association of Nurses (NTB) left.",
    "acronym at a line's end": "She led the nurses. (NTB)\n\nIt rained.",
    "end": "It rained.\n\n(ENDS)",
    "turn": "LOWE (LAB): We will not pay.",
    "signature of a quotation": "“It rained.”\n\nIda Holm, Editor",
    "post in a sentence": "Ida Holm, a reporter in Oslo, left.",
    "thing contributed": "The rain was what they had contributed.",
    "party": "Ida Holm (D) left.",
    "by a day": "By Monday, they had left.",
    "by a way": "By Reef Road they met a crowd.",
    "by a person, in a sentence": "It was written by Ida Holm in May and lost.",
    "with help": "She went with reports from Oslo in hand.",
    "photo in a sentence": "She took a photo by the dam and left.",
    "agency alone": "She left.\n\nReuters\n\nIt rained.",
    "poll": "Who leads? Ask Reuters/Ipsos.",
    "editing as work": "The editing by night went on.",
    "nothing": "",
}


def parse(marked: str) -> tuple[str, list[Credit]]:
    """Return a text, and the credits that it marks."""
    article = parse_markup(marked)
    return article.text, [
        Credit(article.words(mark), mark.answer or "", mark.start, mark.end) for mark in article.of("credit")
    ]


class TestReadCredits:
    """read_credits()."""

    @pytest.mark.parametrize("marked", CREDITS.values(), ids=CREDITS)
    def test_credits(self, marked: str) -> None:
        """Agencies, writers and editors are found with their roles and places."""
        text, expected = parse(marked)

        assert tuple(expected) == read_credits(TextIndex(text))

    @pytest.mark.parametrize("text", NO_CREDITS.values(), ids=NO_CREDITS)
    def test_none(self, text: str) -> None:
        """Words of the story itself are no credits."""
        assert () == read_credits(TextIndex(text))

    def test_example(self) -> None:
        """The example article names its agency and other agencies at the end."""
        text = EXAMPLES.joinpath("japan_summit.txt").read_text(encoding="utf-8")
        found = [
            (credit.name, credit.role, text[credit.start : credit.end]) for credit in read_credits(TextIndex(text))
        ]

        assert [("ANI", "wire", "ANI"), ("agencies", "agencies", "agencies")] == found

    def test_captions(self) -> None:
        """Picture credits are read from the captions that are given."""
        assert () == read_credits(TextIndex("Photo: Jane Roe/Reuters\n\nIt rained."), captions=())

    def test_overlap(self) -> None:
        """A name is credited once, by the first reader that finds it."""
        assert [Credit("AP", "photo", 29, 31), Credit("Jo Lind", "photo", 38, 45)] == [
            *read_credits(TextIndex("Ida Holm in Oslo on Monday. (AP Photo/Jo Lind)\n\nIt rained."))
        ]

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, each name is the text's, and none overlaps another."""
        found = read_credits(TextIndex(text))

        assert [credit.name for credit in found] == [text[credit.start : credit.end] for credit in found]
        assert all(one.end <= other.start for one, other in pairwise(found))
