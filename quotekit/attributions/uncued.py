"""
Quotations that go on: whole sentences between marks behind a statement, with no cue of their own.

"It works," Ito said. "We tried it." In 1,400 such places of PolNeAR's training articles the second sentence is said by
who spoke in the one before, but for one in a hundred. The model mostly knows, less so where paragraphs are lost.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

import attrs

from quotekit.attributions.draft import Draft
from quotekit.english.lemmas import cue_lemma
from quotekit.english.pronouns import RELATIVES
from quotekit.english.verb_classes import OF_SPEECH, saying_kind
from quotekit.records import Spans
from quotekit.tagger.session import Config
from quotekit.text import Quotation
from quotekit.text.quoted import Quoted

__all__ = ["attach_uncued_quotations"]

_WORD = re.compile(r"[^\W_]+")
_LEAST_WORDS = 3
# Marks at the end of a sentence; behind a question may come who asked it.
_ENDS = re.compile(r"[.!?…]\W*\Z")
_ENDS_FOR_GOOD = re.compile(r"\.\W*\Z")
_PARAGRAPH_END = re.compile(r"[^\S\n]*(?:\n|\Z)")
_NEXT_SENTENCE = re.compile(r"\s+(?:[^\W\d_a-z]|[\"'“‘«„(\[–—-])")
# How far behind a statement its sentence may go on, in characters, and how: without a word of anybody else.
_FAR = 300
_REST = re.compile(r"[^.!?…:\n\"“”„«»]*[.!?…][\"'”’»)\]]*[^\S\n]+")
_BETWEEN = re.compile(r"[^\S\n]+")


def attach_uncued_quotations(
    text: str, found: Sequence[Draft], quotations: Sequence[Quotation], config: Config
) -> list[Draft]:
    """
    Give a whole quoted sentence that nobody claims to the statement in the sentence before, in the same paragraph.

    Args:
        text: The text.

        found: Its attributions.

        quotations: Its quotations, ordered by start.

        config: The model's config; only what it would give out is gone on with, and what has half of a chance to be
            given out has a claim.

    Returns:
        The attributions, some with more content. Where two people speak in the sentence before, none gets it.
    """
    found = list(found)
    spoken = [(_end(t), i) for i, t in enumerate(found) if t.confidence >= config.min_confidence and t.cue and t.source]
    spoken.sort()
    quoted = Quoted(quotations)
    claims = _Claims([t for t in found if 2 * t.confidence >= config.min_confidence])
    taken, own = 0, None
    for q in quotations:
        if q.depth or not _is_whole(text, q) or claims.overlap(q.start, q.end):
            continue
        if own is None or not _BETWEEN.fullmatch(text, taken, q.start):
            near = spoken[bisect_left(spoken, (q.start - _FAR,)) : bisect_right(spoken, (q.start,))]
            own = _speaker([(i, found[i]) for end, i in near if _REST.fullmatch(text, end, q.start)])
            if own is not None and not _goes_on(text, found[own], q, quoted):
                own = None
        if own is not None:
            taken = q.end
            pieces = [*((p.start, p.end) for p in found[own].content), (q.start, q.end)]
            found[own] = attrs.evolve(found[own], content=Spans.of(text, sorted(pieces)))
    return found


class _Claims:
    """Where something is claimed by an attribution, as content, cue or source."""

    def __init__(self, found: Sequence[Draft]) -> None:
        spans = sorted((s.start, s.end) for t in found for part in (t.content, t.cue, t.source) for s in part)
        self._starts = [start for start, _ in spans]
        self._reach = list(accumulate((end for _, end in spans), max))

    def overlap(self, start: int, end: int) -> bool:
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start


def _end(draft: Draft) -> int:
    return max(s.end for part in (draft.content, draft.cue, draft.source) for s in part)


def _is_whole(text: str, q: Quotation) -> bool:
    """Return whether a quotation is one sentence or more, and not the object of a clause behind it."""
    if not q.closed or q.continues or not text[q.inner_start].isupper():
        return False
    if sum(1 for _ in _WORD.finditer(text, q.inner_start, q.inner_end)) < _LEAST_WORDS:
        return False
    if _PARAGRAPH_END.match(text, q.end):
        return _ENDS.search(text, q.inner_start, q.inner_end) is not None
    return bool(_ENDS_FOR_GOOD.search(text, q.inner_start, q.inner_end) and _NEXT_SENTENCE.match(text, q.end))


def _goes_on(text: str, draft: Draft, q: Quotation, quoted: Quoted) -> bool:
    """Return whether somebody who is told of just before is plainly speaking, or else nobody comes behind in the paragraph."""
    if saying_kind(cue_lemma(draft.cue.text)) in OF_SPEECH or any(p.start in quoted for p in draft.content):
        return True
    return _PARAGRAPH_END.match(text, q.end) is not None


def _speaker(before: Sequence[tuple[int, Draft]]) -> int | None:
    """
    Which attribution of a sentence is gone on with behind it, if that is plain.

    It is the last one; but of "“…,” said Ito, who called it …" it is the first, to whose source the last one belongs.
    """
    if not before:
        return None
    last, draft = before[-1]
    others = [(i, t) for i, t in before[:-1] if t.source != draft.source]
    if not others:
        return last
    if draft.source.text.lower() in RELATIVES and len(others) == 1:
        return others[0][0]
    return None
