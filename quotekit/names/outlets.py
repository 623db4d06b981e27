"""Find the newspapers, broadcasters, shows and platforms that a text names, each with its fullest name in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import find_outlet_names
from quotekit.english.words import is_given_name, is_place, normalize, singular
from quotekit.names.mention import Mention
from quotekit.names.organizations import is_listed_outlet
from quotekit.records import SpeakerKind
from quotekit.text import Bounds, TextIndex

__all__ = ["NamedOutlet", "find_outlets", "is_something_else"]

_THE = ("The ", "THE ")
_THE_CHARS = 4
# A word in lower case, or a comma, before "The": the article does not open a sentence.
_INSIDE_SENTENCE = re.compile(r"[a-z,] $")
_INSIDE_SENTENCE_CHARS = 2
# An appositive that describes a name: ", a haulage firm,".
_DESCRIPTION = re.compile(
    r", an? (?:[\w-]+ ){0,4}?(?P<noun>[a-z]+)(?=[,.;)]| (?:based|for|from|in|of|that|which|with)\b)"
)
_DESCRIPTION_CHARS = 80
# The rest of a local station's name: "NBC South Norland", "Fox 12".
_STATION = re.compile(
    r"""
    \s(?: \d{1,2} (?=[,.’']|\s(?:and|in|on|that)\b)
      | (?P<place>(?:East|New|North|South|West)\s[A-Z][a-z]{2,20}) )
    """,
    re.VERBOSE,
)
_NETWORKS = frozenset({"abc", "cbs", "fox", "fox news", "nbc", "politico"})
# Only lists of names contain more outlets than this, so it bounds the time.
_MAX_NAMES = 200


@attrs.frozen
class NamedOutlet:
    """An occurrence of an outlet in a text."""

    #: Offset of its first character, a capitalized "The" included.
    start: int
    #: Offset after its last character.
    end: int
    #: The fullest name of the outlet in the text.
    name: str
    #: Whether it is only a common noun, such as "paper".
    described: bool = False


def find_outlets(index: TextIndex, mentions: Iterable[Mention] = ()) -> list[NamedOutlet]:
    """
    Find the outlets, shows and platforms that a text names.

    Args:
        index: The text.

        mentions: The mentions in the text; people are not outlets.

    Returns:
        The outlets in text order, without overlap. "The paper" is one if another was named before it.

    Example:
        >>> index = TextIndex("She told The Reef Times so. The Times printed it.")
        >>> [(outlet.name, outlet.start) for outlet in find_outlets(index)]
        [('The Reef Times', 9), ('The Reef Times', 28)]
    """
    people = {m.name_start for m in mentions if m.kind is SpeakerKind.PERSON and is_given_name(m.name.first_word)}
    bounds = [
        (start, _whole_end(index, start, end))
        for start, end in find_outlet_names(index.text)
        if (start not in people or _is_show(index.text[start:end])) and not is_something_else(index, start, end)
    ]
    return _with_descriptions(index, _with_fullest_names(index, bounds))


def _whole_end(index: TextIndex, start: int, end: int) -> int:
    """Return the end of an outlet's name, that of a local station included: "NBC South Norland"."""
    if normalize(index.text[start:end]) not in _NETWORKS:
        return end
    rest = index.match_after(_STATION, end)
    return rest.end() if rest and (rest["place"] is None or _is_region(rest["place"])) else end


def _is_region(name: str) -> bool:
    """Return whether a name is that of a place or of a part of one: "New York", "South Florida"."""
    return is_place(name) or is_place(name.split(maxsplit=1)[1])


def _is_show(name: str) -> bool:
    """Return whether a name of several words is that of a well-known show: "Kelly File"."""
    return " " in name and not load_words("shows").isdisjoint((normalize(name), f"the {normalize(name)}"))


def is_something_else(index: TextIndex, start: int, end: int) -> bool:
    """
    Return whether the text shows that an apparent outlet is something else: "Daily Freight, a firm,".

    Args:
        index: The text.

        start: Offset of the name's first character.

        end: Offset after its last character.

    Returns:
        Whether it does.

    Example:
        >>> is_something_else(TextIndex("Daily Freight, a haulage firm, left."), 0, 13)
        True
    """
    described = index.match_after(_DESCRIPTION, end, _DESCRIPTION_CHARS)
    if described is None or is_listed_outlet(index.text[start:end]):
        return False
    noun = singular(described["noun"])
    is_outlet = noun in load_words("outlet_kind_nouns") or noun in load_words("outlet_nouns")
    return noun in load_words("organization_nouns") and not is_outlet


def _with_fullest_names(index: TextIndex, bounds: Sequence[Bounds]) -> list[NamedOutlet]:
    """Give each outlet its fullest name in the text."""
    printed = [index.text[start:end] for start, end in bounds]
    with_article = {
        normalize(name) for name, (start, _) in zip(printed, bounds, strict=True) if _has_article(index, start)
    }
    longer = _longer_names(printed)
    shorter: dict[str, list[str]] = {}
    for short, names in longer.items():
        for name in names:
            shorter.setdefault(name, []).append(short)
    outlets: list[NamedOutlet] = []
    latest: dict[str, str] = {}
    for short, (start, end) in zip(printed, bounds, strict=True):
        name = latest.get(short) or next(iter(longer[short]), short)
        latest.update(dict.fromkeys(shorter.get(short, ()), short))
        first = start - _THE_CHARS if index.before(start, _THE_CHARS) in _THE else start
        outlets.append(NamedOutlet(first, end, f"The {name}" if normalize(name) in with_article else name))
    return outlets


def _longer_names(printed: Sequence[str]) -> dict[str, list[str]]:
    """Return the names that each name may be short for, in text order."""
    names = list(dict.fromkeys(printed))[:_MAX_NAMES]
    return {short: [name for name in names if _is_short_for(short, name)] for short in dict.fromkeys(printed)}


def _has_article(index: TextIndex, start: int) -> bool:
    """Return whether a capitalized "The" that does not open a sentence is in front."""
    if index.before(start, _THE_CHARS) != "The ":
        return False
    return index.search_before(_INSIDE_SENTENCE, start - _THE_CHARS, _INSIDE_SENTENCE_CHARS) is not None


def _is_short_for(short: str, name: str) -> bool:
    """Return whether a name is the last word or the initials of another, or lacks only "News"."""
    words, whole = [normalize(word) for word in name.split()], normalize(short)
    if len(words) == 1 or whole == normalize(name):
        return False
    initials = "".join(word[0] for word in words if word not in ("of", "the"))
    is_last = short in name.split()[-1:] and whole in load_words("outlet_nouns")
    return is_last or (short.isupper() and whole == initials) or [whole, "news"] == words


def _with_descriptions(index: TextIndex, outlets: Sequence[NamedOutlet]) -> list[NamedOutlet]:
    """Add "the paper" and the like, each as the outlet named last before it."""
    ends = [outlet.end for outlet in outlets]
    described = []
    for match in _description_pattern().finditer(index.text):
        before = bisect_right(ends, match.start())
        if before:
            name = outlets[before - 1].name
            described.append(NamedOutlet(match.start(), match.end(), name, described=True))
    return sorted([*outlets, *described], key=lambda outlet: outlet.start)


@cache
def _description_pattern() -> re.Pattern[str]:
    """Build the pattern of a noun for an outlet after "the", which does not modify a person: "the paper editor"."""
    nouns = "|".join(sorted(load_words("outlet_descriptions"), key=len, reverse=True))
    return re.compile(rf"(?<=\bthe )(?:{nouns})\b(?! \w+(?:er|or)\b)")
