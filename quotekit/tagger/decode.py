"""
Scores to attributions.

Each anchor the model is sure enough of becomes one attribution. For each role the best set of
segments is found exactly (the search of a semi-Markov model, with running maxima in place of a loop over words).
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

import attrs
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = [
    "MOST_SEGMENTS",
    "ROLES",
    "Evidence",
    "TaggedAttribution",
    "best_segments",
    "confidence",
    "decode",
    "log_chances",
    "select",
]

#: The roles in the order of the model's output.
ROLES = ("cue", "content", "source")
#: How many segments each role may have.
MOST_SEGMENTS = (1, 3, 1)
_NEVER = -1e4
_CERTAIN = 50.0
#: Score of a blocked word: low enough, and small enough to be summed without loss.
_BLOCKED = -100.0
_CONTENT = ROLES.index("content")
#: Anchors with a lower score claim no words from others.
_CONTENDER = -1.0
#: Attributions whose anchors are further apart than this many words share none: no window is longer.
_NEAR = 512

Segments = tuple[tuple[int, int], ...]


class Evidence(NamedTuple):
    """The model's scores of one attribution, from which its confidence is computed."""

    #: Score of the anchor.
    anchor: float = 0.0
    #: Log probability of the cue given the anchor.
    cue: float = 0.0
    #: Log probability of the content given the anchor.
    content: float = 0.0
    #: Log probability of the source given the anchor.
    source: float = 0.0
    #: 1 if a word of the content is quoted, else 0; set once the quotation marks are looked at.
    quoted: float = 0.0


@attrs.frozen
class TaggedAttribution:
    """One attribution in words: indices into an encoding, end exclusive."""

    #: The word that stands for it.
    anchor: int
    #: The model's scores.
    evidence: Evidence
    #: Segments of the cue.
    cue: Segments
    #: Segments of the content.
    content: Segments
    #: Segments of the source.
    source: Segments
    #: How likely it is right, from 0 to 1; set once it is calibrated.
    confidence: float = 0.0


def best_segments(scores: NDArray[np.float32], most: int) -> list[Segments]:
    """
    Find the best set of at most *most* segments that do not touch.

    Args:
        scores: Scores of one role, inside, begin and end, for N anchors and W words; shape (N, W, 3).

        most: The largest number of segments.

    Returns:
        For each anchor its segments in text order, as word indices, end exclusive; may be empty.

    Example:
        >>> scores = np.array([[[-1, 0, 0], [2, 1, 0], [2, 0, 1], [-1, 0, 0]]], dtype=np.float32)
        >>> best_segments(scores, most=1)
        [((1, 3),)]
    """
    inside, begin, end = scores[..., 0], scores[..., 1], scores[..., 2]
    upto = np.cumsum(inside, axis=1)
    count, words = upto.shape
    ready = np.zeros_like(upto)
    tables: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
    totals = [np.zeros(count, upto.dtype)]
    for _ in range(most):
        opened, opened_at = _running_best(ready + begin - (upto - inside))
        best, closed_at = _running_best(opened + upto + end)
        tables.append((opened_at, closed_at))
        totals.append(best[:, -1])
        ready = np.full_like(upto, _NEVER)
        ready[:, 2:] = best[:, :-2]
    chosen = np.argmax(np.stack(totals), axis=0)
    return [_trace(tables, row, int(chosen[row]), words) for row in range(count)]


def _running_best(values: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """The running maximum of each row and where it stands."""
    best = np.maximum.accumulate(values, axis=1)
    places = np.where(values == best, np.arange(values.shape[1]), 0)
    return best, np.maximum.accumulate(places, axis=1)


def _trace(
    tables: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]], row: int, segments: int, words: int
) -> Segments:
    """Follow the tables back from the last word."""
    found = []
    last = words - 1
    for opened_at, closed_at in reversed(tables[:segments]):
        end = int(closed_at[row, last])
        start = int(opened_at[row, end])
        found.append((start, end + 1))
        last = start - 2
    return tuple(reversed(found))


def log_chances(scores: NDArray[np.float32], segments: Sequence[Segments], most: int) -> NDArray[np.float32]:
    """
    Tell how likely chosen segments are among all sets of segments.

    Args:
        scores: Scores of one role, inside, begin and end; shape (N, W, 3).

        segments: The chosen segments of each anchor.

        most: The largest number of segments.

    Returns:
        The logarithm of their probability, shape (N,).
    """
    inside, begin, end = scores[..., 0], scores[..., 1], scores[..., 2]
    upto = np.cumsum(inside, axis=1)
    before = upto - inside
    ready = np.zeros_like(upto)
    total = np.zeros(len(upto), upto.dtype)
    for _ in range(most):
        closed = np.logaddexp.accumulate(ready + begin - before, axis=1) + upto + end
        summed = np.logaddexp.accumulate(closed, axis=1)
        total = np.logaddexp(total, summed[:, -1])
        ready = np.full_like(upto, _NEVER)
        ready[:, 2:] = summed[:, :-2]
    chosen = np.zeros(len(upto), upto.dtype)
    for row, own in enumerate(segments):
        for first, last in own:
            chosen[row] += upto[row, last - 1] - before[row, first] + begin[row, first] + end[row, last - 1]
    return chosen - total


def decode(
    anchors: NDArray[np.int64], anchor_scores: NDArray[np.float32], scores: NDArray[np.float32], offset: int = 0
) -> list[TaggedAttribution]:
    """
    Turn one window's scores into attributions.

    Args:
        anchors: Word of each anchor in the window, shape (N,).

        anchor_scores: Score of each anchor, shape (N,).

        scores: Role scores, shape (N, W, roles, 3).

        offset: Index of the window's first word in the text.

    Returns:
        One attribution for each anchor that has content.
    """
    if not len(anchors):
        return []
    roles = [best_segments(scores[:, :, r], most) for r, most in enumerate(MOST_SEGMENTS)]
    likely = np.flatnonzero(anchor_scores > _CONTENDER).tolist()
    scores = scores.copy()
    _share_content(anchors, likely, scores[:, :, _CONTENT], roles[_CONTENT])
    sure = [log_chances(scores[:, :, r], roles[r], most) for r, most in enumerate(MOST_SEGMENTS)]
    evidence = np.stack([anchor_scores, *sure], axis=1).tolist()
    found = []
    for i, anchor in enumerate(anchors.tolist()):
        cue, content, source = (tuple((s + offset, e + offset) for s, e in role[i]) for role in roles)
        if content:
            found.append(TaggedAttribution(anchor + offset, Evidence(*evidence[i]), cue, content, source))
    return found


def _share_content(
    anchors: NDArray[np.int64], likely: list[int], scores: NDArray[np.float32], contents: list[Segments]
) -> None:
    """
    Settle whose content the words are that two likely attributions claim; *scores* and *contents* are changed.

    Each is given its best content without the other's; the choice that costs the least stands. An attribution that
    stands whole inside the other's content is no rival.
    """
    for n, a in enumerate(likely):
        for b in likely[n + 1 :]:
            if not _overlap(contents[a], contents[b]):
                continue
            if _holds(contents[a], int(anchors[b])) or _holds(contents[b], int(anchors[a])):
                continue
            options = [(loser, *_without(scores[loser], contents[loser], contents[a + b - loser])) for loser in (a, b)]
            loser, blocked, content, _ = min(options, key=lambda option: option[-1])
            scores[loser], contents[loser] = blocked, content


def _without(
    scores: NDArray[np.float32], own: Segments, other: Segments
) -> tuple[NDArray[np.float32], Segments, float]:
    """Scores that leave the other's words alone, the best content by them, and how much worse it is."""
    blocked = scores.copy()
    for start, end in other:
        blocked[start:end] = _BLOCKED
    (new,) = best_segments(blocked[np.newaxis], MOST_SEGMENTS[_CONTENT])
    return blocked, new, _score(scores, own) - _score(scores, new)


def _score(scores: NDArray[np.float32], segments: Segments) -> float:
    return float(sum(scores[s:e, 0].sum() + scores[s, 1] + scores[e - 1, 2] for s, e in segments))


def _holds(segments: Segments, word: int) -> bool:
    return any(start <= word < end for start, end in segments)


def confidence(evidence: Sequence[float], weights: Sequence[float]) -> float:
    """
    Turn the model's scores into a confidence: of the attributions that say 0.8, eight in ten are right.

    Args:
        evidence: The scores of one attribution.

        weights: One weight for each score and at the end a constant (Platt 1999, with more than one score).

    Returns:
        How likely the attribution is right, from 0 to 1.

    Example:
        >>> confidence((2.0, -0.5), weights=(1.0, 1.0, 0.5))
        0.8807970779778823
    """
    *factors, constant = weights
    score = math.fsum(map(mul, factors, evidence)) + constant
    return 1 / (1 + math.exp(-max(-_CERTAIN, min(_CERTAIN, score))))


def select(found: Sequence[TaggedAttribution]) -> list[TaggedAttribution]:
    """
    Keep the attributions that do not say the same thing again.

    Two attributions say the same where their cues share a word, or where most of their content is the same; the
    likelier one stays. Attributions inside another's content are kept.

    Args:
        found: Attributions of one text.

    Returns:
        Those kept, in text order of their content.
    """
    kept: list[TaggedAttribution] = []
    for candidate in sorted(found, key=lambda f: (-f.confidence, f.anchor)):
        first = bisect_left(kept, candidate.anchor - _NEAR, key=_anchor)
        last = bisect_right(kept, candidate.anchor + _NEAR, key=_anchor)
        if not any(_says_the_same(candidate, near) for near in kept[first:last]):
            insort(kept, candidate, key=_anchor)
    return sorted(kept, key=lambda k: (k.content, k.cue))


def _anchor(tagged: TaggedAttribution) -> int:
    return tagged.anchor


def _says_the_same(a: TaggedAttribution, b: TaggedAttribution) -> bool:
    if _overlap(a.cue, b.cue):
        return True
    if _overlap(a.content, b.cue) or _overlap(b.content, a.cue):
        return False
    shared = _overlap(a.content, b.content)
    return 2 * shared >= _overlap(a.content, a.content) + _overlap(b.content, b.content) - shared


def _overlap(a: Segments, b: Segments) -> int:
    """How many words two sets of segments share."""
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
