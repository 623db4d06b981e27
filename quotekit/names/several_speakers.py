"""Parse phrases that mean several speakers: lists of their names, and words for those who are named before."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from quotekit.english.words import normalize, singular
from quotekit.names.mention import Mention
from quotekit.names.phrase_heads import EDGES, Phrase, strip_afterthought

__all__ = ["Few", "joint_speakers", "parse_few"]

_PARENTHESIS = re.compile(r"\s{0,9}\([^()]{0,400}\)?")
_BETWEEN_NAMES = re.compile(r"\s{0,9}(?:,|,?\s{0,9}and|&|,?\s{0,9}n?or)\s{0,9}(?:the\s{1,9})?")
_BEFORE_NAMES = frozenset(
    (
        *("a", "an", "the", "this", "that", "these", "those", "some", "many", "several", "most", "other", "few", "all"),
        *("both", "either", "neither", "no", "not only"),
    )
)
_PAIR = re.compile(
    r"""
    (?: both | neither | the[ ]two | these[ ]two | the[ ]pair | the[ ]duo | the[ ]couple
      | (?P<three> all[ ]three | the[ ]three | these[ ]three | the[ ]trio )
      | (?P<four> all[ ]four | the[ ]four | these[ ]four )
    )
    (?: [ ]of[ ](?:them|the[ ](?:two|three|four)) )?
    (?: [ ](?:of[ ]the[ ])? (?P<noun> (?:[\w-]+[ ]){0,3} [\w-]+ ) )?        # "both senators", "the two of the senators"
    """,
    re.VERBOSE,
)
# Relatives who are named together: "the sisters".
_KIN = re.compile(r"(?:the|these) (?:(?P<count>two|three|four) )?(?P<noun>brothers|cousins|siblings|sisters|twins)")
_SIZES = {"two": 2, "three": 3, "four": 4}
_MAX_JOINT_SPEAKERS = 20
# Text between the names of a list, about one of them: ", speaking on Monday,", ", 41,", ", chair of the union,".
_ASIDE = re.compile(r", (?!(?:and|but|n?or)\b)[a-z\d][^,;:]{0,80}(?=,|\Z)")


class Few(NamedTuple):
    """A phrase for a few speakers who are named before."""

    #: What they are called: "senators"; empty if the phrase only counts them.
    noun: str
    #: How many they are; None if the phrase leaves it open.
    size: int | None


def joint_speakers(phrase: Phrase) -> tuple[Mention, ...]:
    """
    Return the names of a list of speakers.

    Args:
        phrase: The phrase.

    Returns:
        The mentions in "Ann Lee, Bo Day and Cy Fox"; none if the phrase is something else, as with an apposition.

    Example:
        >>> from quotekit.names.mentions import find_mentions
        >>> from quotekit.text import TextIndex
        >>> index = TextIndex("Ann Lee, in Oslo, and Bo Dray said that it rained.")
        >>> [mention.name.text for mention in joint_speakers(Phrase.of(index, (0, 29), find_mentions(index)))]
        ['Ann Lee', 'Bo Dray']
    """
    text = phrase.index.text
    inside = [m for m in phrase.mentions if m.name_start >= phrase.start and m.end <= phrase.end]
    asides = [
        found.span() for what in (_ASIDE, _PARENTHESIS) for found in what.finditer(text, phrase.start, phrase.end)
    ]
    inside = [m for m in inside if not any(start <= m.name_start and m.end <= end for start, end in asides)]
    names = [m for m in inside if not any(_is_in_title(m, other) for other in inside)]
    if not 1 < len(names) <= _MAX_JOINT_SPEAKERS:
        return ()
    between = [_ASIDE.sub("", _PARENTHESIS.sub("", text[a.end : b.start])) for a, b in pairwise(names)]
    if not all(map(_BETWEEN_NAMES.fullmatch, between)):
        return ()
    if "and" not in "".join(between) and not all(m.is_personal and m.name.has_title_or_given_name for m in names):
        # "Ann Lee, Leeds" is one person.
        return ()
    before, after = phrase.up_to(names[0].start), _PARENTHESIS.sub("", phrase.from_(names[-1].end))
    is_first = not before.strip() or before.strip().lower() in _BEFORE_NAMES
    is_last = after.startswith(",") or not strip_afterthought(after).strip(EDGES)
    return tuple(names) if is_first and is_last else ()


def _is_in_title(mention: Mention, other: Mention) -> bool:
    """Return whether a mention is in the title of another: "White House" in "White House press secretary Ann Lee"."""
    return other.start <= mention.start and mention.end < other.name_start


def parse_few(phrase: str) -> Few | None:
    """
    Parse a phrase for a few speakers who are named before.

    Args:
        phrase: The phrase as printed.

    Returns:
        What they are called, and how many they are; None for other phrases.

    Example:
        >>> parse_few("Both"), parse_few("all three senators"), parse_few("The sisters"), parse_few("They")
        (Few(noun='', size=2), Few(noun='senators', size=3), Few(noun='sisters', size=None), None)
    """
    words = normalize(phrase)
    pair = _PAIR.fullmatch(words)
    if pair and (pair["noun"] is None or _is_plural(pair["noun"])):
        return Few(pair["noun"] or "", next((_SIZES[name] for name in ("three", "four") if pair[name]), 2))
    kin = _KIN.fullmatch(words)
    return Few(kin["noun"], _SIZES.get(kin["count"])) if kin else None


def _is_plural(phrase: str) -> bool:
    """Return whether a phrase ends in a plural and is not a list."""
    return singular(phrase) != phrase and {"and", "nor", "or"}.isdisjoint(phrase.split())
