"""
Boilerplate, which is cut out of drafts.

Texts mark their attributions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.attributions.boilerplate import strip_boilerplate
from quotekit.attributions.draft import Draft
from quotekit.metadata import read_metadata
from quotekit.text import TextIndex
from tests.helpers import context_of
from tests.markup import parse as parse_markup
from tests.strategies import spans, texts

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


def parse(marked: str) -> tuple[str, Draft]:
    """Return a text without its marks, and a draft of the attribution that it marks."""
    sentence = parse_markup(marked)
    text = sentence.text
    content, cue, source = (sentence.spans(role) for role in "tcs")
    return text, Draft(content, cue, source)


class TestStripBoilerplate:
    """strip_boilerplate()."""

    @pytest.mark.parametrize(("marked", "expected"), KEPT.values(), ids=KEPT)
    def test_kept(self, marked: str, expected: list[str]) -> None:
        """A statement keeps its prose; what it has of credits, datelines and captions is cut out."""
        text, draft = parse(marked)
        [kept] = strip_boilerplate(context_of(text, boilerplate=read_metadata(TextIndex(text)).boilerplate), [draft])

        assert expected == [piece.text for piece in kept.content]
        assert (draft.cue, draft.source) == (kept.cue, kept.source)

    @pytest.mark.parametrize("marked", DROPPED.values(), ids=DROPPED)
    def test_dropped(self, marked: str) -> None:
        """What is attributed in boilerplate, or says nothing else, is no statement."""
        text, draft = parse(marked)

        assert [] == strip_boilerplate(
            context_of(text, boilerplate=read_metadata(TextIndex(text)).boilerplate), [draft]
        )

    def test_nothing_to_strip(self) -> None:
        """Without boilerplate drafts stay as they are."""
        text, draft = parse("{s Holm} {c said} {t it was late}.")

        assert [draft] == strip_boilerplate(context_of(text, boilerplate=[]), [draft])

    @given(st.data())
    def test_any_text(self, data: st.DataObject) -> None:
        """Whatever is cut, what is left lies outside the boilerplate and is the text's."""
        text = data.draw(texts().filter(bool))
        draft = Draft(data.draw(spans(text, least=1)), data.draw(spans(text)))
        stretches = [(span.start, span.end) for span in data.draw(spans(text))]
        kept = strip_boilerplate(context_of(text, boilerplate=stretches), [draft])
        pieces = [piece for one in kept for part in (one.content, one.cue) for piece in part]

        assert all(piece.text == text[piece.start : piece.end] for piece in pieces)
        assert all(piece.end <= start or end <= piece.start for piece in pieces for start, end in stretches)
