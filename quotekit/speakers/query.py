"""What is asked of the resolver: whom a source, or another pronoun, refers to."""

from __future__ import annotations

import attrs

from quotekit.english.pronouns import PRONOUN_GENDER
from quotekit.english.words import Gender
from quotekit.names.source_phrases import SourcePhrase
from quotekit.records import Spans, TextSpan
from quotekit.text import Bounds

__all__ = ["Query"]


@attrs.frozen
class Query:
    """
    One phrase whose referent is asked for.

    Example:
        >>> query = Query.of_pronoun("she", 10, 13)
        >>> query.pronoun, query.gender, query.is_description
        ('she', 'female', False)
    """

    #: Offset of the phrase's first character.
    start: int
    #: Offset after its last character.
    end: int
    #: What the phrase says; nothing for a content without a source.
    phrase: SourcePhrase
    #: The source that the phrase is a span of; empty where it is none.
    source: Spans = attrs.field(factory=Spans)
    #: The bounds of the content of which the phrase is the source.
    own: tuple[Bounds, ...] = ()
    #: The index of the draft whose source it is; None for a phrase that is no source.
    draft: int | None = None
    #: The gender that the phrase shows; None where it shows none.
    gender: Gender | None = None
    #: The index of the entity that a possessive pronoun in it refers to: "his" in "his attorney"; None where unknown.
    owner: int | None = None
    #: Bounds of other phrases that have the same referent.
    coreferent: tuple[Bounds, ...] = ()

    @classmethod
    def of_source(
        cls, piece: TextSpan, phrase: SourcePhrase, source: Spans, own: tuple[Bounds, ...], draft: int
    ) -> Query:
        """Ask who the speaker is whom a span of a source refers to."""
        gender = PRONOUN_GENDER.get(phrase.pronoun or "")
        return cls(piece.start, piece.end, phrase, source, own, draft, gender)

    @classmethod
    def of_content(cls, content: Spans, draft: int) -> Query:
        """Ask who the speaker of a content without a source is."""
        own = tuple((piece.start, piece.end) for piece in content)
        return cls(*own[0], SourcePhrase(), own=own, draft=draft)

    @classmethod
    def of_pronoun(cls, pronoun: str, start: int, end: int, own: tuple[Bounds, ...] = ()) -> Query:
        """Ask whom a pronoun refers to that is no source by itself."""
        return cls(start, end, SourcePhrase(pronoun=pronoun), own=own, gender=PRONOUN_GENDER.get(pronoun))

    @property
    def pronoun(self) -> str | None:
        """The pronoun that the phrase is, normalized; None where it is none."""
        return self.phrase.pronoun

    @property
    def bounds(self) -> Bounds:
        """Start and end of the phrase."""
        return self.start, self.end

    @property
    def source_bounds(self) -> Bounds:
        """Start and end of the first span of the source; of the phrase where it is no source."""
        return (self.source[0].start, self.source[0].end) if self.source else self.bounds

    @property
    def is_description(self) -> bool:
        """Whether the phrase is a description, and no name, pronoun or pair."""
        phrase = self.phrase
        return phrase.kind is not None and not phrase.named and not phrase.pair and phrase.pronoun is None
