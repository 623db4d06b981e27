"""The tagger's output as drafts."""

from __future__ import annotations

import attrs
import pytest

from quotekit.attributions.drafting import draft_attributions
from quotekit.records import Spans
from quotekit.tagger.decode import Evidence, TaggedAttribution
from quotekit.tagger.tag import TaggedText
from quotekit.text import TextIndex


class TestDraftAttributions:
    """draft_attributions()."""

    def test_parts(self) -> None:
        """Parts are spans of the text; the content gets its quotation marks, evidence and confidence are kept."""
        index, evidence = TextIndex("“It is late,” said Ito."), Evidence(2.0, -0.5, quoted=1.0)
        found = TaggedAttribution(14, evidence, ((14, 18),), ((1, 11),), ((19, 22),), 0.9)

        [draft] = draft_attributions(index, TaggedText((found,)))

        assert ("“It is late,”", "said", "Ito") == (draft.content.text, draft.cue.text, draft.source.text)
        assert (evidence, 0.9, ()) == (draft.evidence, draft.confidence, draft.changed_by)

    def test_missing_parts(self) -> None:
        """Cue and source may be missing."""
        index = TextIndex("It is late.")
        found = TaggedAttribution(0, Evidence(), (), ((0, 10),), ())

        [draft] = draft_attributions(index, TaggedText((found,)))

        assert Spans() == draft.cue == draft.source
        assert [] == draft_attributions(index, attrs.evolve(TaggedText((found,)), attributions=()))

    @pytest.mark.parametrize(
        ("cue", "source", "parts"),
        [
            pytest.param((0, 14), (3, 8), ("in … words", "their"), id="source within the cue"),
            pytest.param((3, 8), (0, 14), ("their", "in … words"), id="cue within the source"),
            pytest.param((0, 14), (0, 14), ("in their words", ""), id="the same"),
            pytest.param((0, 8), (3, 14), ("in", "their words"), id="across the edge"),
        ],
    )
    def test_words_of_cue_and_source(
        self, cue: tuple[int, int], source: tuple[int, int], parts: tuple[str, str]
    ) -> None:
        """No word is in the cue and the source."""
        index = TextIndex("in their words, it was late.")
        found = TaggedAttribution(0, Evidence(), (cue,), ((16, 27),), (source,))

        [draft] = draft_attributions(index, TaggedText((found,)))

        assert parts == (draft.cue.text, draft.source.text)
