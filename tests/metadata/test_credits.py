"""
Credits and datelines.

A text marks each credit as ``{role|name}``, and the stretch of its dateline as ``<OSLO, Feb. 10, 2026>``.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from quotekit.metadata import read_credits, read_dateline
from quotekit.records import Credit, Dateline
from tests.strategies import texts

MARKED = re.compile(r"\{(\w+)\|([^{}|]+)\}")
EXAMPLES = Path(__file__).parents[2] / "examples"

CREDITS = {
    "agency at the end": "It rained. ({wire|ANI})",
    "agency in its own line": "It rained.\n\n({wire|Reuters})",
    "agency after a quotation": "“It rained.” ({wire|AFP})",
    "two agencies": "It rained. ({wire|AP}/{wire|AFP})",
    "agencies": "It rained. ({wire|ANI})\n\n(With inputs from {agencies|agencies}.)",
    "with agency inputs": "It rained.\n\n(With inputs from {wire|ANI})",
    "with reporting by": "It rained.\n\nWith reporting by {reporting|Ida Holm}.",
    "dateline": "OSLO ({wire|AP}) — It rained.",
    "dateline with a date": "OSLO, May 3 ({wire|Reuters}) - It rained.",
    "dateline with a state": "REEF, Wis., May 3 ({wire|UPI}) -- It rained.",
    "dateline with a colon": "Reef Town [Norland], February 10 ({wire|ANI}): It rained.",
    "reporting and editing": "It rained. (Reporting by {reporting|Ida Holm} and {reporting|Carl Dray}; Editing by {editing|Jo Lind})",
    "places of reporters": "Reporting by {reporting|Ida Holm} in Oslo; Additional reporting by {reporting|Jo Lind}",
    "writing": "It rained.\n\nWriting by {writing|A. B. Dray}; editing by {editing|Jo Lind}",
    "byline": "By {byline|Ida Holm}\n\nIt rained.",
    "two writers": "Rain\n\nBy {byline|Ida Holm} and {byline|Carl Dray}, Staff Writers\n\nIt rained.",
    "byline in capitals": "BY {byline|IDA HOLM}\n\nIt rained.",
    "byline with a date": "By {byline|Ida Holm} | Feb. 10, 2026\n\nIt rained.",
    "three writers": "By {byline|Ida Holm}, {byline|Carl Dray} and {byline|Jo de Lind}\n\nIt rained.",
    "agency as writer": "By {wire|The Associated Press}\n\nIt rained.",
    "contributor": "It rained.\n\n{reporting|Ida Holm} contributed to this report.",
    "contributors": "It rained.\n\n{reporting|Ida Holm} and {reporting|Carl Dray} contributed reporting.",
    "agency's contributor": "It rained.\n\nAssociated Press writer {reporting|Ida Holm} contributed to this report.",
    "photo": "Photo by {photo|Ida Holm}\n\nIt rained.",
    "photo with an agency": "Photo: {photo|Jane Roe}/{photo|Reuters}\n\nIt rained.",
    "photo under a caption": "Ida Holm in Oslo. ({photo|Jane Roe}/{photo|AFP}/{photo|Getty Images})\n\nIt rained.",
    "agency's photo": "Ida Holm in Oslo, May 3. ({photo|AP} Photo/{photo|Jane Roe}, File)\n\nIt rained.",
    "photo on file": "FILE PHOTO: Ida Holm in Oslo. {photo|REUTERS}/{photo|Jane Roe}/File Photo\n\nIt rained.",
    "photo via": "{photo|Jane Roe} via {photo|Getty Images}.\n\nIt rained.",
    "writer and agency at the end": "Rain\n\nIt rained. ({wire|PTI})",
    "several agencies": "It rained.\n\n(With inputs from {wire|ANI} and {agencies|agencies}.)",
    "wire's whole line": "It rained.\n\nReporting by {reporting|Jo Lind} and {reporting|Ann Ray} in Oslo; Writing by {writing|Bo Dray}; Editing by {editing|Cy Fox}",
    "byline of an agency's writer": "By {byline|IDA HOLM}, {wire|Associated Press}\n\nOSLO ({wire|AP}) — It rained.",
    "dateline in capitals with a date": "WASHINGTON, Feb 10 ({wire|Xinhua}) -- It rained.",
}  # fmt: skip

NO_CREDITS = {
    "acronym": "She works for the Associated Press (AP).",
    "acronym in the text": "The Press Trust of India (PTI) said so.",
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

DATELINES = {
    "ISO": (" date <2026-02-10> It rained.", "2026-02-10", None),
    "agency": ("<OSLO> (AP) — It rained.", None, "OSLO"),
    "no agency": ("<OSLO> -- It rained.", None, "OSLO"),
    "two words": ("<NEW REEF> — It rained.", None, "NEW REEF"),
    "state": ("<REEF, Wis.> - It rained.", None, "REEF, Wis."),
    "month and day": ("<OSLO, May 3> (Reuters) - It rained.", None, "OSLO"),
    "whole date": ("<OSLO, Feb. 10, 2026> (AP) — It rained.", "2026-02-10", "OSLO"),
    "day first": ("<OSLO, 10 February 2026> (AFP) – It rained.", "2026-02-10", "OSLO"),
    "country in brackets": ("<Reef Town [Norland], February 10, 2026> (ANI): It rained.", "2026-02-10", "Reef Town [Norland]"),
    "under a heading": ("Rain in Oslo\n\nBy Ida Holm\n\n<OSLO> — It rained.", None, "OSLO"),
    "date alone": ("Rain\n<10 February 2026>\n\nIt rained.", "2026-02-10", None),
    "published": ("Rain\n\nPublished: <Sept. 3, 2025>\n\nIt rained.", "2025-09-03", None),
    "date beside a byline": ("By Ida Holm | <Feb. 10, 2026>\n\nIt rained.", "2026-02-10", None),
    "capital": ("<WASHINGTON> (AP) — It rained.", None, "WASHINGTON"),
    "two towns": ("<GENEVA/ZURICH>, (Reuters) - It rained.", None, "GENEVA/ZURICH"),
    "saint": ("<ST. PAUL, Minn.> (AP) — It rained.", None, "ST. PAUL, Minn."),
    "date in the middle": ("<NEW DELHI, Feb 10, 2026> (PTI) — It rained.", "2026-02-10", "NEW DELHI"),
    "date, then place": ("<March 1, 2026>\n\nIt rained.", "2026-03-01", None),
}  # fmt: skip

NO_DATELINES = {
    "nothing": "",
    "prose": "It rained.",
    "slug": "BREAKING — It rained.",
    "turn": "HOLM: It rained.",
    "date in a sentence": "Feb. 10, 2026, was a cold day in Oslo and many left.",
    "no such day": "February 31, 2026\n\nIt rained.",
    "far down": "It rained.\n" * 20 + "OSLO (AP) — It rained.",
    "name and dash": "Ida Holm — It rained.",
    "heading": "OSLO’S DAM BROKE, AND NOBODY KNOWS WHY - It rained.",
    "long heading": "THE DAM BROKE AGAIN — It rained.",
    "photo on file": "FILE - In this photo of May 3, it rains.",
}


def parse(marked: str) -> tuple[str, list[Credit]]:
    """A text without its marking, and the credits that it marks."""
    text, expected, last = "", [], 0
    for found in MARKED.finditer(marked):
        text += marked[last : found.start()]
        expected.append(Credit(found[2], found[1], len(text), len(text) + len(found[2])))
        text += found[2]
        last = found.end()
    return text + marked[last:], expected


class TestReadCredits:
    """read_credits()."""

    @pytest.mark.parametrize("marked", CREDITS.values(), ids=CREDITS)
    def test_credits(self, marked: str) -> None:
        """Agencies, writers and editors are found with their roles and places."""
        text, expected = parse(marked)

        assert tuple(expected) == read_credits(text)

    @pytest.mark.parametrize("text", NO_CREDITS.values(), ids=NO_CREDITS)
    def test_none(self, text: str) -> None:
        """Words of the story itself are no credits."""
        assert () == read_credits(text)

    def test_example(self) -> None:
        """The example article names its agency and other agencies at the end."""
        text = EXAMPLES.joinpath("japan_summit.txt").read_text(encoding="utf-8")
        found = [(credit.name, credit.role, text[credit.start : credit.end]) for credit in read_credits(text)]

        assert [("ANI", "wire", "ANI"), ("agencies", "agencies", "agencies")] == found

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, each name is the text's, and none overlaps another."""
        found = read_credits(text)

        assert [credit.name for credit in found] == [text[credit.start : credit.end] for credit in found]
        assert all(one.end <= other.start for one, other in pairwise(found))


class TestReadDateline:
    """read_dateline()."""

    @pytest.mark.parametrize(("marked", "date", "place"), DATELINES.values(), ids=DATELINES)
    def test_dateline(self, marked: str, date: str | None, place: str | None) -> None:
        """Place and date are found as printed; the date is given where year, month and day are known."""
        start, end = marked.index("<"), marked.index(">") - 1
        text = marked.replace("<", "").replace(">", "")

        assert Dateline(date, place, start, end) == read_dateline(text)

    @pytest.mark.parametrize("text", NO_DATELINES.values(), ids=NO_DATELINES)
    def test_none(self, text: str) -> None:
        """What only looks like a dateline is none."""
        assert read_dateline(text) is None

    def test_example(self) -> None:
        """The example article begins with its date."""
        text = EXAMPLES.joinpath("japan_summit.txt").read_text(encoding="utf-8")

        assert Dateline("2026-02-10", None, 6, 16) == read_dateline(text)

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, a dateline stands in it and has a place or a date."""
        found = read_dateline(text)

        assert found is None or (0 <= found.start < found.end <= len(text) and (found.place or found.date))
