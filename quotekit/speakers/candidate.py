"""Candidates: the possible antecedents of a pronoun or a description."""

from __future__ import annotations

import enum
from collections.abc import Callable
from itertools import takewhile
from operator import attrgetter

import attrs

from quotekit.speakers.discourse import Discourse, Speech
from quotekit.speakers.mention_index import REACH_CHARS
from quotekit.speakers.referents import Named, Referent

__all__ = ["MAX_CANDIDATES", "Candidate", "Fit", "entities_and_speakers_before"]

#: Only the most recent candidates are compared, as many as a reader keeps in mind.
MAX_CANDIDATES = 40


class Fit(enum.Enum):
    """How well a candidate agrees with a pronoun or description."""

    #: Gender, number and kind agree.
    AGREES = "agrees"
    #: Nothing contradicts it, but the gender is unknown.
    UNSURE = "unsure"
    #: The gender is unknown, and so are the parts of the name, which looks like a person's.
    STRANGER = "stranger"
    #: The gender is unknown, but probably does not agree.
    UNLIKELY = "unlikely"
    #: It cannot be the referent, but it may intervene between other candidates and the pronoun.
    NONE = "none"

    # Members are compared by identity; an enum's own hash is that of the name, which takes longer.
    __hash__ = object.__hash__


@attrs.frozen
class Candidate:
    """A mention or a speaker at one position that may be the referent of a query."""

    #: Offset of the first character of the name with its titles, or of the source.
    start: int
    #: Offset after its last character.
    end: int
    #: Its referent.
    referent: Referent
    #: Whether it is the source of an attribution.
    is_source: bool = False
    #: How well it agrees with the query.
    fit: Fit = Fit.AGREES


def entities_and_speakers_before(
    at: int,
    discourse: Discourse,
    *,
    fit_of_speech: Callable[[Speech], Fit],
    fit_of_entity: Callable[[int], Fit | None],
    most: int = MAX_CANDIDATES,
) -> list[Candidate]:
    """
    Collect the entities named and the speakers noted before an offset.

    Args:
        at: The offset.

        discourse: What is known there.

        fit_of_speech: Returns how well a speaker agrees.

        fit_of_entity: Returns how well an entity agrees; None if it is not a candidate.

        most: How many of the most recent candidates are asked for.

    Returns:
        At least these, in text order, and everyone named. Others whom more speakers than that follow are left out.
    """
    speeches = [*takewhile(lambda speech: speech.start >= at - REACH_CHARS, reversed(discourse.speeches))]
    starts = sorted([speech.start for speech in speeches])
    # A text may be nothing but attributions. Far back only those with a name matter: others may share it.
    oldest = starts[-most] if len(starts) > most else 0
    found = [
        Candidate(speech.start, speech.end, speech.referent, is_source=True, fit=fit_of_speech(speech))
        for speech in speeches
        if speech.start >= oldest or isinstance(speech.referent, Named)
    ]
    sources = frozenset(starts)
    fits: dict[int, Fit | None] = {}
    for mention in discourse.mentions.before(at):
        if mention.start in sources:
            continue
        entity = discourse.mentions.entity_of(mention)
        if entity not in fits:
            fits[entity] = fit_of_entity(entity)
        named_fit = fits[entity]
        if named_fit is not None:
            found.append(Candidate(mention.start, mention.end, Named(entity), fit=named_fit))
    return sorted(found, key=attrgetter("start"))
