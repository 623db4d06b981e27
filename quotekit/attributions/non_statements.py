"""Drop drafts in which nothing is said: "said nothing", "was reported to the police", "named Vice President"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from quotekit.attributions.describe import kind_of
from quotekit.attributions.draft import Draft
from quotekit.attributions.press_phrases import is_outlet_phrase
from quotekit.attributions.rules import Context
from quotekit.attributions.subjects import is_somebody
from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.verb_classes import OF_SPEECH, saying_kind
from quotekit.names.source_phrases import parse_source
from quotekit.records import Kind, SpeakerKind
from quotekit.text import TextIndex

__all__ = ["drop_non_statements", "drop_quoted_authors"]

_NOTHING = re.compile(
    r"""
    (?:absolutely|next\ to|almost|virtually|precious|very|as)? \s{0,9}
    (?: nothing | little | not\ (?:a\ (?:single\ )?word|much|a\ thing) )
    (?: \s{1,9} (?:at\ all|else|further|more|of\ (?:substance|the\ (?:sort|kind))|other|publicly|new
                |as\ possible) ){0,8}
    (?: \s{1,9} (?:about|on|of|to) \b .{0,400} )?
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_PASSIVE = re.compile(r"(?:.{0,400}\s)?(?:been|being|be|is|are|was|were)\s(?:\w{1,40}ly\s)?\w{1,40}", re.DOTALL)
_TO_RECIPIENT = re.compile(r"\s(?:\w+ly\s)?to\s(?P<word>[^\W\d_]+)")
# "The name “aquosa”", "“aquosa”".
_TERM_AT_END = re.compile(r"[\"”’»]\Z")
_OTHER_SENSES = frozenset(("come", "derive", "mean", "refer", "relate", "stem"))
_MAX_NAME_WORDS = 3
_COMPLEMENT = re.compile(r"\s{1,9}(?:as|by|to|that|in\s{1,9}a|[\"“‘])")
_SENTENCE_MARK = re.compile(r"[,.!?…;]")
# Verbs of appointing are followed by a name or a post, which is not a statement.
_APPOINTING = frozenset(
    ["appoint", "elect", "hire", "name", "nominate", "pick", "promote", "recruit", "select", "sign", "tap"]
)
_QUOTING = frozenset(("echo", "paraphrase", "quote"))
_CLAUSE = re.compile(r"[\"“”«»]|\b(?:that|whether|if|how|why|as|among|one\s+of)\b")
_AGAINST = re.compile(r"\b(?:to|with|favou?rably)\b")

#: Returns whether a draft is not a statement.
_Test: TypeAlias = Callable[[Context, Draft], bool]


def drop_non_statements(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Drop the drafts in which nothing is said, each recognized by its construction.

    Args:
        context: The text.

        drafts: The drafts.

    Returns:
        The other drafts.
    """
    return [draft for draft in drafts if not any(test(context, draft) for test in _TESTS.values())]


def drop_quoted_authors(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Drop the drafts whose content is the person quoted: "she said, quoting the poet Edith Marr".

    This runs after the rules for outlets that cite their sources.

    Args:
        context: The text and the names in it.

        drafts: The drafts.

    Returns:
        The other drafts.
    """
    saying = {draft.source for draft in drafts if draft.source and saying_kind(draft.cue_lemma) in OF_SPEECH}
    return [draft for draft in drafts if draft.source not in saying or not _is_quoted_author(context, draft)]


def _is_nothing(_: Context, draft: Draft) -> bool:
    """Return whether "nothing" or "little" is said."""
    is_speech = bool(draft.cue) and saying_kind(cue_lemma(draft.cue.text)) in OF_SPEECH
    return is_speech and len(draft.content) == 1 and _NOTHING.fullmatch(draft.content.text) is not None


def _is_reported_to(context: Context, draft: Draft) -> bool:
    """Return whether an incident is reported to an authority: "the fire was reported to the police"."""
    if not draft.cue or cue_lemma(draft.cue.text) != "report":
        return False
    end = draft.cue[-1].end - len(" to") * draft.cue.text.endswith(" to")
    if not _PASSIVE.fullmatch(draft.cue.text.lower().removesuffix(" to")):
        return False
    if draft.source and draft.source[0].start < end:
        return False
    found = context.index.match_after(_TO_RECIPIENT, end)
    if found is None or any(piece.start >= end for piece in draft.content):
        return False
    return found["word"] != "be" and (found["word"] not in load_words("verbs") or found["word"] == "police")


def _is_bare_narrative(context: Context, draft: Draft) -> bool:
    """Return whether a draft has neither cue nor source, and its content is not fully quoted."""
    if draft.cue or draft.source or context.index.is_quoted(draft.content[0].start):
        return False
    return kind_of(context.index, draft) is Kind.MIXED


def _is_named_term(context: Context, draft: Draft) -> bool:
    """Return whether a short quotation is a term that the sentence is about: "“Salix” was described in 1992"."""
    if draft.source or not draft.cue or len(draft.content) != 1 or not _is_passive(draft):
        return False
    index, content = context.index, draft.content[0]
    quotation = index.quotation_at(content.start)
    if quotation is None or (quotation.start, quotation.end) != (content.start, content.end):
        return False
    inner = index.text[quotation.inner_start : quotation.inner_end]
    if len(inner.split()) > _MAX_NAME_WORDS or _SENTENCE_MARK.search(inner) or draft.cue[0].start < content.end:
        return False
    return index.match_after(_COMPLEMENT, draft.cue[-1].end) is None and not draft.cue.text.endswith((" as", " by"))


def _is_meaning(_: Context, draft: Draft) -> bool:
    """Return whether the verb is about a word's meaning: it is a word that "refers to" something, not a person."""
    lemma = cue_lemma(draft.cue.text) if draft.cue else None
    return lemma in _OTHER_SENSES and _TERM_AT_END.search(draft.source.text) is not None


def _is_appointment(_: Context, draft: Draft) -> bool:
    """Return whether a person is named or selected for a post, or things are compared with each other."""
    if not draft.cue or not draft.source or not draft.content or _CLAUSE.search(draft.content.text):
        return False
    lemma = cue_lemma(draft.cue.text)
    is_active = not _is_passive(draft) and draft.content[0].start >= draft.cue[-1].end
    if lemma == "compare":
        return is_active and " and " in draft.content.text and _AGAINST.search(draft.content.text) is None
    is_verb = not draft.cue.text.lower().startswith(("a ", "the "))
    return is_active and is_verb and lemma in _APPOINTING and draft.content.text[:1].isupper()


def _is_effect(_: Context, draft: Draft) -> bool:
    """Return whether something has an effect on people: "a decision that infuriated executives"."""
    if not draft.cue or not draft.source or not draft.content or _CLAUSE.search(draft.content.text):
        return False
    is_before = draft.content[-1].end <= draft.cue[0].start < draft.source[0].start
    words = draft.cue.text.split()
    is_active_verb = len(words) == 1 and words[0].endswith("ed")
    return is_before and is_active_verb and saying_kind(cue_lemma(words[0])) is None


#: The reasons why a draft is not a statement, by name.
_TESTS: Mapping[str, _Test] = MappingProxyType(
    {
        "said nothing": _is_nothing,
        "reported to somebody": _is_reported_to,
        "neither cue nor source nor quoted": _is_bare_narrative,
        "a name between marks": _is_named_term,
        "a word's meaning": _is_meaning,
        "an appointment": _is_appointment,
        "an effect": _is_effect,
    }
)


def _is_passive(draft: Draft) -> bool:
    return _PASSIVE.fullmatch(draft.cue.text.lower()) is not None


def _is_quoted_author(context: Context, draft: Draft) -> bool:
    if not draft.cue or not draft.source or cue_lemma(draft.cue.text) not in _QUOTING or len(draft.content) != 1:
        return False
    if not draft.cue.text.endswith("ing"):
        return False
    index, content = context.index, draft.content[0]
    if is_outlet_phrase(context, draft.source[0].start, draft.source[-1].end):
        return False
    if content.start < draft.cue[-1].end or index.outer_quotations_in(content.start, content.end):
        return False
    if index.outer_quotations_in(content.end, content.end + 3) or not is_somebody(content.text):
        return False
    phrase = parse_source(index, (content.start, content.end), context.mentions_in(content.start, content.end))
    return phrase.kind in (SpeakerKind.PERSON, SpeakerKind.UNNAMED, None) and _is_whole(index, draft)


def _is_whole(index: TextIndex, draft: Draft) -> bool:
    """Return whether the content contains no statement, unlike that of "quoted him as saying that"."""
    return " as " not in index.text[draft.content[0].start : draft.content[0].end]
