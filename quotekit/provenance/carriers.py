"""Find where a text says that an outlet carries words: "told CNN", "in an interview with the Reef Times"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import normalize
from quotekit.names import Mention
from quotekit.names.outlets import NamedOutlet
from quotekit.provenance.carrier_types import carrier_type_after, carrier_type_before, work_carrier_start
from quotekit.provenance.works import NamedWork, find_works
from quotekit.records import Outlet, TextSpan

__all__ = ["Carrier", "find_carriers", "platform_of_tweets"]

_OWNS = re.compile(r"['’]s?\s+(?:[\"“‘']|'')?$")
_SHOW_ON = re.compile(r"[\"”’',]*\s+(?:on|show on|program on)\s+(?:the\s+)?$")
_QUOTED_SHOW = re.compile(r"['’]s?\s+(?:[\"“]|'')([A-Z0-9][^\"“”\n]{1,50}?)[,.]?(?:[\"”]|'')")
# An outlet that only hosts an event carries nothing.
_EVENT = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,3}(?:conference|debates?|event|festival|forum|summit|town[ -]hall)\b"
)
_X = re.compile(r"\b(?:on|to) X\b")
_FILING = re.compile(
    r"\b[Ii]n\s+(?:(?:an?|its|recent|the)\s+){0,2}(?P<name>[A-Z][\w&.]*(?:\s+(?:(?:and|for|of|the)\s+){0,2}[A-Z][\w&.]*){0,8}\s+filings?)\b"
)
_TWEET = re.compile(
    r"\b(?:[Ii]n|[Vv]ia)\s+(?:(?:an?|her|his|its|their|several|two|three|a series of|a string of)\s+)?(?:\w+\s+)?(?P<name>tweets?)\b"
)


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
    #: How it is told: ``telling``, ``act``, ``on``, ``according``, ``reported``, ``citing``, ``saying``, ``at`` or ``work``.
    way: str

    @property
    def is_post(self) -> bool:
        """Return whether it is a platform on which people post."""
        return normalize(self.outlets[0].name) in load_words("platforms")

    @property
    def is_written(self) -> bool:
        """Return whether the words are written, on a platform or in a book, and not spoken to somebody."""
        return self.way == "work" or self.is_post


def find_carriers(text: str, outlets: Sequence[NamedOutlet], mentions: Sequence[Mention] = ()) -> list[Carrier]:
    r"""
    Find where a text says that an outlet carries words.

    Args:
        text: Any string.

        outlets: Its outlets, from :func:`quotekit.names.outlets.find_outlets`.

        mentions: The names in the text.

    Returns:
        The carriers in text order.

    Example:
        >>> from quotekit.names.outlets import find_outlets
        >>> from quotekit.text import TextIndex
        >>> text = 'She told the BBC\'s "Newsnight" that it is late.'
        >>> [found] = find_carriers(text, find_outlets(TextIndex(text)))
        >>> [outlet.name for outlet in found.outlets], found.way
        (['Newsnight', 'BBC'], 'telling')
    """
    works = find_works(text, mentions)
    titles = [(work.start, work.end) for work in works]
    outlets = [o for o in outlets if not any(start <= o.start and o.end <= end for start, end in titles)]
    shows = [NamedOutlet(w.start, w.end, w.name, described=w.described) for w in works if w.is_show]
    named = sorted([*outlets, *shows], key=lambda outlet: outlet.start)
    found = [c for chain in _chains(text, named) if (c := _carrier(text, chain))]
    networks = {c.outlets[0].name: c.outlets[1] for c in found if len(c.outlets) > 1}
    found = [_with_network(carrier, networks) for carrier in found]
    found += [c for work in works if not work.is_show and (c := _in_work(text, work))]
    found += _written(text)
    return sorted(found, key=lambda carrier: carrier.start)


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
    way, start, end = _way(text, begin, last.end, described=first.described)
    if way is None or (way != "telling" and _EVENT.match(text, last.end)):
        return None
    outlets = [Outlet(o.name, TextSpan(o.start, o.end, text[o.start : o.end])) for o in chain]
    show = _QUOTED_SHOW.match(text, last.end) if len(chain) == 1 else None
    if show:
        span = TextSpan(show.start(1), show.end(1), show[1])
        outlets, end = [Outlet(show[1], span), *outlets], max(end, show.end())
    elif len(chain) > 1 and _OWNS.fullmatch(text[first.end : last.start]):
        outlets.reverse()
    return Carrier(start, end, (first.start, last.end), tuple(outlets), way)


def _way(text: str, begin: int, end: int, *, described: bool) -> tuple[str | None, int, int]:
    """How outlets carry words, and the bounds of where that is said."""
    before = carrier_type_before(text, begin, end, described=described)
    if before:
        return before[0], before[1], end
    after = carrier_type_after(text, end)
    return (after[0], begin, after[1]) if after else (None, begin, end)


def _in_work(text: str, work: NamedWork) -> Carrier | None:
    """Read what stands before a book or film; None where nothing is said to stand in it."""
    start = work_carrier_start(text, work.start)
    if start is None:
        return None
    outlet = Outlet(work.name, TextSpan(work.start, work.end, text[work.start : work.end]))
    return Carrier(start, work.end, (work.start, work.end), (outlet,), "work")


def _written(text: str) -> Iterator[Carrier]:
    """Read where words stand in filings, which have an organization's name, and in tweets."""
    for found in _FILING.finditer(text):
        outlet = Outlet(found["name"], TextSpan(*found.span("name"), found["name"]))
        yield Carrier(*found.span(), found.span("name"), (outlet,), "work")
    platform = platform_of_tweets(text)
    for found in _TWEET.finditer(text):
        yield Carrier(*found.span(), found.span("name"), (platform,), "on")


def platform_of_tweets(text: str) -> Outlet:
    """
    Tell where a text's tweets were posted.

    Args:
        text: Any string.

    Returns:
        Twitter, or X where the text calls it nothing else.
    """
    return Outlet("Twitter" if "Twitter" in text or not _X.search(text) else "X")
