"""Find carriers, phrases that name the outlet for a statement: "told CNN", "in an interview with the Reef Times"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.words import normalize
from quotekit.names import Mention
from quotekit.names.outlets import NamedOutlet
from quotekit.provenance.carrier_types import CarrierType, find_carrier_phrase, work_phrase_start
from quotekit.provenance.outlet_chains import OutletChain, extend_chain
from quotekit.provenance.programmes import find_programmes
from quotekit.provenance.unlisted_outlets import find_unlisted_outlets
from quotekit.provenance.works import NamedWork, find_works
from quotekit.records import Outlet, TextSpan
from quotekit.text import Bounds, TextIndex

__all__ = ["Carrier", "find_carriers", "platform_of_tweets"]

_OPENING_MARK = re.compile(r"(?:[“\"‘']|''|``)\Z")
# Between a network and its show: "NPR's “Reef Hour”".
_POSSESSIVE = re.compile(r"['’]s?\s+(?:[\"“‘']|'')?$")
# Between a network and its show: "CBS Reef Hour", "the CBS show “Reef Hour”", "the CBS hosts of “Reef Hour”".
_BESIDE = re.compile(r"\s(?:(?:hosts?\sof|podcast|program|programme|series|show)\s)?(?:[\"“‘]|'')?")
# Between a show and its network: "“Reef Hour” on NPR".
_SHOW_ON = re.compile(r"[\"”’',]{0,40}\s{1,9}(?:on|show on|program on)\s{1,9}(?:the\s{1,9})?$")
# A show that is not in any word list: its quoted title after its network.
_QUOTED_SHOW = re.compile(r"['’]s?\s+(?:[\"“]|'')(?P<title>[A-Z0-9][^\"“”\n]{1,50}?)[,.]?(?:[”\"]|'')")
# The rest of a quoted title that begins with an outlet or show: "“This Week with Ida Holm”".
_REST_OF_TITLE = re.compile(
    r"(?P<rest>(?:\s(?:and|at|from|in|of|on|the|with|With)(?=\s)|\s[A-Z0-9&][\w’'&-]{0,40}){1,8})[,.]?(?:[”\"]|'')"
)
_PLAIN_SHOW = re.compile(
    r"['’]s?\s+(?P<title>[A-Z][\w’'&-]*(?:\s(?:(?:and|at|in|of|on|the|with)\s){0,2}[A-Z][\w’'&-]*){0,4})"
    r"\s+(?:(?:radio|television|TV|talk|news)\s+)?(?:podcast|program|programme|show)\b"
)
# Between outlets named together, perhaps each with its journalist: "POLITICO writer Ida Holm and the", "MSNBC and".
_TOGETHER = re.compile(
    r"""
    (?: (?:['’]s?)? (?:\s[a-z]{1,20}){0,3} (?:\s[A-Z][\w.’'-]{1,40}){2,3} )?
    (?: ,?\sand\s(?:the\s)? | ,\s(?:the\s)?(?=[^.;\n]{1,60}\sand\s) )
    """,
    re.VERBOSE,
)
_MAX_TOGETHER = 4
_HEARD_TOGETHER = (CarrierType.TELLING, CarrierType.ACT, CarrierType.ON)
# An outlet that only hosts an event is not a carrier.
_EVENT = re.compile(
    r"(?:['’]s?)?\s{1,9}(?:[\w-]{1,40}\s{1,9}){0,3}(?:conference|debates?|event|festival|forum|summit|town[ -]hall)\b"
)
_TWITTER = re.compile(r"\btwitter\b", re.IGNORECASE)
_X = re.compile(r"\b(?:on|to) X\b")
_FILING = re.compile(
    r"""
    \b[Ii]n\s+(?:(?:an?|its|recent|the)\s+){0,2}
    (?P<name>
        [A-Z][\w&.]*(?:\s+(?:(?:and|for|of|the)\s+){0,2}[A-Z][\w&.]*){0,8}    # the organization
        \s+filings?
    )\b
    """,
    re.VERBOSE,
)
_TWEET = re.compile(
    r"""
    \b(?:[Ii]n|[Vv]ia)\s+
    (?:(?:an?|her|his|its|their|several|two|three|a\ series\ of|a\ string\ of)\s+)?
    (?:\w+\s+)?
    (?P<name>tweets?)\b
    """,
    re.VERBOSE,
)


@attrs.frozen
class Carrier:
    """A phrase that names one or more outlets through which a statement was made."""

    #: Offset of its first character.
    start: int
    #: Offset after its last character.
    end: int
    #: Bounds of the names of the outlets in it.
    names: Bounds
    #: The outlets, nearest to the speaker first.
    outlets: OutletChain
    #: Its type.
    type: CarrierType

    @property
    def is_post(self) -> bool:
        """Whether the outlet is a platform on which people post."""
        return normalize(self.outlets[0].name) in load_words("platforms")

    @property
    def is_written(self) -> bool:
        """Whether the words are written on a platform or in a work, and not spoken."""
        return self.type is CarrierType.WORK or self.is_post


def find_carriers(index: TextIndex, outlets: Sequence[NamedOutlet], mentions: Sequence[Mention] = ()) -> list[Carrier]:
    r"""
    Find the carriers in a text.

    Args:
        index: The text.

        outlets: Its outlets, from :func:`quotekit.names.outlets.find_outlets`.

        mentions: The names in the text.

    Returns:
        The carriers in text order.

    Example:
        >>> from quotekit.names.outlets import find_outlets
        >>> text = 'She told the BBC\'s "Newsnight" that it is late.'
        >>> [found] = find_carriers(TextIndex(text), find_outlets(TextIndex(text)))
        >>> [outlet.name for outlet in found.outlets], found.type
        (['Newsnight', 'BBC'], <CarrierType.TELLING: 'telling'>)
    """
    works = find_works(index, mentions)
    named = _outlets_and_shows(index, outlets, works, mentions)
    groups = list(_with_networks(index, named))
    found = [carrier for number in range(len(groups)) if (carrier := _carrier_of(index, groups, number))]
    networks = {c.outlets[0].name: c.outlets[1] for c in found if len(c.outlets) > 1}
    found = [_with_known_network(carrier, networks) for carrier in found]
    found += [c for work in works if not work.is_show and (c := _in_work(index, work))]
    found += _in_filings(index)
    found += _in_tweets(index)
    return sorted(found, key=lambda carrier: carrier.start)


def platform_of_tweets(index: TextIndex) -> Outlet | None:
    """
    Return the platform of a text's tweets.

    Args:
        index: The text.

    Returns:
        Twitter, or X if the text uses only that name; None if it names neither.

    Example:
        >>> platform_of_tweets(TextIndex("She wrote on X that it is late.")).name
        'X'
    """
    if _TWITTER.search(index.text):
        return Outlet("Twitter")
    return Outlet("X") if _X.search(index.text) else None


def _outlets_and_shows(
    index: TextIndex, outlets: Sequence[NamedOutlet], works: Sequence[NamedWork], mentions: Sequence[Mention]
) -> list[NamedOutlet]:
    """Return the shows, and the outlets that are not part of a work's title, in text order."""
    titles = [(work.start, work.end) for work in works]
    shows = [NamedOutlet(w.start, w.end, w.name, described=w.described) for w in works if w.is_show]
    programmes = _outside(find_programmes(index), titles)
    named = _outside(_outside(outlets, titles), [(one.start, one.end) for one in programmes])
    listed = [_with_whole_title(index, one) for one in [*named, *programmes]] + shows
    taken = [*titles, *((one.start, one.end) for one in listed)]
    unlisted = _outside(find_unlisted_outlets(index, mentions), taken)
    return sorted([*listed, *unlisted], key=lambda outlet: outlet.start)


def _with_whole_title(index: TextIndex, outlet: NamedOutlet) -> NamedOutlet:
    """Return an outlet with the whole of the quoted title that it begins: "“This Week with Ida Holm”"."""
    if outlet.described or not index.search_before(_OPENING_MARK, outlet.start, len("''")):
        return outlet
    title = index.match_after(_REST_OF_TITLE, outlet.end)
    if title is None:
        return outlet
    return NamedOutlet(outlet.start, title.end("rest"), index.text[outlet.start : title.end("rest")])


def _outside(outlets: Sequence[NamedOutlet], bounds: Sequence[Bounds]) -> list[NamedOutlet]:
    """Return the outlets that overlap none of the bounds."""
    starts, ends = sorted(start for start, _ in bounds), sorted(end for _, end in bounds)
    return [one for one in outlets if bisect_right(ends, one.start) == bisect_left(starts, one.end)]


def _with_networks(index: TextIndex, outlets: Sequence[NamedOutlet]) -> Iterator[list[NamedOutlet]]:
    """Yield the outlets in text order, a show and its network together."""
    waiting: NamedOutlet | None = None
    for outlet in outlets:
        between = "" if waiting is None else index.text[waiting.end : outlet.start]
        if waiting is None:
            waiting = outlet
        elif _POSSESSIVE.fullmatch(between) or _SHOW_ON.fullmatch(between) or _BESIDE.fullmatch(between):
            yield [waiting, outlet]
            waiting = None
        else:
            yield [waiting]
            waiting = outlet
    if waiting is not None:
        yield [waiting]


def _carrier_of(index: TextIndex, groups: Sequence[Sequence[NamedOutlet]], number: int) -> Carrier | None:
    """Return the carrier around a group of outlets, with the groups named together with it."""
    carrier = _carrier(index, groups[number])
    if carrier is None or carrier.type not in _HEARD_TOGETHER or len(groups[number]) > 1:
        return carrier
    for before, group in pairwise(groups[number : number + _MAX_TOGETHER]):
        start = before[-1].end
        if len(group) > 1 or not _TOGETHER.fullmatch(index.text, start, group[0].start):
            break
        outlet = Outlet(group[0].name, _span(index, (group[0].start, group[0].end)))
        carrier = attrs.evolve(carrier, end=group[0].end, outlets=extend_chain(carrier.outlets, (outlet,)))
    return carrier


def _carrier(index: TextIndex, named: Sequence[NamedOutlet]) -> Carrier | None:
    """Return the carrier around an outlet, or a show and its network; None if there is none."""
    first, last = named[0], named[-1]
    mark = index.search_before(_OPENING_MARK, first.start, len("''"))
    start = mark.start() if mark else first.start
    phrase = find_carrier_phrase(index, start, last.end, described=first.described)
    if phrase is None or (phrase.type is not CarrierType.TELLING and index.match_after(_EVENT, last.end)):
        return None
    outlets = [Outlet(o.name, _span(index, (o.start, o.end))) for o in named]
    show = _show_after(index, last.end) if len(named) == 1 else None
    end = max(phrase.end, show.end()) if show else phrase.end
    if show:
        outlets.insert(0, Outlet(show["title"], _span(index, show.span("title"))))
    elif len(named) > 1 and not _SHOW_ON.fullmatch(index.text[first.end : last.start]):
        outlets.reverse()
    return Carrier(phrase.start, end, (first.start, last.end), tuple(outlets), phrase.type)


def _show_after(index: TextIndex, end: int) -> re.Match[str] | None:
    """Return the title of a show after its network: "NPR's “Reef Hour”", "NPR's Reef Hour program"."""
    return index.match_after(_QUOTED_SHOW, end) or index.match_after(_PLAIN_SHOW, end)


def _with_known_network(carrier: Carrier, networks: Mapping[str, Outlet]) -> Carrier:
    """Add the network of a show if it is named elsewhere in the text."""
    network = networks.get(carrier.outlets[0].name)
    if network is None or len(carrier.outlets) > 1:
        return carrier
    return attrs.evolve(carrier, outlets=(*carrier.outlets, Outlet(network.name)))


def _in_work(index: TextIndex, work: NamedWork) -> Carrier | None:
    """Return the carrier around a book or film; None if there is none."""
    start = work_phrase_start(index, work.start)
    if start is None:
        return None
    names = work.start, work.end
    return Carrier(start, work.end, names, (Outlet(work.name, _span(index, names)),), CarrierType.WORK)


def _in_filings(index: TextIndex) -> Iterator[Carrier]:
    """Yield the carriers that are filings: "in Securities and Exchange Commission filings"."""
    for found in _FILING.finditer(index.text):
        outlet = Outlet(found["name"], _span(index, found.span("name")))
        yield Carrier(*found.span(), found.span("name"), (outlet,), CarrierType.WORK)


def _in_tweets(index: TextIndex) -> Iterator[Carrier]:
    """Yield the carriers that are tweets: "in a tweet"."""
    platform = platform_of_tweets(index)
    if platform is None:
        return
    for found in _TWEET.finditer(index.text):
        yield Carrier(*found.span(), found.span("name"), (platform,), CarrierType.ON)


def _span(index: TextIndex, bounds: Bounds) -> TextSpan:
    """Cut a span out of the text."""
    return TextSpan(*bounds, index.text[slice(*bounds)])
