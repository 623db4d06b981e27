"""Which kind of speaker the words of a description denote, by their head noun and by their form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_place, kind_of_ending, kind_of_noun, normalize, singular
from quotekit.records import SpeakerKind

__all__ = ["DETERMINERS", "kind_by_form", "kind_of_description"]

#: The words that a description can begin with.
DETERMINERS = frozenset(
    ("a", "an", "the", "this", "that", "these", "those", "some", "many", "several", "most", "other", "few", "all", "no")
)
_AGE = re.compile(r"\d{1,3}-year-old")
_ONE_DETERMINERS = frozenset(("a", "an", "another", "each", "every", "one", "that", "the", "this"))
# With one of these before it, a figure is a person.
_PUBLIC = frozenset(
    (
        *("conservative", "cultural", "democratic", "establishment", "gop", "influential", "leading", "liberal"),
        *("opposition", "party", "political", "prominent", "public", "religious", "republican", "senior", "top"),
        "well-known",
    )
)
# What turns the name of a region into a noun for its people: "Texan", "Ohioan", "Bavarian".
_REGION_ENDINGS = ("ian", "an", "n")
# Nouns with these endings do not denote people: "the decision", "the website".
_THING_ENDINGS = (
    *(
        "ance",
        "ence",
        "ancy",
        "ency",
        "ics",
        "ing",
        "ism",
        "ity",
        "ment",
        "ness",
        "ology",
        "phy",
        "ship",
        "sion",
        "sis",
    ),
    *("tion", "ure", "dom", "age", "hood", "site", "line", "paper", "post", "book", "film", "word", "work", "ware"),
)


def kind_of_description(words: Sequence[str]) -> SpeakerKind | None:
    """
    Return the kind of speaker that the words of a description denote.

    Args:
        words: The words as printed, with the article.

    Returns:
        The kind; None if it is unknown, or if they denote something that cannot speak.

    Example:
        >>> kinds = map(kind_of_description, (["a", "clerk"], ["24", "percent"], ["The", "Texan"], ["the", "rain"]))
        >>> [kind and kind.value for kind in kinds]
        ['unnamed', 'group', 'unnamed', None]
    """
    if _is_share_of_people(words):
        return SpeakerKind.GROUP
    if normalize(words[-1]) in ("figure", "figures") and not _PUBLIC.isdisjoint(map(normalize, words[:-1])):
        # "A party figure", but "the latest figures".
        return SpeakerKind.UNNAMED if normalize(words[-1]) == "figure" else SpeakerKind.GROUP
    kind = kind_of_noun(words[-1]) or kind_of_ending(words[-1])
    if kind is None and (normalize(words[0]) in load_words("vague_sources") or _AGE.fullmatch(normalize(words[-1]))):
        return SpeakerKind.UNNAMED
    if kind is None and _is_of_one(words) and _is_from_region(words[-1]):
        return SpeakerKind.UNNAMED
    return kind


def kind_by_form(words: Sequence[str]) -> SpeakerKind | None:
    """
    Return the kind of speaker that a description without any listed noun may denote by its form alone.

    Args:
        words: The words as printed, with the article.

    Returns:
        The kind; None if it does not look like a description of people.

    Example:
        >>> [kind and kind.value for kind in map(kind_by_form, (["a", "dowser"], ["dowsers"], ["a", "decision"]))]
        ['unnamed', 'group', None]
    """
    if _is_of_one(words) and _may_denote_person(words[-1]):
        return SpeakerKind.UNNAMED
    return SpeakerKind.GROUP if _may_denote_people(words[-1]) else None


def _is_of_one(words: Sequence[str]) -> bool:
    """Return whether a description begins with a singular determiner."""
    return len(words) > 1 and normalize(words[0]) in _ONE_DETERMINERS


def _is_share_of_people(words: Sequence[str]) -> bool:
    """Return whether words count or describe people without naming a part of a source: "24 percent", "angry people"."""
    noun = normalize(words[-1])
    if noun in ("percent", "%") or (noun.endswith("%") and noun[0].isdigit()):
        return True
    described = [word for word in words[:-1] if normalize(word) not in DETERMINERS]
    return noun == "people" and bool(described)


def _may_denote_person(noun: str) -> bool:
    """Return whether an unlisted noun may denote a person: it is singular and not abstract."""
    if not noun.isalpha() or not noun.islower() or singular(noun) != normalize(noun):
        return False
    is_abstract = noun.endswith(_THING_ENDINGS) or noun in load_words("cited_documents") | load_words("saying_nouns")
    return not is_abstract and noun not in load_words("thing_nouns")


def _is_from_region(noun: str) -> bool:
    """Return whether a noun is for somebody of a region: "Texan", "Bavarian"."""
    stem = next((noun.removesuffix(ending) for ending in _REGION_ENDINGS if noun.endswith(ending)), "")
    return noun[0].isupper() and bool(stem) and any(is_place(stem + ending) for ending in ("", "a", "as", "e", "ia"))


def _may_denote_people(noun: str) -> bool:
    """Return whether an unlisted noun may denote several people: its singular may denote one."""
    one = singular(noun)
    return one != normalize(noun) and noun.islower() and _may_denote_person(one)
