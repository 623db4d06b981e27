"""
Boilerplate: credits, datelines and captions, which are nobody's statements.

Texts mark their boilerplate and attributions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.attributions.boilerplate import strip_boilerplate
from quotekit.attributions.draft import Draft
from quotekit.metadata import find_boilerplate, read_credits, read_dateline
from quotekit.metadata.captions import find_captions
from quotekit.records import Spans
from tests.markup import parse as parse_markup
from tests.strategies import spans, texts

BOILERPLATE = {
    "dateline": "{boilerplate OSLO (AP) — }It rained.",
    "dateline with a date": "{boilerplate OSLO, May 3 (Reuters) - }It rained.",
    "dateline with a colon": "{boilerplate Reef Town [Norland], February 10 (ANI): }It rained.",
    "dateline alone": "{boilerplate OSLO — }It rained.",
    "date": "Rain\n{boilerplate Published: Sept. 3, 2025}\nIt rained.",
    "agency at the end": "It rained. {boilerplate (ANI)}",
    "agencies": "It rained. {boilerplate (ANI)}\n\n{boilerplate (With inputs from agencies.)}",
    "reporting and editing": "It rained. {boilerplate (Reporting by Jo Lind in Oslo; Editing by Bo Dray)}",
    "reporting in a line": "It rained.\n\n{boilerplate Reporting by Jo Lind in Oslo; Additional reporting by Ann Ray; Editing by Bo Dray}",
    "contributor": "It rained. {boilerplate Associated Press writer Jo Lind contributed to this report.}",
    "byline": "Rain\n\n{boilerplate By Jo Lind and Bo Dray, Staff Writers}\n\nIt rained.",
    "photo": "It rained.\n\n{boilerplate Photo: Jane Roe/Reuters}\n\nIt stopped.",
    "photo by": "It rained.\n\n{boilerplate Photo by Jane Roe}\n\nIt stopped.",
    "photographer and agency": "It rained.\n\n{boilerplate Jane Roe via Getty Images.}\n\nIt stopped.",
    "agency of pictures": "It rained.\n\n{boilerplate Getty.}\n\nIt stopped.",
    "caption with a credit": "{boilerplate Ida Holm speaks in Oslo on Monday. (Jane Roe/Reuters)}\n\nIt rained.",
    "caption with a newspaper's credit": "{boilerplate Ida Holm speaks in Oslo. (Jane Roe/The Reef Times)}\n\nIt rained.",
    "caption behind a bar": "{boilerplate Ida Holm speaks in Oslo. \\| AP Photo}\n\nIt rained.",
    "caption with a photograph": "{boilerplate Ida Holm speaks in Oslo. Photograph: Jane Roe/AFP/Getty Images}\n\nIt rained.",
    "labelled caption": "{boilerplate Image caption Ida Holm says it is late}\n\nIt rained.",
    "photo on file": "{boilerplate FILE PHOTO: Ida Holm speaks in Oslo. REUTERS/Jane Roe/File Photo}\n\nIt rained.",
    "old photo on file": "{boilerplate FILE - In this May 3 photo, Ida Holm speaks. (AP Photo/Jane Roe, File)}\n\nIt rained.",
    "last caption": "It rained.\n\n{boilerplate Ida Holm speaks in Oslo. (AP Photo/Jane Roe)}",
}  # fmt: skip

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

KEPT = {
    "prose": ("{s Holm} {c said} {t it was late}.", ["it was late"]),
    "dateline in the content": ("{t OSLO (AP) — It is late}, {s Holm} {c said}.", ["It is late"]),
    "dateline before the source": ("OSLO (AP) — {s Officials} {c said} {t it was late}.", ["it was late"]),
    "credit behind the content": ("{s Holm} {c said} {t it was late. (ANI)}", ["it was late."]),
    "photo in a quotation": (
        "{s Holm} {c said}: {t “It is late.\n\nPhoto: Jane Roe/Reuters\n\n“We go.”}",
        ["“It is late.", "“We go.”"],
    ),
}

DROPPED = {
    "credit": "It rained.\n\n{c Reporting by} {s Jo Lind} {t in Oslo}; Editing by Bo Dray",
    "credit in parentheses": "It rained. ({c Reporting} by {s Jo Lind}; {t Editing by Bo Dray})",
    "caption": "{s Ida Holm} {c speaks about} {t the dam} in Oslo. (AP Photo/Jane Roe)\n\nIt rained.",
    "label as a cue": "It rained.\n\n{s Photo}{c :} {t Jane Roe/Reuters}\n\nIt stopped.",
    "labelled caption": "Image caption {s Ida Holm} {c says} {t it is late}\n\nIt rained.",
    "contributor": "It rained. {s Jo Lind} {c contributed to this report}{t .}",
    "only a dateline said": "{t OSLO} (AP) — It is late, {s Holm} {c said}.",
    "no cue": "It rained.\n\n{t Photo: Jane Roe/Reuters}\n\nIt stopped.",
}


def found_in(text: str) -> list[tuple[int, int]]:
    """All of a text's boilerplate."""
    return find_boilerplate(text, read_credits(text), read_dateline(text))


def parse(marked: str) -> tuple[str, Draft]:
    """A text without its marking, and the attribution that it marks."""
    sentence = parse_markup(marked)
    text = sentence.text
    content, cue, source = (sentence.spans(role) for role in "tcs")
    return text, Draft(content, cue, source, 1.0, ())


class TestFindBoilerplate:
    """find_boilerplate(), and find_captions() behind it."""

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
        assert [] == found_in(text)

    def test_last_words(self) -> None:
        """Who is named behind the last words of an article wrote them, and took no picture."""
        assert [] == find_captions("It rained.\n\nIt stopped, Holm said. (Jane Roe/Reuters)")

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, the stretches are in order, in the text and apart."""
        found = found_in(text)

        assert all(0 <= start < end <= len(text) for start, end in found)
        assert all(one[1] < other[0] for one, other in pairwise(found))


class TestStripBoilerplate:
    """strip_boilerplate()."""

    @pytest.mark.parametrize(("marked", "expected"), KEPT.values(), ids=KEPT)
    def test_kept(self, marked: str, expected: list[str]) -> None:
        """A statement keeps its prose; what it has of credits, datelines and captions is cut out."""
        text, tagged = parse(marked)
        [kept] = strip_boilerplate(text, [tagged], found_in(text))

        assert expected == [piece.text for piece in kept.content]
        assert (tagged.cue, tagged.source) == (kept.cue, kept.source)

    @pytest.mark.parametrize("marked", DROPPED.values(), ids=DROPPED)
    def test_dropped(self, marked: str) -> None:
        """What is attributed in boilerplate, or says nothing else, is no statement."""
        text, tagged = parse(marked)

        assert [] == strip_boilerplate(text, [tagged], found_in(text))

    def test_nothing_to_strip(self) -> None:
        """Without boilerplate the attributions stay as they are."""
        text, tagged = parse("{s Holm} {c said} {t it was late}.")

        assert [tagged] == strip_boilerplate(text, [tagged], [])

    @given(st.data())
    def test_any_text(self, data: st.DataObject) -> None:
        """Whatever is cut, what is left lies outside the boilerplate and is the text's."""
        text = data.draw(texts().filter(bool))
        tagged = Draft(data.draw(spans(text, least=1)), data.draw(spans(text)), Spans(), 1.0, ())
        stretches = [(span.start, span.end) for span in data.draw(spans(text))]
        kept = strip_boilerplate(text, [tagged], stretches)
        pieces = [piece for one in kept for part in (one.content, one.cue) for piece in part]

        assert all(piece.text == text[piece.start : piece.end] for piece in pieces)
        assert all(piece.end <= start or end <= piece.start for piece in pieces for start, end in stretches)
