"""Noun phrases of addressees: where they end, and whether they name a possible addressee."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import is_outlet
from quotekit.english.pronouns import NEUTER, PERSONAL_DETERMINERS, PERSONAL_OBJECTS
from quotekit.names.outlets import find_outlets
from quotekit.records import TextSpan
from quotekit.text import TextIndex

__all__ = ["MAX_PHRASE_CHARS", "addressee_phrase_at"]

#: Longer phrases are cut off.
MAX_PHRASE_CHARS = 100

_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_TIMES = "afternoon|day|evening|month|morning|night|summer|time|week|weekend|winter|year"
_SPEECH_PARTICIPLES = (
    "(?:add|announc|argu|ask|call|claim|describ|explain|insist|not|promis|say|stat|urg|vow|warn|writ)ing"
)
# "Told herself", "asked rhetorically", "told it".
_NOT_A_PERSON = re.compile(
    r"\w{1,40}ly$|\w{1,40}sel(?:f|ves)$|(?:all|everything|something|it|this|these|those|each other|one another)$"
)
_ADVERB = re.compile(r"[a-z]{2,40}ly")
# People who are told apart by what they belong to, as are those with a possessive: "her friends in the party".
_BELONGING = frozenset({"allies", "colleagues", "comrades", "friends", "members", "partners"})
_POSSESSIVE = re.compile(r"['’]s?\s+['\"“‘]*")
_SPACE_OR_MARKS = " \t\u00a0'’‘-"
_INCOMPLETE_ENDINGS = PERSONAL_DETERMINERS | {"a", "also", "an", "and", "for", "the"}
_OBJECT_PRONOUNS = PERSONAL_OBJECTS - NEUTER


def addressee_phrase_at(index: TextIndex, start: int, limit: int) -> TextSpan | None:
    """
    Return the noun phrase at an offset if it names an addressee.

    Args:
        index: The text.

        start: Offset of the phrase, or of white space in front of it.

        limit: Offset at which it ends at the latest.

    Returns:
        The phrase; None if there is none, or if it names a thing or an outlet, or no one.

    Example:
        >>> addressee_phrase_at(TextIndex("told the two guests on Monday"), 4, 29).text
        'the two guests'
    """
    text = index.text
    limit = min(limit, start + MAX_PHRASE_CHARS, len(text))
    while start < limit and text[start].isspace():
        start += 1
    boundary = _boundary().search(text, start, limit)
    body = None if boundary is None else _in_body().match(text, boundary.start(), limit)
    if boundary is not None and body is not None and _may_belong(text[start : boundary.start()]):
        boundary = _boundary().search(text, body.end(), limit)
    phrase = _without_topic(text[start : boundary.start() if boundary else limit].rstrip(_SPACE_OR_MARKS))
    return TextSpan(start, start + len(phrase), phrase) if _is_addressee(phrase) else None


@cache
def _boundary() -> re.Pattern[str]:
    """Build the pattern of what ends the noun phrase of an addressee."""
    words = "|".join(sorted(map(re.escape, load_words("after_addressee"))))
    return re.compile(
        rf"""
        [,;:!?…“”"«»()\[\]\n]                        # punctuation, double quotation marks, line breaks
        | [—–] | \s--?\s                             # dashes
        | (?<!\bMr) (?<!\bMs) (?<!\bDr) (?<!\bSen) (?<!\bRep) (?<!\bGov) (?<!\bMrs) (?<!\b[A-Z]) \.
                                                     # a period, except after a title or an initial
        | \s['‘]                                     # an opening single mark
        | (?<!s)['’](?=\s)                           # a closing one, except in a plural possessive
        | \b(?:
            {words} | I | {_WEEKDAYS}
            | {_SPEECH_PARTICIPLES}                  # "told reporters adding that"
            | of(?=\s+(?:his|her|its|their)\b)       # "told reporters of her plan"
            | both(?=\s+that\b)
            | (?:one|that|the[ ](?:next|other|same)|every|each)(?=[ ](?:{_TIMES})\b)
            | for(?=\s+(?:[a-z]+\s+)?(?:minutes|hours|days|weeks|months|years)\b)
            | [a-z]+ed(?=\s+(?:at|by|for|in|inside|outside)\b)  # "a crowd gathered in Oslo"
          )\b
        """,
        re.VERBOSE,
    )


@cache
def _in_body() -> re.Pattern[str]:
    """Build the pattern of the body that people belong to: "in the party", "in her reading group"."""
    nouns = load_words("bodies") | load_words("state_nouns") | load_words("collective_nouns")
    bodies = "|".join(sorted(map(re.escape, nouns)))
    determiners = "|".join(sorted(PERSONAL_DETERMINERS | {"the"}))
    return re.compile(
        rf"in\s{{1,9}}(?:(?:{determiners})\s{{1,9}})?(?:[\w-]{{1,30}}\s{{1,9}}){{0,2}}?(?:{bodies})\b", re.IGNORECASE
    )


def _may_belong(phrase: str) -> bool:
    """Return whether the words after a phrase may say which body its people belong to."""
    words = phrase.lower().split()
    return bool(words) and (words[0] in PERSONAL_DETERMINERS or words[-1] in _BELONGING)


def _without_topic(phrase: str) -> str:
    """Cut off a trailing adverb ("reporters privately") and the topic ("reporters of it")."""
    before, _, last = phrase.rpartition(" ")
    if before and _ADVERB.fullmatch(last) and last not in load_words("audiences"):
        phrase = before
    head, of, topic = f"{phrase} ".partition(" of ")
    told = head.lower()
    is_whole = told in _OBJECT_PRONOUNS or told in load_words("audiences") or is_outlet(head)
    return head if of and (not topic or is_whole) else phrase


def _is_addressee(phrase: str) -> bool:
    """Return whether a phrase is complete and names a possible addressee."""
    words = phrase.lower().split()
    if not words or words[0] == "of" or words[-1] in _INCOMPLETE_ENDINGS or not phrase[0].isalpha():
        return False
    return not (_NOT_A_PERSON.match(phrase) or _is_thing(words) or _is_described_outlet(phrase))


def _is_thing(words: Sequence[str]) -> bool:
    """Return whether the head of a phrase is the thing told or asked: "the truth", "the tale of a dam"."""
    head = words[: words.index("of")] if "of" in words else words
    return not load_words("told_things").isdisjoint((words[-1], *head[-1:]))


def _is_described_outlet(phrase: str) -> bool:
    """Return whether a phrase names an outlet, with or without a description: "the state news agency TASS"."""
    outlets = find_outlets(TextIndex(phrase))
    if not outlets:
        return is_outlet(phrase)
    before, after = phrase[: outlets[0].start].split(), phrase[outlets[-1].end :].strip()
    between = [phrase[one.end : other.start] for one, other in pairwise(outlets)]
    described = not before or before == ["the"] or before[-1] in _last_words("outlet_descriptions")
    return described and after in ("", "'s", "’s", "radio", "television") and all(map(_POSSESSIVE.fullmatch, between))


@cache
def _last_words(name: str) -> frozenset[str]:
    """Return the last word of each entry of a word list."""
    return frozenset(entry.rpartition(" ")[2] for entry in load_words(name))
