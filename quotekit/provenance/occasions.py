"""Find occasions: the interviews, posts, works and reports through which the words of one or more speakers came."""

from __future__ import annotations

import enum
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import is_outlet
from quotekit.english.words import is_place, normalize
from quotekit.names import Mention
from quotekit.provenance.asides import names_other_time, outside_content
from quotekit.provenance.carrier_types import CarrierType
from quotekit.provenance.carriers import Carrier
from quotekit.provenance.outlet_chains import OutletChain, without_spans
from quotekit.provenance.polls import find_polls
from quotekit.provenance.releases import find_releases
from quotekit.provenance.statements import Statement
from quotekit.provenance.stretches import Stretches
from quotekit.records import Outlet, SpeakerKind
from quotekit.text import Bounds, TextIndex

__all__ = ["Occasion", "OccasionKind", "find_occasions"]

# What makes an outlet without a statement an occasion on which somebody talks.
_TALK = re.compile(
    r"\b(?:appear(?:s|ed|ing|ances?)?|guest|interview(?:s|ed)?|s[ai]t(?:s|ting)?\s+down|spoke|speaking|talk(?:s|ed|ing))\b",
    re.IGNORECASE,
)
# Who talks, if nobody is named: "where she spoke with".
_PRONOUN = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)
# "Holm's remarks, first", before "reported by the Reef Times": the words of somebody who is named or was just quoted.
_REMARKS = re.compile(
    r"""
    (?P<whose> [\w’'.-]{1,40} ['’]s? | \b(?:[Hh]er|[Hh]is|[Tt]hat|[Tt]he|[Tt]heir|[Tt]hese|[Tt]hose) )
    \s (?:[\w-]{1,20}\s){0,2}?
    (?: accusations? | answers? | assertion | claims? | comments | criticism
      | observations | remarks | response | words )
    \b [^.;:!?\n]{0,120} \Z
    """,
    re.VERBOSE,
)
_REMARKS_REACH_CHARS = 200
_REFERRING = frozenset(("her", "his", "that", "the", "their", "these", "those"))
# Names may be longer than the word before "'s": "Prime Minister Ida Holm's remarks".
_MAX_TITLE_CHARS = 40


class OccasionKind(enum.Enum):
    """The kinds of occasions."""

    #: Somebody speaks to an outlet or on a show.
    INTERVIEW = "interview"
    #: Somebody posts on a platform.
    POST = "post"
    #: A book, film or document has somebody's words.
    WORK = "work"
    #: An outlet reports what others said.
    REPORT = "report"
    #: A poll asks many people.
    POLL = "poll"
    #: An organization publishes or leaks letters, e-mails or recordings.
    RELEASE = "release"


@attrs.frozen(eq=False)
class Occasion:
    """An interview, post, work or report with its evidence in the text."""

    #: Its kind.
    kind: OccasionKind
    #: The outlets, nearest to the speaker first, without spans.
    outlets: OutletChain
    #: Offset of the first character of the phrase that shows it.
    start: int
    #: Offset after the last character of that phrase.
    end: int
    #: The number of the sentence with that phrase.
    sentence: int
    #: The number of the paragraph with that phrase.
    paragraph: int
    #: The keys of those who speak on it, as far as its sentence tells.
    people: frozenset[str] = frozenset()
    #: The key of the speaker of the statement that it carries; None if there is none.
    speaker: str | None = None
    #: Whether its sentence dates it apart from what is around it: "told the BBC last year".
    is_aside: bool = False
    #: The number of the statement in its sentence that it carries; None if there is none.
    statement: int | None = None


def find_occasions(
    index: TextIndex,
    statements: Sequence[Statement],
    carriers: Sequence[Carrier],
    assigned: Mapping[int, Carrier],
    mentions: Sequence[Mention] = (),
) -> list[Occasion]:
    """
    Find the occasions in a text.

    Args:
        index: The text.

        statements: Its statements.

        carriers: Its carriers.

        assigned: The carriers of statements in their own sentences, by the number of the statement.

        mentions: The names in the text.

    Returns:
        The occasions in text order.
    """
    places = _Places(statements)
    occasions = [_of_carrier(index, carrier, places, statements[number]) for number, carrier in assigned.items()]
    taken = {index.sentence_of(carrier.start) for carrier in assigned.values()}
    contents = Stretches((piece.start, piece.end) for statement in statements for piece in statement.content)
    for carrier in carriers:
        is_apart = index.sentence_of(carrier.start) not in taken and not contents.hold(*carrier.names)
        if is_apart and _shows_talk(index, carrier):
            occasion = _of_carrier(index, carrier, places, None)
            if occasion.people:
                occasions.append(occasion)
    occasions += _remarks(index, statements, [c for c in carriers if not contents.hold(*c.names)], places)
    occasions += _polls(index, mentions)
    occasions += _releases(index, mentions)
    occasions += _reports(index, statements)
    return sorted(occasions, key=lambda occasion: (occasion.start, occasion.end))


def _shows_talk(index: TextIndex, carrier: Carrier) -> bool:
    """Return whether a carrier without a statement shows that somebody talks: "Holm sat down with the BBC"."""
    if carrier.is_post or carrier.type not in (CarrierType.TELLING, CarrierType.ACT, CarrierType.ON):
        return False
    return _TALK.search(index.text, *index.sentence_at(carrier.start)) is not None


def _of_carrier(index: TextIndex, carrier: Carrier, places: _Places, statement: Statement | None) -> Occasion:
    """Return the occasion that a carrier shows, with the statement that it carries."""
    occasion = _occasion(index, _kind(carrier), carrier.outlets, (carrier.start, carrier.end))
    if statement is None:
        sentence_start, sentence_end = index.sentence_at(carrier.start)
        people = places.between(sentence_start, carrier.start) or places.between(carrier.end, sentence_end)
        if not people and _PRONOUN.search(index.text, sentence_start, carrier.start):
            people = places.next_speaker(carrier.end, occasion.paragraph)
        return attrs.evolve(occasion, people=people)
    key = statement.speaker_key
    return attrs.evolve(
        occasion,
        people=frozenset() if key is None else frozenset({key}),
        speaker=key,
        is_aside=names_other_time(" ".join(outside_content(index, statement))),
        statement=statement.number,
    )


def _occasion(index: TextIndex, kind: OccasionKind, outlets: OutletChain, bounds: Bounds) -> Occasion:
    """Return an occasion with its position in the text."""
    start, end = bounds
    return Occasion(
        kind=kind,
        outlets=without_spans(outlets),
        start=start,
        end=end,
        sentence=index.sentence_of(start),
        paragraph=index.paragraph_of(start),
    )


def _remarks(
    index: TextIndex, statements: Sequence[Statement], carriers: Sequence[Carrier], places: _Places
) -> Iterator[Occasion]:
    """Yield the occasions of words that are named as such: "Holm's remarks, first reported by the Reef Times"."""
    starts = [statement.start for statement in statements]
    for carrier in carriers:
        if carrier.type in (CarrierType.SAYING, CarrierType.CITING, CarrierType.AT):
            continue
        found = index.search_before(_REMARKS, carrier.start, _REMARKS_REACH_CHARS)
        if found is None or index.sentence_of(found.start()) != index.sentence_of(carrier.start):
            continue
        people = places.between(found.start("whose") - _MAX_TITLE_CHARS, found.end("whose"))
        if not people and found["whose"].lower() in _REFERRING:
            before = bisect_left(starts, found.start()) - 1
            key = statements[before].speaker_key if before >= 0 else None
            people = frozenset() if key is None else frozenset({key})
        if len(people) == 1:
            (speaker,) = people
            kind = _kind(carrier) if carrier.is_written else OccasionKind.INTERVIEW
            occasion = _occasion(index, kind, carrier.outlets, (carrier.start, carrier.end))
            yield attrs.evolve(occasion, people=people, speaker=speaker)


def _polls(index: TextIndex, mentions: Sequence[Mention]) -> Iterator[Occasion]:
    """Yield the polls whose makers are named and can be organizations."""
    kinds = {mention.name_start: mention.kind for mention in mentions}
    for poll in find_polls(index):
        names = [index.text[start:end] for start, end in poll.makers]
        if any(map(_can_poll, names, (kinds.get(start) for start, _ in poll.makers))) and not any(map(is_place, names)):
            yield _occasion(index, OccasionKind.POLL, tuple(map(Outlet, names)), (poll.start, poll.end))


def _can_poll(name: str, kind: SpeakerKind | None) -> bool:
    """Return whether a name can be that of the maker of a poll: a pollster, an organization or an outlet."""
    pollsters = load_words("pollsters")
    if normalize(name) in pollsters or normalize(name.split(maxsplit=1)[0]) in pollsters or is_outlet(name):
        return True
    return kind in (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)


def _releases(index: TextIndex, mentions: Sequence[Mention]) -> Iterator[Occasion]:
    """Yield the letters, e-mails and recordings that an organization, not a person, has made public."""
    people = {mention.name_start for mention in mentions if mention.kind is SpeakerKind.PERSON}
    for release in find_releases(index):
        if release.publisher[0] in people:
            continue
        name = index.text[slice(*release.publisher)]
        if normalize(name) in load_words("months") or name.endswith(("'s", "’s")):
            continue
        outlet = Outlet(name)
        yield _occasion(index, OccasionKind.RELEASE, (outlet,), (release.start, release.end))


def _reports(index: TextIndex, statements: Sequence[Statement]) -> Iterator[Occasion]:
    """Yield the reports of outlets that speak themselves."""
    for statement in statements:
        source = statement.source.text
        if statement.is_spoken_by(SpeakerKind.PERSON, SpeakerKind.GROUP):
            continue
        if source and statement.speaker is not None and statement.speaker.name and is_outlet(source):
            start, end = statement.source[0].start, statement.source[-1].end
            outlet = Outlet(statement.speaker.name)
            yield _occasion(index, OccasionKind.REPORT, (outlet,), (start, end))


def _kind(carrier: Carrier) -> OccasionKind:
    """Return the kind of the occasion that a carrier shows."""
    if carrier.type is CarrierType.WORK:
        return OccasionKind.WORK
    if carrier.is_post:
        return OccasionKind.POST
    if carrier.type in (CarrierType.TELLING, CarrierType.ACT, CarrierType.ON, CarrierType.AT):
        return OccasionKind.INTERVIEW
    return OccasionKind.REPORT


class _Places:
    """Where the speakers of a text are mentioned."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        speakers = {s.speaker.id: s.speaker for s in statements if s.speaker is not None}
        kinds = (SpeakerKind.PERSON, SpeakerKind.UNNAMED)
        persons = [s for s in statements if s.speaker is not None and s.speaker.kind in kinds]
        self._statements = sorted(persons, key=lambda statement: statement.anchor)
        self._anchors = [statement.anchor for statement in self._statements]
        self._places = sorted(
            (mention.start, mention.end, key)
            for key, speaker in speakers.items()
            if speaker.kind in kinds
            for mention in speaker.mentions
        )

    def next_speaker(self, at: int, paragraph: int) -> frozenset[str]:
        """Return the key of the person who speaks next in a paragraph or the one after it; empty if nobody does."""
        first = bisect_left(self._anchors, at)
        following = self._statements[first : first + 1]
        keys = (one.speaker_key for one in following if one.paragraph <= paragraph + 1)
        return frozenset(key for key in keys if key is not None)

    def between(self, start: int, end: int) -> frozenset[str]:
        """Return the keys of the speakers mentioned between two offsets."""
        first, last = (bisect_left(self._places, (at, at, "")) for at in (start, end))
        return frozenset(key for _, place_end, key in self._places[first:last] if place_end <= end)
