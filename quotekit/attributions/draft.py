"""Draft attributions: the tagger's output as character spans, and the changes that rules have made to it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from quotekit.english.lemmas import cue_lemma
from quotekit.records import Spans, TextSpan
from quotekit.tagger.decode import Evidence

__all__ = ["Draft", "in_text_order"]


@attrs.frozen
class Draft:
    """
    An attribution whose speaker has not been resolved yet.

    Example:
        >>> text = "It is late, Holm said."
        >>> draft = Draft(Spans.of(text, [(0, 10)]), Spans.of(text, [(17, 21)]), Spans.of(text, [(12, 16)]))
        >>> draft.cue_lemma, draft.anchor, draft.end, draft.changed_by
        ('say', 17, 21, ())
    """

    #: The reported speech or thought, with its quotation marks.
    content: Spans
    #: The words that attribute it; empty if there are none.
    cue: Spans = attrs.field(factory=Spans)
    #: The words that name or describe the speaker; empty if there are none.
    source: Spans = attrs.field(factory=Spans)
    #: The estimated probability that it is right, from 0 to 1.
    confidence: float = 1.0
    #: The model's scores.
    evidence: Evidence = attrs.field(factory=Evidence)
    #: The names of the rules that changed it, in the order of the changes.
    changed_by: tuple[str, ...] = ()
    #: Index of the draft whose content contains it, set once all drafts of the text are in order; None if not nested.
    parent: int | None = None

    @property
    def cue_lemma(self) -> str | None:
        """The lemma of the cue's head word; None for a cue without words, or if there is no cue."""
        return cue_lemma(self.cue.text) if self.cue else None

    @property
    def anchor(self) -> int:
        """Offset of the cue, or else of the source, or else of the content."""
        return (self.cue or self.source or self.content)[0].start

    @property
    def spans(self) -> tuple[TextSpan, ...]:
        """All spans: those of the content, the cue and the source, in this order."""
        return (*self.content, *self.cue, *self.source)

    @property
    def end(self) -> int:
        """Offset after the last character of the content, cue and source."""
        return max(span.end for span in self.spans)


def in_text_order(drafts: Iterable[Draft]) -> list[Draft]:
    """
    Sort the drafts of a text.

    Args:
        drafts: The drafts.

    Returns:
        The drafts in text order of their contents and, for equal contents, of their cues.
    """
    return sorted(drafts, key=_offsets)


def _offsets(draft: Draft) -> list[list[tuple[int, int]]]:
    return [[(span.start, span.end) for span in part] for part in (draft.content, draft.cue)]
