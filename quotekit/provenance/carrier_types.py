"""The phrases in which a text says that an outlet carries words: "told …", "in an interview with …", "… reported"."""

from __future__ import annotations

import re
from functools import cache

from quotekit.english.lemmas import cue_lemma
from quotekit.english.verb_classes import saying_kind

__all__ = ["REACH", "carrier_type_after", "carrier_type_before", "work_carrier_start"]

#: So many characters before or after an outlet are looked at.
REACH = 120

_TELLING = re.compile(
    r"\b(?:told|tells|tell|telling)\s+(?:the\s+|[a-z]+\s+at\s+)?"
    r"(?:(?:[a-z-]+\s+){0,3}(?:agency|broadcaster|channel|daily|magazine|network|newspaper|podcast|program|programme|show|site|station|website)\s+)?"
    r"(?:(?:[A-Z][\w'’.-]+\s+){1,3}(?:of|from|at|on)\s+(?:the\s+)?)?$"
)
# Small words and days between a preposition and an outlet: "with the state-run", "on this weekend's broadcast of".
_BETWEEN = r"(?:(?:[a-z][\w'’-]*|\w+day(?:['’]s)?|[A-Z][\w.'’-]+\s+[A-Z][\w.'’-]+\s+(?:of|on|from))\s+){0,5}"
_ACT = re.compile(
    r"\b(?i:interview(?:s|ed)?|conversation|chat|discussion|talk(?:ed|ing|s)?|spoke|speak(?:s|ing)?|spoken|appear(?:ed|ing|s)?"
    r"|appearances?|remarks?|comments?|statement|e-?mail|letter|op-ed|column|commentary|essay|article|piece|post(?:ed|ing|s)?"
    r"|wrote|writes?|writing|written|message|video|quoted|cited|carried|aired|broadcast|published|obtained|released"
    r"|reported|shared|reviewed|relayed|confirmed|disclosed|leaked|seen|viewed)"
    rf"\s+(?:with|to|on|in|for|by|via|at)\s+{_BETWEEN}$"
    r"|\b(?:(?:took|taken|takes|taking|turn(?:ed|ing|s))\s+to|went\s+on)\s+(?:(?:her|his|its|the|their)\s+)?$"
)
_GIVING = re.compile(
    r"\b(?:confided|confirmed|described|disclosed|gave|given|leaked|provided|released|revealed|sent)\s+(?:\w+\s+){0,4}to\s+(?:the\s+)?$"
)
_ON = re.compile(
    r"\b(?:[Oo]n|[Vv]ia|[Dd]uring)\s+(?:(?:the|his|her|their|its|a|\w*(?:day|end|week|month)(?:['’]s)?|this|last)\s+)*"
    r"(?:(?:broadcast|edition|episode|show|program|programme|account|page|site|website|platform|network|channel|series"
    r"|social|media|messaging|app|official|verified|personal|own|of|on|the)\s+)*$"
)
_PREPOSITION = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Ff]or|[Oo]n|[Vv]ia)\s+(?:an?|her|his|its|their|the|two|several)\s+(?:\w+\s+){0,2}$"
)
_FORM = re.compile(
    r"['’]?s?\s+(?:[a-z-]+\s+)?(?:interview|op-ed|column|commentary|essay|article|opinion piece|profile|podcast|panel"
    r"|posts?|posting|message|video|livestream|thread|update|page|account|story|report|segment|appearance)\b"
)
_ACCORDING = re.compile(r"\b(?:[Aa]ccording\s+to|[Pp]er)\s+(?:the\s+)?(?:news agency\s+)?$")
_REPORTED_BY = re.compile(
    r"\b(?:reported|carried|published|quoted|cited|relayed|obtained|aired|broadcast)\s+(?:first\s+)?(?:by|in|on)\s+(?:the\s+)?$"
)
_AT = re.compile(r"\b(?:[A-Z][\w.'’-]+)\s+(?:at|of|for)\s+(?:the\s+)?$")
_CITING = re.compile(r"[^.!?\n]{0,80}?\b(?:citing|quoting|quoted|cited|attributing)\b")
# "The Times’ Jo Lind first reported".
_SAYING = re.compile(
    r"(?:['’]s? (?:[A-Z][\w.’'-]+ ?){1,3})?\s*\b(?:(?:also|first|had|has|have|later|previously|since)\s+){0,2}(?P<verb>[a-z]+)\b"
)
_INTO_WORK = re.compile(
    r"\b(?:[Ii]n|[Oo]n|[Tt]hroughout|[Ww]ith|[Dd]uring)\s+(?:(?:an?|her|his|its|the|their|[A-Z][\w.’'-]+['’]s?)\s+)?"
    r"(?:[a-z0-9][\w’'-]*,?\s+){0,4}(?:[“\"‘*_]|''|``)*$"
)
# Newspapers by these words are read, and nobody speaks "on" them.
_INK = frozenset({"times", "post", "herald", "journal", "tribune", "chronicle", "gazette", "examiner", "shimbun"})
_REPORTING = frozenset({"stating", "writing"})


def carrier_type_before(text: str, begin: int, end: int, *, described: bool) -> tuple[str, int] | None:
    """
    Tell from the words before an outlet how it carries words.

    Args:
        text: Any string.

        begin: Offset of the outlet's first character.

        end: Offset after its last character.

        described: Whether only a noun such as "the paper" stands for it; that needs clearer words.

    Returns:
        The way (``telling``, ``according``, ``reported``, ``act``, ``on`` or ``at``) and where its words begin; None
        where there are none.
    """
    floor = max(0, begin - REACH)
    floor = max(floor, text.rfind("\n", floor, begin) + 1)
    before = text[floor:begin]
    for way, pattern in _patterns():
        found = pattern.search(before)
        if found and not (described and way not in ("telling", "act")) and (way != "on" or _is_heard(text[begin:end])):
            return way, floor + found.start()
    found = None if described else _PREPOSITION.search(before)
    return ("act", floor + found.start()) if found and _FORM.match(text, end) else None


def carrier_type_after(text: str, end: int) -> tuple[str, int] | None:
    """
    Tell from the words after an outlet how it carries words.

    Args:
        text: Any string.

        end: Offset after the outlet's last character.

    Returns:
        ``citing`` for "…, citing a source" and ``saying`` for "… reported", and where the words end that say so; None
        where there are none.
    """
    rest = text[end : end + REACH]
    if _CITING.match(rest):
        return "citing", end
    found = _SAYING.match(rest)
    verb = cue_lemma(found["verb"]) if found else None
    # "The Times report" is a noun.
    reports = found is not None and verb != found["verb"] and saying_kind(verb) in _REPORTING
    return ("saying", end + found.end()) if found and reports else None


def work_carrier_start(text: str, begin: int) -> int | None:
    """
    Tell where the words begin that say that something stands in a book or film: "in her memoir “".

    Args:
        text: Any string.

        begin: Offset of the first character of the title, or of the noun that stands for it.

    Returns:
        The offset; None where there are no such words.
    """
    floor = max(0, begin - REACH)
    floor = max(floor, text.rfind("\n", floor, begin) + 1)
    found = _INTO_WORK.search(text[floor:begin])
    return floor + found.start() if found else None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return (
        ("telling", _TELLING),
        ("according", _ACCORDING),
        ("reported", _REPORTED_BY),
        ("act", _ACT),
        ("act", _GIVING),
        ("on", _ON),
        ("at", _AT),
    )


def _is_heard(name: str) -> bool:
    """Return whether things are said "on" it: a broadcaster, show or platform, no newspaper."""
    words = [word.strip("\"“”'’,.").lower() for word in name.split()]
    return not words or words[-1] not in _INK
