"""
Openings of lines: datelines, labels of places and topics, and times of live entries.

Texts mark their openings as boilerplate in :mod:`tests.markup` documents.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from quotekit.metadata import find_openings
from quotekit.text import TextIndex
from tests.markup import parse as parse_markup
from tests.strategies import texts

DATELINES = {
    "agency": "{boilerplate VARDO (NTB) — }It rained.",
    "agency and colon": "{boilerplate VARDO, Feb 3 (NTB): }It rained.",
    "agency without a dash": "{boilerplate VARDO, Feb 3 (NTB) }It rained.",
    "agency joined to the prose": "{boilerplate Paris (CNN)}It rained.",
    "agency behind the town": "{boilerplate London CNN — }It rained.",
    "agency behind a bar": "{boilerplate VARDO, Feb 3 \\| Reuters: }It rained.",
    "agency behind a comma": "{boilerplate VARDO, AAP - }It rained.",
    "agency behind the date": "{boilerplate Vardo, May 3, GNA – }It rained.",
    "agency in slashes": "{boilerplate VARDO, May 3. /TASS/. }It rained.",
    "agency between dashes": "{boilerplate VARDO--(BUSINESS WIRE)--}It rained.",
    "agency first": "{boilerplate AFP, VARDO}\n\nIt rained.",
    "reporters without a name": "{boilerplate VARDO (Our Correspondent): }It rained.",
    "date first": "{boilerplate [February 20, 2017] VARDO (Reuters) - }It rained.",
    "date first, without brackets": "{boilerplate Feb 20, 2017 VARDO (Reuters) - }It rained.",
    "date alone": "{boilerplate Dec 29 (Reuters) - }It rained.",
    "date and colon": "{boilerplate Vardo, Aug 28: }It rained.",
    "day of the week": "{boilerplate VARDO, Tuesday – }It rained.",
    "regions": "{boilerplate Vardo (Finnmark) [Norland], Aug 28 (ANI): }It rained.",
    "region in the list": "{boilerplate Vardo, Norway — }It rained.",
    "state and dots": "{boilerplate HARLAN, KY....}Holm Mills said it would grow.",
    "aboard": "{boilerplate ABOARD THE VELA (AP) — }It rained.",
    "particles": "{boilerplate RIO DA VELA — }It rained.",
    "other capitals": "{boilerplate ÅSŁO (PAP) - }It rained.",
    "towns": "{boilerplate VARDO/BODO — }It rained.",
    "writer in the line": "{boilerplate By Jo Lind VARDO (Reuters) - }It rained.",
    "several": "{boilerplate VARDO — }It rained.\n\n{boilerplate LIMA (AP) — }It stopped.",
    "place and source": "{boilerplate VARDO: }The dam is safe, Minister Imran Lone said.",
    "place and source in front": "{boilerplate VARDO: }Minister Imran Lone said the dam is safe.",
    "place and day": "{boilerplate VARDO: }Floods closed nine schools on Sunday.",
    "place named in the text": "{boilerplate VARDO: }Floods closed nine schools.\n\nIt rains a lot in Vardo.",
    "known place": "{boilerplate NEW DELHI: }Floods closed nine schools.",
    "place and quotation": "{boilerplate VARDO: }“We have no buses,” Aisyah Noor said.",
    "place in small letters": "{boilerplate Vardo: }The dam is safe, the minister said.",
    "places": "{boilerplate VARDO: }Two were held, police said.\n\n{boilerplate RASTO: }It rained on Sunday.",
}

LABELS = {
    "place": "{boilerplate VARDO: }Woman staged theft, police say",
    "topic": "{boilerplate BUDGET: }Schools will get nothing, Oyelaran warns",
    "topic named in the text": "{boilerplate BUDGET: }Schools get nothing, Roth said.\n\nThe budget is small.",
    "list": (
        "{boilerplate VARDO: }Two held, police say\n{boilerplate OBRY: }Dam leaks, mayor says\n"
        "{boilerplate RASTO: }Storm closes port"
    ),
}

TIMES = {
    "dot": "{boilerplate 16.06 }The crane fell, a source said.",
    "colon": "{boilerplate 16:06: }The crane fell.",
    "half of the day": "{boilerplate 9.40am }The road is clear.",
    "hour alone": "{boilerplate 9 p.m. — }The road is clear.",
    "zone": "{boilerplate 12.05pm BST: }The road is clear.",
    "brackets": "{boilerplate [14:29 GMT] – }“It holds,” Roth said.",
    "four digits": "{boilerplate 1606 GMT }The crane fell.",
    "line": "{boilerplate 4:40 p.m.:\n\n}The crane fell.",
    "entries": "{boilerplate 16.06 }The crane fell.\n\n{boilerplate 16.20 }It rained.",
}

AGENCIES = {
    "joined to the prose": "{boilerplate (CNN)}It rained.",
    "space": "{boilerplate (AP) }It rained.",
    "dash": "{boilerplate (Reuters) - }It rained.",
    "no parentheses": "{boilerplate Reuters — }It rained.",
    "unknown": "{boilerplate (NTB) — }It rained.",
}

PROSE = {
    "nothing": "",
    "place that speaks": "OSLO: we will not pay",
    "place that speaks, in a sentence": "Karachi says it will not pay.",
    "government": "Moscow: West began the war",
    "headline of a place": "Bodo: Storm closes port",
    "turn": "LOWE: Thank you.",
    "turn with a source": "LOWE: The minister said it was safe, I think.",
    "turns": "LOWE: Thanks, Chair.\n\nRASK: The dam is safe, the minister said.",
    "speaker that comes again": "RASK: The minister said so.\n\nLOWE: It rained on Sunday.\n\nRASK: Police said so.",
    "question": "RASK: Did the minister say on Monday that it is safe?",
    "named elsewhere": "LOWE: The minister said it was safe.\n\nMary Lowe asked him.",
    "full name": "MARY LOWE: The minister said it was safe.",
    "title": "Dr LOWE: The minister said on Monday it was safe.",
    "post": "SHERIFF: Teen set fire, witnesses say",
    "organization": "NATO: The alliance is ready, officials said.",
    "outlet": "BBC: The minister said on Friday the dam is safe.",
    "document": "Report: Five killed, police say",
    "party": "SMITH (R-TX): We will not pay.",
    "clause behind a colon": "Names: whose name it can be, and what its words tell.",
    "passive behind a colon": "Names: given ones, what bodies are called.",
    "name and date": "Ida Holm, May 3 — It rained.",
    "slug": "UPDATE — It rained.",
    "quoted": "“OSLO: The dam is safe, the minister said.”",
    "number of people": "14 Norwegian officials say it rained.",
    "preposition": "From Bloomberg: It rained.",
    "amount": "2.50 Euros is the price, he said.",
    "time in a sentence": "3 p.m. is when it rained.",
    "acronym": "The Press Trust of India (PTI) said so.",
    "acronym before a capital": "The Press Trust of India (PTI) Chief Jo Lind said so.",
    "bars without spaces": "The |Reef Times|organization and |Reuters|organization reported it.",
    "updated": "[Updated] It rained.",
}


def openings_of(text: str) -> list[tuple[str, str]]:
    """Kinds and words of a text's openings."""
    return [(opening.kind, text[opening.start : opening.end]) for opening in find_openings(TextIndex(text))]


class TestFindOpenings:
    """find_openings()."""

    @pytest.mark.parametrize(
        ("kind", "marked"),
        [
            *(pytest.param("dateline", marked, id=f"dateline: {name}") for name, marked in DATELINES.items()),
            *(pytest.param("label", marked, id=f"label: {name}") for name, marked in LABELS.items()),
            *(pytest.param("time", marked, id=f"time: {name}") for name, marked in TIMES.items()),
            *(pytest.param("agency", marked, id=f"agency: {name}") for name, marked in AGENCIES.items()),
        ],
    )
    def test_openings(self, kind: str, marked: str) -> None:
        """Openings are found up to the prose, with their kinds."""
        article = parse_markup(marked)

        assert [(kind, article.words(mark)) for mark in article.of("boilerplate")] == openings_of(article.text)

    @pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
    def test_prose(self, text: str) -> None:
        """Speakers' labels, names and numbers are no openings."""
        assert [] == openings_of(text)

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, the openings are in order, in the text and apart."""
        found = find_openings(TextIndex(text))

        assert all(0 <= opening.start < opening.end <= len(text) for opening in found)
        assert all(one.end <= other.start for one, other in pairwise(found))

    @pytest.mark.parametrize(
        "line",
        [
            "OSLO: It rained.\n",
            "A B C D, E F, G H, I J - (K) [L] /M/ N\n",
            "16.06 It rained.\n",
            "A/" * 200,
            "A-" * 200,
        ],
        ids=["labels", "items", "times", "slashes", "hyphens"],
    )
    def test_long_texts(self, line: str) -> None:
        """Thousands of lines, or one of thousands of marks, are read as a few are."""
        few, many = (find_openings(TextIndex(line * times)) for times in (5, 2000))

        assert bool(few) == bool(many)
