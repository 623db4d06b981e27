"""Find where a text says that an outlet carries words: "told CNN", "in an interview with the Reef Times"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import attrs

from quotekit.lexicons import load_words
from quotekit.provenance.outlets import NamedOutlet, find_outlets
from quotekit.records import Outlet, TextSpan
from quotekit.speakers import Mention
from quotekit.speakers.vocabulary import fold

__all__ = ["Carrier", "find_carriers"]

_TELLING = re.compile(
    r"\b(?:told|tells|tell|telling)\s+(?:the\s+|[a-z]+\s+at\s+)?"
    r"(?:(?:[a-z-]+\s+){0,3}(?:agency|broadcaster|channel|magazine|network|newspaper|site|station|website)\s+)?"
    r"(?:(?:[A-Z][\w'’.-]+\s+){1,3}(?:of|from|at|on)\s+(?:the\s+)?)?$"
)
# Small words and days between a preposition and an outlet: "with the state-run", "on this weekend's broadcast of".
_BETWEEN = r"(?:(?:[a-z][\w'’-]*|\w+day(?:['’]s)?|[A-Z][\w.'’-]+\s+[A-Z][\w.'’-]+\s+(?:of|on|from))\s+){0,5}"
_ACT = re.compile(
    r"\b(?i:interview(?:s|ed)?|conversation|chat|discussion|talk(?:ed|ing|s)?|spoke|speak(?:s|ing)?|spoken|appear(?:ed|ing|s)?"
    r"|appearances?|remarks?|comments?|statement|e-?mail|letter|op-ed|column|commentary|essay|article|piece|post(?:ed|ing|s)?"
    r"|wrote|writes?|writing|written|message|video|quoted|cited|carried|aired|broadcast|published|obtained|released"
    r"|reported|shared|reviewed|relayed|confirmed|disclosed|leaked)"
    rf"\s+(?:with|to|on|in|for|by|via|at)\s+{_BETWEEN}$"
)
_GIVING = re.compile(
    r"\b(?:confided|confirmed|described|disclosed|gave|given|leaked|provided|released|revealed|sent)\s+(?:\w+\s+){0,4}to\s+(?:the\s+)?$"
)
_ON = re.compile(
    r"\b(?:[Oo]n|[Vv]ia|[Dd]uring)\s+(?:(?:the|his|her|their|its|a|\w*(?:day|end|week|month)(?:['’]s)?|this|last)\s+)*"
    r"(?:(?:broadcast|edition|episode|show|program|programme|account|page|site|website|platform|network|channel|series"
    r"|social|media|messaging|app|official|verified|personal|own|of|on|the)\s+)*$"
)
_PREPOSITION = re.compile(r"\b(?:[Ii]n|[Dd]uring|[Ff]or|[Oo]n)\s+(?:an?|the|his|her|their)\s+(?:\w+\s+){0,2}$")
_FORM = re.compile(
    r"['’]?s?\s+(?:interview|op-ed|column|commentary|essay|article|opinion piece|profile|podcast|panel)\b"
)
_ACCORDING = re.compile(r"\b[Aa]ccording\s+to\s+(?:the\s+)?(?:news agency\s+)?$")
_REPORTED_BY = re.compile(
    r"\b(?:reported|carried|published|quoted|cited|relayed|obtained|aired|broadcast)\s+(?:first\s+)?(?:by|in|on)\s+(?:the\s+)?$"
)
_AT = re.compile(r"\b(?:[A-Z][\w.'’-]+)\s+(?:at|of|for)\s+(?:the\s+)?$")
_CITING = re.compile(r"^[^.!?\n]{0,80}?\b(?:citing|quoting|quoted|cited|attributing)\b")
_OWNS = re.compile(r"['’]s?\s+(?:[\"“‘']|'')?$")
_SHOW_ON = re.compile(r"[\"”’',]*\s+(?:on|show on|program on)\s+(?:the\s+)?$")
_QUOTED_SHOW = re.compile(r"['’]s?\s+(?:[\"“]|'')([A-Z0-9][^\"“”\n]{1,50}?)[,.]?(?:[\"”]|'')")
# An outlet that only hosts an event carries nothing.
_EVENT = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,3}(?:conference|debates?|event|festival|forum|summit|town[ -]hall)\b"
)
_REACH = 120
_INK = frozenset({"times", "post", "herald", "journal", "tribune", "chronicle", "gazette", "examiner", "shimbun"})


@attrs.frozen
class Carrier:
    """A place where a text says that outlets carry words."""

    #: Offset of its first character, the words before the outlet included.
    start: int
    #: Offset after its last character.
    end: int
    #: Bounds of the outlet's own name.
    outlet: tuple[int, int]
    #: The outlets, nearest to the speaker first.
    outlets: tuple[Outlet, ...]
    #: How it is told: ``telling``, ``act``, ``on``, ``according``, ``reported``, ``citing`` or ``at``.
    way: str

    @property
    def is_post(self) -> bool:
        """Whether it is a platform on which people post."""
        return fold(self.outlets[0].name) in load_words("platforms")


def find_carriers(text: str, mentions: Sequence[Mention] = ()) -> list[Carrier]:
    r"""
    Find where a text says that an outlet carries words.

    Args:
        text: Any string.

        mentions: The names in the text.

    Returns:
        The carriers in text order.

    Example:
        >>> [found] = find_carriers('She told the BBC\'s "Newsnight" that it is late.')
        >>> [outlet.name for outlet in found.outlets], found.way
        (['Newsnight', 'BBC'], 'telling')
    """
    found = [c for chain in _chains(text, find_outlets(text, mentions)) if (c := _carrier(text, chain))]
    networks = {c.outlets[0].name: c.outlets[1] for c in found if len(c.outlets) > 1}
    return [_with_network(carrier, networks) for carrier in found]


def _with_network(carrier: Carrier, networks: Mapping[str, Outlet]) -> Carrier:
    """Name the network of a show that is named with it elsewhere."""
    network = networks.get(carrier.outlets[0].name)
    if network is None or len(carrier.outlets) > 1:
        return carrier
    return attrs.evolve(carrier, outlets=(*carrier.outlets, Outlet(network.name)))


def _chains(text: str, outlets: Sequence[NamedOutlet]) -> Iterator[list[NamedOutlet]]:
    """Join a show and its network, in the order of the text."""
    chain: list[NamedOutlet] = []
    for outlet in outlets:
        between = text[chain[-1].end : outlet.start] if chain else ""
        if len(chain) == 1 and (_OWNS.fullmatch(between) or _SHOW_ON.fullmatch(between)):
            chain.append(outlet)
            continue
        if chain:
            yield chain
        chain = [outlet]
    if chain:
        yield chain


def _carrier(text: str, chain: Sequence[NamedOutlet]) -> Carrier | None:
    """Read what stands before and after the outlets; None where nothing is carried."""
    first, last = chain[0], chain[-1]
    begin = first.start - (text[max(0, first.start - 1) : first.start] in ("“", '"', "‘"))
    way, start = _way(text, begin, last.end, described=first.described)
    if way is None or (way != "telling" and _EVENT.match(text, last.end)):
        return None
    outlets = [Outlet(o.name, TextSpan(o.start, o.end, text[o.start : o.end])) for o in chain]
    end = last.end
    show = _QUOTED_SHOW.match(text, end) if len(chain) == 1 else None
    if show:
        span = TextSpan(show.start(1), show.end(1), show[1])
        outlets, end = [Outlet(show[1], span), *outlets], show.end()
    elif len(chain) > 1 and _OWNS.fullmatch(text[first.end : last.start]):
        outlets.reverse()
    return Carrier(start, end, (first.start, last.end), tuple(outlets), way)


def _way(text: str, begin: int, end: int, *, described: bool) -> tuple[str | None, int]:
    """How the outlets that begin at *begin* carry words, and where that is said."""
    floor = max(0, begin - _REACH)
    floor = max(floor, text.rfind("\n", floor, begin) + 1)
    before = text[floor:begin]
    for way, pattern in _patterns():
        found = pattern.search(before)
        if found is None or (described and way not in ("telling", "act")):
            continue
        if way != "on" or _is_heard(text[begin:end]):
            return way, floor + found.start()
    if described:
        return None, begin
    found = _PREPOSITION.search(before)
    if found is not None and _FORM.match(text, end):
        return "act", floor + found.start()
    return ("citing", begin) if _CITING.match(text[end : end + _REACH]) else (None, begin)


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
    """Whether things are said "on" it: a broadcaster, show or platform, no newspaper."""
    words = [word.strip("\"“”'’,.").lower() for word in name.split()]
    return not words or words[-1] not in _INK
