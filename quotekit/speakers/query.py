"""Queries to the resolver: a source, or another pronoun, whose referent is wanted."""

from __future__ import annotations

import re

import attrs

from quotekit.english.pronouns import PRONOUN_GENDER
from quotekit.english.words import Gender
from quotekit.names.source_phrases import SourcePhrase
from quotekit.records import Spans, TextSpan
from quotekit.text import Bounds

__all__ = ["Query"]

# "The host and the guest" are two.
_AND_ANOTHER = re.compile(r"\band (?:an?|his|her|its|the|their)\b")


@attrs.frozen
class Query:
    """
    A phrase to be resolved to its referent.

    Example:
        >>> query = Query.of_pronoun("she", 10, 13)
        >>> query.pronoun, query.gender, query.is_description
        ('she', 'female', False)
    """

    #: Offset of the phrase's first character.
    start: int
    #: Offset after its last character.
    end: int
    #: The parsed phrase; empty for content without a source.
    phrase: SourcePhrase
    #: The source that the phrase is a span of; empty if it is not part of a source.
    source: Spans = attrs.field(factory=Spans)
    #: The bounds of the content attributed to the phrase.
    own: tuple[Bounds, ...] = ()
    #: The index of the draft whose source it is; None if it is not a source.
    draft: int | None = None
    #: The gender that the phrase marks; None if it marks none.
    gender: Gender | None = None
    #: The index of the entity that a possessive pronoun in it refers to ("his" in "his attorney"); None if unknown.
    owner: int | None = None
    #: Bounds of other phrases with the same referent.
    coreferent: tuple[Bounds, ...] = ()

    @classmethod
    def of_source(
        cls, piece: TextSpan, phrase: SourcePhrase, source: Spans, own: tuple[Bounds, ...], draft: int
    ) -> Query:
        """Make a query for the speaker that a span of a source refers to."""
        gender = PRONOUN_GENDER.get(phrase.pronoun or "")
        return cls(piece.start, piece.end, phrase, source, own, draft, gender)

    @classmethod
    def of_content(cls, content: Spans, draft: int) -> Query:
        """Make a query for the speaker of content without a source."""
        own = tuple((piece.start, piece.end) for piece in content)
        return cls(*own[0], SourcePhrase(), own=own, draft=draft)

    @classmethod
    def of_pronoun(cls, pronoun: str, start: int, end: int, own: tuple[Bounds, ...] = ()) -> Query:
        """Make a query for the referent of a pronoun that is not itself a source."""
        return cls(start, end, SourcePhrase(pronoun=pronoun), own=own, gender=PRONOUN_GENDER.get(pronoun))

    @property
    def pronoun(self) -> str | None:
        """The normalized pronoun; None if the phrase is not a pronoun."""
        return self.phrase.pronoun

    @property
    def bounds(self) -> Bounds:
        """Start and end of the phrase."""
        return self.start, self.end

    @property
    def source_bounds(self) -> Bounds:
        """Start and end of the source's first span; of the phrase itself if it is not a source."""
        return (self.source[0].start, self.source[0].end) if self.source else self.bounds

    @property
    def is_description(self) -> bool:
        """Whether the phrase is a description rather than a name, a pronoun or a pair."""
        phrase = self.phrase
        return phrase.kind is not None and not phrase.named and not phrase.pair and phrase.pronoun is None

    @property
    def is_of_several(self) -> bool:
        """Whether another description is joined to this one, as in "the host and the guest"."""
        return _AND_ANOTHER.search(self.source.text) is not None
