"""Correct the edges of contents that include a second statement, the addressee or a second verb of the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import NEUTER, PERSONAL_SUBJECTS
from quotekit.english.verb_classes import OF_SPEECH, saying_kind
from quotekit.records import Spans
from quotekit.text import TextIndex

__all__ = ["end_at_next_statement", "end_at_second_verb", "start_after_addressee"]

# Conjunctions that join a second statement in a sentence to the first: "as she claimed …", "while he insisted …".
_CONJUNCTION = re.compile(r",?[ ](?:as|while|whereas)[ ]\Z")
_CONJUNCTION_REACH_CHARS = 12
# How many of the following drafts may be inside a draft's content.
_MAX_FOLLOWING_DRAFTS = 8
_PERSONAL = PERSONAL_SUBJECTS - NEUTER
# "his army of scouts and junior trainers to ignore": an addressee before an infinitive.
_ADDRESSEE = re.compile(
    r"""
    (?: the | an? | all | both | some | every | each | his | her | their | its | my | our | your | these | those )
    (?P<words> (?: [ ] [\w’'-]{1,30} ){1,12}? ) [ ]
    (?= (?: not [ ] )? to [ ] [a-z] )
    """,
    re.VERBOSE,
)
# "Council bridge is safe": an audience without an article, as in a headline.
_BARE_ADDRESSEE = re.compile(r"(?P<noun>[a-z]{3,20})[ ](?P<next>[‘“\"']?[\w’'-]{1,30})")
# An addressee contains no verb and no clausal conjunction.
_CLAUSE_WORDS = frozenset(
    ("are", "be", "been", "did", "do", "does", "had", "has", "have", "how", "if", "is", "that", "was", "were", "what")
) | frozenset(("can", "could", "may", "might", "must", "shall", "should", "when", "where", "why", "will", "would"))
# Irregular verbs whose past tense is the same as the base form.
_UNCHANGED = frozenset(
    ("bet", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "set", "shut", "spread")
)
_GERUND = re.compile(r"[a-z]{2,20}ing\b(?:[ ](?P<next>[\w’'-]+))?")
_SECOND_VERB = re.compile(r",?[ ]and[ ](?P<verb>[a-z]{2,20})[ ](?P<after>[\w’'“\"-]+)")
_AUXILIARY_GERUNDS = frozenset(("being", "getting", "having"))


def end_at_next_statement(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    End contents before a second statement of the same sentence: "Ito said it rained as she claimed …".

    The model finds outermost statements only, so one that begins with a conjunction and a pronoun is coordinate with
    the first, not nested in it.

    Args:
        context: The text, and the model's settings: only drafts at or above its confidence threshold cut others off.

        drafts: The drafts in text order.

    Returns:
        The drafts, some with shortened content.
    """
    corrected = list(drafts)
    for number, draft in enumerate(drafts):
        for other in drafts[number + 1 : number + 1 + _MAX_FOLLOWING_DRAFTS]:
            end = _end_before(context, draft, other)
            if end is not None:
                content = [(p.start, min(p.end, end)) for p in draft.content if p.start < end]
                corrected[number] = attrs.evolve(draft, content=Spans.of(context.index.text, content))
                break
    return corrected


def _end_before(context: Context, draft: Draft, other: Draft) -> int | None:
    """Return where a draft's content ends before another statement; None if the two are not coordinate."""
    at = other.source.start
    if at is None or not any(piece.start < at < piece.end for piece in draft.content):
        return None
    if other.confidence < context.config.min_confidence or not other.cue or not draft.cue:
        return None
    if other.source.text.lower() not in _PERSONAL or not at < other.cue[0].start < other.content[0].start:
        return None
    if saying_kind(other.cue_lemma) not in OF_SPEECH or context.index.is_quoted(at) or draft.anchor > at:
        return None
    conjunction = context.index.search_before(_CONJUNCTION, at, _CONJUNCTION_REACH_CHARS)
    return conjunction.start() if conjunction and conjunction.start() > draft.content[0].start else None


def start_after_addressee(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Begin contents after the addressee: the content of "Ito told all of her friends to wait" is "to wait".

    Args:
        context: The text.

        drafts: The drafts.

    Returns:
        The drafts, some without the addressee in their content.
    """
    return [_start_after_addressee(context.index, draft) for draft in drafts]


def _start_after_addressee(index: TextIndex, draft: Draft) -> Draft:
    first = draft.content[0]
    if draft.cue_lemma != "tell" or index.text[draft.cue[-1].end : first.start] != " ":
        return draft
    start = _end_of_addressee(index, first.start)
    if start is None or start >= first.end:
        return draft
    bounds = [(start, first.end), *((piece.start, piece.end) for piece in draft.content[1:])]
    return attrs.evolve(draft, content=Spans.of(index.text, bounds))


def _end_of_addressee(index: TextIndex, at: int) -> int | None:
    """Return where the addressee ends that begins at an offset, with the blank after it; None if there is none."""
    found = index.match_after(_ADDRESSEE, at)
    if found is not None:
        return found.end() if _CLAUSE_WORDS.isdisjoint(found["words"].lower().split()) else None
    bare = index.match_after(_BARE_ADDRESSEE, at)
    if bare is None or bare["noun"] not in load_words("audiences"):
        return None
    # Before "of" or a verb, it is more than the audience: "council of ministers", "council will decide".
    follows = bare["next"].lower()
    is_more = follows in _CLAUSE_WORDS or (follows != "to" and follows in load_words("prepositions"))
    return None if is_more else bare.start("next")


def end_at_second_verb(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    End contents that begin with a gerund before a second verb of the same subject: "denied lying and let them search".

    Args:
        context: The text.

        drafts: The drafts.

    Returns:
        The drafts, some with shortened content.
    """
    return [_end_at_second_verb(context.index, draft) for draft in drafts]


def _end_at_second_verb(index: TextIndex, draft: Draft) -> Draft:
    first = draft.content[0]
    gerund = _GERUND.match(first.text)
    if gerund is None or not draft.cue or not draft.source or draft.cue[-1].end + 1 != first.start:
        return draft
    if gerund.group().split()[0] in _AUXILIARY_GERUNDS and _is_past(gerund["next"] or ""):
        return draft
    for found in _SECOND_VERB.finditer(index.text, first.start, first.end):
        if (
            _is_past(found["verb"])
            and _has_object(found["verb"], found["after"])
            and not index.is_quoted(found.start())
        ):
            return attrs.evolve(draft, content=Spans.of(index.text, [(first.start, found.start())]))
    return draft


def _has_object(verb: str, after: str) -> bool:
    """Return whether the text after a verb may be its object; the verb is not an adjective then, as in "used ships"."""
    lower = after.lower()
    if lower in load_words("determiners") or lower in load_words("prepositions"):
        return True
    return not verb.endswith("ed") and lower.endswith(("ly", "s"))


def _is_past(word: str) -> bool:
    """Return whether a word is the past tense or past participle of a verb."""
    return word in _past_forms() or (word.endswith("ed") and cue_lemma(word) != word)


@cache
def _past_forms() -> frozenset[str]:
    """Return irregular past forms, including those of invariant verbs: "let", "put"."""
    forms = (line.partition(" ")[0] for line in load_words("irregular_verbs"))
    return frozenset(form for form in forms if not form.endswith(("ing", "s"))) | _UNCHANGED
