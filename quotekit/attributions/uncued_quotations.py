"""
Attach uncued quotations to the statement before them: whole quoted sentences without a cue of their own.

"It works," Ito said. "We tried it." In 99 of 100 such places in PolNeAR's training articles (1,400 in all) the second
sentence has the same speaker as the first. The model usually gets this right, but less so if paragraph breaks are lost.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.english.lemmas import cue_lemma
from quotekit.english.pronouns import RELATIVES
from quotekit.english.verb_classes import OF_SPEECH, saying_kind
from quotekit.records import Spans
from quotekit.text import Quotation, TextIndex

__all__ = ["attach_uncued_quotations"]

_WORD = re.compile(r"[^\W_]+")
_MIN_WORDS = 3
_SENTENCE_END = re.compile(r"[.!?…]\W{0,30}\Z")
# A question or an exclamation may be followed by its speaker.
_FULL_STOP = re.compile(r"\.\W{0,30}\Z")
_PARAGRAPH_END = re.compile(r"[^\S\n]{0,30}(?:\n|\Z)")
_NEXT_SENTENCE = re.compile(r"\s{1,9}(?:[^\W\d_a-z]|[\"'“‘«„(\[–—-])")
# The rest of a statement's sentence: without quotation marks, colon or line break.
_REST_OF_SENTENCE = re.compile(r"[^.!?…:\n\"“”„«»]{0,1000}[.!?…][\"'”’»)\]]{0,40}[^\S\n]{1,30}")
_MAX_REST_CHARS = 300
_SPACE = re.compile(r"[^\S\n]+")
# Drafts with at least this share of the confidence threshold keep their quotations.
_CLAIM_SHARE = 1 / 2


def attach_uncued_quotations(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Attach unclaimed quoted sentences to the statement in the preceding sentence of the same paragraph.

    Args:
        context: The text, and the model's settings: drafts at or above its confidence threshold can get a quotation,
            and those with at least half of that confidence keep theirs.

        drafts: The drafts.

    Returns:
        The drafts, some with more content. If two people speak in the preceding sentence, neither gets the quotation.
    """
    index, threshold = context.index, context.config.min_confidence
    extended = list(drafts)
    statements = sorted(
        (draft.end, number)
        for number, draft in enumerate(drafts)
        if draft.confidence >= threshold and draft.cue and draft.source
    )
    claims = _Claims(draft for draft in drafts if draft.confidence >= _CLAIM_SHARE * threshold)
    last_end, speaking = 0, None
    for quotation in index.outer_quotations:
        if not _is_whole(index, quotation) or claims.overlap(quotation.start, quotation.end):
            continue
        if speaking is None or not _SPACE.fullmatch(index.text, last_end, quotation.start):
            speaking = _choose_statement(extended, _statements_before(index, statements, quotation))
            if speaking is not None and not _is_continued(index, extended[speaking], quotation):
                speaking = None
        if speaking is not None:
            last_end = quotation.end
            extended[speaking] = _with_quotation(index, extended[speaking], quotation)
    return extended


class _Claims:
    """The stretches of text that are the content, cue or source of a draft."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        spans = sorted((span.start, span.end) for draft in drafts for span in draft.spans)
        self._starts = [start for start, _ in spans]
        self._last_ends = list(accumulate((end for _, end in spans), max))

    def overlap(self, start: int, end: int) -> bool:
        """Return whether any draft overlaps a stretch of text."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._last_ends[before - 1] > start


def _is_whole(index: TextIndex, quotation: Quotation) -> bool:
    """Return whether a quotation is one sentence or more, and not the object of a clause after it."""
    inner_start, inner_end = quotation.inner_start, quotation.inner_end
    if not quotation.closed or quotation.continues or not index.text[inner_start].isupper():
        return False
    if sum(1 for _ in _WORD.finditer(index.text, inner_start, inner_end)) < _MIN_WORDS:
        return False
    if index.match_after(_PARAGRAPH_END, quotation.end):
        return _SENTENCE_END.search(index.text, inner_start, inner_end) is not None
    return bool(
        _FULL_STOP.search(index.text, inner_start, inner_end) and index.match_after(_NEXT_SENTENCE, quotation.end)
    )


def _statements_before(index: TextIndex, statements: Sequence[tuple[int, int]], quotation: Quotation) -> list[int]:
    """Return the numbers of the statements, given with their ends, that end in the sentence before a quotation."""
    first = bisect_left(statements, (quotation.start - _MAX_REST_CHARS,))
    near = statements[first : bisect_right(statements, (quotation.start,))]
    return [number for end, number in near if _REST_OF_SENTENCE.fullmatch(index.text, end, quotation.start)]


def _is_continued(index: TextIndex, draft: Draft, quotation: Quotation) -> bool:
    """Return whether a statement is speech, or nothing follows the quotation in its paragraph."""
    if saying_kind(cue_lemma(draft.cue.text)) in OF_SPEECH or any(index.is_quoted(p.start) for p in draft.content):
        return True
    return index.match_after(_PARAGRAPH_END, quotation.end) is not None


def _choose_statement(drafts: Sequence[Draft], numbers: Sequence[int]) -> int | None:
    """
    Return which statement of a sentence the next quotation continues; None if that is not clear.

    It is the last one, except that in "“…,” said Ito, who called it …" it is the first, since "who" is Ito.
    """
    if not numbers:
        return None
    last = drafts[numbers[-1]]
    others = [number for number in numbers[:-1] if drafts[number].source != last.source]
    if not others:
        return numbers[-1]
    return others[0] if last.source.text.lower() in RELATIVES and len(others) == 1 else None


def _with_quotation(index: TextIndex, draft: Draft, quotation: Quotation) -> Draft:
    """Return a draft with a quotation added to its content."""
    pieces = sorted([*((piece.start, piece.end) for piece in draft.content), (quotation.start, quotation.end)])
    return attrs.evolve(draft, content=Spans.of(index.text, pieces))
