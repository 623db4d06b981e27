"""The tagger's output as drafts."""

from __future__ import annotations

import attrs

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
