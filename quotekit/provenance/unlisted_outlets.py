"""Find outlets that are in no list by the words around them: "told The Harbourmaster", "told ET"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_given_name, is_place, normalize
from quotekit.names import Mention
from quotekit.names.outlets import NamedOutlet
from quotekit.provenance.overlaps import without_overlap
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["find_unlisted_outlets"]

_WORD = r"[A-Z][\w’'&-]{0,40}"
_TO = (
    r"\b(?:told|tells|telling|(?:interviews?|conversation|appearance|column|op-ed|essay|article|speaking|spoke|speaks)"
    r"\s+(?:with|to|on|for|in))\s+"
)
# A capitalized article inside a sentence: "told The Harbourmaster".
_WITH_ARTICLE = re.compile(rf"{_TO}(?P<name>The\s+{_WORD}(?:\s+(?:of\s+)?{_WORD}){{0,3}})")
# Initials that cannot be read as a word: "told ET", "told QXB", but not "told NATO" or "told FBI agents".
_INITIALS = re.compile(
    rf"""
    {_TO} (?P<name>[A-Z]{{2}} | [A-Z][BCDFGHJKLMNPQRSTVWXZ]{{1,3}}[A-Z])
    \b(?!['’\w-]|\.\w) (?!\s+(?!(?:as|his|its|this)\b)[a-z]+s\b)
    """,
    re.VERBOSE,
)
# "Told Sport One", "told Reef Media".
_WITH_MEDIUM = re.compile(
    rf"""
    {_TO} (?:the\s+)?
    (?P<name>
        (?:{_WORD}\s+){{0,3}}
        (?:Channel|FM|Insider|Live|Media|Network|Online|Politics|Sports?|Wire)
        (?:\s+(?:\d+|FM|Live|News|One|Two))?
    )\b(?!\s+[A-Z])
    """,
    re.VERBOSE,
)
# "Reef411", between "in a" and "interview".
_BEFORE_INTERVIEW = re.compile(
    rf"""
    \b(?:[Ii]n|[Dd]uring)\s{{1,9}}(?:an?|his|her|their)\s{{1,9}}
    (?P<name>{_WORD}(?:\s{{1,9}}{_WORD}){{0,2}})\s{{1,9}}interview\b
    """,
    re.VERBOSE,
)
# "The Dutch newspaper Reef Dagblad", "the radio show Reef Talk".
_AFTER_NOUN = re.compile(
    rf"\b(?:magazine|newspaper|podcast|radio\s+show|talk\s+show|website),?\s{{1,9}}"
    rf"(?P<name>(?:The\s{{1,9}})?{_WORD}(?:\s{{1,9}}(?:(?:de|del|della|di|of|the)\s{{1,9}})?{_WORD}){{0,3}})"
)
_BESIDE = (_WITH_ARTICLE, _INITIALS, _BEFORE_INTERVIEW)
# "Reef", before "magazine".
_NOUN = re.compile(r"\b(?:magazine|newspaper|news\s+agency)\b")
_BEFORE_NOUN = re.compile(rf"(?<!\ba )(?<!\ban )\b(?P<name>(?!The\b){_WORD}(?:\s{{1,9}}{_WORD}){{0,3}})\s{{1,9}}$")
_NAME_CHARS = 60


def find_unlisted_outlets(index: TextIndex, mentions: Sequence[Mention] = ()) -> list[NamedOutlet]:
    """
    Find the outlets that only the words around them show to be outlets.

    Args:
        index: The text.

        mentions: The names in the text; people are not outlets.

    Returns:
        The outlets in text order, without overlap.

    Example:
        >>> text = "She told The Harbourmaster so, and he told ET and Tide magazine."
        >>> [outlet.name for outlet in find_unlisted_outlets(TextIndex(text))]
        ['The Harbourmaster', 'ET', 'Tide']
    """
    people = {mention.name_start for mention in mentions if mention.kind is SpeakerKind.PERSON}
    return without_overlap(_found(index, people))


def _found(index: TextIndex, people: set[int]) -> Iterator[NamedOutlet]:
    """Yield what the patterns find and can be an outlet."""
    for match in _WITH_MEDIUM.finditer(index.text):
        yield NamedOutlet(*match.span("name"), match["name"])
    with_noun = (index.search_before(_BEFORE_NOUN, noun.start(), _NAME_CHARS) for noun in _NOUN.finditer(index.text))
    beside = (match for pattern in _BESIDE for match in pattern.finditer(index.text))
    for match in chain(beside, filter(None, with_noun)):
        if match.start("name") not in people and not _is_something_else(match["name"]):
            yield NamedOutlet(*match.span("name"), match["name"])
    for match in _AFTER_NOUN.finditer(index.text):
        # The noun shows that an apparent person is an outlet: "the newspaper Reef Dagblad".
        if not _is_something_else(match["name"]):
            yield NamedOutlet(*match.span("name"), match["name"])


def _is_something_else(name: str) -> bool:
    """Return whether a name is that of a person, a place or another organization."""
    words = name.removeprefix("The ").split()
    last, whole = normalize(words[-1]), normalize(" ".join(words))
    if is_given_name(words[0]) or is_place(whole) or whole in load_words("demonyms"):
        return True
    if any(normalize(word).endswith("day") or normalize(word) in load_words("months") for word in words):
        return True
    return whole in load_words("well_known_organizations") or (
        last in load_words("organization_nouns") and last not in load_words("outlet_nouns")
    )
