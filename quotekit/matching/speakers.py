"""Speakers across articles: whether names can be one person's."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from quotekit.matching.prints import Printed
from quotekit.names.name_matching import same_person
from quotekit.names.person_names import parse_name
from quotekit.records import SpeakerKind

__all__ = ["Speakers", "common_name", "compare_names", "compare_speakers", "differ"]

_PERSONAL = frozenset({SpeakerKind.PERSON, SpeakerKind.UNNAMED, SpeakerKind.AUTHOR})
# Statements with more names are not joined.
_MAX_NAMES = 12


class Speakers(enum.Enum):
    """How the names of two speakers compare."""

    #: They can be one person's.
    SAME = "same"
    #: They are those of two people.
    OTHERS = "others"
    #: At least one has no name.
    UNKNOWN = "unknown"


def differ(one: str | None, other: str | None) -> bool:
    """
    Return whether two speakers have names that cannot be one person's.

    Args:
        one: A name; None if there is none.

        other: Another one.

    Returns:
        Whether they do.

    Example:
        >>> differ("Nora Lind", "Lind"), differ("Nora Lind", "Tom Lind"), differ("Nora Lind", None)
        (False, True, False)
    """
    if one is None or other is None or one.casefold() == other.casefold():
        return False
    name, other_name = parse_name(one), parse_name(other)
    if name is None or other_name is None:
        return True
    return not same_person(name, other_name)


@lru_cache(maxsize=65536)
def compare_names(one: str | None, other: str | None) -> Speakers:
    """
    Compare the names of two speakers.

    Args:
        one: A name; None if there is none.

        other: Another one.

    Returns:
        Whether they can be one person's.

    Example:
        >>> [compare_names("Nora Lind", name).value for name in ("Lind", "Tom Lind", None)]
        ['same', 'others', 'unknown']
    """
    if one is None or other is None:
        return Speakers.UNKNOWN
    return Speakers.OTHERS if differ(one, other) else Speakers.SAME


def compare_speakers(one: Printed, other: Printed) -> Speakers:
    """
    Compare the speakers of two quotations: their names, and whether each is a person.

    Args:
        one: A quotation.

        other: Another one.

    Returns:
        Whether they can be one. A person is not the organization or the group of a similar name.

    Example:
        >>> kinds = (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION)
        >>> lind, bank = (Printed("a", "a1", "No.", ((0, 3),), "Lind", kind) for kind in kinds)
        >>> compare_speakers(lind, bank).value
        'others'
    """
    kinds = (one.speaker_kind, other.speaker_kind)
    if one.speaker and other.speaker and None not in kinds and len({kind in _PERSONAL for kind in kinds}) > 1:
        return Speakers.OTHERS
    return compare_names(one.speaker, other.speaker)


def common_name(prints: Iterable[Printed]) -> str | None:
    """
    Return the fullest name of the speaker of some quotations, if all of those with a name can be one.

    Args:
        prints: The quotations.

    Returns:
        The name; None if there is none, or if two of them cannot be one person's.

    Example:
        >>> names = ("Lind", None, "Nora Lind", "Tom Lind")
        >>> prints = [Printed("a", "a1", "No.", ((0, 3),), name) for name in names]
        >>> common_name(prints[:3]), common_name(prints)
        ('Nora Lind', None)
    """
    known = list({(printed.speaker, printed.speaker_kind): printed for printed in prints if printed.speaker}.values())
    if len(known) > _MAX_NAMES or any(compare_speakers(a, b) is Speakers.OTHERS for a, b in combinations(known, 2)):
        return None
    return max((printed.speaker or "" for printed in known), key=lambda name: len(name.split()), default=None)
