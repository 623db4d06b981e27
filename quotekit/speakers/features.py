"""The features of candidates: position in the sentence, distance, and whether they are in reported content."""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from itertools import islice, takewhile

import attrs

from quotekit.english.lexicons import load_words
from quotekit.records import SpeakerKind
from quotekit.speakers.candidate import Candidate, Fit
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Named, Referent
from quotekit.speakers.replies import is_answered
from quotekit.speakers.surroundings import is_possessive
from quotekit.text import TextIndex

__all__ = ["Features", "Place", "feature_rows", "features", "place_of"]

# Only the most recent candidates are considered, as many as a reader keeps in mind.
_MAX_CANDIDATES = 40
_PLACE_REACH_CHARS = 30
# How many statements of documents may follow an introduction.
_MAX_DOCUMENTS = 3
_LAST_WORD = re.compile(r"(?P<comma>, )?\b(?P<word>[\w'’]{1,40})[ \u00a0](?:[Tt]he[ \u00a0])?[\"“‘']{0,40}$")
_OPENS_CLAUSE = re.compile(
    r"""
    (?: ^ | [\n.!?;:,–—…”\"’)] | -- )   # the end of what comes before
    [\s\"“‘'(]{0,40}
    (?:[Tt]he[ \u00a0])?$
    """,
    re.VERBOSE,
)
# A name with a comma before it and one of these after it is an appositive: "the owner, Ida Holm."
_CLOSES_APPOSITION = re.compile(r"[.;:!?)]|$")
_AND = re.compile(r",? and (?:the )?")
_CONJUNCTIONS = frozenset({"and", "but", "or", "so", "then", "yet", "now", "still"})
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
_SPEECH_VERBS = frozenset({"said", "says", "added", "asked", "wrote", "replied", "continued"})


class Place(enum.Enum):
    """The position of a candidate in its sentence, judged by the surrounding words."""

    #: The subject of a sentence or of a main clause.
    SUBJECT = "subject"
    #: The subject of a subordinate clause that is a source: "when Holm said".
    SUBORDINATE_SOURCE = "subordinate_source"
    #: The subject of a subordinate clause, or a possessive that begins a clause: "when Holm left", "Holm's aim is".
    SUBORDINATE = "subordinate"
    #: An object, or an appositive at the end of a sentence.
    OBJECT = "object"
    #: Part of another phrase: "under Holm", "Holm's tax cut".
    PHRASE_PART = "phrase_part"


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
    index = discourse.index
    is_quoted = index.is_quoted(query.start)
    rows: list[Features] = []
    for candidate in candidates[-_MAX_CANDIDATES:]:
        if candidate.start < query.start and index.is_quoted(candidate.start) == is_quoted:
            rows.append(features(query, candidate, discourse, rows[-1] if rows else None))
    return rows


def features(query: Query, candidate: Candidate, discourse: Discourse, previous: Features | None = None) -> Features:
    """
    Compute the features of one candidate.

    Args:
        query: The query.

        candidate: The candidate.

        discourse: What is known at that point.

        previous: The features of the preceding candidate; None for the first one.

    Returns:
        The features.
    """
    index, start = discourse.index, candidate.start
    sentences_back = index.narrative_sentence_of(query.start) - index.narrative_sentence_of(start)
    place, asked_by = None, None
    is_introduced = query.pronoun is not None and _is_introduced(candidate, discourse)
    if previous is not None:
        before = previous.candidate
        # A conjunct of a subject is a subject, too.
        if not candidate.is_source and before.end < start and _AND.fullmatch(index.text, before.end, start):
            place = previous.place
        if before.fit is not Fit.NONE and index.paragraph_of(before.start) == index.paragraph_of(start):
            # "Holm met Ito": whoever is named first is known, or new as well.
            is_introduced &= previous.is_introduced
        is_other = before.referent != candidate.referent
        if is_other and is_answered(index, (start, candidate.end), before.end, query.bounds):
            asked_by = before.referent
    return Features(
        candidate=candidate,
        place=place or place_of(index, candidate),
        sentences_back=sentences_back,
        is_in_own_words=any(begin <= start < end for begin, end in query.own),
        is_reported=not candidate.is_source and _is_reported_to(query, start, discourse),
        asked_by=asked_by,
        is_introduced=is_introduced,
    )


def _is_introduced(candidate: Candidate, discourse: Discourse) -> bool:
    """Return whether a candidate is named for the first time, in a paragraph later than the last speaker's."""
    if candidate.is_source or not isinstance(candidate.referent, Named) or not discourse.speeches:
        return False
    if discourse.entities[candidate.referent.entity].mentions[0].start != candidate.start:
        return False
    index = discourse.index
    begin, _ = index.paragraph(index.paragraph_of(candidate.start))
    found = _LAST_WORD.search(index.before(candidate.start, _PLACE_REACH_CHARS))
    is_background = found is not None and found["word"].lower() in _BACKGROUND
    # "The report names Holm": what a document says is not taken up by a pronoun.
    since = takewhile(lambda speech: speech.start >= begin, reversed(discourse.speeches))
    return not is_background and all(speech.kind is SpeakerKind.DOCUMENT for speech in islice(since, _MAX_DOCUMENTS))


def place_of(index: TextIndex, candidate: Candidate) -> Place:
    """
    Return the position of a candidate in its sentence, judged by the surrounding words.

    Args:
        index: The index of the text.

        candidate: The candidate.

    Returns:
        The position.

    Example:
        >>> from quotekit.speakers.referents import Named
        >>> index = TextIndex("Ann Lee won. After the match with Mia Day, she smiled.")
        >>> [place_of(index, Candidate(*bounds, Named(0))).value for bounds in ((0, 7), (34, 41))]
        ['subject', 'phrase_part']
    """
    before = index.before(candidate.start, _PLACE_REACH_CHARS)
    opens = not before.strip() or _OPENS_CLAUSE.search(before) is not None
    if opens and before.rstrip().endswith(",") and index.match_after(_CLOSES_APPOSITION, candidate.end):
        return Place.SUBJECT if candidate.is_source else Place.OBJECT
    if not candidate.is_source and is_possessive(index, candidate.end):
        return Place.SUBORDINATE if opens else Place.PHRASE_PART
    return Place.SUBJECT if opens else _place_after_word(before, is_source=candidate.is_source)


def _place_after_word(before: str, *, is_source: bool) -> Place:
    """Return the position of a candidate that does not begin a clause, judged by the word before it."""
    found = _LAST_WORD.search(before)
    word = found["word"].lower() if found else ""
    if word in load_words("subordinators"):
        return Place.SUBORDINATE_SOURCE if is_source else Place.SUBORDINATE
    begins_clause = word in _CONJUNCTIONS and found is not None and found["comma"] is not None
    if is_source or word in _SPEECH_VERBS or begins_clause:
        return Place.SUBJECT
    is_in_phrase = word in load_words("prepositions") and word not in _CONJUNCTIONS
    return Place.PHRASE_PART if is_in_phrase else Place.OBJECT


def _is_reported_to(query: Query, at: int, discourse: Discourse) -> bool:
    """Return whether an offset is in reported content and the query is not."""
    return discourse.reported.is_reported(at) and not discourse.reported.is_reported(query.start)
