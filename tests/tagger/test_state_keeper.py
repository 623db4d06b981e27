"""Keeping the states of words that may be asked for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.tagger.decode import Evidence, TaggedAttribution
from quotekit.tagger.state_keeper import StateKeeper, StateKeepers
from quotekit.tagger.windows import Encoding, Window

WORDS = 24
STATES = np.arange(2 * WORDS, dtype=np.int8).reshape(WORDS, 2)
NOBODY = np.zeros(WORDS, bool)
TEXT = Encoding(
    ids=np.zeros(WORDS, np.int32),
    first=np.arange(WORDS + 1),
    start=5 * np.arange(WORDS),
    end=5 * np.arange(WORDS) + 4,
    features=np.zeros((WORDS, 3), np.uint8),
    breaks=np.zeros(WORDS, np.int8),
)
# Each shares words with its neighbours; the first and the third share some, too.
WINDOWS = (Window(0, 12, 0, 8), Window(6, 15, 8, 9), Window(8, 20, 9, 16), Window(14, 24, 16, 24))


def tagged(cue: int, content: int, source: int) -> TaggedAttribution:
    """Return an attribution whose segments begin at the given words, and have two words or, the content, six."""
    return TaggedAttribution(
        cue, Evidence(), ((cue, cue + 2),), ((content, content + 6),), ((source, source + 2),) if source else ()
    )


def keep(asked: np.ndarray, found: list[list[TaggedAttribution]], distinct: list[TaggedAttribution]) -> list[int]:
    """Return the words whose states are kept; check that the states are theirs."""
    keeper = StateKeeper(TEXT, asked)
    for window, in_window in zip(WINDOWS, found, strict=True):
        keeper.add(window, in_window, STATES[window.keep_start : window.keep_end])
    states = keeper.finish(distinct)
    assert states is not None
    words = [int(start) // 5 for start in states.start]
    assert STATES[words].tolist() == states.steps.tolist()
    return words


class TestStateKeeper:
    """StateKeeper."""

    @given(data=st.data())
    def test_as_from_all_states(self, data: st.DataObject) -> None:
        """What is kept is what would be chosen from the states of all words, with what is found in the end."""
        asked = np.array(data.draw(st.lists(st.booleans(), min_size=WORDS, max_size=WORDS)))
        found = [
            [
                tagged(*words)
                for words in data.draw(st.lists(st.tuples(*[st.integers(w.start, w.end - 6)] * 3), max_size=3))
            ]
            for w in WINDOWS
        ]
        distinct = [one for in_window in found for one in in_window if data.draw(st.booleans())]

        expected = {*np.flatnonzero(asked).tolist()}
        for one in distinct:
            begins = [(one.cue[0][0], 2), (one.content[0][0], 3), *((first, 2) for first, _ in one.source)]
            expected |= {word for first, count in begins for word in range(first, first + count)}
        assert sorted(expected) == keep(asked, found, distinct)

    def test_found_by_a_neighbour(self) -> None:
        """A word whose state comes from one window is kept if the next one finds that it is of a source."""
        found = tagged(12, 9, 6)

        assert [6, 7, 9, 10, 11, 12, 13] == keep(NOBODY, [[], [found], [], []], [found])

    def test_dropped(self) -> None:
        """A word that only a dropped attribution has is not kept."""
        assert [2, 3, 8, 9, 10] == keep(NOBODY, [[tagged(2, 8, 0), tagged(5, 6, 0)], [], [], []], [tagged(2, 8, 0)])

    @pytest.mark.parametrize("rows", [1, 2, 3, 7, WORDS])
    def test_moved_in_parts(self, monkeypatch: pytest.MonkeyPatch, rows: int) -> None:
        """It makes no difference how many states are moved at a time."""
        monkeypatch.setattr("quotekit.tagger.state_keeper._ROWS", rows)
        asked = np.arange(WORDS) % 5 == 1
        dropped = tagged(2, 8, 0), tagged(12, 5, 0)

        words = [1, 6, 11, 14, 15, 16, 18, 19, 21]
        assert words == keep(asked, [[*dropped], [], [], [tagged(18, 14, 0)]], [tagged(18, 14, 0)])

    def test_no_windows(self) -> None:
        """A text without words has no states."""
        assert None is StateKeeper(TEXT, NOBODY).finish([])


class TestStateKeepers:
    """StateKeepers."""

    def keep(self, asked: list[int], of_outlets: int) -> list[tuple[list[int], list[list[int]]] | None]:
        """Return the words whose states are kept of both kinds, and these states; 3 to 5 are of an attribution."""
        wanted = NOBODY.copy()
        wanted[asked] = True
        keepers, found = StateKeepers(TEXT, wanted, of_outlets), [tagged(3, 4, 0)]
        for window in WINDOWS:
            in_window = found if window.start == 0 else []
            keepers.add(window, in_window, STATES[window.keep_start : window.keep_end])
        return [
            None if one is None else ([int(start) // 5 for start in one.start], one.steps.tolist())
            for one in keepers.finish(found)
        ]

    def test_two_kinds(self) -> None:
        """The last numbers of each state are for outlets, the others for speakers."""
        speakers, outlets = self.keep([], 1)

        words = [3, 4, 5, 6]
        assert (words, STATES[words, :1].tolist()) == speakers
        assert (words, STATES[words, 1:].tolist()) == outlets

    def test_words_beside(self) -> None:
        """For outlets, three words before and after each that is asked for are kept, too, across windows."""
        speakers, outlets = self.keep([0, 15, 23], 1)

        assert speakers is not None
        assert outlets is not None
        assert [0, 3, 4, 5, 6, 15, 23] == speakers[0]
        assert [*range(7), *range(12, 19), *range(20, 24)] == outlets[0]
        assert STATES[outlets[0], 1:].tolist() == outlets[1]

    def test_none_for_outlets(self) -> None:
        """A model without states for outlets has all numbers for speakers."""
        speakers, outlets = self.keep([], 0)

        assert None is outlets
        assert ([3, 4, 5, 6], STATES[3:7].tolist()) == speakers

    def test_no_windows(self) -> None:
        """A text without words has no states of either kind."""
        assert (None, None) == StateKeepers(TEXT, NOBODY, 1).finish([])
