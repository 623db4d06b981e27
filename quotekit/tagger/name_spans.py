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

# Scores are turned into probabilities for as many words at once, to bound the memory for a long text.
_PART_WORDS = 10_000


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
    parts = [_best_kinds(scores[at : at + _PART_WORDS]) for at in range(0, len(scores), _PART_WORDS)]
    best, begins, probabilities = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    return [
        TaggedName(start, end, NAME_KINDS[best[start] - 1], float(probabilities[start:end].min()))
        for start, end in _runs(best, begins)
    ]


def _best_kinds(scores: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.bool_], NDArray[np.float32]]:
    """Return the best kind of each word, whether it is the first of a name, and the probability of its kind."""
    probabilities = np.exp(scores - scores.max(axis=1, keepdims=True))
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    # The kind of a word is decided by both of its scores together.
    kinds = np.concatenate([probabilities[:, :1], probabilities[:, 1::2] + probabilities[:, 2::2]], axis=1)
    best = kinds.argmax(axis=1)
    rows = np.arange(len(best))
    begins = (best > 0) & (probabilities[rows, 2 * best - 1] > probabilities[rows, 2 * best])
    return best.astype(np.int8), begins, kinds[rows, best]


def _runs(best: NDArray[np.int8], begins: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Yield runs of words of one kind; the first word of a name begins a run."""
    is_edge = begins.copy()
    is_edge[1:] |= best[1:] != best[:-1]
    is_edge[0] = True
    edges = np.flatnonzero(is_edge)
    ends = np.append(edges[1:], len(best))
    is_name = best[edges] > 0
    yield from zip(edges[is_name].tolist(), ends[is_name].tolist(), strict=True)
