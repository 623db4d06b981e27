"""The features of candidates: position in the sentence, distance, and whether they are in reported content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, takewhile

import attrs

from quotekit.records import SpeakerKind
from quotekit.speakers.candidate import MAX_CANDIDATES, Candidate, Fit
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Named, Referent
from quotekit.speakers.replies import is_answered
from quotekit.speakers.standings import LAST_WORD, PLACE_REACH_CHARS, Place

__all__ = ["Features", "feature_rows"]

# How many statements of documents may follow an introduction.
_MAX_DOCUMENTS = 3
_AND = re.compile(r",? and (?:the )?")
_MAX_AND_CHARS = 10
# Whoever follows one of these is seldom who the next sentence is about: "negotiated by Holm", "under Holm".
_BACKGROUND = frozenset(
    (
        "about",
        "after",
        "against",
        "before",
        "behind",
        "by",
        "from",
        "including",
        "like",
        "over",
        "since",
        "than",
        "under",
    )
) | frozenset(("unlike", "with", "without"))


@attrs.frozen
class Features:
    """The evidence for and against one candidate."""

    #: The candidate.
    candidate: Candidate
    #: Its position in its sentence.
    place: Place
    #: The distance to the query, in sentences of the narrative.
    sentences_back: int
    #: Whether it is in the query's own content.
    is_in_own_words: bool = False
    #: Whether it is in reported content and the query is not.
    is_reported: bool = False
    #: The speaker whom it now answers; None if there is none.
    asked_by: Referent | None = None
    #: Whether it is the first mention of somebody, in a paragraph with nobody known before; for pronouns only.
    is_introduced: bool = False


def feature_rows(query: Query, candidates: Sequence[Candidate], discourse: Discourse) -> list[Features]:
    """
    Compute the features of a query's candidates.

    Args:
        query: The query.

        candidates: Its candidates, in text order.

        discourse: What is known at that point.

    Returns:
        A row for each of the most recent candidates that precede the query and, like the query, are inside or outside a
        quotation.
    """
    is_quoted = discourse.index.is_quoted(query.start)
    # What the query reports itself is no more remote than the query.
    is_reported = discourse.reported.is_reported(query.start)
    sentence = discourse.index.narrative_sentence_of(query.start)
    rows: list[Features] = []
    previous = None
    for candidate in candidates[-MAX_CANDIDATES:]:
        start = candidate.start
        standing = discourse.standings.of(start, candidate.end, is_source=candidate.is_source)
        if start >= query.start or standing.is_quoted != is_quoted:
            continue
        joined = None if previous is None else _joined_place(candidate, previous, discourse)
        previous = Features(
            candidate,
            joined or standing.place,
            sentence - standing.sentence,
            any(begin <= start < end for begin, end in query.own),
            standing.is_reported and not candidate.is_source and not is_reported,
            None if previous is None else _asked_by(query, candidate, previous, discourse),
            query.pronoun is not None and _is_introduced(candidate, previous, discourse),
        )
        rows.append(previous)
    return rows


def _joined_place(candidate: Candidate, previous: Features, discourse: Discourse) -> Place | None:
    """Return the place of the candidate before, if "and" joins both: a conjunct of a subject is a subject, too."""
    before = previous.candidate
    is_joined = (
        not candidate.is_source
        and before.end < candidate.start <= before.end + _MAX_AND_CHARS
        and _AND.fullmatch(discourse.index.text, before.end, candidate.start)
    )
    return previous.place if is_joined else None


def _asked_by(query: Query, candidate: Candidate, previous: Features, discourse: Discourse) -> Referent | None:
    """Return the candidate before, if that is whom a candidate answers."""
    before, bounds = previous.candidate, (candidate.start, candidate.end)
    address = discourse.standings.address(before.end, bounds)
    if address is None or before.referent == candidate.referent:
        return None
    return before.referent if is_answered(discourse.index, address, bounds, query.bounds) else None


def _is_introduced(candidate: Candidate, previous: Features | None, discourse: Discourse) -> bool:
    """Return whether a candidate is named for the first time, in a paragraph later than the last speaker's."""
    if candidate.is_source or not isinstance(candidate.referent, Named) or not discourse.speeches:
        return False
    if discourse.entities[candidate.referent.entity].mentions[0].start != candidate.start:
        return False
    index = discourse.index
    paragraph = index.paragraph_of(candidate.start)
    is_after_known = (
        previous is not None
        and not previous.is_introduced
        and previous.candidate.fit is not Fit.NONE
        and index.paragraph_of(previous.candidate.start) == paragraph
    )
    if is_after_known:
        # "Holm met Ito": whoever is named first is known, or new as well.
        return False
    begin, _ = index.paragraph(paragraph)
    found = LAST_WORD.search(index.before(candidate.start, PLACE_REACH_CHARS))
    is_background = found is not None and found["word"].lower() in _BACKGROUND
    # "The report names Holm": what a document says is not taken up by a pronoun.
    since = takewhile(lambda speech: speech.start >= begin, reversed(discourse.speeches))
    return not is_background and all(speech.kind is SpeakerKind.DOCUMENT for speech in islice(since, _MAX_DOCUMENTS))
