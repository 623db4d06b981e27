"""Carrier types, and the phrases that show them: "told ...", "in an interview with ...", "... reported"."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

import attrs

from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.patterns import any_of
from quotekit.english.verb_classes import is_reporting_verb
from quotekit.text import TextIndex

__all__ = ["CarrierPhrase", "CarrierType", "find_carrier_phrase", "work_phrase_start"]

_REACH_CHARS = 120


class CarrierType(enum.Enum):
    """How an outlet carries words."""

    #: A speaker tells the outlet: "told CNN".
    TELLING = "telling"
    #: A speaker talks to the outlet or writes in it: "in an interview with the BBC", "wrote in The Times".
    ACT = "act"
    #: Words appear on the outlet: "on CNN", "via Twitter".
    ON = "on"
    #: "According to Reuters".
    ACCORDING = "according"
    #: The outlet published the words: "as reported by Reuters".
    REPORTED = "reported"
    #: The outlet cites a source: "Kyodo, citing an official".
    CITING = "citing"
    #: The outlet reports the words: "..., The Times reported".
    SAYING = "saying"
    #: The speaker works for the outlet: "Ida Holm of The Times".
    AT = "at"
    #: Words are in a book, film or document: "in her memoir “Deep Water”".
    WORK = "work"


@attrs.frozen
class CarrierPhrase:
    """An outlet with the words around it that make it a carrier."""

    #: The carrier type.
    type: CarrierType
    #: Offset of the first character.
    start: int
    #: Offset after the last character.
    end: int


@attrs.frozen
class _Lead:
    """The kind of phrase that leads to an outlet."""

    #: The carrier type that it shows.
    type: CarrierType
    #: The words directly before the outlet.
    before: re.Pattern[str]
    #: The words that must directly follow the outlet, if any.
    after: re.Pattern[str] | None = None
    #: Whether the outlet can be a common noun: "told the paper".
    allows_description: bool = False
    #: Whether the outlet cannot be a newspaper.
    excludes_newspapers: bool = False


def find_carrier_phrase(index: TextIndex, start: int, end: int, *, described: bool) -> CarrierPhrase | None:
    """
    Find the phrase around an outlet by which it carries words.

    Args:
        index: The text.

        start: Offset of the outlet's first character, or of the quotation mark before it.

        end: Offset after its last character.

        described: Whether the outlet is a common noun such as "the paper", which fewer phrases allow.

    Returns:
        The phrase; words before the outlet take precedence. None if there is none.

    Example:
        >>> index = TextIndex("She told CNN so.")
        >>> find_carrier_phrase(index, 9, 12, described=False)
        CarrierPhrase(type=<CarrierType.TELLING: 'telling'>, start=4, end=12)
    """
    reach = start - index.line_at(start, _REACH_CHARS)[0]
    for lead in _leads().values():
        if described and not lead.allows_description:
            continue
        found = index.search_before(lead.before, start, reach)
        if found and _takes(lead, index, start, end):
            return CarrierPhrase(lead.type, found.start(), end)
    for carrier_type, find_end in _CONTINUATIONS.items():
        phrase_end = find_end(index, end)
        if phrase_end is not None:
            return CarrierPhrase(carrier_type, start, phrase_end)
    return None


def work_phrase_start(index: TextIndex, start: int) -> int | None:
    """
    Find where the words before a title begin that make a work a carrier: "in her memoir “".

    Args:
        index: The text.

        start: Offset of the first character of the title, or of the noun that stands for it.

    Returns:
        The offset; None if there are no such words.
    """
    found = index.search_before(_INTO_WORK, start, start - index.line_at(start, _REACH_CHARS)[0])
    return found.start() if found else None


def _takes(lead: _Lead, index: TextIndex, start: int, end: int) -> bool:
    """Return whether the outlet, and what follows it, meet the conditions of a lead."""
    if lead.after is not None and not index.match_after(lead.after, end):
        return False
    return not lead.excludes_newspapers or not _is_newspaper(index.text[start:end])


def _is_newspaper(name: str) -> bool:
    """Return whether the name is that of a newspaper: "the Reef Herald"."""
    words = [word.strip("\"“”'’,.").lower() for word in name.split()]
    return bool(words) and words[-1] in load_words("newspaper_nouns")


@cache
def _leads() -> Mapping[str, _Lead]:
    """Return the phrases that lead to an outlet, by name; the first that applies decides."""
    return MappingProxyType(
        {
            "told": _Lead(CarrierType.TELLING, _told(), allows_description=True),
            "according to": _Lead(CarrierType.ACCORDING, _ACCORDING_TO),
            "reported by": _Lead(CarrierType.REPORTED, _REPORTED_BY),
            "interview with": _Lead(CarrierType.ACT, _interview_with(), allows_description=True),
            "gave to": _Lead(CarrierType.ACT, _GAVE_TO, allows_description=True),
            "on": _Lead(CarrierType.ON, _ON, excludes_newspapers=True),
            "name at": _Lead(CarrierType.AT, _NAME_AT),
            "in a piece": _Lead(CarrierType.ACT, _IN_A, after=_piece()),
        }
    )


def _told() -> re.Pattern[str]:
    """Build the pattern of "told", "told the news agency", "told Carl Dray of"."""
    return re.compile(
        rf"""
        \b(?:told|tells|tell|telling)\s+
        (?:the\s+|[a-z]+\s+at\s+)?
        (?:(?:[a-z-]+\s+){{0,3}}{any_of("outlet_kind_nouns")}\s+)?               # "state news agency"
        (?:(?:[A-Z][\w'’.-]+\s+){{1,3}}(?:of|from|at|on)\s+(?:the\s+)?)?$        # an interviewer's name
        """,
        re.VERBOSE,
    )


def _interview_with() -> re.Pattern[str]:
    """Build the pattern of "interview with", "posted on", "took to"."""
    return re.compile(
        rf"""
        \b(?i:{any_of("conveying_words")})
        \s+(?:with|to|on|in|for|by|via|at)\s+
        (?:                                                                      # small words between
            (?:[a-z][\w'’-]*                                                     # "the state-run"
              |\w+day(?:['’]s)?                                                  # "Sunday's"
              |[A-Z][\w.'’-]+\s+[A-Z][\w.'’-]+\s+(?:of|on|from)                  # "Carl Dray of"
            )\s+
        ){{0,5}}$
        | \b(?:(?:took|taken|takes|taking|turn(?:ed|ing|s))\s+to|went\s+on)\s+
          (?:(?:her|his|its|the|their)\s+)?$
        """,
        re.VERBOSE,
    )


_GAVE_TO = re.compile(
    r"""
    \b(?:confided|confirmed|described|disclosed|gave|given|leaked|provided|released|revealed|sent)\s+
    (?:\w+\s+){0,4}to\s+(?:the\s+)?$
    """,
    re.VERBOSE,
)
_ON = re.compile(
    r"""
    \b(?:[Oo]n|[Vv]ia|[Dd]uring)\s+
    (?:(?:the|his|her|their|its|a|\w*(?:day|end|week|month)(?:['’]s)?|this|last)\s+)*          # "this week's"
    (?:(?:broadcast|edition|episode|show|program|programme                                     # "edition of"
         |account|page|site|website|platform|network|channel|series                            # "official account on"
         |social|media|messaging|app|official|verified|personal|own|of|on|the)\s+)*$
    """,
    re.VERBOSE,
)
_ACCORDING_TO = re.compile(r"\b(?:[Aa]ccording\s+to|[Pp]er)\s+(?:the\s+)?(?:news\ agency\s+)?$", re.VERBOSE)
_REPORTED_BY = re.compile(
    r"""
    \b(?:reported|carried|published|quoted|cited|relayed|obtained|aired|broadcast)\s+
    (?:first\s+)?(?:by|in|on)\s+(?:the\s+)?$
    """,
    re.VERBOSE,
)
_NAME_AT = re.compile(r"\b(?:[A-Z][\w.'’-]+)\s+(?:at|of|for)\s+(?:the\s+)?$")
_IN_A = re.compile(
    r"""
    \b(?:[Ii]n|[Dd]uring|[Ff]or|[Oo]n|[Vv]ia)\s+
    (?:an?|her|his|its|their|the|two|several)\s+(?:\w+\s+){0,2}$
    """,
    re.VERBOSE,
)
_INTO_WORK = re.compile(
    r"""
    \b(?:[Ii]n|[Oo]n|[Tt]hroughout|[Ww]ith|[Dd]uring)\s+
    (?:(?:an?|her|his|its|the|their|[A-Z][\w.’'-]+['’]s?)\s+)?                                 # "her", "Holm's"
    (?:[a-z0-9][\w’'-]*,?\s+){0,4}                                                             # "2015 memoir,"
    (?:[“\"‘*_]|''|``)*$                                                                       # marks of the title
    """,
    re.VERBOSE,
)


def _piece() -> re.Pattern[str]:
    """Build the pattern of what follows an outlet in "in a BBC interview"."""
    return re.compile(rf"['’]?s?\s+(?:[a-z-]+\s+)?{any_of('outlet_pieces')}\b")


_CITING = re.compile(r"[^.!?\n]{0,80}?\b(?:citing|quoting|quoted|cited|attributing)\b")
_SAYING = re.compile(
    r"""
    (?:['’]s?\ (?:[A-Z][\w.’'-]+\ ?){1,3})?                                      # "'s Jo Lind"
    \s*\b(?:(?:also|first|had|has|have|later|previously|since)\s+){0,2}
    (?P<verb>[a-z]+)\b
    """,
    re.VERBOSE,
)


def _citing_end(index: TextIndex, end: int) -> int | None:
    """Return the outlet's end, where it cites a source after it: "Kyodo reported, citing an official"."""
    return end if index.match_after(_CITING, end, _REACH_CHARS) else None


def _saying_end(index: TextIndex, end: int) -> int | None:
    """Return the end of the verb with which the outlet reports: "The Times first reported"."""
    found = index.match_after(_SAYING, end, _REACH_CHARS)
    if found is None:
        return None
    verb = cue_lemma(found["verb"])
    # "The Times report" is a noun.
    return found.end() if verb != found["verb"] and is_reporting_verb(verb) else None


#: Takes the end of an outlet and returns the end of the carrier phrase that continues after it, if there is one.
_Continuation: TypeAlias = Callable[[TextIndex, int], "int | None"]
#: The phrases that can follow an outlet; the first that applies decides.
_CONTINUATIONS: Mapping[CarrierType, _Continuation] = MappingProxyType(
    {
        CarrierType.CITING: _citing_end,
        CarrierType.SAYING: _saying_end,
    }
)
