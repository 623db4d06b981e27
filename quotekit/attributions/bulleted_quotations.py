"""Attach the quotations in a list to the statement that introduces the list: "The mayor made three promises:"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from quotekit.attributions.draft import Draft, in_text_order
from quotekit.attributions.rules import Context
from quotekit.records import Spans
from quotekit.text import Bounds, Quotation, TextIndex

__all__ = ["complete_bulleted_quotations"]

# How a list item begins: "- ", "• ", "2. ", "(b) ".
_BULLET = re.compile(r"(?:\A|\n)[^\S\n]*(?:[-–—•*·»>▪◦‣]{1,2}|\(?(?:\d{1,2}|[a-h])[.)])[^\S\n]*\Z")
_BULLET_REACH_CHARS = 12
_ITEM_END = re.compile(r"[.,;]?(?:[^\S\n]{1,30}(?:and|or))?[^\S\n]{0,30}(?:\n|\Z)")
_BETWEEN_ITEMS = re.compile(
    r"[.,;]?(?:[^\S\n]{1,30}(?:and|or))?\s{0,30}(?:[-–—•*·»>▪◦‣]{1,2}|\(?(?:\d{1,2}|[a-h])[.)])[^\S\n]{0,30}"
)
_BETWEEN_REACH_CHARS = 20
_INTRODUCTION_END = re.compile(r":[*_]{0,3}\s*\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»]*\Z")
_WORD = re.compile(r"[^\W_]+")
_MIN_ITEMS = 2
# An item without a full stop is a sentence if it has at least this many words.
_MIN_SENTENCE_WORDS = 5
# The confidence that suffices for a draft whose cue introduces a list, since the list supports it.
_MIN_CONFIDENCE = 0.05
_CONFIDENCE = 0.8


def complete_bulleted_quotations(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Attach all quotations in a list to the draft whose cue and source introduce it.

    Args:
        context: The text.

        drafts: The drafts.

    Returns:
        The drafts; a list keeps only the one that introduces it, with all items as its content.
    """
    index, current = context.index, dict(enumerate(drafts))
    cues = sorted((span.start, number) for number, draft in current.items() for span in draft.cue[:1])
    contents = sorted((span.start, number) for number, draft in current.items() for span in draft.content)
    for introduction, items in _find_lists(index):
        near = [number for number in _numbers(cues, *introduction) if number in current]
        introducing = [number for number in near if _is_in(current[number], introduction)]
        if not introducing:
            continue
        best = max(introducing, key=lambda number: (_reaches(current[number], items), current[number].confidence))
        draft, end = current[best], items[-1].end
        content = Spans.of(index.text, [(item.start, item.end) for item in items])
        whole = attrs.evolve(draft, content=content, confidence=max(draft.confidence, _CONFIDENCE))
        for number in _numbers(contents, introduction[0], end):
            if number in current and number != best and _is_within(current[number], introduction[0], end):
                del current[number]
        current[best] = draft if whole == draft else whole
    return in_text_order(current.values())


def _numbers(starts: Sequence[tuple[int, int]], start: int, end: int) -> list[int]:
    """Return the numbers of the drafts that have one of the given starts in a stretch of text, each once, in order."""
    found = starts[bisect_left(starts, (start,)) : bisect_left(starts, (end,))]
    return sorted({number for _, number in found})


def _find_lists(index: TextIndex) -> Iterator[tuple[Bounds, list[Quotation]]]:
    """Yield the lists whose items are quoted sentences, each with the bounds of the line that introduces it."""
    items: list[Quotation] = []
    for quotation in index.outer_quotations:
        if items and _follows(index, items[-1], quotation):
            items.append(quotation)
            continue
        if found := _introduced(index, items):
            yield found, items
        items = [quotation] if _begins_item(index, quotation) else []
    if found := _introduced(index, items):
        yield found, items


def _begins_item(index: TextIndex, quotation: Quotation) -> bool:
    return quotation.closed and index.search_before(_BULLET, quotation.start, _BULLET_REACH_CHARS) is not None


def _follows(index: TextIndex, item: Quotation, quotation: Quotation) -> bool:
    """Return whether a quotation is the next item of a list."""
    if not quotation.closed or quotation.start - item.end > _BETWEEN_REACH_CHARS:
        return False
    between = _BETWEEN_ITEMS.fullmatch(index.text, item.end, quotation.start)
    return between is not None and "\n" in between.group()


def _introduced(index: TextIndex, items: Sequence[Quotation]) -> Bounds | None:
    """Return the bounds of the line that introduces a list of sentences; None if there is none."""
    if len(items) < _MIN_ITEMS or not index.match_after(_ITEM_END, items[-1].end):
        return None
    if 2 * sum(_is_sentence(index, item) for item in items) <= len(items):
        return None
    line_start = index.line_at(items[0].start)[0]
    end = index.search_before(_INTRODUCTION_END, line_start, _BULLET_REACH_CHARS)
    return index.line_at(end.start()) if end else None


def _is_sentence(index: TextIndex, item: Quotation) -> bool:
    if _SENTENCE_END.search(index.text, item.inner_start, item.inner_end):
        return True
    return sum(1 for _ in _WORD.finditer(index.text, item.inner_start, item.inner_end)) >= _MIN_SENTENCE_WORDS


def _is_in(draft: Draft, introduction: Bounds) -> bool:
    """Return whether the cue and source of a draft are in the line that introduces a list."""
    if not draft.cue or not draft.source or draft.confidence < _MIN_CONFIDENCE:
        return False
    return all(introduction[0] <= span.start < introduction[1] for span in (*draft.cue, *draft.source))


def _reaches(draft: Draft, items: Sequence[Quotation]) -> bool:
    return draft.content[-1].end > items[0].start


def _is_within(draft: Draft, start: int, end: int) -> bool:
    """Return whether a draft has content in a list, or is in the line that introduces it."""
    return any(start <= span.start < end for span in draft.content)
