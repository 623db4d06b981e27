"""
Draft quotations that are signed without a dash: ``"Too small." Mary Lowe, 44, Bodo``, as in polls, letters and reviews.

A signature is the name of a person, optionally with age, place or occupation, that fills the rest of the line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft, in_text_order
from quotekit.attributions.rules import Context
from quotekit.english.lemmas import cue_lemma
from quotekit.english.verb_classes import saying_kind
from quotekit.english.words import is_given_name
from quotekit.records import Spans, SpeakerKind
from quotekit.text import Bounds, Quotation, TextIndex

__all__ = ["draft_signed_quotations"]

_CAPITALIZED = r"[^\W\d_a-z][\w.'’-]{0,40}"
_NAME = rf"{_CAPITALIZED}(?:[ ](?:(?:de|da|del|van|von|der|bin|al|la|el)[ ]){{0,2}}{_CAPITALIZED}){{1,3}}"
# ", 44, Bodo", " (44), nurse": age, place and occupation.
_DETAILS = r"(?:[ ]?\([^()\n]{1,40}\))?(?:,[ ]?[^,.;:!?\n\"“”„«»]{1,50}){0,4}"
_SIGNATURE_BELOW = re.compile(
    rf"[^\S\n]{{0,3}}(?:\n[^\S\n]{{0,30}})?(?P<source>(?P<name>{_NAME})(?P<details>{_DETAILS}))\.?[^\S\n]{{0,30}}(?:\n|\Z)"
)
_SIGNATURE_ABOVE = re.compile(
    rf"(?:\A|\n)[^\S\n]*(?P<source>(?P<name>{_NAME})(?P<details>{_DETAILS}))[.:]?[^\S\n]*\n[^\S\n]*\Z"
)
# "From the desk of John Vail, senior analyst."
_SENDER_ABOVE = re.compile(
    rf"(?:\A|\n)[^\S\n]*(?:[^\W\d_]+[ ]){{0,4}}[Ff]rom[ ](?:the[ ][^\W\d_]+[ ]of[ ])?"
    rf"(?P<source>(?P<name>{_NAME})(?P<details>{_DETAILS}))[.:]?\s*\Z"
)
_REACH_CHARS = 250
# The end of a sentence, or in letters a comma, before the closing mark.
_STATEMENT_END = re.compile(r"[.,!?…]\Z")
_LINE_START = re.compile(r"(?:\A|\n)[^\S\n]*(?:[-–—•*·»>][^\S\n]*)?\Z")
_LINE_START_REACH_CHARS = 10
_LINE_END = re.compile(r"[^\S\n]{0,30}(?:\n|\Z)")
_BLANK_LINE = re.compile(r"[^\S\n]{0,30}(?:\n|\Z)")
_LOWER_WORD = re.compile(r"\b[a-z]+\b")
# The confidence of a signed quotation found by its layout.
_CONFIDENCE = 0.85


def draft_signed_quotations(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Draft quotations whose line ends with, or is next to, the signature of their speaker.

    Args:
        context: The text and its names.

        drafts: The drafts.

    Returns:
        The drafts, including those of signed quotations, which no other draft overlaps.
    """
    index = context.index
    signed: list[Draft] = []
    used = -1
    for quotation in index.outer_quotations:
        source = _find_signature(context, quotation, used)
        if source is not None:
            used = max(used, source[0])
            signed.append(_draft_signed(index, quotation, source))
    if not signed:
        return list(drafts)
    taken = sorted((span.start, span.end) for draft in signed for span in draft.spans)
    others = (_without(index, draft, taken) for draft in drafts)
    return in_text_order([*(draft for draft in others if draft is not None), *signed])


def _find_signature(context: Context, quotation: Quotation, used: int) -> Bounds | None:
    """Return the bounds of the signature of a quotation; None if it has none, or if it is before *used*."""
    index = context.index
    if not quotation.closed or not _STATEMENT_END.search(index.text, quotation.inner_start, quotation.inner_end):
        return None
    if not index.search_before(_LINE_START, quotation.start, _LINE_START_REACH_CHARS):
        return None
    below = index.match_after(_SIGNATURE_BELOW, quotation.end, _REACH_CHARS)
    if below and _is_signature(context, below, is_last=bool(index.match_after(_BLANK_LINE, below.end()))):
        return below.span("source")
    if not index.match_after(_LINE_END, quotation.end):
        return None
    sender = index.search_before(_SENDER_ABOVE, quotation.start, _REACH_CHARS)
    above = sender or index.search_before(_SIGNATURE_ABOVE, quotation.start, _REACH_CHARS)
    if above and above.start("source") > used and _is_signature(context, above, is_last=bool(sender)):
        return above.span("source")
    return None


def _is_signature(context: Context, found: re.Match[str], *, is_last: bool) -> bool:
    """Return whether a line is only a person's name; a name without details must end its block."""
    if not found["details"] and not is_last:
        return False
    if any(saying_kind(cue_lemma(word)) or word in _FINITE for word in _LOWER_WORD.findall(found["details"])):
        return False
    mentions = context.mentions_in(*found.span("name"))
    if any(mention.kind is SpeakerKind.PERSON for mention in mentions):
        return True
    return not any(mention.kind for mention in mentions) and is_given_name(found["name"].split()[0])


_FINITE = frozenset(("are", "be", "been", "did", "does", "had", "has", "have", "is", "was", "were", "will", "would"))


def _draft_signed(index: TextIndex, quotation: Quotation, source: Bounds) -> Draft:
    """Draft a quotation, with the preceding paragraphs that it continues."""
    pieces = [(quotation.start, quotation.end)]
    while before := index.continued_from(pieces[-1][0]):
        pieces.append((before.start, before.end))
    return Draft(
        content=Spans.of(index.text, pieces[::-1]), source=Spans.of(index.text, [source]), confidence=_CONFIDENCE
    )


def _without(index: TextIndex, draft: Draft, taken: Sequence[Bounds]) -> Draft | None:
    """Return a draft without content that is signed; None if nothing is left, or if it overlaps a signature."""
    if any(_overlaps(span.start, span.end, taken) for span in (*draft.cue, *draft.source)):
        return None
    content = [(p.start, p.end) for p in draft.content if not _overlaps(p.start, p.end, taken)]
    if len(content) == len(draft.content):
        return draft
    return attrs.evolve(draft, content=Spans.of(index.text, content)) if content else None


def _overlaps(start: int, end: int, taken: Sequence[Bounds]) -> bool:
    """Return whether a stretch of text overlaps any of several others, which are in order and disjoint."""
    place = bisect_left(taken, (end,))
    return place > 0 and taken[place - 1][1] > start
