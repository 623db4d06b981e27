"""Inspect the words right before and after a name."""

from __future__ import annotations

import re

from quotekit.english.words import is_role
from quotekit.text import TextIndex

__all__ = ["is_before_role", "is_followed_by_verb", "is_possessive", "word_before"]

_LAST_WORD = re.compile(r"([\w'’]{1,40}) $")
_WORD_REACH_CHARS = 20
_VERB_AFTER = re.compile(
    r"""
    ['’]s? [ ]                                                          # "Holm's haircut": somebody who has something
    | ,?[ ](?:can|could|did|does|had|has|is|may|might|must|should|was|will|would|who|[a-z]{2,14}(?:ed|[^s\W]s))\b
    """,
    re.VERBOSE,
)
_NOUN_AFTER = re.compile(r" (?:[a-z]+-)?(?P<noun>[a-z]+)\b")
_POSSESSIVE_ENDINGS = ("'s", "’s", "' ", "’ ")


def word_before(index: TextIndex, at: int) -> str:
    """
    Return the word before an offset, if only a space comes in between.

    Args:
        index: The index of the text.

        at: The offset.

    Returns:
        The word in lower case; empty if there is none.

    Example:
        >>> word_before(TextIndex("It rained In Oslo."), 13)
        'in'
    """
    found = index.search_before(_LAST_WORD, at, _WORD_REACH_CHARS)
    return found[1].lower() if found else ""


def is_possessive(index: TextIndex, end: int) -> bool:
    """
    Return whether a name has a possessive ending.

    Args:
        index: The index of the text.

        end: Offset after the name.

    Returns:
        Whether it has one.

    Example:
        >>> is_possessive(TextIndex("Holm's aim"), 4), is_possessive(TextIndex("Holm left"), 4)
        (True, False)
    """
    return index.text.startswith(_POSSESSIVE_ENDINGS, end)


def is_followed_by_verb(index: TextIndex, end: int) -> bool:
    """
    Return whether the word after a name looks like a verb, or the name has a possessive ending.

    Args:
        index: The index of the text.

        end: Offset after the name.

    Returns:
        Whether it does.

    Example:
        >>> is_followed_by_verb(TextIndex("Holm must pay."), 4), is_followed_by_verb(TextIndex("Absent a plan,"), 6)
        (True, False)
    """
    return index.match_after(_VERB_AFTER, end) is not None


def is_before_role(index: TextIndex, end: int) -> bool:
    """
    Return whether a name only modifies the description of another person: "a Holm driver".

    Args:
        index: The index of the text.

        end: Offset after the name.

    Returns:
        Whether it is.

    Example:
        >>> is_before_role(TextIndex("A Holm driver left."), 6), is_before_role(TextIndex("Holm left."), 4)
        (True, False)
    """
    noun = index.match_after(_NOUN_AFTER, end)
    return noun is not None and is_role(noun["noun"])
