"""The features of candidates."""

from __future__ import annotations

from quotekit.records import Spans
from quotekit.speakers.antecedents import WeightedChooser
from quotekit.speakers.candidate import Candidate
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.features import feature_rows
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Named
from quotekit.text import TextIndex


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
