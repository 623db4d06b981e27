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
from quotekit.english.verb_classes import is_reporting_verb
from quotekit.provenance import carrier_patterns as patterns
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
    #: Words are printed in the outlet: "said in The Times".
    PRINTED = "printed"
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
    Find the phrase around an outlet that makes it a carrier.

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
    Find the start of the words before a title that make a work a carrier: "in her memoir “".

    Args:
        index: The text.

        start: Offset of the first character of the title, or of the noun used instead.

    Returns:
        The offset; None if there are no such words.
    """
    found = index.search_before(patterns.INTO_WORK, start, start - index.line_at(start, _REACH_CHARS)[0])
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
            "told": _Lead(CarrierType.TELLING, patterns.told(), allows_description=True),
            "according to": _Lead(CarrierType.ACCORDING, patterns.ACCORDING_TO),
            "reported by": _Lead(CarrierType.REPORTED, patterns.REPORTED_BY),
            "interview with": _Lead(CarrierType.ACT, patterns.interview_with(), allows_description=True),
            "said to": _Lead(CarrierType.TELLING, patterns.SAID_TO),
            "gave to": _Lead(CarrierType.ACT, patterns.GAVE_TO, allows_description=True),
            "on": _Lead(CarrierType.ON, patterns.ON, excludes_newspapers=True),
            "name at": _Lead(CarrierType.AT, patterns.NAME_AT),
            "printed in": _Lead(CarrierType.PRINTED, patterns.PRINTED_IN),
            "in a piece": _Lead(CarrierType.ACT, patterns.IN_A, after=patterns.piece()),
        }
    )


def _interviewing_end(index: TextIndex, end: int) -> int | None:
    """Return the end of the verb with which the outlet's journalist asks somebody: "CNN's Carl Dray interviewed"."""
    found = index.match_after(patterns.INTERVIEWING, end, _REACH_CHARS)
    return found.end() if found else None


def _citing_end(index: TextIndex, end: int) -> int | None:
    """Return the outlet's end if it cites a source after it: "Kyodo reported, citing an official"."""
    return end if index.match_after(patterns.CITING, end, _REACH_CHARS) else None


def _saying_end(index: TextIndex, end: int) -> int | None:
    """Return the end of the outlet's reporting verb: "The Times first reported"."""
    found = index.match_after(patterns.SAYING, end, _REACH_CHARS)
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
        CarrierType.ACT: _interviewing_end,
        CarrierType.CITING: _citing_end,
        CarrierType.SAYING: _saying_end,
    }
)
