"""Notes of an article on itself, marked as boilerplate in :mod:`tests.markup` documents."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.metadata.editorial_notes import find_editorial_notes
from quotekit.text import TextIndex
from tests.markup import parse as parse_markup
from tests.strategies import texts

NOTES = {
    "updated": "It rained. {boilerplate This article has been updated to reflect that it rained at noon.}",
    "corrected": "It rained.\n\n{boilerplate Correction: This story was corrected on May 3 to say that it rained.}",
    "note": "{boilerplate Editor’s note: This post has since been amended to show that Roth left.}",
    "earlier version": "{boilerplate An earlier version of this article said that it had rained.} It rained.",
    "editor’s note": "Editor’s note: Roth said on Monday that it rained.",
    "headline": "{boilerplate The original headline on this story stated that Roth had left.}",
    "support": "{boilerplate Funding for this series was provided by Roth.} It rained.",
    "supporters": "{boilerplate This reporting is made possible by readers, who believe in it.} It rained.",
    "label": "It rained.\n\n{boilerplate Correction: The ferry left at noon.} {boilerplate Roth said one.}",
    "we": "{boilerplate We have updated this story to say that Roth left.}",
    "corrects": "{boilerplate This story corrects an earlier version that said Roth left.}",
    "in parentheses": "It rained.\n\n{boilerplate (This report has been revised to add that it stopped.)}",
}

PROSE = {
    "nothing": "",
    "donors": "The Beacon needs more donors, its editor said.",
    "ruling": "The court corrected its ruling to reflect that Dana Eakins is secretary, the clerk said.",
    "report of others": "This report said that it had rained.",
    "headline": "CORRECTION: Minister says dam safe",
    "updated by others": "We have updated the dam, Roth said.",
    "draft": "An earlier draft said that it had rained.",
    "list": "The list has been updated to reflect that it rained, Roth said.",
    "quoted from": "This story was told by Roth.",
}


class TestFindEditorialNotes:
    """find_editorial_notes()."""

    @pytest.mark.parametrize("marked", [*NOTES.values(), *PROSE.values()], ids=[*NOTES, *PROSE])
    def test_notes(self, marked: str) -> None:
        """Whole sentences are found where an article speaks of itself, and nothing else is."""
        article = parse_markup(marked)

        assert article.bounds("boilerplate") == list(find_editorial_notes(TextIndex(article.text)))

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, the notes are in it."""
        assert all(0 <= start < end <= len(text) for start, end in find_editorial_notes(TextIndex(text)))
