"""Whom or what a source refers to: one of six kinds of referents."""

from __future__ import annotations

import enum
from typing import TypeAlias

import attrs

from quotekit.records import SpeakerKind

__all__ = ["Author", "Described", "Document", "Joint", "Named", "Reason", "Referent", "Unresolvable"]


@attrs.frozen
class Named:
    """A person, organization or group that the article names."""

    #: Its index among the article's entities.
    entity: int


@attrs.frozen
class Joint:
    """Several named entities that speak together."""

    #: Their indices, in the order in which they are listed.
    entities: tuple[int, ...]


@attrs.frozen
class Document:
    """A document, known by those who made it."""

    #: The makers' names.
    makers: tuple[str, ...]


@attrs.frozen
class Described:
    """
    A speaker without a name, known by a description.

    Two descriptions in the same words are the same speaker, whether or not one of them yields a name.

    Example:
        >>> words = ("chinese", "government")
        >>> described = Described(SpeakerKind.ORGANIZATION, words)
        >>> described == Described(SpeakerKind.ORGANIZATION, words, name="Chinese government")
        True
    """

    #: What the speaker is.
    kind: SpeakerKind
    #: The normalized words of the description, without an article; none for an unresolved pair.
    words: tuple[str, ...] = ()
    #: Offset of the description where its words do not identify the speaker, as in "both".
    start: int | None = None
    #: The name that the description itself yields: "Holm campaign" for "Ms. Holm's campaign".
    name: str | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Author:
    """Whoever wrote the article, or a letter in it."""

    #: The printed names; none where none is printed, or where one of several authors is meant.
    names: tuple[str, ...] = ()


class Reason(enum.Enum):
    """Why a referent cannot be resolved."""

    #: No candidate is clearly better than the others, or the best one may be no person.
    UNCERTAIN = "uncertain"
    #: The best candidate is a person mentioned without a name who speaks nowhere.
    UNNAMED_CANDIDATE = "unnamed candidate"
    #: The best candidate is a common noun, or a name that cannot be the referent by itself, such as that of a place.
    COMMON_NOUN = "common noun"
    #: The best candidate is a speaker who has not been resolved.
    UNKNOWN_SPEAKER = "unknown speaker"


@attrs.frozen
class Unresolvable:
    """
    A candidate that cannot be resolved, or none at all.

    As a candidate it competes with the others: a wrong name is worse than none.
    """

    #: Why it cannot be resolved.
    reason: Reason
    #: An offset that tells it from other such candidates.
    at: int | None = None


#: Whom or what a source, a pronoun or a description refers to.
Referent: TypeAlias = Named | Joint | Document | Described | Author | Unresolvable
