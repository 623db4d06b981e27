"""
Join the paragraphs of a running quotation, which has a closing mark only in the last one, into one statement.

The model usually treats each paragraph as a separate statement, and the cue may be before the first one, after the last
one, or in another window.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.records import Spans
from quotekit.text import Bounds, Quotation, TextIndex

__all__ = ["join_running_quotations"]

# A statement with a smaller share of a paragraph quotes words from it, but does not own the quotation.
_MIN_SHARE = 1 / 3


def join_running_quotations(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Attach all paragraphs of a running quotation to the statement that contains one of them.

    Args:
        context: The text, and the model's settings: only drafts at or above its confidence threshold get paragraphs.

        drafts: The drafts.

    Returns:
        The drafts, some with more content, without those that had a part of the same quotation but neither cue nor
        source. If none has a cue or source, the most confident one gets all paragraphs; an unclaimed
        paragraph goes to the statement before it, or else to the one after it. If a paragraph begins with a statement
        whose cue is also in it, the quotation has lost a closing mark and is left alone.
    """
    index, threshold = context.index, context.config.min_confidence
    current: dict[int, Draft] = dict(enumerate(drafts))
    for number, places in _places_by_quotation(index, drafts).items():
        run = index.running_quotations[number]
        near = {place: current[place] for place in places if place in current}
        if _has_lost_mark(run, near.values(), threshold):
            continue
        for place, draft in _join(index, run, near, threshold).items():
            if draft is None:
                del current[place]
            else:
                current[place] = draft
    return list(current.values())


def _places_by_quotation(index: TextIndex, drafts: Sequence[Draft]) -> dict[int, list[int]]:
    """Return, for each running quotation, the positions of the drafts that overlap it."""
    numbers = {part.start: number for number, run in enumerate(index.running_quotations) for part in run}
    places: dict[int, list[int]] = defaultdict(list)
    for place, draft in enumerate(drafts):
        parts = (part for span in draft.spans for part in index.outer_quotations_in(span.start, span.end))
        for number in sorted({numbers[part.start] for part in parts if part.start in numbers}):
            places[number].append(place)
    return places


def _has_lost_mark(run: Sequence[Quotation], drafts: Iterable[Draft], threshold: float) -> bool:
    """Return whether a paragraph begins with the content of a statement whose cue is in the same paragraph."""
    return any(
        draft.content[0].start <= part.inner_start and _is_in([part], span.start)
        for draft in drafts
        if draft.confidence >= threshold and (part := _part_at(run, draft.content[0].start)) is not None
        for span in (*draft.cue, *draft.source)
    )


def _join(
    index: TextIndex, run: Sequence[Quotation], drafts: Mapping[int, Draft], threshold: float
) -> dict[int, Draft | None]:
    """Return the revisions of drafts with part of a running quotation; None for those merged into another."""
    uncued = {place: draft for place, draft in drafts.items() if not draft.cue and not draft.source}
    holders = {
        place: draft
        for place, draft in drafts.items()
        if place not in uncued
        and draft.confidence >= threshold
        and not any(_is_in(run, span.start) for span in (*draft.cue, *draft.source))
        and any(_covers(draft, part) for part in run)
    }
    if not holders:
        best = max(uncued, key=lambda place: uncued[place].confidence, default=None)
        if best is None or uncued[best].confidence < threshold:
            return {}
        holders = {best: uncued.pop(best)}
    shares = _distribute(run, holders)
    joined: dict[int, Draft | None] = {
        place: _with_parts(index, draft, run, shares[place]) for place, draft in holders.items()
    }
    return joined | {place: _without_parts(index, draft, run) for place, draft in uncued.items()}


def _distribute(run: Sequence[Quotation], holders: Mapping[int, Draft]) -> dict[int, list[Quotation]]:
    """Return the parts that each holder gets: its own, and the unclaimed ones after them."""
    owners = [[place for place, draft in holders.items() if _covers(draft, part)] for part in run]
    current = next((own for own in owners if own), list(holders))
    shares: dict[int, list[Quotation]] = {place: [] for place in holders}
    for part, own in zip(run, owners, strict=True):
        current = own or current
        for place in current:
            shares[place].append(part)
    return shares


def _covers(draft: Draft, part: Quotation) -> bool:
    """Return whether a content covers a good part of a quotation."""
    start, end = part.inner_start, part.inner_end
    inside = sum(max(0, min(piece.end, end) - max(piece.start, start)) for piece in draft.content)
    return inside >= _MIN_SHARE * (end - start)


def _is_in(run: Sequence[Quotation], at: int) -> bool:
    return _part_at(run, at) is not None


def _part_at(run: Sequence[Quotation], at: int) -> Quotation | None:
    """Return the part of a running quotation that an offset is in."""
    place = bisect_right(run, at, key=_start) - 1
    return run[place] if place >= 0 and at < run[place].end else None


def _start(part: Quotation) -> int:
    return part.start


def _with_parts(index: TextIndex, draft: Draft, run: Sequence[Quotation], parts: Iterable[Quotation]) -> Draft:
    """Return a draft with parts of a running quotation added, each as a separate piece."""
    before = [(piece.start, piece.end) for piece in draft.content]
    bounds = sorted([*before, *((part.start, part.end) for part in parts)])
    gaps = [(part.end, following.start) for part, following in pairwise(run)]
    return _with_content(index, draft, _without(_union(bounds), gaps))


def _without_parts(index: TextIndex, draft: Draft, run: Sequence[Quotation]) -> Draft | None:
    """Return a draft without its share of a running quotation; None if nothing is left."""
    bounds = [(piece.start, piece.end) for piece in draft.content]
    rest = _without(bounds, [(run[0].start, run[-1].end)])
    return _with_content(index, draft, rest) if rest else None


def _with_content(index: TextIndex, draft: Draft, bounds: Iterable[Bounds]) -> Draft:
    content = Spans.of(index.text, [stripped for piece in bounds if (stripped := index.strip(*piece))])
    return draft if content == draft.content or not content else attrs.evolve(draft, content=content)


def _union(bounds: Iterable[Bounds]) -> list[Bounds]:
    """Return bounds in text order, with overlapping ones merged."""
    joined: list[Bounds] = []
    for start, end in bounds:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _without(bounds: Iterable[Bounds], gaps: Sequence[Bounds]) -> list[Bounds]:
    """Return bounds without the gaps, which are in text order."""
    kept = []
    for start, end in bounds:
        at = start
        for gap_start, gap_end in gaps[bisect_right(gaps, start, key=_end) :]:
            if gap_start >= end:
                break
            kept.append((at, gap_start))
            at = gap_end
        kept.append((at, end))
    return [(start, end) for start, end in kept if start < end]


def _end(bounds: Bounds) -> int:
    return bounds[1]
