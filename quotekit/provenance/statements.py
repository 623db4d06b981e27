"""Statements: attributions with their speakers and their positions in the text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import attrs

from quotekit.attributions.draft import Draft
from quotekit.english.verb_classes import is_reporting_verb, saying_kind
from quotekit.records import Spans, Speaker, SpeakerKind, TextSpan
from quotekit.speakers.resolved import ResolvedDraft
from quotekit.text import TextIndex

__all__ = ["Statement", "locate_statements"]


@attrs.frozen
class Statement:
    """
    An attribution with its speaker and its position in the text.

    Example:
        >>> text = "It is late, Holm said."
        >>> draft = Draft(Spans.of(text, [(0, 10)]), Spans.of(text, [(17, 21)]), Spans.of(text, [(12, 16)]))
        >>> [statement] = locate_statements(TextIndex(text), [ResolvedDraft(draft)])
        >>> statement.anchor, statement.speaker_key, statement.reports, statement.is_nested
        (17, 'holm', True, False)
    """

    #: Its index among the attributions of the text.
    number: int
    #: The attribution.
    draft: Draft
    #: Its speaker; None if unknown.
    speaker: Speaker | None
    #: Offset of its cue; without a cue, of its source, else of its content.
    anchor: int
    #: The number of the sentence with its anchor.
    sentence: int
    #: The number of the paragraph with its anchor.
    paragraph: int
    #: The lemma of its cue; None if it has no cue.
    cue_lemma: str | None

    @property
    def content(self) -> Spans:
        """The reported speech or thought."""
        return self.draft.content

    @property
    def cue(self) -> Spans:
        """The words that attribute it."""
        return self.draft.cue

    @property
    def source(self) -> Spans:
        """The words that name or describe the speaker."""
        return self.draft.source

    @property
    def parent(self) -> int | None:
        """The number of the statement whose content contains it; None if there is none."""
        return self.draft.parent

    @property
    def is_nested(self) -> bool:
        """Whether the content of another statement contains it."""
        return self.draft.parent is not None

    @property
    def marker(self) -> Spans:
        """Its cue; without a cue, its source, else its content."""
        return self.cue or self.source or self.content

    @cached_property
    def pieces(self) -> tuple[TextSpan, ...]:
        """The spans of its content, cue and source."""
        return (*self.content, *self.cue, *self.source)

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return min(piece.start for piece in self.pieces)

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return max(piece.end for piece in self.pieces)

    @property
    def saying_kind(self) -> str | None:
        """The kind of its verb, from :func:`quotekit.english.verb_classes.saying_kind`."""
        return saying_kind(self.cue_lemma)

    @property
    def tweets(self) -> bool:
        """Whether its verb is "tweet" or the like."""
        return self.saying_kind == "posting" and "tweet" in (self.cue_lemma or "")

    @property
    def reports(self) -> bool:
        """Whether its verb is one used to report news: "said", "wrote"."""
        return is_reporting_verb(self.cue_lemma)

    @property
    def speaker_key(self) -> str | None:
        """A key for its speaker: the speaker's id, or the source's words; None if it has neither."""
        return self.speaker.id if self.speaker is not None else self.source.text.lower() or None

    def is_spoken_by(self, *kinds: SpeakerKind) -> bool:
        """Return whether its speaker is known and of one of the given kinds."""
        return self.speaker is not None and self.speaker.kind in kinds


def locate_statements(index: TextIndex, resolved: Iterable[ResolvedDraft]) -> tuple[Statement, ...]:
    """
    Locate attributions in a text.

    Args:
        index: The text.

        resolved: Its attributions with their speakers.

    Returns:
        The statements, in the order of the attributions.
    """
    return tuple(
        Statement(
            number,
            one.draft,
            one.speaker,
            anchor := one.draft.anchor,
            index.sentence_of(anchor),
            index.paragraph_of(anchor),
            one.draft.cue_lemma,
        )
        for number, one in enumerate(resolved)
    )
