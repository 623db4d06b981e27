"""Surnames that are also words, in front of a given name of East Asia: "He Lihua", "An Guodong", "Oh Se-hyun"."""

from __future__ import annotations

import re

__all__ = ["is_surname_before"]

# Surnames in Chinese and Korean that are words of English.
_SURNAMES = frozenset(("An", "Do", "Go", "Ha", "He", "In", "Ma", "No", "Oh", "On", "So", "To", "We", "You"))
# "Se-hyun", "Wing-yee"
_HYPHENATED = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,6}")
# Two syllables of Chinese in Latin letters.
_SYLLABLE = r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)(?:[aeiou]{1,3})(?:ng?)?"
_CHINESE = re.compile(rf"{_SYLLABLE}(?:{_SYLLABLE})", re.IGNORECASE)
# With these, a capitalized word that looks Chinese may be one of English: "Oh Susanna", "You Shone".
_CHINESE_SURNAMES = frozenset({"An", "He"})


def is_surname_before(word: str, following: str) -> bool:
    """
    Return whether a capitalized word, which is usually not a name, is a surname by the word after it.

    Args:
        word: The word.

        following: The capitalized word after it.

    Returns:
        Whether a given name of East Asia follows: one with a hyphen, or, after a few surnames, one of two syllables of
        Chinese. An article does not stand before a consonant.

    Example:
        >>> is_surname_before("Oh", "Se-hyun"), is_surname_before("An", "Guodong"), is_surname_before("An", "American")
        (True, True, False)
    """
    if word not in _SURNAMES:
        return False
    if _HYPHENATED.fullmatch(following):
        return word != "An" or following[0] not in "AEIOU"
    return word in _CHINESE_SURNAMES and _CHINESE.fullmatch(following) is not None
