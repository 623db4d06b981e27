"""Decide on quotations without a source by the preceding sentence that introduces the speaker."""

from __future__ import annotations

import re
from bisect import bisect_left

from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.names.mention import is_personal
from quotekit.records import SpeakerKind
from quotekit.speakers.decision import Decision
from quotekit.speakers.discourse import Discourse, Speech
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Named, Referent, Unresolvable
from quotekit.text import Bounds, TextIndex

__all__ = ["introduced_quotation"]

_PERSONAL = frozenset((None, SpeakerKind.PERSON, SpeakerKind.UNNAMED))
_WORD = re.compile(r"[^\W\d_]+")
# "was not available for comment", "could not be reached": someone who does not speak is not introduced.
_NEGATION = re.compile(r"\b(?:cannot|never|no|not)\b|n['’]t\b", re.IGNORECASE)
_ANSWERING = frozenset(
    ("answer", "available", "comment", "reach", "reachable", "reply", "respond", "response", "return", "speak", "talk")
)
_MAX_LINE_CHARS = 1000
# "Speaking after the match, coach Ida Holm was delighted."
_OPENING_PHRASE = re.compile(r"[^,“”\"]{1,80},[ ](?P<role>(?:[a-z-]{1,20}[ ]){0,2})")


def introduced_quotation(query: Query, discourse: Discourse) -> Decision | None:
    """
    Decide on a quotation that begins a paragraph by the person that the preceding sentence introduces.

    That is its only speaker, or else the only person it names, if the sentence or its main clause begins with the
    name.
    """
    index = discourse.index
    if query.source or not query.own or not index.is_quoted(query.start):
        return None
    sentence = _sentence_before(index, query.start)
    if sentence is None or _is_about_nonspeaker(index, sentence):
        return None
    speeches = _speeches_in(sentence, discourse)
    referent = _only_speaker(speeches) if speeches else _only_person(sentence, discourse)
    return None if referent is None else Decision(referent)


def _sentence_before(index: TextIndex, at: int) -> Bounds | None:
    """Return the bounds of the last narrative sentence of the paragraph before the one that begins at an offset."""
    number = index.paragraph_of(at)
    if number == 0 or index.strip(index.paragraph(number)[0], at) is not None:
        return None
    before = index.strip(*index.paragraph(number - 1))
    if before is None:
        return None
    sentence = index.narrative_sentence(index.narrative_sentence_of(before[1] - 1))
    start, end = max(sentence[0], before[0]), before[1]
    return (start, end) if end - start <= _MAX_LINE_CHARS else None


def _is_about_nonspeaker(index: TextIndex, sentence: Bounds) -> bool:
    """Return whether a sentence is about a person who does not speak."""
    line = index.text[slice(*sentence)]
    lemmas = {cue_lemma(word.group().lower()) for word in _WORD.finditer(line)}
    if not lemmas.isdisjoint(load_words("withholding_words")):
        return True
    return _NEGATION.search(line) is not None and not lemmas.isdisjoint(_ANSWERING)


def _speeches_in(sentence: Bounds, discourse: Discourse) -> list[Speech]:
    """Return the speeches whose sources are in a sentence; they were noted in text order."""
    speeches = discourse.speeches
    first = bisect_left(speeches, sentence[0], key=lambda speech: speech.start)
    last = bisect_left(speeches, sentence[1], key=lambda speech: speech.start)
    return list(speeches[first:last])


def _only_speaker(speeches: list[Speech]) -> Referent | None:
    """Return the only person who speaks; None if there are several, or if it is an organization or a document."""
    first = speeches[0]
    if isinstance(first.referent, Unresolvable) or first.is_plural or first.kind not in _PERSONAL:
        return None
    return first.referent if all(speech.referent == first.referent for speech in speeches) else None


def _only_person(sentence: Bounds, discourse: Discourse) -> Referent | None:
    """Return the person whose name begins a sentence, if it names no one else."""
    index = discourse.index
    mentions = [m for m in discourse.mentions.within(*sentence) if not index.is_quoted(m.start)]
    if not mentions or not _is_subject(index, sentence[0], mentions[0].start):
        return None
    subject, *others = (discourse.mentions.entity_of(mention) for mention in mentions)
    alone = _may_be_person(subject, discourse) and not any(
        other != subject and _may_be_person(other, discourse) for other in others
    )
    return Named(subject) if alone else None


def _is_subject(index: TextIndex, start: int, at: int) -> bool:
    """Return whether a name begins a sentence, or the clause after an introductory phrase and a comma."""
    if at == start:
        return True
    opening = _OPENING_PHRASE.fullmatch(index.text, start, at)
    return opening is not None and load_words("function_words").isdisjoint(opening["role"].split())


def _may_be_person(entity: int, discourse: Discourse) -> bool:
    return is_personal(discourse.entities[entity].kind) and discourse.may_be_pronoun(entity)
