"""Quotations that a speaker uses an occasion to say."""

from __future__ import annotations

import pytest

from quotekit.attributions.speech_occasions import recover_speech_occasions
from tests.helpers import drafts_of, parts_of, ruled
from tests.markup import parse

FOUND = {
    "used": "{s Mary Lowe} {c used the day to} {t “thank every hand”}.",
    "took": "{s Mary Lowe} {c took the microphone to} {t “beg for rain”}.",
    "seized": "{s Mary Lowe} {c seized this day to} {t “beg for rain”}.",
    "a verb": "{s Mary Lowe} {c mounted the stage to} {t “beg for rain”}.",
    "in a speech": "{s The mayor} {c rose in his speech to} {t “beg for rain”}.",
    "an owner": "{s Mary Lowe} {c used Dray’s day to} {t “thank every hand”}.",
}
NOT_FOUND = {
    "two words": "Mary Lowe used the day to “thank everybody”.",
    "a capital": "Mary Lowe used the day to “Thank Every Hand”.",
    "no to": "Mary Lowe used the day, “thank every hand”.",
    "a passive": "The day was used to “thank every hand”.",
    "a passive, with an object": "Mary Lowe was used the day to “thank every hand”.",
    "no occasion": "Mary Lowe climbed the tree to “beg for rain”.",
    "no determiner": "Mary Lowe used wood to “thank every hand”.",
    "a thing": "The weather took the stage to “beg for rain”.",
    "open": "Mary Lowe used the day to “thank every hand.",
    "known": "{s Mary Lowe} {c used} the day {t to “thank every hand”}.",
    "no subject": "Used the day to “thank every hand”.",
}


class TestRecoverSpeechOccasions:
    """recover_speech_occasions()."""

    @pytest.mark.parametrize("markup", FOUND.values(), ids=FOUND)
    def test_found(self, markup: str) -> None:
        """The quotation is that of whoever has the occasion."""
        marked = parse(markup)

        assert parts_of(drafts_of(marked)) == parts_of(ruled(recover_speech_occasions, marked.text))

    @pytest.mark.parametrize("markup", NOT_FOUND.values(), ids=NOT_FOUND)
    def test_not_found(self, markup: str) -> None:
        """Other quotations are left alone, and so are those that are known."""
        assert drafts_of(parse(markup)) == ruled(recover_speech_occasions, markup)
