"""Find names that are not just capitalized words: user names ("username oldsalt") and names with numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotekit.english.words import is_role, kind_of_ending
from quotekit.names.mention import Mention
from quotekit.names.name import Name
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["find_unusual_names"]

_SAYING = (
    "asked|added|commented|complained|joked|noted|posted|remarked|replied|responded|said|says|tweeted|writes|wrote"
)
_USER_NAME = re.compile(
    rf"""
    (?<![\w@])
    (?:
        (?:(?:[Ss]creen[ ]|[Uu]ser[ ]?)name|[Uu]ser[ ]name)[ ]["“‘']?(?P<named>[\w@][\w.-]*\w)
          (?=["”’']?(?:,|[ ](?:{_SAYING})\b))
        | (?:[Uu]ser|[Cc]ommenter|[Pp]oster|[Rr]edditor|[Hh]andle)[ ]["“‘']?
          (?P<user>@?(?=[A-Za-z]*[\d_A-Z])[a-z0-9_@][\w.-]*\w)     # with a digit, a line or a capital inside
        | (?P<handle>@[A-Za-z_]\w{{1,30}})(?=,?[ ](?:{_SAYING})\b)
    )
    """,
    re.VERBOSE,
)
_FUNCTION_WORDS = frozenset({"and", "for", "he", "in", "is", "of", "on", "or", "she", "that", "they", "was", "who"})
# "Marcus 5K, a coach", "90 Grams, a rapper"
_WITH_NUMBER = re.compile(
    r"""
    (?<![\w.,-])(?P<name> [A-Z][\w-]*[ ]\d{1,3}[A-Z]?[a-z]{0,2} | \d{1,3}[ ][A-Z][a-z]+ )
    , [ ] (?:an?|the) [ ] (?P<words> (?:[\w'’-]+[ ]){0,4}? [\w-]+ )
    (?= [,.;:] | [ ](?:and|at|for|from|in|of|on|who|with)\b )
    """,
    re.VERBOSE,
)


def find_unusual_names(index: TextIndex) -> Iterator[Mention]:
    """
    Find user names, and names with a number that the text attributes to a person.

    Args:
        index: The text.

    Yields:
        The mentions; "username" is in front of the name.

    Example:
        >>> text = "Username oldsalt agreed: username oldsalt said so. Then 90 Grams, a rapper, and @oldsalt wrote."
        >>> [m.name.text for m in find_unusual_names(TextIndex(text))]
        ['oldsalt', '@oldsalt', '90 Grams']
    """
    for found in _USER_NAME.finditer(index.text):
        start, end = next(found.span(group) for group in ("named", "user", "handle") if found[group])
        if index.text[start:end].lower() not in _FUNCTION_WORDS:
            yield _mention(index, found.start(), start, end)
    for found in _WITH_NUMBER.finditer(index.text):
        noun = found["words"].rpartition(" ")[2]
        if is_role(noun) or kind_of_ending(noun) is SpeakerKind.UNNAMED:
            yield _mention(index, *found.span("name")[:1], *found.span("name"))


def _mention(index: TextIndex, start: int, name_start: int, end: int) -> Mention:
    printed = index.text[name_start:end]
    return Mention(start, name_start, end, Name(printed, surname=printed), SpeakerKind.PERSON)
