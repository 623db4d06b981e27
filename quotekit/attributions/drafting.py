"""Turn the tagger's output into drafts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotekit.attributions.draft import Draft
from quotekit.attributions.snapping import snap_content
from quotekit.records import Spans
from quotekit.tagger.decode import TaggedAttribution
from quotekit.tagger.tag import TaggedText
from quotekit.text import Bounds, TextIndex

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
    return [_draft(index, found) for found in tagged.attributions]


def _draft(index: TextIndex, found: TaggedAttribution) -> Draft:
    """Make the draft of one attribution; a word that is in its cue and its source stays in one of them."""
    cue, source = _cut_out(index, found.cue, found.source), found.source
    if found.cue and not cue:
        cue, source = list(found.cue), tuple(_cut_out(index, found.source, found.cue))
    return Draft(
        content=snap_content(index, Spans.of(index.text, found.content)),
        cue=Spans.of(index.text, cue),
        source=Spans.of(index.text, source),
        confidence=found.confidence,
        evidence=found.evidence,
    )


def _cut_out(index: TextIndex, bounds: Iterable[Bounds], gaps: Sequence[Bounds]) -> list[Bounds]:
    """Return bounds without the gaps, and without white space next to them."""
    parts = list(bounds)
    for start, end in gaps:
        if any(a < end and start < b for a, b in parts):
            cut = [part for a, b in parts for part in ((a, min(b, start)), (max(a, end), b)) if part[0] < part[1]]
            parts = [stripped for part in cut if (stripped := index.strip(*part))]
    return parts
