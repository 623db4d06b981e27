"""Carry outlets over an interview, a transcript or a book: an occasion goes on until another begins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import is_outlet
from quotekit.english.verb_classes import saying_kind
from quotekit.provenance.carriers import Carrier, platform_of_tweets
from quotekit.records import Attribution, Outlet, SpeakerKind
from quotekit.text import TextIndex

__all__ = ["Place", "carry_over"]

_TURN = re.compile(r"\s*:\s*")
# "Has said" and "might say" tell of no occasion; "would not say" does.
_NO_TIME = re.compile(r"(?:has|have|had|'s|’s|(?:could|may|might|must|should|would)(?!n['’]t| not))\b")
_PRESENT = re.compile(r"(?:(?:also|both|even|then|\w+ly)\s+)*[a-z]+(?<!s)s\b")
# So many paragraphs on, a speaker still speaks on the same occasion; the second if others spoke in between.
_NEAR = 2
_FAR = 4
# Headline, lead and one paragraph more tell first what was said on the occasion that is named in them.
_HEAD = 3
# Characters around a cue in which a sentence is looked at.
_REACH = 600
_ELSEWHERE = re.compile(
    r"\b[Ii]n (?:19|20)\d\d\b|\b(?:last|earlier this) (?:week|month|year)\b|\b(?:previously|years ago|once|then|at the time)\b"
    r"|\b(?:always|continually|frequently|often|regularly|repeatedly)\b"
)


@attrs.frozen
class Place:
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
    is_post: bool = False
    #: Whether it is written: a post, a book or a film.
    is_written: bool = False


def carry_over(
    text: str,
    attributions: Sequence[Attribution],
    places: Sequence[Place],
    own: Mapping[int, Carrier],
    layout: TextIndex,
) -> list[tuple[Outlet, ...]]:
    """
    Give each attribution its own outlets, or those of the occasion that goes on.

    Args:
        text: The article's text.

        attributions: Its attributions, with their speakers and parents where they are known.

        places: Where each of them stands.

        own: The carrier that is named for an attribution, by the attribution's index.

        layout: The text's sentences and paragraphs.

    Returns:
        For each attribution its outlets; those inside others have only their own.
    """
    walk = _Walk(text, attributions, places, own, layout)
    ordered = sorted(range(len(attributions)), key=lambda i: places[i].anchor)
    for i in ordered:
        walk.step(i)
    walk.back_to_lead(ordered)
    walk.back_to_head()
    return walk.via


class _Walk:
    """A walk through the attributions in text order that keeps what occasions there are."""

    def __init__(
        self,
        text: str,
        attributions: Sequence[Attribution],
        places: Sequence[Place],
        own: Mapping[int, Carrier],
        layout: TextIndex,
    ) -> None:
        self.via: list[tuple[Outlet, ...]] = [()] * len(attributions)
        self._text = text
        self._attributions = attributions
        self._places = places
        self._own = own
        self._layout = layout
        self._platform = platform_of_tweets(text)
        self._occasions: dict[tuple[object, bool], _Occasion] = {}
        # Who spoke last on an occasion; None after anybody else.
        self._latest: object = None
        # Through whom the turns of a transcript come: who asks in it, or the occasion that it belongs to.
        self._transcript = _host_of(attributions)
        self._spoken: _Occasion | None = None

    def step(self, i: int) -> None:
        """Give one attribution its outlets."""
        attribution, carrier = self._attributions[i], self._own.get(i)
        if _tweets(attribution) and (carrier is None or not carrier.is_post):
            self.via[i], self._latest = (self._platform,), None
        elif carrier is not None:
            self._begin(i, carrier)
        elif attribution.parent is None:
            if _is_turn(attribution):
                self.via[i] = self._of_turn(i)
            else:
                self._go_on(i)

    def _begin(self, i: int, carrier: Carrier) -> None:
        """Give an attribution its own outlets; its occasion begins."""
        attribution, place = self._attributions[i], self._places[i]
        key = (_who(attribution), carrier.is_written)
        before = self._occasions.get(key)
        self.via[i] = _in_full(carrier.outlets, before)
        if attribution.parent is None and (before is None or not self._is_aside(i)):
            outlets = tuple(Outlet(outlet.name) for outlet in self.via[i])
            self._occasions[key] = _Occasion(outlets, place.paragraph, carrier.is_post, carrier.is_written)
            self._latest = key[0]
            self._spoken = self._spoken if carrier.is_written else self._occasions[key]

    def _of_turn(self, i: int) -> tuple[Outlet, ...]:
        """The outlets of a turn in a transcript: whoever asks, or those of the occasion that was told of right before."""
        if self._transcript:
            return () if is_outlet(self._attributions[i].source.text) else self._transcript
        paragraph = self._places[i].paragraph
        if self._spoken is None or paragraph - self._spoken.paragraph > _FAR:
            return ()
        self._spoken = attrs.evolve(self._spoken, paragraph=paragraph)
        return self._spoken.outlets

    def _go_on(self, i: int) -> None:
        """Give an attribution without outlets of its own those of its speaker's occasion, if that goes on."""
        attribution, place = self._attributions[i], self._places[i]
        who = _who(attribution)
        for is_written in (True, False):
            occasion = self._occasions.get((who, is_written))
            if occasion is None or not _goes_on(occasion, attribution, place, resumed=who != self._latest):
                continue
            if self._is_aside(i):
                self._latest = None
                return
            self.via[i] = occasion.outlets
            self._occasions[who, is_written] = attrs.evolve(occasion, paragraph=place.paragraph)
            self._latest = who
            return
        if attribution.speaker is not None:
            self._latest = None

    def back_to_head(self) -> None:
        """Give what headline and lead say the outlets that are named for the same speaker right after."""
        places, attributions = self._places, self._attributions
        head = [i for i, place in enumerate(places) if place.paragraph < _HEAD and attributions[i].speaker is not None]
        for i in head:
            if not self.via[i] and attributions[i].parent is None and not self._is_aside(i):
                who, anchor = _who(attributions[i]), places[i].anchor
                later = [k for k in head if self.via[k] and _who(attributions[k]) == who and places[k].anchor > anchor]
                self.via[i] = tuple(Outlet(outlet.name) for outlet in self.via[later[0]]) if later else ()

    def back_to_lead(self, ordered: Sequence[int]) -> None:
        """Give a paraphrase the outlets that are named with the same speaker's words in the paragraph behind it."""
        for i, k in pairwise(i for i in ordered if self._attributions[i].parent is None):
            one, carrier = self._attributions[i], self._own.get(k)
            apart = self._places[k].paragraph - self._places[i].paragraph
            if self.via[i] or carrier is None or apart != 1 or not _opens_with_words(self._attributions[k], carrier):
                continue
            same = one.speaker is not None and _who(one) == _who(self._attributions[k])
            if same and not _NO_TIME.match(one.cue.text) and not self._is_aside(i):
                self.via[i] = tuple(Outlet(outlet.name) for outlet in self.via[k])

    def _is_aside(self, i: int) -> bool:
        """Return whether an attribution's sentence names another time or way of speaking."""
        place = self._places[i]
        start, end = self._layout.sentence(place.sentence)
        start, end = max(start, place.anchor - _REACH), min(end, place.anchor + _REACH)
        pieces = [piece for piece in self._attributions[i].content if piece.start < end and piece.end > start]
        outside, at = "", start
        for piece in pieces:
            outside += self._text[at : max(at, piece.start)] + " "
            at = max(at, piece.end)
        outside += self._text[at:end]
        return bool(_ELSEWHERE.search(outside) or _other_occasions().search(outside.lower()))


def _goes_on(occasion: _Occasion, attribution: Attribution, place: Place, *, resumed: bool) -> bool:
    """Return whether a speaker still speaks on the same occasion, directly or after somebody else."""
    if attribution.speaker is None or attribution.speaker.kind not in (SpeakerKind.PERSON, SpeakerKind.UNNAMED):
        return False
    gap, cue = place.paragraph - occasion.paragraph, attribution.cue.text
    if _NO_TIME.match(cue):
        return False
    if occasion.is_written:
        goes_on = attribution.cue_lemma in load_words("continuing_verbs") or _writes(attribution)
        return not resumed and gap <= _NEAR and (goes_on or (not occasion.is_post and _PRESENT.match(cue) is not None))
    return (gap <= _NEAR and not resumed) or (gap <= _FAR and attribution.cue_lemma in load_words("resuming_verbs"))


def _tweets(attribution: Attribution) -> bool:
    return saying_kind(attribution.cue_lemma) == "posting" and "tweet" in (attribution.cue_lemma or "")


def _writes(attribution: Attribution) -> bool:
    return saying_kind(attribution.cue_lemma) in ("posting", "writing")


def _opens_with_words(attribution: Attribution, carrier: Carrier) -> bool:
    """Return whether content, cue and outlet come in this order: "“It is late,” Holm told CNN."."""
    cue = attribution.cue or attribution.source or attribution.content
    return not carrier.is_written and attribution.content[0].start < cue[0].start < carrier.start


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
    """Return whether it is a turn of a transcript: "HOLM: Good evening."."""
    cue, source = attribution.cue, attribution.source
    return bool(source) and bool(_TURN.fullmatch(cue.text)) and cue[0].start - source[-1].end <= 1


def _host_of(attributions: Sequence[Attribution]) -> tuple[Outlet, ...]:
    """The outlet that asks the questions in a transcript: "REEF TIMES: Is it late?"."""
    turns = [attribution.source.text for attribution in attributions if _is_turn(attribution) and attribution.source]
    hosts = [source for source in turns if is_outlet(source)]
    return (Outlet(hosts[0]),) if hosts and len(hosts) < len(turns) else ()


@cache
def _other_occasions() -> re.Pattern[str]:
    """Build the pattern of other ways of speaking: "in a statement", "at his rallies", "told reporters"."""
    nouns = "|".join(sorted(map(re.escape, load_words("occasion_nouns")), key=len, reverse=True))
    audiences = "|".join(sorted(load_words("audiences")))
    return re.compile(
        rf"\b(?:(?:at|by|during|in|issued|released|sent) (?:[\w-]+ ){{0,3}}(?:{nouns})"
        rf"|(?:told|telling|tells|tell) (?:(?:a|an|the|his|her) )?(?:\w+ )?(?:{audiences}))\b"
    )
