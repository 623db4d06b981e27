"""
Turn the model's scores into attributions.

Each anchor that the model is confident enough of becomes one attribution, with the best segments for each role.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import chain
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

import attrs
import numpy as np

from quotekit.tagger.segments import Segments, best_segments, log_probabilities

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = [
    "MOST_SEGMENTS",
    "ROLES",
    "Evidence",
    "Segments",
    "TaggedAttribution",
    "best_segments",
    "confidence",
    "decode",
    "drop_duplicates",
]

#: The roles in the order of the model's output.
ROLES = ("cue", "content", "source")
#: How many segments each role may have.
MOST_SEGMENTS = (1, 3, 1)
# Beyond these log-odds a confidence is as good as 0 or 1; the limit avoids an overflow.
_MAX_LOG_ODDS = 50.0
# Score of a blocked word: low enough to block, and small enough to be summed without loss of precision.
_BLOCKED_SCORE = -100.0
_CUE, _CONTENT, _SOURCE = range(len(ROLES))
# Anchors with a lower score do not compete for words.
_MIN_COMPETING_SCORE = -1.0
# Attributions whose anchors are farther apart share no words: no window is longer.
_MAX_WORDS_APART = 512
# Attributions that share a word are in the same part of the text; the parts are about as long as a sentence.
_PART_WORDS = 32


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
    #: 1 if a word of the content is quoted, else 0; set once the quotation marks are known.
    quoted: float = 0.0


@attrs.frozen
class TaggedAttribution:
    """One attribution in words, as indices into an encoding, or in characters, as offsets into a text."""

    #: The word at which the model finds it, mostly one of the cue.
    anchor: int
    #: The model's scores.
    evidence: Evidence
    #: Segments of the cue.
    cue: Segments
    #: Segments of the content.
    content: Segments
    #: Segments of the source.
    source: Segments
    #: The estimated probability that it is right, from 0 to 1; set once the evidence is complete.
    confidence: float = 0.0

    def moved(self, words: int) -> TaggedAttribution:
        """
        Return the attribution in a text in which its first word has another place.

        Args:
            words: How many words come before those that it is counted in.

        Returns:
            The same attribution, counted from there.

        Example:
            >>> TaggedAttribution(2, Evidence(), cue=((2, 3),), content=((4, 7),), source=()).moved(100).content
            ((104, 107),)
        """
        cue, content, source = (
            tuple((start + words, end + words) for start, end in role) for role in (self.cue, self.content, self.source)
        )
        # Written out: attrs.evolve takes longer than all the rest of this, and there are many candidates.
        return TaggedAttribution(self.anchor + words, self.evidence, cue, content, source, self.confidence)


def decode(
    anchors: NDArray[np.int64], anchor_scores: NDArray[np.float32], scores: NDArray[np.float32]
) -> list[TaggedAttribution]:
    """
    Decode one window's scores into attributions.

    Args:
        anchors: Word of each anchor in the window, shape (N,).

        anchor_scores: Score of each anchor, shape (N,).

        scores: Role scores, shape (N, W, roles, 3).

    Returns:
        One attribution for each anchor that has content, in words of the window.
    """
    if not len(anchors):
        return []
    count, most = len(anchors), MOST_SEGMENTS[_CONTENT]
    # Roles with one segment are decoded together: for short windows the number of array operations is what counts.
    single_scores = np.concatenate([scores[:, :, _CUE], scores[:, :, _SOURCE]])
    singles = best_segments(single_scores, most=1)
    content_scores = scores[:, :, _CONTENT].copy()
    contents = best_segments(content_scores, most)
    likely = np.flatnonzero(anchor_scores > _MIN_COMPETING_SCORE).tolist()
    _resolve_overlaps(anchors, likely, content_scores, contents)
    single_probabilities = log_probabilities(single_scores, singles, most=1)
    content_probabilities = log_probabilities(content_scores, contents, most)
    by_role = [anchor_scores, single_probabilities[:count], content_probabilities, single_probabilities[count:]]
    evidence = np.stack(by_role, axis=1).tolist()
    roles = (singles[:count], contents, singles[count:])
    found = []
    for i, anchor in enumerate(anchors.tolist()):
        cue, content, source = (role[i] for role in roles)
        if content:
            found.append(TaggedAttribution(anchor, Evidence(*evidence[i]), cue, content, source))
    return found


def _resolve_overlaps(
    anchors: NDArray[np.int64], likely: list[int], scores: NDArray[np.float32], contents: list[Segments]
) -> None:
    """
    Resolve conflicts between likely attributions whose contents overlap; *scores* and *contents* are changed.

    One of the two gets the best content without the other's words: the one whose score suffers less. An attribution
    that is inside the other's content is in no conflict with it.
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
    """Return scores with the other's words blocked, the best content by them, and how much lower its score is."""
    blocked = scores.copy()
    for start, end in other:
        blocked[start:end] = _BLOCKED_SCORE
    (new,) = best_segments(blocked[np.newaxis], MOST_SEGMENTS[_CONTENT])
    return blocked, new, _score(scores, own) - _score(scores, new)


def _score(scores: NDArray[np.float32], segments: Segments) -> float:
    return float(sum(scores[s:e, 0].sum() + scores[s, 1] + scores[e - 1, 2] for s, e in segments))


def _holds(segments: Segments, word: int) -> bool:
    return any(start <= word < end for start, end in segments)


def confidence(evidence: Sequence[float], weights: Sequence[float]) -> float:
    """
    Compute a calibrated confidence: of the attributions with a confidence of 0.8, eight in ten are right.

    Args:
        evidence: The scores of one attribution.

        weights: One weight for each score, and an intercept at the end (Platt scaling, with more than one score).

    Returns:
        The estimated probability that the attribution is right, from 0 to 1.

    Example:
        >>> confidence((2.0, -0.5), weights=(1.0, 1.0, 0.5))
        0.8807970779778823
    """
    *factors, constant = weights
    score = math.fsum(map(mul, factors, evidence)) + constant
    return 1 / (1 + math.exp(-max(-_MAX_LOG_ODDS, min(_MAX_LOG_ODDS, score))))


def drop_duplicates(found: Sequence[TaggedAttribution]) -> list[TaggedAttribution]:
    """
    Drop the less likely of two attributions that are the same.

    Two attributions are duplicates if their cues share a word, or if most of their content is the same; the one with
    the higher confidence is kept. Attributions inside another's content are kept.

    Args:
        found: Attributions of one text.

    Returns:
        Those kept, in text order of their content.
    """
    # In order of confidence they come from anywhere in the text; each is compared with those in its part of it.
    kept: list[TaggedAttribution] = []
    by_part: dict[int, list[_Placed]] = {}
    for placed in map(_place, sorted(found, key=lambda f: (-f.confidence, f.anchor))):
        parts = range(placed.start // _PART_WORDS, (placed.end - 1) // _PART_WORDS + 1)
        near = chain.from_iterable(by_part.get(part, ()) for part in parts)
        if not any(_are_duplicates(placed, other) for other in near):
            kept.append(placed.tagged)
            for part in parts:
                by_part.setdefault(part, []).append(placed)
    return sorted(kept, key=lambda k: (k.content, k.cue, k.anchor))


class _Placed(NamedTuple):
    """An attribution with the bounds of its cue and content: duplicates share a word, so their bounds overlap."""

    tagged: TaggedAttribution
    start: int
    end: int


def _place(tagged: TaggedAttribution) -> _Placed:
    segments = (*tagged.cue, *tagged.content)
    return _Placed(tagged, min(start for start, _ in segments), max(end for _, end in segments))


def _are_duplicates(one: _Placed, other: _Placed) -> bool:
    """Return whether two attributions are the same one, found twice."""
    a, b = one.tagged, other.tagged
    if one.end <= other.start or other.end <= one.start or abs(a.anchor - b.anchor) > _MAX_WORDS_APART:
        return False
    if _overlap(a.cue, b.cue):
        return True
    if _overlap(a.content, b.cue) or _overlap(b.content, a.cue):
        return False
    shared = _overlap(a.content, b.content)
    return 2 * shared >= _overlap(a.content, a.content) + _overlap(b.content, b.content) - shared


def _overlap(a: Segments, b: Segments) -> int:
    """Return how many words two sets of segments share."""
    if not a or not b or a[-1][1] <= b[0][0] or b[-1][1] <= a[0][0]:
        return 0
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
