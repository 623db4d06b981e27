"""
Boilerplate: credits, datelines and captions, which are nobody's statements.

Texts mark their boilerplate as :mod:`tests.markup` documents.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from quotekit.metadata import find_boilerplate, find_captions, find_openings, read_credits, read_dateline
from quotekit.text import Bounds, TextIndex
from tests.markup import parse as parse_markup
from tests.strategies import texts

BOILERPLATE = {
    "dateline": "{boilerplate OSLO (AP) — }It rained.",
    "dateline with a date": "{boilerplate OSLO, May 3 (Reuters) - }It rained.",
    "dateline with a colon": "{boilerplate Reef Town [Norland], February 10 (ANI): }It rained.",
    "dateline alone": "{boilerplate OSLO — }It rained.",
    "date": "Rain\n{boilerplate Published: Sept. 3, 2025}\nIt rained.",
    "agency at the end": "It rained. {boilerplate (ANI)}",
    "agencies": "It rained. {boilerplate (ANI)}\n\n{boilerplate (With inputs from agencies.)}",
    "reporting and editing": "It rained. {boilerplate (Reporting by Jo Lind in Oslo; Editing by Bo Dray)}",
    "reporting in a line": (
        "It rained.\n\n{boilerplate Reporting by Jo Lind in Oslo; Additional reporting by Ann Ray; Editing by Bo Dray}"
    ),
    "contributor": "It rained. {boilerplate Associated Press writer Jo Lind contributed to this report.}",
    "byline": "Rain\n\n{boilerplate By Jo Lind and Bo Dray, Staff Writers}\n\nIt rained.",
    "photo": "It rained.\n\n{boilerplate Photo: Jane Roe/Reuters}\n\nIt stopped.",
    "photo by": "It rained.\n\n{boilerplate Photo by Jane Roe}\n\nIt stopped.",
    "photographer and agency": "It rained.\n\n{boilerplate Jane Roe via Getty Images.}\n\nIt stopped.",
    "agency of pictures": "It rained.\n\n{boilerplate Getty.}\n\nIt stopped.",
    "caption with a credit": "{boilerplate Ida Holm speaks in Oslo on Monday. (Jane Roe/Reuters)}\n\nIt rained.",
    "caption with a newspaper's credit": (
        "{boilerplate Ida Holm speaks in Oslo. (Jane Roe/The Reef Times)}\n\nIt rained."
    ),
    "caption behind a bar": "{boilerplate Ida Holm speaks in Oslo. \\| AP Photo}\n\nIt rained.",
    "caption with a photograph": (
        "{boilerplate Ida Holm speaks in Oslo. Photograph: Jane Roe/AFP/Getty Images}\n\nIt rained."
    ),
    "labelled caption": "{boilerplate Image caption Ida Holm says it is late}\n\nIt rained.",
    "photo on file": "{boilerplate FILE PHOTO: Ida Holm speaks in Oslo. REUTERS/Jane Roe/File Photo}\n\nIt rained.",
    "old photo on file": (
        "{boilerplate FILE - In this May 3 photo, Ida Holm speaks. (AP Photo/Jane Roe, File)}\n\nIt rained."
    ),
    "last caption": "It rained.\n\n{boilerplate Ida Holm speaks in Oslo. (AP Photo/Jane Roe)}",
}

PROSE = {
    "nothing": "",
    "prose": "It rained, Holm said.",
    "acronym": "She works for the Associated Press (AP).",
    "picture in a sentence": "Picture this: a dam bursts.",
    "photos in a sentence": "She posted a photo, and Holm said so.",
    "Reuters in a sentence": "Holm said she met Reuters.",
    "poll": "A poll was held. Who leads? Reuters/Ipsos",
    "agency as a heading": "It rained.\n\nReuters\n\nIt stopped.",
    "with reports": "She went with reports from Oslo in hand.",
    "heading in capitals": "OSLO’S DAM BROKE - It rained.",
}


def found_in(text: str) -> tuple[Bounds, ...]:
    """All of a text's boilerplate."""
    index = TextIndex(text)
    return find_boilerplate(
        index,
        credits=read_credits(index),
        dateline=read_dateline(index),
        captions=find_captions(index),
        openings=find_openings(index),
    )


class TestFindBoilerplate:
    """find_boilerplate()."""

    @pytest.mark.parametrize("marked", BOILERPLATE.values(), ids=BOILERPLATE)
    def test_boilerplate(self, marked: str) -> None:
        """Credits, datelines and captions are found with all that belongs to them, and nothing else is."""
        sentence = parse_markup(marked)
        text = sentence.text

        assert list(map(sentence.words, sentence.of("boilerplate"))) == [
            text[start:end] for start, end in found_in(text)
        ]

    @pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
    def test_prose(self, text: str) -> None:
        """Prose that only looks like it is not taken for it."""
        assert () == found_in(text)

    def test_nothing_found(self) -> None:
        """Without credits, captions and a dateline there is no boilerplate."""
        assert () == find_boilerplate(TextIndex("OSLO (AP) — It rained."))

    def test_merged(self) -> None:
        """Stretches that touch are one."""
        assert ((0, 9),) == find_boilerplate(TextIndex("It rained."), captions=[(4, 9), (0, 4)])

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, the stretches are in order, in the text and apart."""
        found = found_in(text)

        assert all(0 <= start < end <= len(text) for start, end in found)
        assert all(one[1] < other[0] for one, other in pairwise(found))
