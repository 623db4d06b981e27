"""Find statements that a third party relays: "she was quoted by Kyodo as saying", "they cited her as saying"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotekit.attributions.constructions import Construction, with_constructions
from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.attributions.subjects import find_clause_after, find_clause_before, find_subject
from quotekit.english.lemmas import cue_lemma
from quotekit.english.verb_classes import OF_SPEECH, saying_kind
from quotekit.text import Bounds, TextIndex

__all__ = ["attribute_to_those_heard"]

_HEARERS = "me|us|him|her|them|reporters|journalists|police"
_SAYING = rf"(?:having\s{{1,9}}said|(?P<verb>[^\W\d_]{{2,20}}ing)(?:\s{{1,9}}(?:{_HEARERS}))?)\b"
# "Was quoted (on Monday) (by Kyodo) as saying", "was overheard (on tape) saying", "was heard to say".
_PASSIVE = re.compile(
    rf"""
    \b(?P<first>
        (?: (?:has|have|had) \s+ (?:\w+ly\s+|also\s+|since\s+)? been | is | are | was | were | being )
        (?: \s+ (?:\w+ly|also|later|once|then|widely) ){{0,2}}
        \s+ (?P<participle> [^\W\d_]{{3,20}} )
    )
    (?P<between> [^.;:!?\n"“”«»]{{0,90}}? )
    \s (?P<last> (?P<as> as \s+ )? {_SAYING} | (?<=heard[ ]) to \s (?P<infinitive> [a-z]{{2,20}} ) \b )
    """,
    re.VERBOSE,
)
# "Quoted Mary Lowe as saying".
_ACTIVE = re.compile(
    rf"""
    \b(?P<first> (?:quot|cit|paraphras)(?:e|es|ed|ing) | (?:remember|recall)(?:s|ed) )
    \s{{1,9}} (?P<source> [^;:!?\n"“”«»]{{2,120}}? ),?
    \s{{1,9}} (?P<last> as \s{{1,9}} {_SAYING} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Verbs of perception, used without "as".
_PERCEIVED = frozenset(
    [
        "captured",
        "caught",
        "filmed",
        "heard",
        "overheard",
        "pictured",
        "recorded",
        "seen",
        "shown",
        "taped",
        "televised",
        "videotaped",
    ]
)
_BE = re.compile(r"\b(?:been|being|is|are|was|were)\s(?:\w+\s)?\Z")
_BE_REACH_CHARS = 30
_BY = re.compile(r"\s{1,9}by\s{1,9}(?:[^\W_][\w.'’-]{0,40}\s{1,9}){0,7}?[^\W_][\w.'’-]{0,40}(?=[.,;]|\s{0,9}\Z)")
# What may come between the participle and "saying": "by Kyodo", "on tape", "in the Post", "on Monday".
_ADJUNCTS = re.compile(
    r"(?:\s{1,9}\w{1,40}ly)?(?:\s{0,9}|,?\s{1,9}(?:as|at|by|during|from|in|on|there|yesterday|earlier|last|this|[A-Z]\w{1,40}day)\b.{0,400})"
)


def attribute_to_those_heard(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Find the person "quoted as saying" or "overheard saying" something, with or without the outlet that quotes them.

    Args:
        context: The text.

        drafts: The drafts.

    Returns:
        The drafts; the person quoted is the source, and the one who quotes is in neither source nor content.
    """
    index = context.index
    return with_constructions(context, drafts, [*_find_passives(index), *_find_actives(index)])


def _find_passives(index: TextIndex) -> Iterator[Construction]:
    for found in _PASSIVE.finditer(index.text):
        if index.is_quoted(found.start()) or not _is_of_speech(found["verb"] or found["infinitive"]):
            continue
        if not _ADJUNCTS.fullmatch(found["between"]):
            continue
        if not found["as"] and found["participle"] not in _PERCEIVED:
            continue
        source = find_subject(index, found.start())
        if source is None:
            continue
        cue = _cue(found)
        by = index.match_after(_BY, found.end("last"), 100)
        content = None if by else find_clause_after(index, found.end("last"))
        content = content or find_clause_before(index, source[0])
        if content is not None:
            yield Construction(cue, source, (content,), keeps_content=True, relay=by.span() if by else None)


def _find_actives(index: TextIndex) -> Iterator[Construction]:
    for found in _ACTIVE.finditer(index.text):
        if index.is_quoted(found.start()) or not _is_of_speech(found["verb"]):
            continue
        if index.search_before(_BE, found.start(), _BE_REACH_CHARS):
            continue
        if index.sentence_of(found.start()) != index.sentence_of(found.end() - 1):
            continue
        content = find_clause_after(index, found.end("last"))
        if content is None:
            begin = find_subject(index, found.start("first"))
            content = find_clause_before(index, begin[0]) if begin else None
        if content is not None:
            cue = (found.span("first"), found.span("last"))
            yield Construction(cue, found.span("source"), (content,), keeps_content=True)


def _cue(found: re.Match[str]) -> tuple[Bounds, ...]:
    """Return the cue in one piece, or in two if other words come in between."""
    if not found["between"].strip():
        return ((found.start("first"), found.end("last")),)
    return found.span("first"), found.span("last")


def _is_of_speech(verb: str | None) -> bool:
    return verb is None or saying_kind(cue_lemma(verb)) in OF_SPEECH
