"""Decide on the labels of turns that name nobody: "Q:", "A.", "Question:", "THE COURT:"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_role
from quotekit.names.mention import Mention
from quotekit.records import SpeakerKind
from quotekit.speakers.decision import Decision, decide_entities
from quotekit.speakers.discourse import Discourse, Speech
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Described
from quotekit.text import TextIndex

__all__ = ["question_or_answer"]

_LABEL = re.compile(r"(?:(?P<question>Q|question)|A|answer)[.):]?", re.IGNORECASE)
# The person who speaks for a body, or in an office: "THE COURT" is the judge.
_BODY = re.compile(r"THE (?P<noun>[A-Z]+)")
_COLON = re.compile(r"[*_]{0,3}[.):]")
_MARKUP = " \t*_>"
_MAX_INTRODUCTION_CHARS = 1000
_MAX_HEADLINE_CHARS = 200


def question_or_answer(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on the label of a question, of a body, or of an answer by the person interviewed."""
    if not query.source or not _is_label(discourse.index, query):
        return None
    body = _BODY.fullmatch(query.source.text)
    if body and _means_nobody_known(body["noun"].lower(), discourse):
        return _unnamed(body["noun"].lower(), query)
    found = _LABEL.fullmatch(query.source.text)
    if found is None:
        return None
    if found["question"]:
        return _unnamed("question", query)
    person = _only_person_introduced(discourse)
    if person is None:
        return _unnamed("answer", query)
    return decide_entities((person,), query, discourse, is_mention=True)


def _means_nobody_known(noun: str, discourse: Discourse) -> bool:
    """Return whether a noun is that of a body, or of an office that nobody in the text is said to have."""
    return noun in load_words("organization_nouns") or (is_role(noun) and not discourse.profiles.with_role(noun))


def _unnamed(word: str, query: Query) -> Decision:
    """Decide on the unnamed speaker whom a label means wherever it occurs."""
    referent = Described(SpeakerKind.UNNAMED, (word,))
    speech = Speech(query.start, query.end, referent, SpeakerKind.UNNAMED)
    return Decision(referent, speech=speech, mentions=(query.bounds,))


def _is_label(index: TextIndex, query: Query) -> bool:
    """Return whether a source begins its line, and has a colon or a full stop after it."""
    line_start, _ = index.line_at(query.start, len(_MARKUP))
    is_first = not index.text[line_start : query.start].strip(_MARKUP)
    return is_first and (query.source.text[-1] in ".):" or index.match_after(_COLON, query.end) is not None)


def _only_person_introduced(discourse: Discourse) -> int | None:
    """Return the only person named in front of the first question, or else in the headline; None without one."""
    first = discourse.first_question
    if first is None:
        return None
    before = discourse.mentions.before(first)
    introduced = _only_person([m for m in before if m.start >= first - _MAX_INTRODUCTION_CHARS], discourse)
    if introduced is not None:
        return introduced
    _, headline_end = discourse.index.paragraph(0)
    return _only_person(discourse.mentions.within(0, min(headline_end, first, _MAX_HEADLINE_CHARS)), discourse)


def _only_person(named: Iterable[Mention], discourse: Discourse) -> int | None:
    """Return the only person among mentions; None if there are several, or none."""
    known = {entity for m in named if discourse.may_be_person(entity := discourse.mentions.entity_of(m))}
    people = {entity for entity in known if discourse.entities[entity].kind is not None} or known
    return people.pop() if len(people) == 1 and discourse.may_be_pronoun(next(iter(people))) else None
