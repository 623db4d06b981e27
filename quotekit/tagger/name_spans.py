"""Turn the model's scores of words into names of people, organizations, places and groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import attrs
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["NAME_KINDS", "BestKinds", "TaggedName", "best_kinds", "decode_names"]

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


class BestKinds(NamedTuple):
    """The kinds of the words of one window: all that its scores are needed for, in a tenth of the memory."""

    #: The best kind of each word, counted from 1; 0 for no name.
    kinds: NDArray[np.int8]
    #: Whether each word is the first of a name.
    begins: NDArray[np.bool_]
    #: The probability of each word's kind.
    probabilities: NDArray[np.float32]


def best_kinds(scores: NDArray[np.float32]) -> BestKinds:
    """
    Turn the scores of words into kinds.

    Args:
        scores: Scores of each word as no name, and as the first or a further word of each kind; shape
            (W, 1 + 2 * kinds). A model without names has one column.

    Returns:
        The best kind of each word.
    """
    probabilities = np.exp(scores - scores.max(axis=1, keepdims=True))
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    # The kind of a word is decided by both of its scores together.
    kinds = np.concatenate([probabilities[:, :1], probabilities[:, 1::2] + probabilities[:, 2::2]], axis=1)
    best = kinds.argmax(axis=1)
    rows = np.arange(len(best))
    begins = (best > 0) & (probabilities[rows, 2 * best - 1] > probabilities[rows, 2 * best])
    return BestKinds(best.astype(np.int8), begins, kinds[rows, best])


def decode_names(windows: Sequence[BestKinds]) -> list[TaggedName]:
    """
    Find the names of a text.

    Args:
        windows: The best kinds of the words of each window, from :func:`best_kinds`.

    Returns:
        The names in text order, as word indices.

    Example:
        >>> scores = np.full((3, 11), -9.0, dtype=np.float32)
        >>> scores[0, 1] = scores[1, 2] = scores[2, 0] = 9.0
        >>> [(n.start, n.end, n.kind) for n in decode_names([best_kinds(scores)])]
        [(0, 2, 'person')]
    """
    if not windows:
        return []
    kinds, begins, probabilities = (np.concatenate(columns) for columns in zip(*windows, strict=True))
    return [
        TaggedName(start, end, NAME_KINDS[kinds[start] - 1], float(probabilities[start:end].min()))
        for start, end in _runs(kinds, begins)
    ]


def _runs(best: NDArray[np.int8], begins: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Yield runs of words of one kind; the first word of a name begins a run."""
    is_edge = begins.copy()
    is_edge[1:] |= best[1:] != best[:-1]
    is_edge[:1] = True
    edges = np.flatnonzero(is_edge)
    ends = np.append(edges[1:], len(best))
    is_name = best[edges] > 0
    yield from zip(edges[is_name].tolist(), ends[is_name].tolist(), strict=True)
