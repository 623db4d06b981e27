"""Correct drafts whose source is an addressee: "the court heard that …", "they were told that …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import PERSONAL_SUBJECTS, pronouns
from quotekit.english.words import is_given_name, kind_of_noun
from quotekit.records import Spans
from quotekit.text import Bounds, TextIndex

__all__ = ["drop_hearers", "resume_heard_subjects"]

_BE = frozenset(("am", "are", "be", "been", "being", "is", "was", "were"))
_FIRST_PERSON = pronouns("subject", persons=(1, 2))
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_THAT = re.compile(r"\s*(?:that\s+)?")
# A clause contains one of these, or begins with a question word; some are names, see below.
_FINITE = re.compile(
    r"""
    \b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|should|shall|\w{2,}ed|n['’]t) \b
    | ^\s*(?:that|whether|if|how|why|what|when|where|who) \b
    | ['’](?:s|d|ll|re|ve) \b
    | ["“”]
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "May" is a verb in a headline, "Court Hears Dam May Be Unsafe", and "Will" in a question: "Will it hold?"
_AFTER_VERB = re.compile(r" (?:be|have|not|never|also|soon|he|i|it|she|the|they|this|we|you)\b", re.IGNORECASE)
_NAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+){0,3}")
_DESCRIPTION = re.compile(r"(?:the|an?|his|her|their|its|one|two|several)(?:\s[\w'’-]+){1,4}", re.IGNORECASE)


def drop_hearers(_: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Empty the source of "the court heard that …" and "they were told that …", and drop drafts without a statement.

    Args:
        drafts: The drafts.

    Returns:
        The drafts, without those in which the thing heard is not a clause, as in "heard the case".
    """
    return [_without_hearer(draft) for draft in drafts if not _is_thing_heard(draft)]


def resume_heard_subjects(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Give later verbs the subject of the clause that is heard: "The court heard he was there but told them: …".

    Args:
        context: The text.

        drafts: The drafts, the hearers among the sources.

    Returns:
        The drafts; if a later verb of the sentence has the hearer as its source, this is replaced by the subject of the
        clause after "heard".
    """
    hearers = {draft.source: draft for draft in drafts if draft.source and _is_hearing(draft)}
    return [_with_heard_subject(context.index, draft, hearers.get(draft.source)) for draft in drafts]


def _is_hearing(draft: Draft) -> bool:
    """Return whether the source, before the cue, hears or is told something."""
    if not draft.cue or not draft.source or not draft.content or draft.source[0].start > draft.cue[0].start:
        return False
    lemma = draft.cue_lemma
    if lemma != "hear" and lemma not in load_words("addressing_verbs"):
        return False
    words = [word.lower() for word in _WORD.findall(draft.cue.text)]
    if draft.source.text.lower() in _FIRST_PERSON:
        return False
    is_passive = not _BE.isdisjoint(words)
    if lemma == "hear":
        return not is_passive and draft.content[0].start >= draft.cue[-1].end
    is_told = is_passive and not words[-1].endswith("ing")
    # "She is assured of a seat" is not an utterance.
    return is_told and "by" not in words and words[-1] != "of"


def _without_hearer(draft: Draft) -> Draft:
    return attrs.evolve(draft, source=Spans()) if draft.source and _is_hearing(draft) else draft


def _is_thing_heard(draft: Draft) -> bool:
    """Return whether the object of hearing is a thing: "heard the case in May"."""
    if not _is_hearing(draft) or draft.cue_lemma != "hear":
        return False
    return all(_is_name(found) for found in _FINITE.finditer(draft.content.text))


def _is_name(verb: re.Match[str]) -> bool:
    """Return whether what may be a verb is a month or a given name: "the case in May", "heard Ahmed"."""
    word = verb.group()
    if not word.istitle() or _AFTER_VERB.match(verb.string, verb.end()):
        return False
    return word.lower() in load_words("months") or is_given_name(word)


def _with_heard_subject(index: TextIndex, draft: Draft, hearing: Draft | None) -> Draft:
    if hearing is None or hearing is draft or not draft.cue or draft.cue[0].start <= hearing.cue[-1].end:
        return draft
    subject = _subject_at(index, hearing.cue[-1].end)
    if subject is None or subject[1] > draft.cue[0].start:
        return draft
    return attrs.evolve(draft, source=Spans.of(index.text, [subject]))


def _subject_at(index: TextIndex, at: int) -> Bounds | None:
    """Return the bounds of the subject that begins a clause."""
    that = index.match_after(_THAT, at)
    at = that.end() if that else at
    word = index.match_after(_WORD, at)
    if word and word.group().lower() in PERSONAL_SUBJECTS:
        return word.span()
    name = index.match_after(_NAME, at)
    if name and name.group().lower() not in load_words("function_words"):
        return name.span()
    description = index.match_after(_DESCRIPTION, at)
    if description is None:
        return None
    ends = (word.end() for word in index.words(*description.span()) if kind_of_noun(word.group()) is not None)
    return next(((at, end) for end in ends), None)
