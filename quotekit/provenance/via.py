"""Find the outlets that carried each statement to the reader, in its sentence or from the passage before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

import attrs

from quotekit.lexicons import load_words
from quotekit.provenance.carriers import Carrier, find_carriers
from quotekit.records import Attribution, Outlet, SpeakerKind
from quotekit.speakers import Mention
from quotekit.speakers.vocabulary import abbreviated_titles, fold

__all__ = ["find_via"]

_STOP = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n\s*")
_LAST_WORD = re.compile(r"[\w.]+$")
# What may stand before "interview with" at the start of a sentence.
_OPENING = re.compile(r"\W*(?:\w+\W+){0,4}")
_CITING = re.compile(r"\b(?:citing|cited|quoting|quoted|attributing)\b")
_TURN = re.compile(r"\s*:\s*")
# "Has said" tells of no occasion.
_PERFECT = re.compile(r"(?:has|have|had|'s|’s)\b")
_X = re.compile(r"\b(?:on|to) X\b")
_PARAGRAPH = re.compile(r"\n\s*")
# With these verbs a speaker comes back after somebody else.
_SAYING = frozenset({"say", "add", "explain", "continue", "tell"})
# With these one goes on in a post.
_WRITING = frozenset({"add", "conclude", "continue", "post", "write"})
_POSTING = frozenset({"retweet", "tweet"})
# So many paragraphs on, a speaker still speaks on the same occasion; the second if others spoke in between.
_NEAR = 2
_FAR = 4
# Headline, lead and one paragraph more tell first what was said on the occasion that is named in them.
_HEAD = 3
# Characters around a cue in which a sentence is looked at.
_REACH = 600
_YEAR = re.compile(
    r"\b[Ii]n (?:19|20)\d\d\b|\b(?:last|earlier this) (?:week|month|year)\b|\b(?:previously|years ago|once|then|at the time)\b"
)


@attrs.frozen
class _Place:
    """Where an attribution stands."""

    #: Offset of its cue, or of what it has instead.
    anchor: int
    #: Index of the sentence.
    sentence: int
    #: Index of the paragraph.
    paragraph: int


@attrs.frozen
class _Occasion:
    """An interview or a piece in which a speaker goes on."""

    #: The outlets, without where they are named.
    outlets: tuple[Outlet, ...]
    #: Index of the paragraph of the last statement in it.
    paragraph: int
    #: Whether it is a post on a platform.
    is_post: bool


def find_via(
    text: str, attributions: Sequence[Attribution], mentions: Sequence[Mention] = ()
) -> list[tuple[Outlet, ...]]:
    """
    Find the outlets, shows and platforms between speaker and reader.

    Args:
        text: The article's text.

        attributions: Its attributions in text order, with their speakers where they are known.

        mentions: The names in the text.

    Returns:
        For each attribution its outlets, nearest to the speaker first. An outlet has no span where it was named for
        an earlier statement of the same occasion.

    Example:
        >>> from quotekit.records import Kind, Spans
        >>> text = "It is late, she told the BBC."
        >>> parts = {"kind": Kind.INDIRECT, "content": Spans.of(text, [(0, 10)]), "quoted": Spans()}
        >>> parts |= {"cue": Spans.of(text, [(16, 20)]), "cue_lemma": "tell", "source": Spans.of(text, [(12, 15)])}
        >>> rest = {"speaker": None, "addressee": None, "via": (), "negated": False, "parent": None}
        >>> find_via(text, [Attribution(id="a1", **parts, **rest, confidence=1.0)])
        [(Outlet(name='BBC', span=TextSpan(start=25, end=28, text='BBC')),)]
    """
    breaks = _breaks(text)
    paragraphs = [found.end() for found in _PARAGRAPH.finditer(text)]
    places = [_place(a, breaks, paragraphs) for a in attributions]
    own: dict[int, Carrier] = {}
    ordered = sorted(range(len(attributions)), key=lambda i: places[i].anchor)
    anchors = [places[i].anchor for i in ordered]
    for carrier in find_carriers(text, mentions):
        first, last = bisect_left(anchors, carrier.start - _REACH), bisect_right(anchors, carrier.end + _REACH)
        sentence = bisect_right(breaks, carrier.start)
        near = [i for i in ordered[first:last] if places[i].sentence == sentence and _fits(carrier, attributions[i])]
        begin = breaks[sentence - 1] if sentence else 0
        at = _nearest(text, carrier, begin, [(i, attributions[i]) for i in near])
        if at is not None:
            own.setdefault(at, carrier)
    return _carried(text, attributions, places, breaks, own)


def _breaks(text: str) -> list[int]:
    """Offsets at which sentences begin, the first one apart."""
    return [m.end() for m in _STOP.finditer(text) if "\n" in m.group() or not _is_short(text, m.start())]


def _is_short(text: str, at: int) -> bool:
    """Whether the dot at *at* belongs to a title or an initial: "Sen. Holm", "J. Dray"."""
    word = _LAST_WORD.search(text, max(0, at - 12), at)
    last = fold(word.group()) if word else ""
    return text[at] == "." and (last in _short_words() or (len(last) == 1 and last != "i") or "." in (word or [""])[0])


@cache
def _short_words() -> frozenset[str]:
    return frozenset(abbreviated_titles()) | {"jr", "sr", "st", "vs", "no"}


def _anchor(attribution: Attribution) -> int:
    """Offset of the cue, or of what there is instead."""
    return (attribution.cue or attribution.source or attribution.content)[0].start


def _place(attribution: Attribution, breaks: Sequence[int], paragraphs: Sequence[int]) -> _Place:
    anchor = _anchor(attribution)
    return _Place(anchor, bisect_right(breaks, anchor), bisect_right(paragraphs, anchor))


def _nearest(text: str, carrier: Carrier, begin: int, fitting: list[tuple[int, Attribution]]) -> int | None:
    """Of a sentence's attributions, the index of the one whose words the outlets carry; *begin* is its offset."""
    opens = bool(_OPENING.fullmatch(text, begin, carrier.start))
    if carrier.way == "on" and not opens:
        # In "experts on Twitter said" it is not said where the words were spoken.
        fitting = [(i, a) for i, a in fitting if _anchor(a) < carrier.start]
    # "Writing for a Reef Times panel that agreed, she said": what opens a sentence belongs to its main clause.
    comma = text.find(",", carrier.end, carrier.end + _REACH)
    if comma > 0 and opens and all(_anchor(a) > carrier.start for _, a in fitting):
        fitting = [(i, a) for i, a in fitting if _anchor(a) > comma] or fitting
    return min(fitting, key=lambda pair: _distance(carrier, pair[1]), default=(None,))[0]


def _fits(carrier: Carrier, attribution: Attribution) -> bool:
    """Whether the outlets can carry the attribution: they are neither its source nor in its content."""
    start, end = carrier.outlet
    in_content = any(piece.start <= start and end <= piece.end for piece in attribution.content)
    in_source = any(piece.start < end and start < piece.end for piece in attribution.source)
    if carrier.way == "at":
        return in_source and _is_person(attribution)
    if carrier.way == "citing":
        return not in_source and bool(_CITING.search(attribution.cue.text))
    if carrier.way == "reported" and in_source:
        # "A transcript published by The Reef Times" speaks through the paper; in "as reported by" it is the source.
        return attribution.source[0].start < carrier.start and not attribution.source.text.startswith("as ")
    return not in_content and not in_source and not _is_speaker(carrier, attribution)


def _is_speaker(carrier: Carrier, attribution: Attribution) -> bool:
    """Whether the outlet itself speaks."""
    name = attribution.speaker.name if attribution.speaker else None
    return name is not None and fold(name) in {fold(outlet.name) for outlet in carrier.outlets}


def _is_person(attribution: Attribution) -> bool:
    speaker = attribution.speaker
    return speaker is not None and speaker.kind is SpeakerKind.PERSON


def _distance(carrier: Carrier, attribution: Attribution) -> int:
    """Characters between carrier and cue."""
    part = attribution.cue or attribution.source or attribution.content
    return min(max(0, carrier.start - p.end, p.start - carrier.end) for p in part)


def _carried(
    text: str,
    attributions: Sequence[Attribution],
    places: Sequence[_Place],
    breaks: Sequence[int],
    own: dict[int, Carrier],
) -> list[tuple[Outlet, ...]]:
    """Give each attribution its own outlets, or those of the occasion that goes on."""
    via: list[tuple[Outlet, ...]] = [()] * len(attributions)
    twitter = Outlet("Twitter" if "Twitter" in text or not _X.search(text) else "X")
    occasions: dict[object, _Occasion] = {}
    latest: object = None
    for i in sorted(range(len(attributions)), key=lambda i: places[i].anchor):
        attribution, place = attributions[i], places[i]
        who = _who(attribution)
        occasion = occasions.get(who)
        if attribution.cue_lemma in _POSTING and (i not in own or not own[i].is_post):
            via[i], latest = (twitter,), None
        elif i in own:
            via[i] = _in_full(own[i].outlets, occasion)
            if occasion is None or not _is_aside(text, attribution, place, breaks):
                occasions[who] = _Occasion(tuple(Outlet(o.name) for o in via[i]), place.paragraph, own[i].is_post)
                latest = who
        elif _is_turn(attribution):
            via[i] = occasions[latest].outlets if latest in occasions else ()
        elif occasion is not None and _goes_on(occasion, attribution, place, resumed=who != latest):
            if _is_aside(text, attribution, place, breaks):
                latest = None
                continue
            via[i] = occasion.outlets
            occasions[who] = attrs.evolve(occasion, paragraph=place.paragraph)
            latest = who
        elif attribution.speaker is not None:
            latest = None
    _carry_to_head(text, attributions, places, breaks, via)
    return via


def _carry_to_head(
    text: str,
    attributions: Sequence[Attribution],
    places: Sequence[_Place],
    breaks: Sequence[int],
    via: list[tuple[Outlet, ...]],
) -> None:
    """Give what headline and lead say the outlets that are named for the same speaker right after."""
    head = [i for i, place in enumerate(places) if place.paragraph < _HEAD and attributions[i].speaker is not None]
    for i in head:
        if not via[i] and not _is_aside(text, attributions[i], places[i], breaks):
            who, anchor = _who(attributions[i]), places[i].anchor
            later = [via[k] for k in head if via[k] and _who(attributions[k]) == who and places[k].anchor > anchor]
            via[i] = tuple(Outlet(outlet.name) for outlet in later[0]) if later else ()


def _goes_on(occasion: _Occasion, attribution: Attribution, place: _Place, *, resumed: bool) -> bool:
    """Whether a speaker still speaks on the same occasion, directly or after somebody else."""
    if attribution.speaker is None or attribution.speaker.kind not in (SpeakerKind.PERSON, SpeakerKind.UNNAMED):
        return False
    gap = place.paragraph - occasion.paragraph
    if _PERFECT.match(attribution.cue.text):
        return False
    if occasion.is_post:
        return not resumed and gap <= _NEAR and attribution.cue_lemma in _WRITING
    return gap <= _NEAR if not resumed else gap <= _FAR and attribution.cue_lemma in _SAYING


def _in_full(outlets: tuple[Outlet, ...], occasion: _Occasion | None) -> tuple[Outlet, ...]:
    """The outlets by the names that the speaker's occasion has for them: "CBS" may be short for a show's name."""
    names = [outlet.name for outlet in occasion.outlets] if occasion else []
    longer = {o.name: next((name for name in names if name.startswith(f"{o.name} ")), o.name) for o in outlets}
    return tuple(attrs.evolve(outlet, name=longer[outlet.name]) for outlet in outlets)


def _who(attribution: Attribution) -> object:
    """What tells a speaker from the others."""
    if attribution.speaker is not None:
        return attribution.speaker.id
    return attribution.source.text.lower() or None


def _is_turn(attribution: Attribution) -> bool:
    """Whether it is a turn of a transcript: "HOLM: Good evening."."""
    return bool(_TURN.fullmatch(attribution.cue.text))


def _is_aside(text: str, attribution: Attribution, place: _Place, breaks: Sequence[int]) -> bool:
    """Whether the sentence names another time or way of speaking."""
    start = max(breaks[place.sentence - 1] if place.sentence else 0, place.anchor - _REACH)
    end = min(breaks[place.sentence] if place.sentence < len(breaks) else len(text), place.anchor + _REACH)
    pieces = [piece for piece in attribution.content if piece.start < end and piece.end > start]
    outside, at = "", start
    for piece in pieces:
        outside += text[at : max(at, piece.start)] + " "
        at = max(at, piece.end)
    outside += text[at:end]
    return bool(_YEAR.search(outside) or _other_occasions().search(outside.lower()))


@cache
def _other_occasions() -> re.Pattern[str]:
    """Build the pattern of other ways of speaking: "in a statement", "told reporters"."""
    channels = "|".join(sorted(map(re.escape, load_words("generic_channels"))))
    audiences = "|".join(sorted(load_words("audiences")))
    return re.compile(
        rf"\b(?:{channels}|(?:told|telling|tells|tell) (?:(?:a|an|the|his|her) )?(?:\w+ )?(?:{audiences}))\b"
    )
