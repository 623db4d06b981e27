"""Turns of transcripts, from the text to the attributions."""

from __future__ import annotations

import pytest

from quotekit import extract
from quotekit.attributions.transcripts import find_turns
from quotekit.text import TextIndex
from tests.markup import parse

TRANSCRIPTS = [
    pytest.param("{s Q}. {t Is it deep?}\n{s2 A}. {t2 It is. We swam.}", id="letters"),
    pytest.param("{s Q}: {t Is it deep?}\n\n{s2 ANA ITO}: {t2 Very.}\n\n{t2 You sink at once.}", id="two paragraphs"),
    pytest.param("{s THE CLERK}: {t Do you swear?}\n{s2 THE WITNESS}: {t2 I do.}", id="offices"),
    pytest.param("{s Ms. BERG}: {t I object.}\n\n(Laughter.)\n\n{s2 The CHAIR}: {t2 Order. You sit down.}", id="chair"),
    pytest.param("{s Moderator}: {t Is it deep?}\n{s2 Guest}: {t2 Nobody knows.}", id="question and answer"),
    pytest.param(
        "7\n00:00:01,000 --> 00:00:03,000\n{s ANA}: {t Is it deep?}\n\n8\n00:00:04,000 --> 00:00:05,000\n"
        "{s2 LENA}: {t2 We swam.}",
        id="subtitles",
    ),
    pytest.param("[10:22] {s Ana}: {t Is it deep?}\n[10:23] {s2 Lena}: {t2 We swam.}", id="times"),
]
OTHERS = [
    pytest.param("Tickets: 9 euros at the gate.\n\nParking: behind the mill.", id="notices"),
    pytest.param("Ito: Ferry Will Stop\n\nThe ferry is old. It sails at noon.\n\nNote: You can still swim.", id="news"),
    pytest.param("Q. Berg runs the mill. A. Ito owns it.", id="initials"),
    pytest.param("UPDATE: The ferry has sailed.\n\nPREVIOUSLY: We saw it in Moss.", id="notes"),
    pytest.param("Ito asked me: Is it deep?\nThen I said: It is.", id="clauses"),
]


class TestTurns:
    """find_turns() and draft_turns()."""

    @pytest.mark.parametrize("marked", TRANSCRIPTS)
    def test_one_attribution_each(self, marked: str) -> None:
        """The label is the source, and all that is said the content."""
        sentence = parse(marked)
        expected = [(sentence.spans("s", n).text, sentence.spans("t", n).text) for n in (1, 2)]

        assert expected == [(found.source.text, found.content.text) for found in extract(sentence.text).attributions]

    @pytest.mark.parametrize("text", OTHERS)
    def test_no_transcript(self, text: str) -> None:
        """Lines that begin with words and a colon are no conversation by that."""
        assert find_turns(TextIndex(text)) == ()

    def test_what_is_told_in_a_turn_is_kept(self) -> None:
        """A speaker may tell of others; the turn goes on behind that."""
        found = extract("HOST: Is it deep?\nITO: Yes. My brother said that the lake was frozen. We left.").attributions

        assert [
            ("ITO", "Yes. My brother said that the lake was frozen. We left."),
            ("My brother", "that the lake was frozen"),
        ] == [(one.source.text, one.content.text) for one in found[1:]]
