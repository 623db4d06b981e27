"""
Training targets: anchors, and the segments of each role.

The *anchor* of an attribution is one word that represents it: the first content word of its cue ("expected" in "was
expected to"), or the first word of its content if it has no cue. The model finds anchors first, then cue, content and
source as segments of words, given the anchor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import numpy as np

from quotekit.english.lexicons import load_words
from quotekit.evaluation import AnnotatedArticle
from quotekit.evaluation.annotated import Bounds
from quotekit.tagger.decode import MOST_SEGMENTS, ROLES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from quotekit.tagger.windows import Encoding

__all__ = ["Target", "article_targets", "clip", "marked_words", "role_arrays"]

Segments = tuple[tuple[int, int], ...]


@attrs.frozen
class Target:
    """One attribution in words: indices into an encoding, end exclusive."""

    #: The word that represents the attribution.
    anchor: int
    #: The segments of words of each role, in the order of :data:`quotekit.tagger.decode.ROLES`.
    roles: tuple[Segments, ...]


def article_targets(article: AnnotatedArticle, encoding: Encoding) -> list[Target]:
    """
    Convert an article's annotation to targets.

    Args:
        article: The article.

        encoding: Its text as words.

    Returns:
        One target for each attribution whose content has a word.
    """
    targets = []
    for attribution in article.attributions:
        roles = tuple(_segments(getattr(attribution, role), encoding) for role in ROLES)
        content = roles[ROLES.index("content")]
        if content:
            cue = roles[ROLES.index("cue")]
            targets.append(Target(_anchor(article.text, cue, encoding) if cue else content[0][0], roles))
    return targets


def _segments(spans: Bounds, encoding: Encoding) -> Segments:
    """Convert character spans to segments of words; spans without a word in between become one segment."""
    segments: list[tuple[int, int]] = []
    for start, end in spans:
        first = int(np.searchsorted(encoding.end, start, side="right"))
        last = int(np.searchsorted(encoding.start, end, side="left"))
        if segments and first <= segments[-1][1]:
            segments[-1] = (segments[-1][0], max(last, segments[-1][1]))
        elif first < last:
            segments.append((first, last))
    return tuple(segments)


def _anchor(text: str, cue: Segments, encoding: Encoding) -> int:
    """Find the first content word of a cue, or its first word."""
    function_words = load_words("function_words")
    words = [w for start, end in cue for w in range(start, end)]
    for w in words:
        word = text[encoding.start[w] : encoding.end[w]].lower()
        if word.isalpha() and word not in function_words:
            return w
    return words[0]


def marked_words(spans: Bounds, encoding: Encoding) -> NDArray[np.bool_]:
    """
    Mark the words in some spans.

    Args:
        spans: Spans of a text, such as those that are not annotated.

        encoding: The text as words.

    Returns:
        True for each word in one of the spans, shape (W,).
    """
    marked = np.zeros(len(encoding), bool)
    for start, end in _segments(spans, encoding):
        marked[start:end] = True
    return marked


def clip(target: Target, start: int, end: int) -> Target | None:
    """
    Clip a target to a window.

    Args:
        target: The target.

        start: The window's first word.

        end: The word after the window's last one.

    Returns:
        The target relative to the window's start, or None if its anchor or all its content is outside.
    """
    if not start <= target.anchor < end:
        return None
    roles = tuple(
        tuple((max(s, start) - start, min(e, end) - start) for s, e in role if s < end and e > start)
        for role in target.roles
    )
    return Target(target.anchor - start, roles) if roles[ROLES.index("content")] else None


def role_arrays(target: Target, words: int) -> NDArray[np.float32]:
    """
    Convert segments to the mask that selects their scores.

    Args:
        target: The target, relative to a window.

        words: Number of words in the batch's longest window.

    Returns:
        1 where a word is inside, begins or ends a segment of a role, 0 elsewhere; shape (words, roles, 3).
    """
    picked = np.zeros((words, len(ROLES), 3), np.float32)
    for r, (role, most) in enumerate(zip(target.roles, MOST_SEGMENTS, strict=True)):
        for start, end in role[:most]:
            picked[start:end, r, 0] = 1
            picked[start, r, 1] = 1
            picked[end - 1, r, 2] = 1
    return picked
