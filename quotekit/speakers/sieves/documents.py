"""Decide on a document ("the statement said") by who wrote or issued the one mentioned in the preceding sentences."""

from __future__ import annotations

import re

from quotekit.english.lexicons import load_words
from quotekit.english.words import is_place, normalize, normalized_words, singular
from quotekit.records import SpeakerKind
from quotekit.speakers.decision import Decision, decide_document
from quotekit.speakers.discourse import Discourse, Speech
from quotekit.speakers.nearby import is_named_outlet
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Document, Named
from quotekit.speakers.surroundings import is_possessive

__all__ = ["document_just_issued"]

_REACH_CHARS = 900
_MAX_SENTENCES_BACK = 4
# Modifiers that do not identify the document.
_OPEN_WORDS = frozenset({"full", "new", "same", "whole", "written"})
# Other nouns for the same document: nothing but "a message" shows that it is an e-mail.
_ANY_MESSAGE = frozenset({"document", "message", "note", "text"})
_WRITTEN_BY_VERB = {"email": "e-?mailed|e-?mailing", "tweet": "tweeted", "post": "posted", "letter": "wrote to"}
# Text between the issuer of a document and its noun: " issued a ", " released its annual ", " said in a ".
_MAKING = re.compile(
    r"""
    [ ](?:has[ ]|have[ ]|had[ ])?
    (?:
        circulated | commissioned | conducted | did | emailed | filed | gave | issued | made | posted | prepared
        | produced | provided | published | put[ ]out | released | sent | submitted | tweeted | unveiled | wrote
    )
    [ ](?:an?|its|his|her|their|the)[ ](?:[a-z-]+[ ]){0,3}
    """,
    re.VERBOSE,
)
_REPORTS = frozenset({"investigation", "report"})
# "The FBI summary", "Holm's letter".
_OWNED = re.compile(r"(?:['’]s?)? (?:[a-z-]+ ){0,2}")


def document_just_issued(query: Query, discourse: Discourse) -> Decision | None:
    """Decide on "the statement" by the speaker or the named issuer at its last mention."""
    phrase = query.phrase
    if not query.is_description or phrase.kind is not SpeakerKind.DOCUMENT or phrase.article not in ("the", "this"):
        return None
    words = set(normalize(phrase.description).split())
    if phrase.owner is not None or not words <= {phrase.noun} | _OPEN_WORDS:
        return None
    before = _last_mention(singular(phrase.noun), query, discourse)
    if before is None:
        outlet = _outlet_just_cited(phrase.noun, query, discourse)
        return None if outlet is None else decide_document((outlet,), query, discourse)
    same = _document_at(before, discourse)
    if same is not None:
        speech = Speech(query.start, query.end, same, SpeakerKind.DOCUMENT)
        return Decision(same, speech=speech, mentions=(query.bounds, *query.coreferent))
    maker = _maker_at(before, discourse)
    return None if maker is None else decide_document((maker,), query, discourse)


def _outlet_just_cited(noun: str, query: Query, discourse: Discourse) -> int | None:
    """Return the outlet whose report the sentence before is about: "according to The Sentinel. … the report found"."""
    before = next(iter(discourse.speeches_before(query.start)), None)
    if noun not in load_words("press_pieces") | _REPORTS or before is None or not isinstance(before.referent, Named):
        return None
    index, entity = discourse.index, before.referent.entity
    is_near = index.narrative_sentence_of(query.start) - index.narrative_sentence_of(before.start) == 1
    return entity if is_near and is_named_outlet(entity, discourse) else None


def _document_at(noun: tuple[int, int], discourse: Discourse) -> Document | None:
    """Return the document whose source contains a noun; None if there is none, or its makers are unknown."""
    for speech in discourse.speeches_before(noun[1]):
        if speech.start <= noun[0] and noun[1] <= speech.end and isinstance(speech.referent, Document):
            return speech.referent if speech.referent.makers else None
    return None


def _last_mention(noun: str, query: Query, discourse: Discourse) -> tuple[int, int] | None:
    """Return the bounds of the last noun before a query that refers to the same document."""
    index = discourse.index
    alike = {word for line in load_words("writings") if noun in line.split() for word in line.split()} | {noun}
    if noun in _ANY_MESSAGE:
        alike |= load_words("message_nouns")
    verbs = [_WRITTEN_BY_VERB[word] for word in sorted(alike) if word in _WRITTEN_BY_VERB]
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join([*map(re.escape, sorted(alike)), *verbs])})(?![\w-])", re.IGNORECASE)
    found, seen = None, set[int]()
    for match in index.find_around(pattern, (query.start, query.start), _REACH_CHARS):
        if match.end() <= query.start and not index.is_quoted(match.start()):
            sentence = index.narrative_sentence_of(match.start())
            # With two documents in one sentence, the reference is ambiguous.
            found = None if sentence in seen else match.span()
            seen.add(sentence)
    if found is None:
        return None
    sentences_back = index.narrative_sentence_of(query.start) - index.narrative_sentence_of(found[0])
    return found if sentences_back <= _MAX_SENTENCES_BACK else None


def _maker_at(noun: tuple[int, int], discourse: Discourse) -> int | None:
    """Return the issuer of a document, as shown by the sentence that mentions it."""
    index = discourse.index
    sentence = index.narrative_sentence_of(noun[0])
    start, _ = index.narrative_sentence(sentence)
    named = [m for m in discourse.mentions.before(noun[0]) if m.start >= start and not index.is_quoted(m.start)]
    for mention in reversed(named):
        entity = discourse.mentions.entity_of(mention)
        between = index.text[mention.end : noun[0]]
        is_issuer = _OWNED.fullmatch(between) or (_MAKING.fullmatch(between) and not is_possessive(index, mention.end))
        if is_issuer and _can_issue(entity, discourse):
            return entity
    return _only_speaker(sentence, noun[1] + _REACH_CHARS, discourse)


def _only_speaker(sentence: int, at: int, discourse: Discourse) -> int | None:
    """Return the only named speaker in a sentence; None if there is none, or more than one."""
    speakers = {
        speech.referent.entity
        for speech in discourse.speeches_before(at)
        if isinstance(speech.referent, Named) and discourse.index.narrative_sentence_of(speech.start) == sentence
    }
    return speakers.pop() if len(speakers) == 1 else None


def _can_issue(entity: int, discourse: Discourse) -> bool:
    """Return whether an entity may issue a document; places, groups and platforms do not."""
    known = discourse.entities[entity]
    is_platform = normalize(known.name) in normalized_words("platforms")
    return known.kind is not SpeakerKind.GROUP and not is_place(known.name) and not is_platform
