"""Which kind of speaker the words of a description denote, by their head noun and by their form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_place, kind_of_ending, kind_of_noun, normalize, singular
from quotekit.records import SpeakerKind

__all__ = ["DETERMINERS", "denotes_people", "is_share", "kind_by_form", "kind_of_description"]

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


_NUMBER = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)"
_PERCENT = r"\d[\d.]{0,4}(?:%|[ ]per[ ]?cent)"
_ABOUT = (
    r"(?:(?:about|almost|an|approximately|around|as|at|barely|close|exactly|fewer|fully|just|least|less|many|more|"
    r"most|nearly|of|only|over|roughly|shy|slightly|some|than|the|to|under|well) ){0,6}"
)
# "Six in 10 voters", "nearly two-thirds", "just shy of half", "49%".
_SHARE = re.compile(
    rf"""
    {_ABOUT.replace(" ", "[ ]")}
    (?:
        {_NUMBER}[ -](?:in|out[ ]of)[ -](?:every[ ])?{_NUMBER}\b.*
      | (?:(?:a|an|one|two|three|four)[ -])?(?:half|thirds?|quarters?|fourths?|fifths?)(?:,?[ ]{_PERCENT})?
      | {_PERCENT}
      | (?:\d{{1,3}}|\d{{1,3}}(?:,\d{{3}}){{1,3}})
      | (?:(?:[\w-]{{1,30}}[ ]){{0,2}})majorit(?:y|ies)
    )
    """,
    re.VERBOSE | re.DOTALL,
)
# Plurals that name a source's part by themselves, and a group with a word that tells it apart: "budget analysts".
_PARTS = frozenset({"analysts", "opponents"})
# Pronouns and quantities that are people wherever they are said to be somewhere, or to do something.
_OPEN_PEOPLE = frozenset({"many", "most", "people", "several", "some", "those"})
_PLACED = re.compile(r"[ ](?:across|around|at|from|in|inside|on|outside|over|under|who|whose)\b")
# What keeps a source's name back: "people familiar with the talks", "those with direct experience".
_WITHHELD = re.compile(
    r"""
    (?:,?[ ]who[ ](?:is|are|was|were|has|have|had)?)?
    [ ]
    (?:
        aware | briefed | close | familiar | involved | knowledgeable | near | of[ ]us | present | privy
        | with[ ](?:[a-z]{1,20}[ ])?(?:direct|experience|knowledge)
    )\b
    """,
    re.VERBOSE,
)


def is_share(phrase: str) -> bool:
    """
    Return whether a phrase is a share or a count of people, without a noun that says what they are.

    Args:
        phrase: The phrase.

    Returns:
        Whether it is.

    Example:
        >>> is_share("About six in 10 voters"), is_share("nearly half"), is_share("49%"), is_share("half a loaf")
        (True, True, True, False)
    """
    return _SHARE.fullmatch(phrase.lower()) is not None


def denotes_people(noun: str, after: str) -> bool:
    """
    Return whether a word such as "those" or "many" denotes people told apart by what follows it.

    Args:
        noun: The word.

        after: The text after it, within the phrase.

    Returns:
        Whether it does; not for sources whose names are kept back.

    Example:
        >>> denotes_people("those", " in the hall"), denotes_people("people", " familiar with the talks")
        (True, False)
    """
    word = normalize(noun)
    if word not in _OPEN_PEOPLE or _WITHHELD.match(after):
        return False
    return word == "those" or _PLACED.match(after) is not None


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
    if normalize(words[-1]) in _PARTS and _modifiers(words):
        return SpeakerKind.GROUP
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
    return noun == "people" and bool(_modifiers(words))


def _modifiers(words: Sequence[str]) -> list[str]:
    """Return the words of a description between its determiner and its noun."""
    return [word for word in words[:-1] if normalize(word) not in DETERMINERS]


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
