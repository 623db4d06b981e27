"""Occasions: an interview, post or book continues to carry its speaker's statements until another begins."""

from __future__ import annotations

import re

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import is_outlet
from quotekit.provenance.asides import is_aside
from quotekit.provenance.carriers import Carrier, platform_of_tweets
from quotekit.provenance.context import Chains, Context
from quotekit.provenance.outlet_chains import OutletChain, without_spans
from quotekit.provenance.statements import Statement
from quotekit.provenance.turns import find_host, is_turn
from quotekit.records import SpeakerKind

__all__ = ["carry_over_occasions", "has_occasion"]

# How far apart two statements of one occasion can be; the second limit holds if others speak in between.
_MAX_PARAGRAPHS_APART = 2
_MAX_PARAGRAPHS_APART_RESUMED = 4
# "Has said" and "might say" refer to no particular occasion; "would not say" does.
_UNDATED = re.compile(r"(?:has|have|had|'s|’s|(?:could|may|might|must|should|would)(?!n['’]t| not))\b")
_PRESENT_TENSE = re.compile(r"(?:(?:also|both|even|then|\w+ly)\s+)*[a-z]+(?<!s)s\b")


def carry_over_occasions(context: Context, chains: Chains) -> Chains:
    """
    Give each statement the outlets of its carrier, or those of the occasion that it continues.

    Args:
        context: The text.

        chains: The outlets found so far.

    Returns:
        The outlets, with those of carriers and occasions; nested statements do not continue an occasion.
    """
    tracker = _OccasionTracker(context, chains)
    for statement in context.in_text_order():
        tracker.visit(statement)
    return tracker.chains


def has_occasion(statement: Statement) -> bool:
    """Return whether a statement was made on a particular occasion: "said", but not "has said" or "might say"."""
    return _UNDATED.match(statement.cue.text) is None


@attrs.frozen
class _Occasion:
    """An interview, post or work that carries statements of one speaker."""

    #: The outlets, without spans.
    outlets: OutletChain
    #: The number of the paragraph with its latest statement.
    paragraph: int
    #: Whether it is a post on a platform.
    is_post: bool
    #: Whether it is written: a post, a book or a film.
    is_written: bool


class _OccasionTracker:
    """Keeps track of the current occasions while the statements are visited in text order."""

    def __init__(self, context: Context, chains: Chains) -> None:
        #: The outlets of each statement, indexed by its number.
        self.chains = list(chains)
        self._index = context.index
        self._carriers = context.carriers
        self._platform = platform_of_tweets(context.index)
        # The outlet that asks the questions in a transcript; it carries the answers.
        self._host = find_host(context.statements)
        # The latest occasion by speaker and by whether it is written.
        self._occasions: dict[tuple[str | None, bool], _Occasion] = {}
        # The latest spoken occasion of any speaker; the turns of a transcript continue it.
        self._spoken: _Occasion | None = None
        # The speaker of the latest statement with an occasion; None after a statement without one.
        self._latest: str | None = None

    def visit(self, statement: Statement) -> None:
        """Find the outlets of the next statement in text order."""
        carrier = self._carriers.get(statement.number)
        if _tweets(statement) and (carrier is None or not carrier.is_post):
            self._visit_tweet(statement)
        elif carrier is not None:
            self._visit_carried(statement, carrier)
        elif statement.is_nested:
            return
        elif is_turn(statement):
            self._visit_turn(statement)
        else:
            self._visit_uncarried(statement)

    def _visit_tweet(self, statement: Statement) -> None:
        """Give a tweet its platform."""
        self.chains[statement.number] = (self._platform,)
        self._latest = None

    def _visit_carried(self, statement: Statement, carrier: Carrier) -> None:
        """Give a statement the outlets of its carrier, and start an occasion."""
        key = (statement.speaker_key, carrier.is_written)
        before = self._occasions.get(key)
        chain = _with_full_names(carrier.outlets, before)
        self.chains[statement.number] = chain
        if statement.is_nested or (before is not None and is_aside(self._index, statement)):
            return
        occasion = _Occasion(without_spans(chain), statement.paragraph, carrier.is_post, carrier.is_written)
        self._occasions[key] = occasion
        self._latest = statement.speaker_key
        if not carrier.is_written:
            self._spoken = occasion

    def _visit_turn(self, statement: Statement) -> None:
        """Give a turn of a transcript the outlet that asks the questions, or those of the occasion before it."""
        if self._host:
            self.chains[statement.number] = () if is_outlet(statement.source.text) else self._host
        elif self._spoken and statement.paragraph - self._spoken.paragraph <= _MAX_PARAGRAPHS_APART_RESUMED:
            self._spoken = attrs.evolve(self._spoken, paragraph=statement.paragraph)
            self.chains[statement.number] = self._spoken.outlets

    def _visit_uncarried(self, statement: Statement) -> None:
        """Give a statement the outlets of its speaker's occasion, if it continues that."""
        key = self._continued(statement)
        if key is None:
            if statement.speaker is not None:
                self._latest = None
        elif is_aside(self._index, statement):
            self._latest = None
        else:
            occasion = self._occasions[key]
            self.chains[statement.number] = occasion.outlets
            self._occasions[key] = attrs.evolve(occasion, paragraph=statement.paragraph)
            self._latest = statement.speaker_key

    def _continued(self, statement: Statement) -> tuple[str | None, bool] | None:
        """Return the key of the occasion that a statement continues, a written one first; None if there is none."""
        for is_written in (True, False):
            key = (statement.speaker_key, is_written)
            occasion = self._occasions.get(key)
            resumes = statement.speaker_key != self._latest
            if occasion is not None and _continues(occasion, statement, resumes=resumes):
                return key
        return None


def _continues(occasion: _Occasion, statement: Statement, *, resumes: bool) -> bool:
    """Return whether a statement continues an occasion; it *resumes* it if another person spoke in between."""
    if not statement.is_spoken_by(SpeakerKind.PERSON, SpeakerKind.UNNAMED) or not has_occasion(statement):
        return False
    apart = statement.paragraph - occasion.paragraph
    if not resumes and apart <= _MAX_PARAGRAPHS_APART:
        return not occasion.is_written or _continues_writing(occasion, statement)
    is_resuming = statement.cue_lemma in load_words("resuming_verbs")
    return not occasion.is_written and apart <= _MAX_PARAGRAPHS_APART_RESUMED and is_resuming


def _continues_writing(occasion: _Occasion, statement: Statement) -> bool:
    """Return whether the verb continues a post or a work: "added", "writes", and "recalls" for works only."""
    if statement.cue_lemma in load_words("continuing_verbs") or statement.saying_kind in ("posting", "writing"):
        return True
    return not occasion.is_post and _PRESENT_TENSE.match(statement.cue.text) is not None


def _tweets(statement: Statement) -> bool:
    """Return whether the verb is "tweet" or the like."""
    return statement.saying_kind == "posting" and "tweet" in (statement.cue_lemma or "")


def _with_full_names(outlets: OutletChain, occasion: _Occasion | None) -> OutletChain:
    """Return the outlets with the longer names of the speaker's occasion: "CBS" can be short for a show on it."""
    names = [outlet.name for outlet in occasion.outlets] if occasion else []
    longer = {o.name: next((name for name in names if name.startswith(f"{o.name} ")), o.name) for o in outlets}
    return tuple(attrs.evolve(outlet, name=longer[outlet.name]) for outlet in outlets)
