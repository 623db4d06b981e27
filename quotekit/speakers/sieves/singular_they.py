"""Decide on singular "they": an unnamed source, or a person whose gender the article does not show."""

from __future__ import annotations

from quotekit.records import SpeakerKind
from quotekit.speakers.candidate import Fit
from quotekit.speakers.candidates import candidates
from quotekit.speakers.decision import Decision, decide_pronoun
from quotekit.speakers.discourse import Discourse, Speech
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described, Named

__all__ = ["singular_they"]

_MAX_SENTENCES_BACK = 1


def singular_they(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on "they" by the one person who has just spoken, if no plural comes in between."""
    if query.pronoun != "they" or query.draft is None:
        return None
    last = next(iter(discourse.speeches_before(query.start)), None)
    if last is None:
        return None
    index = discourse.index
    sentences_back = index.narrative_sentence_of(query.start) - index.narrative_sentence_of(last.start)
    if not 0 <= sentences_back <= _MAX_SENTENCES_BACK or not _may_be_they(last, discourse):
        return None
    for candidate in candidates(query, discourse):
        is_own = any(start <= candidate.start < end for start, end in query.own)
        is_between = last.end <= candidate.start < query.start and not index.is_quoted(candidate.start)
        if is_between and not is_own and candidate.fit is not Fit.NONE:
            return None
    return decide_pronoun(last.referent, query, discourse)


def _may_be_they(speech: Speech, discourse: Discourse) -> bool:
    """Return whether a speaker is a single person of unknown gender."""
    if isinstance(speech.referent, Described):
        return speech.kind is SpeakerKind.UNNAMED and not speech.is_plural and speech.gender is None
    if not isinstance(speech.referent, Named):
        return False
    entity = speech.referent.entity
    known = discourse.entities[entity]
    is_person = known.kind in (None, SpeakerKind.PERSON)
    return is_person and discourse.gender_of(entity) is None and discourse.likely_gender_of(entity) is None
