"""Turn the tagger's output into drafts."""

from __future__ import annotations

from quotekit.attributions.draft import Draft
from quotekit.attributions.snapping import snap_content
from quotekit.records import Spans
from quotekit.tagger.tag import TaggedText
from quotekit.text import TextIndex

__all__ = ["draft_attributions"]


def draft_attributions(index: TextIndex, tagged: TaggedText) -> list[Draft]:
    """
    Make a draft for each attribution that the tagger found.

    Args:
        index: The text.

        tagged: The tagger's output for it.

    Returns:
        All drafts, even unlikely ones, in text order. The edges of contents are snapped to quotation marks.

    Example:
        >>> from quotekit.tagger.decode import Evidence, TaggedAttribution
        >>> found = TaggedAttribution(11, Evidence(), cue=((11, 15),), content=((1, 4),), source=((7, 10),))
        >>> [draft] = draft_attributions(TextIndex('"Yes," she said.'), TaggedText((found,)))
        >>> draft.content.text, draft.cue.text, draft.source.text
        ('"Yes,"', 'said', 'she')
    """
    return [
        Draft(
            content=snap_content(index, Spans.of(index.text, found.content)),
            cue=Spans.of(index.text, found.cue),
            source=Spans.of(index.text, found.source),
            confidence=found.confidence,
            evidence=found.evidence,
        )
        for found in tagged.attributions
    ]
