"""The features of candidates."""

from __future__ import annotations

import pytest

from quotekit.records import Spans
from quotekit.speakers.antecedents import WeightedChooser
from quotekit.speakers.candidate import Candidate
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.features import Place, feature_rows, place_of
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Named
from quotekit.text import TextIndex

PLACES = {
    "subject": ("Holm left.", False, Place.SUBJECT),
    "subject after an adverb": ("Today, Holm left.", False, Place.SUBJECT),
    "subject of a second clause": ("It rained, and Holm left.", False, Place.SUBJECT),
    "after a speech verb": ("“So,” said Holm.", False, Place.SUBJECT),
    "subordinate": ("It rained when Holm left.", False, Place.SUBORDINATE),
    "subordinate source": ("It rained when Holm said so.", True, Place.SUBORDINATE_SOURCE),
    "possessive that opens": ("Holm's aim is clear.", False, Place.SUBORDINATE),
    "possessive": ("They praised Holm's aim.", False, Place.PHRASE_PART),
    "object": ("They praised Holm.", False, Place.OBJECT),
    "apposition": ("They met the owner, Holm.", False, Place.OBJECT),
    "behind a preposition": ("They went with Holm.", False, Place.PHRASE_PART),
    "source behind a preposition": ("That is according to Holm.", True, Place.SUBJECT),
}


class TestPlaceOf:
    """place_of()."""

    @pytest.mark.parametrize(("text", "is_source", "expected"), PLACES.values(), ids=PLACES)
    def test_place(self, text: str, is_source: bool, expected: Place) -> None:  # noqa: FBT001
        """The words around a name show its place in the sentence."""
        start = text.index("Holm")
        candidate = Candidate(start, start + 4, Named(0), is_source=is_source)

        assert expected is place_of(TextIndex(text), candidate)


class TestFeatureRows:
    """feature_rows()."""

    TEXT = "Holm asked Dray so. It rained. “Lind is here,” she said."

    def test_rows(self) -> None:
        """A row knows how far back its candidate stands, in whose words, and who asked it."""
        places = [(self.TEXT.index(name), Named(i)) for i, name in enumerate(("Holm", "Dray", "Lind"))]
        candidates = [Candidate(start, start + 4, referent) for start, referent in places]
        contents = [Spans.of(self.TEXT, [(11, 18)])]
        discourse = Discourse(TextIndex(self.TEXT), (), WeightedChooser(), contents=contents)
        at = self.TEXT.index("she")
        rows = feature_rows(Query.of_pronoun("she", at, at + 3, own=((0, 4),)), candidates, discourse)

        assert [(2, True, False, None), (2, False, True, Named(0))] == [
            (row.sentences_back, row.is_in_own_words, row.is_reported, row.asked_by) for row in rows
        ]
