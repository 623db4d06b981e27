"""An attribution in the making: what the tagger found, as spans of characters, and what rules have changed in it."""

from __future__ import annotations

import attrs

from quotekit.english.lemmas import cue_lemma
from quotekit.records import Spans
from quotekit.tagger.decode import Evidence

__all__ = ["Draft"]


@attrs.frozen
class Draft:
    """
    One attribution before its speaker is resolved.

    Example:
        >>> text = "It is late, Holm said."
        >>> draft = Draft(Spans.of(text, [(0, 10)]), Spans.of(text, [(17, 21)]), Spans.of(text, [(12, 16)]))
        >>> draft.cue_lemma, draft.changed_by
        ('say', ())
    """

    #: What is said or thought, its edges at quotation marks.
    content: Spans
    #: The words that attribute it; empty where there are none.
    cue: Spans = attrs.field(factory=Spans)
    #: The words that say who; empty where there are none.
    source: Spans = attrs.field(factory=Spans)
    #: The estimated probability that it is right, from 0 to 1.
    confidence: float = 1.0
    #: The model's scores.
    evidence: Evidence = attrs.field(factory=Evidence)
    #: The names of the rules that changed it, in the order of the changes.
    changed_by: tuple[str, ...] = ()
    #: Index of the draft inside whose content it stands, once all drafts of the text are in order; None for the others.
    parent: int | None = None

    @property
    def cue_lemma(self) -> str | None:
        """The dictionary form of the cue's main word; None for a cue without words, or none at all."""
        return cue_lemma(self.cue.text) if self.cue else None

    @property
    def anchor(self) -> int:
        """Offset of the cue, or of what it has instead: the source, else the content."""
        return (self.cue or self.source or self.content)[0].start
