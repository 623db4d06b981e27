"""Referents: what a source refers to, of one of six kinds."""

from __future__ import annotations

import enum
from sys import intern
from typing import TypeAlias

import attrs

from quotekit.english.words import normalize
from quotekit.records import SpeakerKind

__all__ = ["Author", "Described", "Document", "Joint", "Named", "Reason", "Referent", "Unresolvable"]

_ARTICLES = ("a", "an", "the")
_MAX_DESCRIPTION_CHARS = 500


@attrs.frozen(cache_hash=True)
class Named:
    """A person, organization or group that the article names."""

    #: Its index among the article's entities.
    entity: int


@attrs.frozen(cache_hash=True)
class Joint:
    """Several named entities that speak together."""

    #: Their indices, in the order listed; the order makes no difference.
    entities: tuple[int, ...] = attrs.field(eq=frozenset)


@attrs.frozen(cache_hash=True)
class Document:
    """A document, identified by its makers."""

    #: The makers' names.
    makers: tuple[str, ...]


@attrs.frozen(cache_hash=True)
class Described:
    """
    An unnamed speaker, identified by a description.

    Descriptions with the same words refer to the same speaker, whether or not either of them yields a name.

    Example:
        >>> words = ("chinese", "government")
        >>> described = Described(SpeakerKind.ORGANIZATION, words)
        >>> described == Described(SpeakerKind.ORGANIZATION, words, name="Chinese government")
        True
        >>> Described.by(SpeakerKind.UNNAMED, "The old man").words
        ('old', 'man')
    """

    #: The kind of speaker.
    kind: SpeakerKind
    #: The normalized words of the description, without an article; none for an unresolved pair.
    words: tuple[str, ...] = ()
    #: Offset of the description if its words do not identify the speaker, as with "both".
    start: int | None = None
    #: The name that the description itself yields: "Holm campaign" for "Ms. Holm's campaign".
    name: str | None = attrs.field(default=None, eq=False)

    @classmethod
    def by(cls, kind: SpeakerKind, description: str, name: str | None = None) -> Described:
        """
        Make the speaker whom a description identifies.

        Args:
            kind: The kind of speaker.

            description: The words of a source, or the name that it yields.

            name: That name, if there is one.

        Returns:
            The speaker, the same for the same words with and without an article.
        """
        # A long text has the same words a thousand times: each is kept once.
        words = tuple(map(intern, normalize(description[:_MAX_DESCRIPTION_CHARS]).split()))
        return cls(kind, words[1:] if len(words) > 1 and words[0] in _ARTICLES else words, name=name)


@attrs.frozen(cache_hash=True)
class Author:
    """The author of the article, or of a letter in it."""

    #: The printed names; empty if none is printed, or if the referent is one of several authors.
    names: tuple[str, ...] = ()


class Reason(enum.Enum):
    """Why a referent cannot be resolved."""

    #: No candidate is clearly better than the others, or the best one may not be a person.
    UNCERTAIN = "uncertain"
    #: The best candidate is an unnamed person who never speaks.
    UNNAMED_CANDIDATE = "unnamed candidate"
    #: The best candidate is a common noun, or a name that cannot itself be the referent, such as a place name.
    COMMON_NOUN = "common noun"
    #: The best candidate is an unresolved speaker.
    UNKNOWN_SPEAKER = "unknown speaker"


@attrs.frozen(cache_hash=True)
class Unresolvable:
    """
    A candidate that cannot be resolved, or the lack of any candidate.

    It competes with the other candidates, since a wrong name is worse than none.
    """

    #: Why it cannot be resolved.
    reason: Reason
    #: An offset that distinguishes it from other such candidates.
    at: int | None = None


#: What a source, a pronoun or a description refers to.
Referent: TypeAlias = Named | Joint | Document | Described | Author | Unresolvable
