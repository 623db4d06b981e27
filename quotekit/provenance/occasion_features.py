"""Features by which to judge whether a statement was made on an occasion."""

from __future__ import annotations

import enum
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import attrs

from quotekit.english.lexicons import load_words
from quotekit.english.outlet_names import is_outlet
from quotekit.provenance.asides import names_other_setting, outside_content
from quotekit.provenance.occasions import Occasion, OccasionKind
from quotekit.provenance.statements import Statement
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex

__all__ = ["OF_OTHERS", "Direction", "Features", "Member", "StatementFacts", "gather_facts", "pair_features"]

#: The values of the features that are not zero, by name.
Features: TypeAlias = Mapping[str, float]

# "Has said" and "might say" refer to no particular occasion; "would not say" does.
_UNDATED = re.compile(r"(?:has|have|had|'s|’s|(?:could|may|might|must|should|would)(?!n['’]t| not))\b")
# "Also says": what somebody says at no particular time.
_PRESENT_TENSE = re.compile(r"(?:(?:also|both|even|then|\w{1,40}ly)\s{1,9}){0,8}[a-z]{1,40}(?<!s)s\b")
# What polls are about, and the statement of one person is not.
_MANY_PEOPLE = re.compile(
    r"\bpercent\b|%|\b(?:adults|half|majorit(?:y|ies)|pluralit(?:y|ies)|respondents|surveyed|thirds|voters|of those)\b"
    r"|\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine)\s(?:in|of|out\sof)\s(?:\d{1,3}|three|four|five|six|ten)\b",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"\b(?:cables?|documents?|e-?mails?|excerpts?|letters?|memos?|messages?|recordings?|transcripts?)\b", re.IGNORECASE
)
#: On these occasions, others speak than those who publish it.
OF_OTHERS = frozenset({OccasionKind.POLL, OccasionKind.RELEASE, OccasionKind.REPORT})
# The number of the first paragraph after the headline.
_LEAD = 1


class Direction(enum.Enum):
    """Where a statement lies as seen from an occasion."""

    ONWARD = "onward"
    BACK = "back"


@attrs.frozen
class StatementFacts:
    """What is known of a statement by itself, and of its place among the others."""

    statement: Statement
    #: Its rank among the statements of the text, in text order.
    rank: int
    #: Its rank among those of its speaker.
    own_rank: int
    #: Whether its own sentence names another setting than an outlet.
    is_elsewhere: bool
    #: Whether its verb goes on with what is written: "added", "writes", "recalls".
    writes_on: bool
    #: Whether an outlet speaks.
    is_by_outlet: bool
    #: Whether its outlets are settled: it names some itself, or another statement contains it.
    is_settled: bool
    #: Its features that do not depend on an occasion.
    own: Features


@attrs.frozen
class Member:
    """The place of the nearest statement that belongs to an occasion, or of its evidence."""

    paragraph: int
    rank: int
    speaker: str | None
    own_rank: int

    @classmethod
    def at(cls, fact: StatementFacts) -> Member:
        """Return the place of a statement."""
        return cls(fact.statement.paragraph, fact.rank, fact.statement.speaker_key, fact.own_rank)


def gather_facts(index: TextIndex, statements: Sequence[Statement], settled: Iterable[int]) -> list[StatementFacts]:
    """
    Gather what is known of the statements of a text.

    Args:
        index: The text.

        statements: The statements.

        settled: The numbers of the statements whose outlets are known.

    Returns:
        The facts in text order.
    """
    known = frozenset(settled)
    counts: dict[str | None, int] = {}
    facts = []
    rank = 0
    for statement in sorted(statements, key=lambda s: (s.anchor, s.number)):
        key = statement.speaker_key
        outside = " ".join(outside_content(index, statement))
        own = dict(_own_features(statement, outside))
        facts.append(
            StatementFacts(
                statement,
                rank,
                counts.get(key, 0),
                "other setting" in own and not statement.is_nested and statement.number not in known,
                _writes_on(statement),
                _is_by_outlet(statement),
                statement.number in known or statement.is_nested,
                own,
            )
        )
        if not statement.is_nested:
            rank += 1
            counts[key] = counts.get(key, 0) + 1
    return facts


def _is_by_outlet(statement: Statement) -> bool:
    """Return whether an outlet speaks."""
    if statement.is_spoken_by(SpeakerKind.PERSON, SpeakerKind.GROUP) or statement.source.text.islower():
        return False
    name = statement.speaker.name if statement.speaker is not None else None
    return is_outlet(statement.source.text) or (name is not None and is_outlet(name))


def _writes_on(statement: Statement) -> bool:
    """Return whether the verb goes on with what is written: "added", "writes", "recalls"."""
    if statement.cue_lemma in load_words("continuing_verbs") or statement.saying_kind in ("posting", "writing"):
        return True
    return _PRESENT_TENSE.match(statement.cue.text) is not None


def _own_features(statement: Statement, outside: str) -> Iterable[tuple[str, float]]:
    """Yield the features of a statement that do not depend on an occasion."""
    given = {
        "other setting": names_other_setting(outside),
        "undated": _UNDATED.match(statement.cue.text),
        "thought": not statement.reports,
        "many people": _MANY_PEOPLE.search(outside),
        "papers": statement.saying_kind == "writing" or _PAPERS.search(outside),
    }
    return ((name, 1.0) for name, value in given.items() if value)


def pair_features(fact: StatementFacts, occasion: Occasion, member: Member, direction: Direction) -> Features | None:
    """
    Return the features of a statement and an occasion.

    Args:
        fact: The statement.

        occasion: The occasion.

        member: The nearest statement that belongs to the occasion.

        direction: Where the statement lies as seen from the occasion.

    Returns:
        The features by name, each with the block to which it belongs: ``own onward``, ``own back`` or ``others``;
        None if the statement cannot have been made on the occasion.
    """
    relation = _relation(fact.statement, occasion)
    is_own = relation in ("same", "mentioned")
    if "other setting" in fact.own or (is_own and "undated" in fact.own):
        return None
    if occasion.speaker is None and is_own and occasion.sentence == fact.statement.sentence:
        return None
    if occasion.kind is OccasionKind.WORK and not fact.writes_on:
        return None
    if not is_own and not _may_be_of_others(fact, occasion, direction, is_named=relation == "other"):
        return None
    block = f"own {direction.value}" if is_own else "others"
    found = {"": 1.0, **_place_features(fact, member, direction)}
    found["mentioned"] = float(relation == "mentioned")
    found["thought"] = fact.own.get("thought", 0.0)
    found["post"] = float(occasion.kind is OccasionKind.POST)
    if not is_own:
        found["people of poll"] = float(occasion.kind is OccasionKind.POLL and "many people" in fact.own)
        found["papers of release"] = float(occasion.kind is OccasionKind.RELEASE and "papers" in fact.own)
    if found.get("papers of release") or found.get("people of poll"):
        # Released papers and polls are named once for a whole article.
        del found["paragraphs"]
    return {f"{block}: {name}".rstrip(": "): value for name, value in found.items() if value}


def _may_be_of_others(fact: StatementFacts, occasion: Occasion, direction: Direction, *, is_named: bool) -> bool:
    """Return whether somebody of whom an occasion's sentence says nothing can have spoken on it."""
    if direction is Direction.BACK:
        return False
    if not is_named or occasion.kind is OccasionKind.REPORT:
        return True
    shown_by = {OccasionKind.POLL: "many people", OccasionKind.RELEASE: "papers"}
    return shown_by.get(occasion.kind) in fact.own


def _place_features(fact: StatementFacts, member: Member, direction: Direction) -> dict[str, float]:
    """Return the features of the distance from the nearest statement that belongs to an occasion."""
    statement = fact.statement
    between = max(0, abs(fact.rank - member.rank) - 1)
    is_same = member.speaker is not None and member.speaker == statement.speaker_key
    own = max(0, abs(fact.own_rank - member.own_rank) - 1) if is_same else 0
    continues = between == 0 or (is_same and own == 0)
    is_head = direction is Direction.BACK and statement.paragraph <= _LEAD
    return {
        "paragraphs": math.log1p(abs(statement.paragraph - member.paragraph)),
        "continues": float(continues),
        "head": float(is_head),
    }


def _relation(statement: Statement, occasion: Occasion) -> str:
    """Return what a statement's speaker is to an occasion: "same", "mentioned", "unknown" or "other"."""
    key = statement.speaker_key
    if key is not None and key == occasion.speaker:
        return "same"
    if key in occasion.people:
        return "mentioned"
    return "unknown" if statement.speaker is None or statement.speaker.name is None else "other"
