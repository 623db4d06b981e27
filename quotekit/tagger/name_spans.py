"""Turn the model's scores of words into names of people, organizations, places and groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["NAME_KINDS", "TaggedName", "decode_names"]

#: The kinds of names, in the order of the model's output: 0 is no name, 1 + 2k the first word of one of kind k, 2 + 2k
#: a further word of it (BIO tagging).
NAME_KINDS = ("person", "organization", "place", "group", "other")


@attrs.frozen
class TaggedName:
    """A name in words, as indices into an encoding, or in characters, as offsets into a text."""

    #: Its first word or character.
    start: int
    #: The word or character after its last one.
    end: int
    #: One of :data:`NAME_KINDS`.
    kind: str
    #: The probability that its words are a name of this kind, from 0 to 1: that of the least likely word.
    confidence: float


def decode_names(scores: NDArray[np.float32]) -> list[TaggedName]:
    """
    Decode scores into names.

    Args:
        scores: Scores of each word as no name, and as the first or a further word of each kind; shape
            (W, 1 + 2 * kinds). A model without names has one column.

    Returns:
        The names in text order, as word indices.

    Example:
        >>> scores = np.full((3, 11), -9.0, dtype=np.float32)
        >>> scores[0, 1] = scores[1, 2] = scores[2, 0] = 9.0
        >>> [(n.start, n.end, n.kind) for n in decode_names(scores)]
        [(0, 2, 'person')]
    """
    if scores.shape[1] == 1 or not len(scores):
        return []
    probabilities = np.exp(scores - scores.max(axis=1, keepdims=True))
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    # The kind of a word is decided by both of its scores together.
    kinds = np.concatenate([probabilities[:, :1], probabilities[:, 1::2] + probabilities[:, 2::2]], axis=1)
    best = kinds.argmax(axis=1)
    begins = (best > 0) & (
        probabilities[np.arange(len(best)), 2 * best - 1] > probabilities[np.arange(len(best)), 2 * best]
    )
    return [
        TaggedName(start, end, NAME_KINDS[best[start] - 1], float(kinds[start:end, best[start]].min()))
        for start, end in _runs(best, begins)
    ]


def _runs(best: NDArray[np.int64], begins: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Yield runs of words of one kind; the first word of a name begins a run."""
    starts = np.flatnonzero((best > 0) & (begins | (best != np.concatenate([[0], best[:-1]]))))
    for start in starts.tolist():
        others = np.flatnonzero((best[start + 1 :] != best[start]) | begins[start + 1 :])
        yield start, start + 1 + int(others[0]) if len(others) else len(best)
