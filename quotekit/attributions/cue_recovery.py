"""
Recover cues that the model missed, by their position next to a quotation.

After a quotation, a verb unknown to the model can only be a reporting verb: "Enough," yodeled Ito. Before one, a
reporting verb or noun next to the opening mark introduces it, however long the preceding sentence is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import dropwhile, takewhile

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.pronouns import NEUTER, PERSONAL_SUBJECTS
from quotekit.english.verb_classes import OF_SPEECH, saying_kind
from quotekit.records import Spans
from quotekit.text import Bounds, TextIndex

__all__ = ["recover_following_cues", "recover_introducing_cues"]

_CUE_AND_NAME = re.compile(
    r"""
    ,?[ ]
    (?P<cue> [^\W\d_]{2,} )
    [ ]
    (?P<source> [^\W\d_][\w'’-]* (?: [ ][^\W\d_][\w'’-]* ){0,2} )
    (?= [.,;:] | \s*\Z )  # the name ends its clause
    """,
    re.VERBOSE,
)
# A quotation that ends with one of these continues in a clause after it; after a full stop a new sentence begins.
_CLAUSE_MARK = re.compile(r"[,!?]")
_CLOSING_MARKS = frozenset("\"'”’»“›")
_OPENING_MARKS = frozenset("\"'“‘«„")
# Text between a cue and the quotation that it introduces.
_INTRODUCTION_END = re.compile(r"(?:[,:]|\s?[-\u2010-\u2015]{1,3})\s?\Z")
_INTRODUCTION_REACH_CHARS = 60
_INTRODUCTION_MAX_WORDS = 30
_KINDS = OF_SPEECH - {"ordering", "posting"}
# Text between a reporting noun and the quotation.
_LINKING_VERBS = frozenset(("been", "had", "has", "is", "was", "were"))
_PERSONAL_SUBJECTS = PERSONAL_SUBJECTS - NEUTER
_OWNER = re.compile(r"(?:[Hh]is|[Hh]er|[Ii]ts|[Mm]y|[Oo]ur|[Tt]heir|[Yy]our|.{0,400}['’]s)")
# Between a subject and its verb, apart from adverbs in -ly.
_AUXILIARIES_AND_ADVERBS = frozenset(("also", "could", "had", "has", "just", "now", "only", "then", "thus", "would"))


def recover_following_cues(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Find "…," *verb Name* after quotations without cue and source, whatever the verb.

    A verb unknown to the model, even one from another language, is recognized by its position.

    Args:
        context: The text.

        drafts: The drafts.

    Returns:
        The drafts. If a quotation ends with a comma, exclamation mark or question mark, and is followed by one
        lower-case word and a name that ends its clause, these are cue and source, unless they belong to another draft.
    """
    return _recover(context, drafts, _with_following_cue)


def recover_introducing_cues(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Find *she said,* "…" before quotations without cue and source.

    Args:
        context: The text.

        drafts: The drafts.

    Returns:
        The drafts. If a quotation is preceded by a reporting verb, or a reporting noun and a form of "to be", and then
        a comma, colon or dash, the verb or noun is the cue. A pronoun or name right before it is the source; subjects
        farther away are not considered.
    """
    return _recover(context, drafts, _with_introducing_cue)


def _recover(
    context: Context, drafts: Sequence[Draft], recover: Callable[[TextIndex, Draft, set[int]], Draft]
) -> list[Draft]:
    """Recover the cues of drafts that have neither cue nor source, except for cues that another draft has."""
    taken = {span.start for draft in drafts for span in (*draft.cue, *draft.source)}
    return [draft if draft.cue or draft.source else recover(context.index, draft, taken) for draft in drafts]


def _with_following_cue(index: TextIndex, draft: Draft, taken: set[int]) -> Draft:
    """Return a draft with the verb and name that follow its quotation, if there are any."""
    end = draft.content[-1].end
    found = index.match_after(_CUE_AND_NAME, end)
    if found is None or index.text[end - 1] not in _CLOSING_MARKS:
        return draft
    # The punctuation mark may come before or after the closing quotation mark.
    if not index.search_before(_CLAUSE_MARK, found.start("cue"), found.start("cue") - end + 2):
        return draft
    is_named = found["cue"].islower() and all(name[0].isupper() for name in found["source"].split())
    if not is_named or found["cue"] in load_words("function_words"):
        return draft
    if not taken.isdisjoint((found.start("cue"), found.start("source"))):
        return draft
    return _with_cue(index, draft, found.span("cue"), found.span("source"))


def _with_introducing_cue(index: TextIndex, draft: Draft, taken: set[int]) -> Draft:
    """Return a draft with the cue, and the source if there is one, that introduce its quotation."""
    start = draft.content[0].start
    sign = index.search_before(_INTRODUCTION_END, start, _INTRODUCTION_REACH_CHARS)
    if sign is None or index.text[start] not in _OPENING_MARKS:
        return draft
    words = _unbroken_words_before(index, sign.start())
    at = _find_cue([word.group().lower() for word in words])
    if at is None or words[at].start() in taken:
        return draft
    source = _find_subject(words[:at]) if words[at] is words[-1] else _find_owner(words[:at])
    return _with_cue(index, draft, words[at].span(), source)


def _with_cue(index: TextIndex, draft: Draft, cue: Bounds, source: Bounds | None) -> Draft:
    """Return a draft with another cue and source."""
    return attrs.evolve(draft, cue=Spans.of(index.text, [cue]), source=Spans.of(index.text, [source] if source else []))


def _unbroken_words_before(index: TextIndex, at: int) -> list[re.Match[str]]:
    """Return the words before an offset that are separated by single spaces only."""
    words: list[re.Match[str]] = []
    end = at
    for word in reversed(index.words_before(at, _INTRODUCTION_MAX_WORDS, _INTRODUCTION_REACH_CHARS)):
        if index.text[word.end() : end] != (" " if words else ""):
            break
        words.insert(0, word)
        end = word.start()
    return words


def _find_cue(words: Sequence[str]) -> int | None:
    """Return which word is the cue: a reporting verb at the end, or a reporting noun before a form of "to be"."""
    if not words:
        return None
    last = len(words) - 1
    before_nouns = load_words("determiners") | load_words("prepositions") - {"to"}
    if saying_kind(cue_lemma(words[last])) in _KINDS and words[last - 1] not in before_nouns:
        return last
    linking = sum(1 for _ in takewhile(_LINKING_VERBS.__contains__, reversed(words)))
    noun = last - linking
    return noun if linking and noun >= 0 and words[noun] in load_words("saying_nouns") else None


def _find_subject(words: Sequence[re.Match[str]]) -> Bounds | None:
    """Return the pronoun or name that ends here, not counting adverbs and auxiliaries."""
    nearest_first = list(dropwhile(_is_auxiliary_or_adverb, reversed(words)))
    if nearest_first and nearest_first[0].group().lower() in _PERSONAL_SUBJECTS:
        return nearest_first[0].span()
    name = _find_name(nearest_first)
    if name is None:
        return None
    before = next((word.group().lower() for word in nearest_first if word.end() < name[0]), None)
    # In "the friends of Ito said" the source is not Ito.
    return name if before in (None, "but") or before in load_words("subordinators") else None


def _is_auxiliary_or_adverb(word: re.Match[str]) -> bool:
    return word.group() in _AUXILIARIES_AND_ADVERBS or word.group().endswith("ly")


def _find_owner(words: Sequence[re.Match[str]]) -> Bounds | None:
    """Return the possessive pronoun or name that ends here."""
    if not words or not _OWNER.fullmatch(words[-1].group()):
        return None
    return words[-1].span() if words[-1].group().islower() else _find_name(words[::-1])


def _find_name(nearest_first: Sequence[re.Match[str]]) -> Bounds | None:
    """Return the bounds of the capitalized words that come first in a reversed sequence of words."""
    names = list(takewhile(lambda word: word.group()[0].isupper(), nearest_first))
    is_name = names and names[-1].group().lower() not in load_words("function_words")
    return (names[-1].start(), names[0].end()) if is_name else None
