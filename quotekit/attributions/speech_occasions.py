"""Recover quotations that a speaker uses an occasion to say: "she used her sermon to “thank every hand”"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotekit.attributions.constructions import Construction, with_constructions
from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.attributions.subjects import find_subject, is_somebody
from quotekit.english.lexicons import load_words
from quotekit.english.words import singular
from quotekit.text import Quotation, TextIndex

__all__ = ["recover_speech_occasions"]

_USED = re.compile(
    r"""
    (?: (?<=\s) | ^ )
    (?P<cue>
        (?P<verb> us(?:e|es|ed|ing) | t(?:akes?|ook|aking) | seiz(?:e|es|ed|ing)
                | [a-z]{3,12}(?:ed|s) | chose | gave | held | began | rose | stood | spoke | spent | went ) \s
        (?P<object> [^.;:!?\n"“”«»]{2,120}? ) \s to
    )
    \s \Z
    """,
    re.VERBOSE,
)
_REACH_CHARS = 160
_USING = re.compile(r"us(?:e|es|ed|ing)|seiz(?:e|es|ed|ing)")
_DETERMINED = re.compile(r"(?:to\s{1,9})?(?:the|an?|his|her|their|its|this|that|[\w.’'-]{1,40}['’]s)\s", re.IGNORECASE)
# Where and how people speak, apart from the nouns of occasions, messages, works and pieces.
_PLACES = frozenset(
    [
        "airwaves",
        "appearance",
        "chance",
        "column",
        "floor",
        "interview",
        "lectern",
        "microphone",
        "mic",
        "moment",
        "opportunity",
        "platform",
        "podium",
        "pulpit",
        "sermon",
        "slot",
        "stage",
        "stand",
        "time",
        "toast",
        "turn",
    ]
)
_MIN_WORDS = 3
_PASSIVE = re.compile(r"\b(?:been|being|is|are|was|were|be)\s\Z")


def recover_speech_occasions(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Find the source of a quotation after "to" in "she took the microphone to “beg for one dry summer”".

    Args:
        context: The text, and the model's settings: quotations in drafts at or
            above its confidence threshold are left alone.

        drafts: The drafts.

    Returns:
        The drafts, with a new one for each such quotation that is not in a likely draft. The quotation begins with a
        verb and has three or more words, and the subject before it may denote a speaker.
    """
    index = context.index
    threshold = context.config.min_confidence
    known = {
        quotation.start
        for draft in drafts
        if draft.confidence >= threshold
        for piece in draft.content
        for quotation in index.outer_quotations_in(piece.start, piece.end)
    }
    quotations = (q for q in index.outer_quotations if q.closed and q.start not in known)
    found = (_find_occasion(index, quotation) for quotation in quotations)
    return with_constructions(context, drafts, [construction for construction in found if construction])


def _find_occasion(index: TextIndex, quotation: Quotation) -> Construction | None:
    text = index.text
    if not text[quotation.inner_start : quotation.inner_start + 1].islower() or not text.startswith(
        "to ", max(0, quotation.start - 3)
    ):
        return None
    if len(text[quotation.inner_start : quotation.inner_end].split()) < _MIN_WORDS:
        return None
    used = index.search_before(_USED, quotation.start, _REACH_CHARS)
    if used is None or index.search_before(_PASSIVE, used.start("verb"), _REACH_CHARS):
        return None
    if not _is_occasion(used):
        return None
    subject = find_subject(index, used.start("verb"))
    if subject is None or not is_somebody(text[slice(*subject)]):
        return None
    return Construction((used.span("cue"),), subject, ((quotation.start, quotation.end),))


def _is_occasion(used: re.Match[str]) -> bool:
    """Return whether the object is an occasion or a means of speaking."""
    if _USING.fullmatch(used["verb"]):
        return _DETERMINED.match(used["object"]) is not None
    lists = ("occasion_nouns", "message_nouns", "work_nouns", "press_pieces", "saying_nouns")
    nouns = _PLACES.union(*(load_words(name) for name in lists))
    return any(singular(word.lower()) in nouns for word in re.findall(r"[^\W\d_]+", used["object"]))
