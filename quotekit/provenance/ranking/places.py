"""Places where a text names outlets, or what may be one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from quotekit.english.words import normalize
from quotekit.names import Mention
from quotekit.names.outlets import NamedOutlet, is_something_else
from quotekit.provenance.carrier_types import CarrierType
from quotekit.provenance.carriers import Carrier
from quotekit.provenance.occasions import Occasion, OccasionKind
from quotekit.provenance.outlet_chains import OutletChain
from quotekit.provenance.ranking.name_runs import find_name_runs
from quotekit.provenance.statements import Statement
from quotekit.records import Outlet, SpeakerKind, TextSpan
from quotekit.text import Bounds, TextIndex

__all__ = ["ChainKey", "Place", "Sign", "chain_key", "find_places", "outlet_key"]

#: What is the same for chains of the same outlets, however they are written and in whatever order.
ChainKey: TypeAlias = tuple[str, ...]

# Between a show and its network: "Reef Hour on the public broadcaster RTV"; between a network and its show.
_SHOW_ON = re.compile(r"[”\"’']?,?\s(?:[\w-]{1,30}\s){0,2}?(?:at|for|from|of|on)\s(?:[\w’-]{1,30}\s){0,3}?[“\"‘']?")
_NETWORK_WITH = re.compile(r"['’]s?\s(?:[\w-]{1,30}\s){0,3}?[“\"‘']?")
_MAX_BETWEEN_CHARS = 40
# A show and its network are this near to each other among all that is capitalized.
_MAX_BETWEEN = 7


@attrs.frozen
class Sign:
    """What shows that a place may name an outlet."""

    #: How the phrase around it carries words, if it does.
    carrier: CarrierType | None = None
    #: The kind of occasion that it shows, if it does.
    occasion: OccasionKind | None = None
    #: Whether a list or its form tells an outlet.
    is_outlet: bool = False
    #: Whether it is a common noun: "the paper".
    is_described: bool = False
    #: Whether it is a name, and whether it is one of unknown kind.
    is_name: bool = False
    is_unknown: bool = False
    #: Whether it is merely capitalized.
    is_run: bool = False
    #: Whether two names side by side are taken together.
    is_pair: bool = False
    #: Whether its sentence dates it apart from what is around it.
    is_aside: bool = False
    #: The keys of those who speak there, and of whoever is quoted there.
    people: frozenset[str] = frozenset()
    speaker: str | None = None
    #: The number of the statement that it carries, as the rules say.
    statement: int | None = None


# Most places of a text have one of these: they are made once.
_NO_SIGN, _RUN, _PAIR = Sign(), Sign(is_run=True), Sign(is_pair=True)


@attrs.frozen
class Place:
    """A place in a text that names a chain of outlets."""

    #: Offset of its first character.
    start: int
    #: Offset after its last character.
    end: int
    #: The outlets, nearest to the speaker first.
    outlets: OutletChain
    #: What shows them.
    sign: Sign = _NO_SIGN

    @property
    def key(self) -> ChainKey:
        """What is the same for all places of these outlets."""
        return chain_key(self.outlets)


def outlet_key(name: str) -> str:
    """
    Return what is the same for all ways to write an outlet.

    Args:
        name: Its name.

    Returns:
        The name without its article, in lower case, with single spaces.

    Example:
        >>> outlet_key("The Reef Times") == outlet_key("Reef Times")
        True
    """
    return " ".join(normalize(name).split()).removeprefix("the ")


def chain_key(outlets: Iterable[Outlet]) -> ChainKey:
    """
    Return what is the same for chains of the same outlets.

    Args:
        outlets: The outlets.

    Returns:
        Their keys, each once, in order.
    """
    return tuple(sorted({outlet_key(outlet.name) for outlet in outlets}))


@attrs.frozen
class _Found:
    """What the rules find in a text."""

    index: TextIndex
    statements: Sequence[Statement]
    outlets: Sequence[NamedOutlet]
    mentions: Sequence[Mention]
    carriers: Sequence[Carrier]
    assigned: Mapping[int, Carrier]
    occasions: Sequence[Occasion]


def find_places(
    index: TextIndex,
    statements: Sequence[Statement],
    outlets: Sequence[NamedOutlet],
    mentions: Sequence[Mention],
    *,
    carriers: Sequence[Carrier],
    assigned: Mapping[int, Carrier],
    occasions: Sequence[Occasion],
) -> list[Place]:
    """
    Find the places that may name the outlets of statements.

    Args:
        index: The text.

        statements: Its statements.

        outlets: The outlets that it names.

        mentions: The names in it.

        carriers: Its carriers.

        assigned: The carriers of statements in their own sentences, by the number of the statement.

        occasions: Its occasions.

    Returns:
        The places in text order: those of the rules, other names than those of people who speak, and whatever is
        capitalized; and a show together with its network.
    """
    found = _Found(index, statements, outlets, mentions, carriers, assigned, occasions)
    places: dict[tuple[int, int, ChainKey], Place] = {}
    for place in (*_of_carriers(found), *_of_occasions(found), *_of_names(found)):
        known = places.get((place.start, place.end, place.key))
        kept = place if known is None else attrs.evolve(known, sign=_joined(known.sign, place.sign))
        places[place.start, place.end, place.key] = kept
    taken = {(start, end) for start, end, _ in places}
    for bounds in _runs(found):
        if bounds not in taken and not is_something_else(index, *bounds):
            outlet = _printed(index, bounds)
            places[bounds[0], bounds[1], chain_key([outlet])] = Place(*bounds, (outlet,), _RUN)
    for place in list(_pairs(index, places.values())):
        places.setdefault((place.start, place.end, place.key), place)
    return sorted(places.values(), key=lambda place: (place.start, place.end, place.key))


def _joined(first: Sign, second: Sign) -> Sign:
    """Return what two signs for the same place show together."""
    return Sign(
        **{
            field.name: getattr(first, field.name) or getattr(second, field.name)
            for field in attrs.fields(Sign)
            if field.name not in ("people", "statement")
        },
        people=first.people | second.people,
        statement=second.statement if first.statement is None else first.statement,
    )


def _of_carriers(found: _Found) -> Iterator[Place]:
    numbers = {(carrier.start, carrier.end): number for number, carrier in found.assigned.items()}
    for carrier in found.carriers:
        sign = Sign(carrier=carrier.type, statement=numbers.get((carrier.start, carrier.end)))
        yield Place(*carrier.names, carrier.outlets, sign)


def _of_occasions(found: _Found) -> Iterator[Place]:
    names = {(carrier.start, carrier.end): carrier.names for carrier in found.carriers}
    for one in found.occasions:
        start, end = names.get((one.start, one.end), (one.start, one.end))
        sign = Sign(
            occasion=one.kind,
            is_aside=one.is_aside,
            people=one.people,
            speaker=one.speaker,
            statement=one.statement,
        )
        yield Place(start, end, one.outlets, sign)


def _of_names(found: _Found) -> Iterator[Place]:
    """Yield the outlets, and the names of others than people that are not part of them."""
    for outlet in found.outlets:
        bounds = outlet.start, outlet.end
        span = TextSpan(*bounds, found.index.text[slice(*bounds)])
        yield Place(*bounds, (Outlet(outlet.name, span),), Sign(is_outlet=True, is_described=outlet.described))
    taken = _Taken((outlet.start, outlet.end) for outlet in found.outlets)
    for mention in found.mentions:
        bounds = mention.name_start, mention.end
        if mention.kind is not SpeakerKind.PERSON and not (
            taken.overlap(bounds) or is_something_else(found.index, *bounds)
        ):
            sign = Sign(is_name=True, is_unknown=mention.kind is None)
            yield Place(*bounds, (_printed(found.index, bounds),), sign)


def _runs(found: _Found) -> Iterator[Bounds]:
    """Yield the capitalized words that are not those of a person who speaks."""
    speakers = {s.speaker.id: s.speaker for s in found.statements if s.speaker is not None}
    people = (one for one in speakers.values() if one.kind is SpeakerKind.PERSON)
    taken = _Taken((mention.start, mention.end) for person in people for mention in person.mentions)
    return (bounds for bounds in find_name_runs(found.index.text) if not taken.overlap(bounds))


def _pairs(index: TextIndex, places: Iterable[Place]) -> Iterator[Place]:
    """Yield shows with their networks."""
    singles = sorted((one for one in places if len(one.outlets) == 1), key=lambda one: (one.start, one.end))
    for number, first in enumerate(singles):
        for second in singles[number + 1 : number + 1 + _MAX_BETWEEN]:
            if not 0 < second.start - first.end <= _MAX_BETWEEN_CHARS or first.key == second.key:
                continue
            bounds = first.start, second.end
            if _SHOW_ON.fullmatch(index.text, first.end, second.start):
                yield Place(*bounds, (*first.outlets, *second.outlets), _PAIR)
            elif _NETWORK_WITH.fullmatch(index.text, first.end, second.start):
                yield Place(*bounds, (*second.outlets, *first.outlets), _PAIR)


def _printed(index: TextIndex, bounds: Bounds) -> Outlet:
    """Return the outlet of a name as it is printed."""
    name = index.text[slice(*bounds)]
    return Outlet(name, TextSpan(*bounds, name))


class _Taken:
    """Stretches of a text."""

    def __init__(self, bounds: Iterable[Bounds]) -> None:
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(bounds):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        self._starts, self._ends = starts, ends

    def overlap(self, bounds: Bounds) -> bool:
        """Return whether a part of the bounds is in one of the stretches."""
        start, end = bounds
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start
