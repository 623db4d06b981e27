"""Speakers across articles: whether names can be one person's."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from quotekit.names.name_matching import same_person
from quotekit.names.person_names import parse_name

__all__ = ["Speakers", "common_name", "compare_names", "differ"]

# Statements with more names are not joined.
_MAX_NAMES = 12


class Speakers(enum.Enum):
    """What the names of two speakers tell."""

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
        Whether they have.

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


def common_name(names: Iterable[str | None]) -> str | None:
    """
    Return the fullest of some names, if all of them can be one person's.

    Args:
        names: The names; None where there is none.

    Returns:
        The name; None if there is none, or if two of them cannot be one person's.

    Example:
        >>> common_name(["Lind", None, "Nora Lind"]), common_name(["Nora Lind", "Tom Lind", "Lind"])
        ('Nora Lind', None)
    """
    known = list(dict.fromkeys(name for name in names if name))
    if not known or len(known) > _MAX_NAMES or any(differ(a, b) for a, b in combinations(known, 2)):
        return None
    return max(known, key=lambda name: len(name.split()))
