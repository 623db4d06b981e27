"""What the rules made of an attribution, before its candidates are weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from quotekit.attributions.draft import Draft
from quotekit.records import SpeakerKind
from quotekit.speakers.decision import Decision
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Author, Described, Document, Joint, Named

if TYPE_CHECKING:
    from quotekit.speakers.discourse import Discourse

__all__ = ["Made"]


@attrs.frozen
class Made:
    """
    What the rules made of an attribution.

    Example:
        >>> from quotekit.records import Spans
        >>> text = "Holm said so."
        >>> Made(Draft(Spans(), cue=Spans.of(text, [(5, 9)])), Query.of_pronoun("she", 0, 3), None).at
        5
    """

    #: The attribution.
    draft: Draft
    #: The query for its speaker.
    query: Query
    #: The decision; None if there is none.
    decision: Decision | None

    @property
    def at(self) -> int:
        """The offset of its source, or else of its cue, or else of its content."""
        return next((spans[0].start for spans in (self.draft.source, self.draft.cue, self.draft.content) if spans), 0)

    def kind(self, discourse: Discourse) -> SpeakerKind | None:
        """
        Return the kind of speaker that was decided on.

        Args:
            discourse: What is known.

        Returns:
            The kind; None if there is no speaker.
        """
        match None if self.decision is None else self.decision.referent:
            case Named(entity):
                return discourse.entities[entity].kind or SpeakerKind.PERSON
            case Joint():
                return SpeakerKind.GROUP
            case Document():
                return SpeakerKind.DOCUMENT
            case Described(kind):
                return kind
            case Author():
                return SpeakerKind.AUTHOR
            case _:
                return None
