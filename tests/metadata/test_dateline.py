"""
Datelines.

Texts mark their datelines as :mod:`tests.markup` documents.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from quotekit.metadata import read_dateline
from quotekit.records import Dateline
from quotekit.text import TextIndex
from tests.markup import parse as parse_markup
from tests.strategies import texts

EXAMPLES = Path(__file__).parents[2] / "examples"

DATELINES = {
    "ISO": (" date {dateline 2026-02-10} It rained.", "2026-02-10", None),
    "agency": ("{dateline OSLO} (AP) — It rained.", None, "OSLO"),
    "no agency": ("{dateline OSLO} -- It rained.", None, "OSLO"),
    "two words": ("{dateline NEW REEF} — It rained.", None, "NEW REEF"),
    "state": ("{dateline REEF, Wis.} - It rained.", None, "REEF, Wis."),
    "month and day": ("{dateline OSLO, May 3} (Reuters) - It rained.", None, "OSLO"),
    "whole date": ("{dateline OSLO, Feb. 10, 2026} (AP) — It rained.", "2026-02-10", "OSLO"),
    "day first": ("{dateline OSLO, 10 February 2026} (AFP) – It rained.", "2026-02-10", "OSLO"),
    "country in brackets": (
        ("{dateline Reef Town [Norland], February 10, 2026} (ANI): It rained."),
        "2026-02-10",
        "Reef Town [Norland]",
    ),
    "under a heading": ("Rain in Oslo\n\nBy Ida Holm\n\n{dateline OSLO} — It rained.", None, "OSLO"),
    "date alone": ("Rain\n{dateline 10 February 2026}\n\nIt rained.", "2026-02-10", None),
    "published": ("Rain\n\nPublished: {dateline Sept. 3, 2025}\n\nIt rained.", "2025-09-03", None),
    "date beside a byline": ("By Ida Holm \\| {dateline Feb. 10, 2026}\n\nIt rained.", "2026-02-10", None),
    "capital": ("{dateline WASHINGTON} (AP) — It rained.", None, "WASHINGTON"),
    "two towns": ("{dateline GENEVA/ZURICH}, (Reuters) - It rained.", None, "GENEVA/ZURICH"),
    "saint": ("{dateline ST. PAUL, Minn.} (AP) — It rained.", None, "ST. PAUL, Minn."),
    "date in the middle": ("{dateline NEW DELHI, Feb 10, 2026} (PTI) — It rained.", "2026-02-10", "NEW DELHI"),
    "place and colon": ("{dateline VARDO}: The dam is safe, Minister Imran Lone said.", None, "VARDO"),
    "place in small letters": ("{dateline Vardo}: The dam is safe, the minister said.", None, "Vardo"),
    "date in brackets": ("[{dateline February 20, 2017] VARDO} (Reuters) - It rained.", "2017-02-20", "VARDO"),
    "regions in brackets": (
        "{dateline Vardo (Finnmark) [Norland], Aug 28} (ANI): It rained.",
        None,
        "Vardo (Finnmark) [Norland]",
    ),
    "agency first": ("AFP, {dateline VARDO}\n\nIt rained.", None, "VARDO"),
    "agency behind the date": ("{dateline VARDO, 3 May 2024}, GNA – It rained.", "2024-05-03", "VARDO"),
    "agency behind a bar": ("{dateline VARDO, Feb 3} \\| Reuters: It rained.", None, "VARDO"),
    "ordinal": ("{dateline Vardo, 3rd May 2024} – It rained.", "2024-05-03", "Vardo"),
    "full stop": ("{dateline VARDO}.- It rained.", None, "VARDO"),
    "dots": ("{dateline HARLAN, KY}....Holm Mills said it would grow.", None, "HARLAN, KY"),
    "writer in the line": ("By Jo Lind {dateline VARDO} (Reuters) - It rained.", None, "VARDO"),
    "no date behind a dash": ("{dateline VARDO - 3 May 2024}: It rained.", "2024-05-03", "VARDO"),
    "date, then place": ("{dateline March 1, 2026}\n\nIt rained.", "2026-03-01", None),
}

NO_DATELINES = {
    "nothing": "",
    "prose": "It rained.",
    "slug": "BREAKING — It rained.",
    "turn": "HOLM: It rained.",
    "place that speaks": "OSLO: We will not pay.",
    "topic": "BUDGET: Schools get nothing, Roth said.\n\nThe budget is small.",
    "label of a headline": "VARDO: Woman staged theft, police say",
    "agency": "CNN — It rained.",
    "date in a sentence": "Feb. 10, 2026, was a cold day in Oslo and many left.",
    "no such day": "February 31, 2026\n\nIt rained.",
    "far down": "It rained.\n" * 20 + "OSLO (AP) — It rained.",
    "name and dash": "Ida Holm — It rained.",
    "heading": "OSLO’S DAM BROKE, AND NOBODY KNOWS WHY - It rained.",
    "long heading": "THE DAM BROKE AGAIN — It rained.",
    "photo on file": "FILE - In this photo of May 3, it rains.",
}


class TestReadDateline:
    """read_dateline()."""

    @pytest.mark.parametrize(("marked", "date", "place"), DATELINES.values(), ids=DATELINES)
    def test_dateline(self, marked: str, date: str | None, place: str | None) -> None:
        """Place and date are found as printed; the date is given where year, month and day are known."""
        article = parse_markup(marked)
        text = article.text
        [(start, end)] = article.bounds("dateline")

        assert Dateline(date, place, start, end) == read_dateline(TextIndex(text))

    @pytest.mark.parametrize("text", NO_DATELINES.values(), ids=NO_DATELINES)
    def test_none(self, text: str) -> None:
        """What only looks like a dateline is none."""
        assert read_dateline(TextIndex(text)) is None

    def test_example(self) -> None:
        """The example article begins with its date."""
        text = EXAMPLES.joinpath("japan_summit.txt").read_text(encoding="utf-8")

        assert Dateline("2026-02-10", None, 6, 16) == read_dateline(TextIndex(text))

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, a dateline stands in it and has a place or a date."""
        found = read_dateline(TextIndex(text))

        assert found is None or (0 <= found.start < found.end <= len(text) and (found.place or found.date))
