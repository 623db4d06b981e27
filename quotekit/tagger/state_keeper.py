"""Keep the states of those words of a text that may be asked for: those of all words take much memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from quotekit.tagger.decode import TaggedAttribution
from quotekit.tagger.windows import Encoding, Window
from quotekit.tagger.word_states import WordStates

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["StateKeeper", "StateKeepers"]

# Corrections may move the beginning of a content by a few words.
_FIRST_WORDS = 3
# So many words are moved at a time.
_ROWS = 4096
# So many words beside one that may be of a name may show that it names an outlet.
_BESIDE = 3


class StateKeeper:
    """
    Takes the states of a text's words, window by window, and drops those that nobody will ask for.

    Args:
        encoding: The text.

        asked: Which words may be asked for whatever is found; shape (W,). The words of sources and cues, and the first
            ones of contents, are kept besides.
    """

    def __init__(self, encoding: Encoding, asked: NDArray[np.bool_]) -> None:
        self._start = encoding.start
        self._asked = asked
        # Those that are found in windows, some of which are dropped in the end.
        self._likely = asked.copy()
        # The first word of each window that is kept, and the states from it on.
        self._whole: deque[tuple[int, NDArray[np.int8]]] = deque()
        # The states of the likely words before: one block, which leaves no holes in the memory when it is freed.
        self._kept = bytearray()
        self._width = 0

    def add(self, window: Window, found: Iterable[TaggedAttribution], states: NDArray[np.int8]) -> None:
        """
        Add a window.

        Args:
            window: The window; windows come in text order.

            found: The attributions that were found in it.

            states: The rounded states of its words that are kept, shape (words, width).
        """
        _mark(self._likely, found)
        self._whole.append((window.keep_start, states))
        self._width = states.shape[1]
        # Neither this window nor a later one has words before its first.
        self._drop_before(window.start)

    def _drop_before(self, word: int) -> None:
        """Drop the states of unlikely words from all windows that end before a word."""
        while self._whole and self._whole[0][0] + len(self._whole[0][1]) <= word:
            first, states = self._whole.popleft()
            self._kept += states[self._likely[first : first + len(states)]].tobytes()

    def finish(self, found: Iterable[TaggedAttribution]) -> WordStates | None:
        """
        Return the states of the words that are kept; nothing can be added afterwards.

        Args:
            found: The attributions of the text: some of those that were found in its windows.

        Returns:
            The states; None if no window was added.
        """
        self._drop_before(len(self._start))
        if not self._width:
            return None
        wanted = self._asked.copy()
        _mark(wanted, found)
        _keep_rows(self._kept, self._width, wanted[self._likely])
        states = np.frombuffer(self._kept, np.int8).reshape(-1, self._width)
        return WordStates(_small(self._start[wanted]), states)


class StateKeepers:
    """
    Keeps the states for speakers, and behind them in each state those for outlets.

    Args:
        encoding: The text.

        asked: Which words may be asked for whatever is found; shape (W,). For outlets the words beside them are, too.

        of_outlets: How many numbers of a state are for outlets.
    """

    def __init__(self, encoding: Encoding, asked: NDArray[np.bool_], of_outlets: int) -> None:
        self._of_outlets = of_outlets
        self._speakers = StateKeeper(encoding, asked)
        self._outlets = StateKeeper(encoding, _widened(asked)) if of_outlets else None

    def add(self, window: Window, found: Sequence[TaggedAttribution], states: NDArray[np.int8]) -> None:
        """
        Add a window.

        Args:
            window: The window; windows come in text order.

            found: The attributions that were found in it.

            states: The rounded states of its words that are kept, shape (words, width).
        """
        of_speakers = states.shape[1] - self._of_outlets
        self._speakers.add(window, found, states[:, :of_speakers])
        if self._outlets is not None:
            self._outlets.add(window, found, states[:, of_speakers:])

    def finish(self, found: Sequence[TaggedAttribution]) -> tuple[WordStates | None, WordStates | None]:
        """
        Return the states of the words that are kept; nothing can be added afterwards.

        Args:
            found: The attributions of the text: some of those that were found in its windows.

        Returns:
            The states for speakers and those for outlets, None where there are none.
        """
        return self._speakers.finish(found), None if self._outlets is None else self._outlets.finish(found)


def _widened(asked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which words are asked for, or are a few words from one that is."""
    found: NDArray[np.bool_] = asked.copy()
    for shift in range(1, _BESIDE + 1):
        found[shift:] |= asked[:-shift]
        found[:-shift] |= asked[shift:]
    return found


def _keep_rows(data: bytearray, width: int, wanted: NDArray[np.bool_]) -> None:
    """Drop the rows that are not wanted from a block; another block would take as much memory again."""
    rows = np.frombuffer(data, np.int8).reshape(-1, width)
    kept = 0
    for low in range(0, len(rows), _ROWS):
        some = rows[low : low + _ROWS][wanted[low : low + _ROWS]]
        rows[kept : kept + len(some)] = some
        kept += len(some)
    # A block that an array looks at cannot be cut.
    del rows
    del data[kept * width :]


def _small(offsets: NDArray[np.int64]) -> NDArray[np.int32] | NDArray[np.int64]:
    """Return offsets in half the memory, where they are small enough."""
    is_small = not len(offsets) or offsets[-1] <= np.iinfo(np.int32).max
    return offsets.astype(np.int32) if is_small else offsets


def _mark(wanted: NDArray[np.bool_], found: Iterable[TaggedAttribution]) -> None:
    """Mark the words of attributions that may be asked for; *wanted* is changed."""
    for one in found:
        for first, end in (*one.source, *one.cue):
            wanted[first:end] = True
        for first, _ in one.content:
            wanted[first : first + _FIRST_WORDS] = True
