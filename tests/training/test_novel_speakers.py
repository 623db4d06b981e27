"""Scores of speakers in novels."""

from __future__ import annotations

import pytest

from quotekit import Extractor
from quotekit.records import Spans, Speaker, SpeakerKind
from quotekit.training.novel_speakers import Characters, SpeakerCounts, score_novel

TEXT = "“The dam will hold,” said Ana Duarte. Nobody moved.\n\n“It leaks,” said the old man, and he shut the window."
CHARACTERS = Characters({"Ana Duarte": ["Ana", "Miss Duarte"], "The Old Man": [], "Eva Lund": ["Narr"]})


class TestCharacters:
    """Characters."""

    @pytest.mark.parametrize(
        ("speaker", "name", "mention", "expected"),
        [
            ("Ana Duarte", "Duarte", "Miss\nDuarte", True),
            ("ana", "Ana Duarte", "she", True),
            ("Ana Duarte", "Duarte", "Mr. Duarte", False),
            ("The Old Man", None, "an old man", True),
            ("A Stranger", None, "the stranger", True),
            ("A Stranger", None, "", False),
        ],
    )
    def test_compares_names(self, speaker: str, name: str | None, mention: str, *, expected: bool) -> None:
        """A speaker is right by name or by a mention, whatever the case, the article and the line breaks."""
        mentions = Spans.of(mention, [(0, len(mention))] if mention else [])

        assert expected is CHARACTERS.is_right(speaker, Speaker("s1", name, SpeakerKind.PERSON, (), mentions))

    @pytest.mark.parametrize(("speaker", "expected"), [("Eva Lund", True), ("Ana Duarte", False)])
    def test_writer_is_the_narrator(self, speaker: str, *, expected: bool) -> None:
        """The writer is right for the character who narrates, and for no other."""
        assert expected is CHARACTERS.is_right(speaker, Speaker("s1", None, SpeakerKind.AUTHOR))


class TestScoreNovel:
    """score_novel()."""

    def test_counts_by_what_is_beside(self) -> None:
        """Quotations are counted by what is beside them; one that is in no attribution is not right."""
        rows = [
            {"content": [[1, 19]], "quote_type": "explicit", "speaker": "Ana Duarte"},
            {"content": [[54, 63]], "quote_type": "anaphoric", "speaker": "The Old Man"},
            {"content": [[38, 50]], "quote_type": "implicit", "speaker": "The Old Man"},
        ]
        novel = {"text": TEXT, "aliases": {"Ana Duarte": ["Ana"], "The Old Man": []}, "attributions": rows}

        assert {
            "name": SpeakerCounts(total=1, found=1, given=1, right=1),
            "nothing": SpeakerCounts(total=1),
            "pronoun or noun": SpeakerCounts(total=1, found=1, given=1, right=1),
        } == score_novel(novel, Extractor())


class TestSpeakerCounts:
    """SpeakerCounts."""

    def test_shares(self) -> None:
        """Accuracy is a share of all quotations, precision one of those with a speaker; both are 0 for none."""
        counts = SpeakerCounts(4, 3, 2, 1) + SpeakerCounts(4, 3, 2, 2)

        assert (0.375, 0.75) == (counts.accuracy, counts.precision)
        assert (0.0, 0.0) == (SpeakerCounts().accuracy, SpeakerCounts().precision)
