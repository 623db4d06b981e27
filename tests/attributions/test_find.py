"""Finding the attributions of a text: from the tagger's output to finished drafts."""

from __future__ import annotations

from quotekit.attributions.find import find_drafts
from quotekit.tagger.session import load_model
from quotekit.tagger.tag import tag
from quotekit.text import TextIndex


class TestFindDrafts:
    """find_drafts()."""

    def test_spans_of_the_text(self) -> None:
        """Content, cue and source are spans of the text, the content with its marks."""
        index, model = TextIndex("“It is late,” said Ito."), load_model()

        [draft] = find_drafts(index, tag(index, model), model)

        assert ("“It is late,”", "said", "Ito") == (draft.content.text, draft.cue.text, draft.source.text)

    def test_confidence(self) -> None:
        """Everything found at the usual confidence is found at a lower one too."""
        index, model = TextIndex("The mayor said the bridge was safe. It seems that many doubt it."), load_model()
        tagged = tag(index, model)

        usual, everything, nothing = (
            find_drafts(index, tagged, model, min_confidence=confidence) for confidence in (None, 0.0, 1.1)
        )

        assert usual
        assert {*usual} <= {*everything}
        assert [] == nothing

    def test_changed_by(self) -> None:
        """Each draft knows the rules that changed it, corrections and revisions."""
        index, model = TextIndex("“No,” was his short answer."), load_model()
        tagged = tag(index, model)

        [corrected] = find_drafts(index, tagged, model)
        [stripped] = find_drafts(index, tagged, model, boilerplate=[(0, 1)])

        assert ("noun_cues",) == corrected.changed_by
        assert ("noun_cues", "boilerplate") == stripped.changed_by

    def test_boilerplate(self) -> None:
        """What is attributed in boilerplate is left out."""
        index, model = TextIndex("Ida Holm said it was late."), load_model()
        tagged = tag(index, model)

        assert 1 == len(find_drafts(index, tagged, model))
        assert [] == find_drafts(index, tagged, model, boilerplate=[(0, len(index.text))])
