"""Find the attributions that stand inside another's content: "Holm said Dray had claimed …"."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from quotekit.records import Attribution, TextSpan

__all__ = ["find_parents"]


def find_parents(attributions: Sequence[Attribution]) -> list[int | None]:
    """
    Find for each attribution the one inside whose content it stands whole: its content, cue and source.

    Args:
        attributions: The attributions of one text.

    Returns:
        For each the index of its parent, the smallest where there are several; None where there is none. An
        attribution is never its own parent or that of its parent, and so on.

    Example:
        >>> from quotekit.records import Kind, Spans
        >>> text = "Holm said Dray knew it."
        >>> said = {"content": [(10, 22)], "cue": [(5, 9)], "source": [(0, 4)]}
        >>> knew = {"content": [(20, 22)], "cue": [(15, 19)], "source": [(10, 14)]}
        >>> rest = {"id": "", "kind": Kind.INDIRECT, "quoted": Spans(), "cue_lemma": None, "speaker": None}
        >>> rest |= {"addressee": None, "via": (), "negated": False, "parent": None, "confidence": 1.0}
        >>> cut = [{role: Spans.of(text, bounds) for role, bounds in parts.items()} for parts in (said, knew)]
        >>> find_parents([Attribution(**parts, **rest) for parts in cut])
        [None, 0]
    """
    parts = [_pieces(attribution) for attribution in attributions]
    sizes = [_size(pieces) for pieces in parts]
    opening = deque(sorted((p.start, p.end, i) for i, a in enumerate(attributions) for p in a.content))
    open_now: list[tuple[int, int, int]] = []
    parents: list[int | None] = [None] * len(parts)
    for i in sorted((i for i, pieces in enumerate(parts) if pieces), key=lambda i: parts[i][0].start):
        start = parts[i][0].start
        while opening and opening[0][0] <= start:
            open_now.append(opening.popleft())
        open_now = [piece for piece in open_now if piece[1] > start]
        # A parent has characters that its child lacks, so that none can be its own ancestor.
        holders = {k for _, _, k in open_now if sizes[k] > sizes[i] and _stands_in(parts[i], attributions[k])}
        parents[i] = min(holders, key=lambda k: (_size(list(attributions[k].content)), k), default=None)
    return parents


def _pieces(attribution: Attribution) -> list[TextSpan]:
    """All spans of an attribution in text order."""
    parts = (attribution.content, attribution.cue, attribution.source)
    return sorted((piece for part in parts for piece in part), key=lambda piece: (piece.start, piece.end))


def _size(pieces: Sequence[TextSpan]) -> int:
    """How many characters spans in text order have, those of two counted once."""
    size = end = 0
    for piece in pieces:
        size += max(0, piece.end - max(end, piece.start))
        end = max(end, piece.end)
    return size


def _stands_in(pieces: Sequence[TextSpan], parent: Attribution) -> bool:
    """Return whether each span lies in one of the content of *parent*."""
    return all(any(p.start <= piece.start and piece.end <= p.end for p in parent.content) for piece in pieces)
