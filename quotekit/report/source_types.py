"""What an article says about a source: whether it is named, how it is known, and its gender."""

from __future__ import annotations

from typing import Literal

from quotekit.english.pronouns import PRONOUN_GENDER
from quotekit.english.words import Gender, normalize, word_gender
from quotekit.records import Attribution, Speaker, SpeakerKind

__all__ = ["SOURCE_TYPES", "SourceType", "gender_of", "source_type", "type_of"]

#: The types of sources that newsrooms count.
SourceType = Literal["named", "unnamed", "institutional", "unresolved"]

#: All types, in the order of reports.
SOURCE_TYPES: tuple[SourceType, ...] = ("named", "institutional", "unnamed", "unresolved")

_INSTITUTIONS = frozenset({SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT})


def source_type(attribution: Attribution) -> SourceType:
    """
    Return what type of source an attribution has.

    Args:
        attribution: The attribution.

    Returns:
        ``institutional`` for an organization, a document and a group with a name; ``named`` for a person with a name;
        ``unnamed`` for everybody else who is described; ``unresolved`` if it is not clear who speaks. For several who
        speak together, the first of these types that one of them has.
    """
    types = {type_of(speaker) for speaker in attribution.speakers}
    return next((one for one in SOURCE_TYPES if one in types), "unresolved")


def type_of(speaker: Speaker) -> SourceType:
    """
    Return what type of source a speaker is.

    Args:
        speaker: The speaker.

    Returns:
        The type.

    Example:
        >>> type_of(Speaker("s1", None, SpeakerKind.GROUP)), type_of(Speaker("s2", "Ida Holm", SpeakerKind.PERSON))
        ('unnamed', 'named')
    """
    if speaker.kind in _INSTITUTIONS:
        return "institutional"
    if speaker.name is None:
        return "unnamed"
    return "institutional" if speaker.kind is SpeakerKind.GROUP else "named"


def gender_of(speaker: Speaker) -> Gender | None:
    """
    Return the gender of a speaker, if the text itself shows it.

    Args:
        speaker: The speaker.

    Returns:
        The gender, by the pronouns and the words such as "Mr." and "spokeswoman" among the mentions and titles; None if
        there are none, if they disagree, or if the speaker is not a single person. Names are not evidence.

    Example:
        >>> from quotekit.records import Spans
        >>> gender_of(Speaker("s1", "Bo Ekman", SpeakerKind.PERSON, (), Spans.of("Mr. Ekman", [(0, 9)])))
        'male'
        >>> gender_of(Speaker("s1", "John Ekman", SpeakerKind.PERSON)) is None
        True
    """
    if speaker.kind not in {SpeakerKind.PERSON, SpeakerKind.UNNAMED, SpeakerKind.AUTHOR}:
        return None
    name = {normalize(word) for word in (speaker.name or "").split()}
    words = {
        normalize(word) for phrase in (*speaker.titles, *(m.text for m in speaker.mentions)) for word in phrase.split()
    }
    found = {PRONOUN_GENDER.get(word) or word_gender(word) for word in words - name} - {None}
    return found.pop() if len(found) == 1 else None
