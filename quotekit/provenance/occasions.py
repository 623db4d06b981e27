"""Occasions: an interview, a post or a book in which a speaker goes on until another occasion begins."""

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

__all__ = ["carry_over_occasions", "names_an_occasion"]

# How far apart two statements of an occasion may be; the second if others speak in between.
_MAX_PARAGRAPHS_APART = 2
_MAX_PARAGRAPHS_APART_RESUMED = 4
# "Has said" and "might say" are of no occasion; "would not say" is.
_UNDATED = re.compile(r"(?:has|have|had|'s|’s|(?:could|may|might|must|should|would)(?!n['’]t| not))\b")
_PRESENT_TENSE = re.compile(r"(?:(?:also|both|even|then|\w+ly)\s+)*[a-z]+(?<!s)s\b")


def carry_over_occasions(context: Context, _: Chains) -> Chains:
    """
    Give each statement the outlets of its carrier, or those of an occasion that goes on.

    Args:
        context: The text.

        _: What was found before, which is nothing: this rule is the first.

    Returns:
        The outlets of each statement; those inside others have only those of their own carriers.
    """
    tracker = _OccasionTracker(context)
    for statement in context.in_text_order():
        tracker.visit(statement)
    return tracker.chains


def names_an_occasion(statement: Statement) -> bool:
    """Return whether a cue is of one occasion: "said", but not "has said" and "might say"."""
    return _UNDATED.match(statement.cue.text) is None


@attrs.frozen
class _Occasion:
    """An interview, a post or a work in which a speaker goes on."""

    #: The outlets, without the places where they are named.
    outlets: OutletChain
    #: The number of the paragraph with the last statement in it.
    paragraph: int
    #: Whether it is a post on a platform.
    is_post: bool
    #: Whether it is written: a post, a book or a film.
    is_written: bool


class _OccasionTracker:
    """The occasions of a text as far as its statements have been visited."""

    def __init__(self, context: Context) -> None:
        #: The outlets of each statement, by its number.
        self.chains: list[OutletChain] = [()] * len(context.statements)
        self._index = context.index
        self._carriers = context.carriers
        self._platform = platform_of_tweets(context.index)
        # The outlet that asks in a transcript; with it, no turn needs an occasion.
        self._host = find_host(context.statements)
        # The latest occasion of each speaker, spoken and written ones apart.
        self._occasions: dict[tuple[str | None, bool], _Occasion] = {}
        # The latest spoken occasion of anybody, to which the turns of a transcript belong.
        self._spoken: _Occasion | None = None
        # Whose occasion it was last; None after a statement without one.
        self._latest: str | None = None

    def visit(self, statement: Statement) -> None:
        """Give the next statement in text order its outlets."""
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
        """Give a statement the outlets of its carrier, and begin an occasion with it."""
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
        """Give a turn the outlet that asks, or those of the spoken occasion that the transcript follows."""
        if self._host:
            self.chains[statement.number] = () if is_outlet(statement.source.text) else self._host
        elif self._spoken and statement.paragraph - self._spoken.paragraph <= _MAX_PARAGRAPHS_APART_RESUMED:
            self._spoken = attrs.evolve(self._spoken, paragraph=statement.paragraph)
            self.chains[statement.number] = self._spoken.outlets

    def _visit_uncarried(self, statement: Statement) -> None:
        """Give a statement the outlets of its speaker's occasion, if that goes on."""
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
        """Return the key of the speaker's occasion that a statement continues, written ones first."""
        for is_written in (True, False):
            key = (statement.speaker_key, is_written)
            occasion = self._occasions.get(key)
            resumes = statement.speaker_key != self._latest
            if occasion is not None and _continues(occasion, statement, resumes=resumes):
                return key
        return None


def _continues(occasion: _Occasion, statement: Statement, *, resumes: bool) -> bool:
    """Return whether a speaker goes on with an occasion, directly or, where it *resumes*, after somebody else."""
    if not statement.is_spoken_by(SpeakerKind.PERSON, SpeakerKind.UNNAMED) or not names_an_occasion(statement):
        return False
    apart = statement.paragraph - occasion.paragraph
    if not resumes and apart <= _MAX_PARAGRAPHS_APART:
        return not occasion.is_written or _continues_writing(occasion, statement)
    is_resuming = statement.cue_lemma in load_words("resuming_verbs")
    return not occasion.is_written and apart <= _MAX_PARAGRAPHS_APART_RESUMED and is_resuming


def _continues_writing(occasion: _Occasion, statement: Statement) -> bool:
    """Return whether a verb is such as goes on with a post or a work: "added", "writes"; "recalls" only with a work."""
    if statement.cue_lemma in load_words("continuing_verbs") or statement.saying_kind in ("posting", "writing"):
        return True
    return not occasion.is_post and _PRESENT_TENSE.match(statement.cue.text) is not None


def _tweets(statement: Statement) -> bool:
    """Return whether a statement is a tweet by its verb."""
    return statement.saying_kind == "posting" and "tweet" in (statement.cue_lemma or "")


def _with_full_names(outlets: OutletChain, occasion: _Occasion | None) -> OutletChain:
    """Return the outlets by the names that the speaker's occasion has for them: "CBS" may be short for a show."""
    names = [outlet.name for outlet in occasion.outlets] if occasion else []
    longer = {o.name: next((name for name in names if name.startswith(f"{o.name} ")), o.name) for o in outlets}
    return tuple(attrs.evolve(outlet, name=longer[outlet.name]) for outlet in outlets)
