"""Test which statements in its sentence an outlet can carry, for each carrier type."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from quotekit.english.pronouns import RELATIVE_SUBJECTS
from quotekit.english.words import normalize
from quotekit.provenance.carrier_types import CarrierType
from quotekit.provenance.carriers import Carrier
from quotekit.provenance.statements import Statement
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["can_carry"]

_CITING = re.compile(r"\b(?:citing|cited|quoting|quoted|attributing)\b")
_CITING_SOURCE = re.compile(r"\b(?:[Cc]iting|[Qq]uoting|cited|quoted)\s+(?:an?\s+|the\s+)?$")
_CITING_REACH_CHARS = 20
# Text between a statement and a following "The Times reported"; some words of the clause may not be in the statement.
_TO_REPORT = re.compile(r"(?:\s{1,9}[\w’'$%-]{1,40}){0,8}[\s.”\"’]{0,40},[\s”\"’]{0,40}(?:the\s{1,9})?")
_COMMA_AT_END = re.compile(r",[^,]?\Z")
_COMMA_AND_MARK_CHARS = len(",”")
# What follows "The Times reported": perhaps a time, then punctuation.
_REPORT_ENDS = re.compile(
    r"(?:\s{1,9}(?:\w{1,40}\s{1,9})?(?:\w{1,40}day|today|yesterday|earlier|first)){0,8}\s{0,9}(?:[.,;:!?”\"\n—–]|$)"
)
# Text between "The Times reported" and a following statement.
_FROM_REPORT = re.compile(r"\s{0,9}(?:(?:on\s{1,9})?\w{1,40}day\s{0,9})?,?\s{0,9}(?:that\s{1,9})?[“\"]?")
# "Ida Holm of the", before an outlet.
_NAME_AT = re.compile(r"(?:[A-Z][\w.’'-]{1,40}\s{1,9}){1,4}(?:at|for|of|with)\s{1,9}(?:the\s{1,9})?")
# What can come before "in her memoir" at the start of a sentence.
_BEFORE_OPENING_WORK = re.compile(r"\W{0,30}(?:[A-Z]\w{1,40}\W{1,30})?")
# Text between a statement and a following "in her memoir".
_TO_WORK = re.compile(r"[\s,”\"’]{0,40}(?:(?:\w{1,40}ly|again|back|later|once|in \d{4}|of \w{1,40})[\s,]{1,40})?")

#: Returns whether a carrier can carry a statement in its sentence.
_Fit: TypeAlias = Callable[[TextIndex, Carrier, Statement], bool]


def can_carry(index: TextIndex, carrier: Carrier, statement: Statement) -> bool:
    """
    Return whether a carrier can carry a statement.

    Args:
        index: The text.

        carrier: A carrier.

        statement: A statement in the same sentence.

    Returns:
        Whether the statement passes the test for the carrier's type.
    """
    return _FITS[carrier.type](index, carrier, statement)


def _is_apart(_: TextIndex, carrier: Carrier, statement: Statement) -> bool:
    """Return whether the outlet is in neither content nor source and is not the speaker."""
    start, end = carrier.names
    in_content = any(piece.start <= start and end <= piece.end for piece in statement.content)
    return not (in_content or _is_in_source(carrier, statement) or _is_speaker(carrier, statement))


def _is_published(index: TextIndex, carrier: Carrier, statement: Statement) -> bool:
    """Return whether the outlet published the statement or its source: "a transcript published by The Reef Times"."""
    if _is_in_source(carrier, statement):
        # In "as reported by" the outlet itself is the source.
        return statement.source[0].start < carrier.start and not statement.source.text.startswith("as ")
    return _is_apart(index, carrier, statement)


def _is_cited(index: TextIndex, carrier: Carrier, statement: Statement) -> bool:
    """Return whether the outlet cites the source: "Kyodo reported, citing a ministry official"."""
    return not _is_in_source(carrier, statement) and _has_cited_source(index, statement)


def _is_reported(index: TextIndex, carrier: Carrier, statement: Statement) -> bool:
    """Return whether "The Times reported" refers to the statement."""
    if not _is_apart(index, carrier, statement):
        return False
    return (
        _precedes_report(index, carrier, statement)
        or _follows_report(index, carrier, statement)
        or _has_report_as_cue(index, carrier, statement)
    )


def _is_by_employee(index: TextIndex, carrier: Carrier, statement: Statement) -> bool:
    """Return whether the source is a person who works for the outlet: "Ida Holm at the National Review"."""
    if not _is_in_source(carrier, statement) or not statement.is_spoken_by(SpeakerKind.PERSON):
        return False
    return _NAME_AT.fullmatch(index.text, statement.source[0].start, carrier.names[0]) is not None


def _is_in_work(index: TextIndex, carrier: Carrier, statement: Statement) -> bool:
    """Return whether "in her memoir" opens the sentence or directly follows a part of the statement."""
    if not _is_apart(index, carrier, statement):
        return False
    if index.text.startswith(("With", "with"), carrier.start) and not statement.reports:
        # "With her book “Deep Water” she won" quotes nothing from it.
        return False
    sentence_start = index.sentence_at(carrier.start)[0]
    if _BEFORE_OPENING_WORK.fullmatch(index.text, sentence_start, carrier.start):
        return True
    if any(piece.start <= carrier.start < piece.end for piece in statement.cue):
        return True
    ends = [piece.end for piece in statement.pieces if piece.end <= carrier.start]
    return bool(ends) and _TO_WORK.fullmatch(index.text, max(ends), carrier.start) is not None


def _is_printed(index: TextIndex, carrier: Carrier, statement: Statement) -> bool:
    """Return whether "in The Times" belongs to a verb of saying or writing: "said in The Times"."""
    return statement.reports and _is_in_work(index, carrier, statement)


_FITS: Mapping[CarrierType, _Fit] = MappingProxyType(
    {
        CarrierType.TELLING: _is_apart,
        CarrierType.ACT: _is_apart,
        CarrierType.ON: _is_apart,
        CarrierType.PRINTED: _is_printed,
        CarrierType.ACCORDING: _is_apart,
        CarrierType.REPORTED: _is_published,
        CarrierType.CITING: _is_cited,
        CarrierType.SAYING: _is_reported,
        CarrierType.AT: _is_by_employee,
        CarrierType.WORK: _is_in_work,
    }
)


def _is_in_source(carrier: Carrier, statement: Statement) -> bool:
    """Return whether the outlet is named in the source."""
    start, end = carrier.names
    return any(piece.start < end and start < piece.end for piece in statement.source)


def _is_speaker(carrier: Carrier, statement: Statement) -> bool:
    """Return whether the outlet is the speaker."""
    name = statement.speaker.name if statement.speaker else None
    return name is not None and normalize(name) in {normalize(outlet.name) for outlet in carrier.outlets}


def _has_cited_source(index: TextIndex, statement: Statement) -> bool:
    """Return whether the source is introduced by a verb of citing: "citing a ministry official"."""
    start = statement.source.start
    cited = start is not None and index.search_before(_CITING_SOURCE, start, _CITING_REACH_CHARS)
    return bool(cited or _CITING.search(statement.cue.text))


def _precedes_report(index: TextIndex, carrier: Carrier, statement: Statement) -> bool:
    """Return whether "The Times reported" follows the statement and ends the clause."""
    end = statement.end
    if end > carrier.start:
        return False
    comma = index.search_before(_COMMA_AT_END, end, _COMMA_AND_MARK_CHARS)
    joined = _TO_REPORT.fullmatch(index.text, comma.start() if comma else end, carrier.start)
    return joined is not None and index.match_after(_REPORT_ENDS, carrier.end) is not None


def _follows_report(index: TextIndex, carrier: Carrier, statement: Statement) -> bool:
    """Return whether the statement directly follows "The Times reported that"."""
    if statement.end <= carrier.start or statement.source.text.lower() in RELATIVE_SUBJECTS:
        return False
    start = statement.start
    return carrier.end <= start and _FROM_REPORT.fullmatch(index.text, carrier.end, start) is not None


def _has_report_as_cue(index: TextIndex, carrier: Carrier, statement: Statement) -> bool:
    """Return whether the cue is the outlet's verb and the source is one that the outlet cites."""
    start = statement.cue.start
    is_own_verb = start is not None and carrier.names[1] <= start < carrier.end
    return is_own_verb and _has_cited_source(index, statement)
