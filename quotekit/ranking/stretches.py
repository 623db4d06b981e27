"""Stretches of a text: the states of their words, and what is within them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from quotekit.records import Spans
    from quotekit.text import Bounds

__all__ = ["NO_WORDS", "States", "states_of_drafts", "within"]

_Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

#: Where no word begins: the state is zero.
NO_WORDS = (0, 0)


class States(Protocol):
    """The states of stretches of text, such as :class:`~quotekit.tagger.word_states.WordStates`."""

    @property
    def width(self) -> int:
        """How many numbers a state has."""

    def of(self, bounds: Sequence[tuple[int, int]]) -> NDArray[np.float32]:
        """Return the first state, the last one and the mean of each stretch; shape (stretches, 3 * width)."""


class _Draft(Protocol):
    """An attribution as drafted."""

    @property
    def source(self) -> Spans: ...

    @property
    def cue(self) -> Spans: ...

    @property
    def content(self) -> Spans: ...


def states_of_drafts(states: States, drafts: Sequence[_Draft]) -> _Array:
    """
    Return the states of the words of attributions.

    Args:
        states: The states of the text.

        drafts: The attributions.

    Returns:
        The three states of a source, the mean of those of a cue, and that of a content's first word; shape
        (attributions, 5 * width).
    """
    width = states.width
    source = states.of([_first_bounds(draft.source) for draft in drafts])
    cue = states.of([_first_bounds(draft.cue) for draft in drafts])[:, 2 * width :]
    content = states.of([_first_bounds(draft.content) for draft in drafts])[:, :width]
    return np.concatenate((source, cue, content), 1, dtype=np.float32)


def within(starts: _Array, spans: Sequence[Spans]) -> _Array:
    """
    Return which offsets of each row are in the spans for it.

    Args:
        starts: The offsets; shape (D, S).

        spans: The spans for each row.

    Returns:
        Whether they are; shape (D, S).
    """
    found = np.zeros(starts.shape, bool)
    for row, pieces in enumerate(spans):
        for piece in pieces:
            found[row] |= (starts[row] >= piece.start) & (starts[row] < piece.end)
    return found


def _first_bounds(spans: Spans) -> Bounds:
    return (spans[0].start, spans[0].end) if spans else NO_WORDS
