"""Speakers in conversations: each quotation of invented dialogues, in several layouts, goes to who says it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotekit.attributions.draft import Draft
from quotekit.names import find_mentions
from quotekit.speakers import resolve_speakers
from quotekit.speakers.antecedents import WeightedChooser
from quotekit.speakers.conversations import decide_conversations
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.resolve import apply_sieves
from quotekit.text import TextIndex
from tests.markup import Marked, parse
from tests.speakers.conversations.passages import DIALOGUES, NEWS


def _as_printed(text: str) -> str:
    return text


def _with_straight_marks(text: str) -> str:
    return text.translate({ord("“"): '"', ord("”"): '"', ord("’"): "'"})


def _with_single_marks(text: str) -> str:
    return text.replace("“", "‘").replace("”", "’")


def _with_a_line_each(text: str) -> str:
    return text.replace("\n\n", "\n")


LAYOUTS: dict[str, Callable[[str], str]] = {
    "as printed": _as_printed,
    "straight marks": _with_straight_marks,
    "single marks": _with_single_marks,
    "a line each": _with_a_line_each,
}


def _drafts(marked: Marked) -> list[Draft]:
    return [Draft(marked.spans("t", number), source=marked.spans("s", number)) for number in marked.numbers("t")]


def _expected(marked: Marked) -> list[str | None]:
    """Return the marked speakers; None for those without a name."""
    marks = [(*marked.of("s", number), *marked.of("t", number))[0] for number in marked.numbers("t")]
    return [None if mark.answer in (None, "?") else mark.answer for mark in marks]


def _found(marked: Marked) -> list[str | None]:
    """Return the speakers found; the kind for those without a name."""
    index = TextIndex(marked.text)
    speakers = [one.speaker for one in resolve_speakers(index, _drafts(marked), find_mentions(index)).resolved]
    return [None if one is None else one.name or f"-:{one.kind.value}" for one in speakers]


class TestDecideConversations:
    """decide_conversations(), as resolve_speakers() calls it."""

    @pytest.mark.parametrize("layout", LAYOUTS)
    @pytest.mark.parametrize("name", DIALOGUES)
    def test_dialogues(self, name: str, layout: str) -> None:
        """Each quotation has its speaker, whatever the marks and the layout."""
        marked = parse(LAYOUTS[layout](DIALOGUES[name]))

        assert _expected(marked) == _found(marked)

    @pytest.mark.parametrize("layout", LAYOUTS)
    @pytest.mark.parametrize("name", NEWS)
    def test_news(self, name: str, layout: str) -> None:
        """News is left to the sieves, quotations without a cue included."""
        marked = parse(LAYOUTS[layout](NEWS[name]))
        index = TextIndex(marked.text)
        discourse = Discourse(
            index, find_mentions(index), WeightedChooser(), contents=[d.content for d in _drafts(marked)]
        )
        apply_sieves(_drafts(marked), discourse)

        assert {} == decide_conversations(_drafts(marked), discourse)
