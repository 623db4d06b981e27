"""Find the addressee of a statement: "told reporters", "said in a letter to the senator"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from quotekit.attributions.draft import Draft
from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.patterns import WORD
from quotekit.provenance.addressee_phrases import MAX_PHRASE_CHARS, addressee_phrase_at
from quotekit.records import TextSpan
from quotekit.text import TextIndex

__all__ = ["find_addressee"]

_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|am|got)\s+(?:\w+ly\s+|also\s+|not\s+|once\s+)?$")
_PASSIVE_REACH_CHARS = 30
_WORD_AND_TO = re.compile(r"([^\W\d_]{1,40}(?:-[^\W\d_]{1,40})?)\s{1,9}to\s{1,9}")
_AFTER_CUE_REACH_CHARS = 50
# Text between a cue and a noun for a message: "said in a written statement to the senators".
_IN_MESSAGE = re.compile(r"\s{1,9}in\s{1,9}(?:an?\s{1,9}|his\s{1,9}|her\s{1,9}|their\s{1,9})?(?:\w{1,40}\s{1,9})?")
# "Speaking to reporters, Holm said": the addressee is the object of another verb in the sentence.
_SPEAKING_TO = re.compile(
    r"""
    (?:^|[,–—]|--)\s*                                                    # start of the sentence, a comma or a dash
    (?:(?:As|In|While|When)\s+(?:(?:he|she|they)\s+(?:was|were)\s+)?)?
    (?:speaking|talking)\s+(?:\w+ly\s+)?(?:to|with)\s+
    """,
    re.IGNORECASE | re.VERBOSE,
)
# How far from its cue a sentence is read.
_REACH_CHARS = 200

#: Takes a piece of a cue and returns the offset at which the phrase of its addressee begins, if it has one.
_PhraseStart: TypeAlias = Callable[[TextIndex, TextSpan], "int | None"]


def find_addressee(index: TextIndex, draft: Draft) -> TextSpan | None:
    """
    Find the addressee of an attribution.

    People speak through outlets, not to them: "told CNN" has no addressee.

    Args:
        index: The article's text.

        draft: One of its attributions.

    Returns:
        The phrase that names the addressee; None if there is none.

    Example:
        >>> from quotekit.records import Spans
        >>> text = "It is late, she told the two guests on Monday."
        >>> told = Draft(Spans.of(text, [(0, 10)]), Spans.of(text, [(16, 20)]), Spans.of(text, [(12, 15)]))
        >>> find_addressee(TextIndex(text), told).text
        'the two guests'
    """
    for piece in draft.cue:
        starts = (phrase_start(index, piece) for phrase_start in _PHRASE_STARTS.values())
        start = next((start for start in starts if start is not None), None)
        phrase = None if start is None else addressee_phrase_at(index, start, _limit(draft, start))
        if phrase is not None:
            return phrase
    return _after_participle(index, draft) if draft.cue else None


def _after_addressing_verb(index: TextIndex, cue: TextSpan) -> int | None:
    """Find the object of a verb such as "told"."""
    for word in WORD.finditer(cue.text):
        start, end = cue.start + word.start(), cue.start + word.end()
        if _is_addressing(word.group()) and not index.search_before(_PASSIVE, start, _PASSIVE_REACH_CHARS):
            return end
    return None


def _after_to(index: TextIndex, cue: TextSpan) -> int | None:
    """Find what follows "said to" or "in a letter to", in the cue or directly after it."""
    for found in _WORD_AND_TO.finditer(index.text, cue.start, cue.end + _AFTER_CUE_REACH_CHARS):
        word = found[1].lower()
        is_message = word in load_words("message_nouns")
        if not is_message and cue_lemma(word) not in load_words("dative_verbs"):
            continue
        follows_cue = is_message and _IN_MESSAGE.fullmatch(index.text, cue.end, found.start())
        if (found.start() < cue.end or follows_cue) and not _is_infinitive_at(index, found.end()):
            return found.end()
    return None


#: Where the phrase of an addressee can begin; the first rule that applies to a piece of a cue decides.
_PHRASE_STARTS: Mapping[str, _PhraseStart] = MappingProxyType(
    {
        "object of the verb": _after_addressing_verb,
        "object of to": _after_to,
    }
)


@cache
def _is_addressing(word: str) -> bool:
    """Return whether a word is a form of a verb such as "tell"."""
    return cue_lemma(word) in load_words("addressing_verbs")


def _is_infinitive_at(index: TextIndex, at: int) -> bool:
    """Return whether a verb follows "to": "a speech to offer hope", but not "a speech to voters"."""
    found = index.match_after(WORD, at)
    if found is None:
        return True
    word = found.group()
    return word == "be" or (word in load_words("verbs") and word not in load_words("audiences"))


def _after_participle(index: TextIndex, draft: Draft) -> TextSpan | None:
    """Find the addressee of a participle in the sentence of the cue: "speaking to reporters"."""
    start, end = index.sentence_at(draft.cue[0].start)
    low, high = max(start, draft.cue[0].start - _REACH_CHARS), min(end, draft.cue[-1].end + _REACH_CHARS)
    for found in _SPEAKING_TO.finditer(index.text[low:high]):
        at = low + found.end()
        if not any(piece.start < at <= piece.end for piece in draft.content):
            return addressee_phrase_at(index, at, _limit(draft, at))
    return None


def _limit(draft: Draft, start: int) -> int:
    """Return the offset of the first span of content or source from *start* on."""
    starts = [piece.start for part in (draft.content, draft.source) for piece in part]
    return min((at for at in starts if at >= start), default=start + MAX_PHRASE_CHARS)
