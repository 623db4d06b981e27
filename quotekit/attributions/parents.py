"""Find the parents of nested attributions: "Holm said Dray had claimed …" has one inside the content of another."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

import attrs

from quotekit.attributions.draft import Draft
from quotekit.records import TextSpan

__all__ = ["set_parents"]


def set_parents(drafts: Sequence[Draft]) -> list[Draft]:
    """
    Set the parent of each draft that is inside the content of another, with its content, cue and source.

    Args:
        drafts: The drafts of one text, in any order.

    Returns:
        The drafts, each with the index of its parent: if several are possible, the one with the shortest content. A
        draft is never its own ancestor.

    Example:
        >>> from quotekit.records import Spans
        >>> text = "Holm said Dray knew it."
        >>> parts = [[(10, 22)], [(5, 9)], [(0, 4)]], [[(20, 22)], [(15, 19)], [(10, 14)]]
        >>> drafts = [Draft(*(Spans.of(text, bounds) for bounds in part)) for part in parts]
        >>> [draft.parent for draft in set_parents(drafts)]
        [None, 0]
    """
    spans = [sorted(draft.spans, key=_offsets) for draft in drafts]
    sizes = [_count_characters(own) for own in spans]
    contents = deque(sorted((piece.start, piece.end, i) for i, draft in enumerate(drafts) for piece in draft.content))
    around: list[tuple[int, int, int]] = []
    parents: list[int | None] = [None] * len(drafts)
    for i in sorted((i for i, own in enumerate(spans) if own), key=lambda i: spans[i][0].start):
        start = spans[i][0].start
        while contents and contents[0][0] <= start:
            around.append(contents.popleft())
        around = [piece for piece in around if piece[1] > start]
        # A parent has characters that its child lacks, so no draft can be its own ancestor.
        holders = {k for _, _, k in around if sizes[k] > sizes[i] and _is_inside(spans[i], drafts[k])}
        parents[i] = min(holders, key=lambda k: (_count_characters([*drafts[k].content]), k), default=None)
    return [
        draft if draft.parent == parent else attrs.evolve(draft, parent=parent)
        for draft, parent in zip(drafts, parents, strict=True)
    ]


def _offsets(span: TextSpan) -> tuple[int, int]:
    return span.start, span.end


def _count_characters(spans: Sequence[TextSpan]) -> int:
    """Return the number of characters in spans in text order, counting overlaps once."""
    count = end = 0
    for span in spans:
        count += max(0, span.end - max(end, span.start))
        end = max(end, span.end)
    return count


def _is_inside(spans: Sequence[TextSpan], parent: Draft) -> bool:
    """Return whether each span is inside a content span of another draft."""
    return all(any(piece.start <= span.start and span.end <= piece.end for piece in parent.content) for span in spans)
