"""Evidence from who speaks in the turns around a turn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
import pytest

from quotekit.names.source_phrases import SourcePhrase
from quotekit.records import SpeakerKind
from quotekit.speakers.conversations.alternation import next_names, next_turn, turns_before
from quotekit.speakers.conversations.narration import Narration
from quotekit.speakers.conversations.scenes import Scene
from quotekit.speakers.conversations.turns import Turn
from quotekit.speakers.conversations.view import Anchors, View
from quotekit.speakers.conversations.vocatives import NamesInTurn
from quotekit.speakers.decision import Decision
from quotekit.speakers.referents import Described, Named, Referent

IDA, BO = Named(0), Named(1)
WOMAN = Described(SpeakerKind.UNNAMED, ("woman",))
NONE = Narration()
SCENE = Scene(Turn((0,), 0, 9, 0, ((0, 9),)), NamesInTurn(), NONE, NONE, NONE, NONE, NONE)
NOTHING: Any = None


def scene(*, gap: int = 0, before: int = 0, after: int = 0, turn: Turn = SCENE.turn) -> Scene:
    """Return a scene with narration of some lengths."""
    return attrs.evolve(
        SCENE, turn=turn, gap=Narration(size=gap), before=Narration(size=before), after=Narration(size=after)
    )


def said_by(name: Referent | None = None, pronoun: str | None = None) -> Turn:
    """Return a turn with a name or a pronoun beside it."""
    prior = None if name is None else Decision(name, how="name")
    return attrs.evolve(SCENE.turn, source=(9, 12), prior=prior, phrase=SourcePhrase(pronoun=pronoun))


NAMED = said_by(IDA)
SHE, HE = said_by(pronoun="she"), said_by(pronoun="he")
PREVIOUS = {"recent count", "nothing: previous adjacent"}
SECOND = {"recent count", "nothing: second adjacent"}
#: The scenes up to a turn, who spoke in those before it, and what there is of Ida.
BEFORE: dict[str, tuple[Sequence[Scene], Sequence[Referent | None], set[str]]] = {
    "silent": ([SCENE, SCENE], [BO], set()),
    "previous": ([SCENE, SCENE], [IDA], {*PREVIOUS, "previous, bare turn"}),
    "previous, words before": ([SCENE, scene(before=9)], [IDA], PREVIOUS),
    "previous, she": ([SCENE, scene(turn=SHE)], [IDA], {"recent count", "pronoun: previous adjacent"}),
    "previous, apart": ([SCENE, scene(gap=400)], [IDA], {"recent count", "nothing: previous apart"}),
    "previous, long gap": (
        [SCENE, scene(gap=401)],
        [IDA],
        {"recent count", "nothing: previous apart", "previous, long gap"},
    ),
    "previous, tail": ([scene(after=60), SCENE], [IDA], {*PREVIOUS, "previous, bare turn"}),
    "previous, long tail": (
        [scene(after=61), SCENE],
        [IDA],
        {*PREVIOUS, "previous, bare turn", "previous, long tail"},
    ),
    "previous, long tail, apart": (
        [scene(after=61), scene(gap=9)],
        [IDA],
        {"recent count", "nothing: previous apart"},
    ),
    "second": ([SCENE] * 3, [IDA, BO], SECOND),
    "second, one apart": ([SCENE, scene(gap=9), SCENE], [IDA, BO], {"recent count", "nothing: second half adjacent"}),
    "second, apart": ([SCENE, SCENE, scene(gap=9)], [IDA, BO], {"recent count", "nothing: second apart"}),
    "second, both apart": ([SCENE, scene(gap=9), scene(gap=9)], [IDA, BO], {"recent count", "nothing: second apart"}),
    "second, nobody known since": ([SCENE] * 3, [IDA, None], {*SECOND, "second, previous unknown"}),
    "second, named": ([scene(turn=NAMED), SCENE, SCENE], [IDA, BO], {*SECOND, "second, named"}),
    "second, alternating": ([SCENE] * 5, [IDA, BO, IDA, BO], {*SECOND, "second, alternating"}),
    "second, not alternating": ([SCENE] * 5, [BO, BO, IDA, BO], SECOND),
    "second, after one": ([SCENE] * 4, [BO, IDA, BO], SECOND),
    "second, tail": ([SCENE, scene(after=60), SCENE], [IDA, BO], SECOND),
    "second, long tail": ([SCENE, scene(after=61), SCENE], [IDA, BO], {*SECOND, "second, long tail"}),
    "second, long tail, apart": (
        [SCENE, scene(after=61), scene(gap=9)],
        [IDA, BO],
        {"recent count", "nothing: second apart"},
    ),
    "third": ([SCENE] * 4, [IDA, BO, BO], {"recent count", "nothing: spoke 3 turns before"}),
    "sixth": ([SCENE] * 7, [IDA, *[BO] * 5], {"recent count", "nothing: spoke 6 turns before"}),
    "seventh": ([SCENE] * 8, [IDA, *[BO] * 6], set()),
}
#: The next scene, and what it shows of a woman.
NEXT: dict[str, tuple[Scene | None, set[str]]] = {
    "none": (None, set()),
    "named": (scene(turn=said_by(WOMAN)), set()),
    "somebody else": (scene(turn=NAMED), set()),
    "she": (scene(turn=SHE), {"next has same gender"}),
    "he": (scene(turn=HE), {"next has other gender"}),
    "he, apart": (scene(turn=HE, gap=9), set()),
}
NAMES: dict[str, tuple[tuple[int, Referent] | None, set[str]]] = {
    "none": (None, set()),
    "one": ((1, IDA), {"odd turns to name: same", "nothing: 1 turns to name: same"}),
    "two": ((2, BO), {"even turns to name: other", "nothing: 2 turns to name: other"}),
    "three": ((3, IDA), {"odd turns to name: same"}),
}


def view(
    scenes: Sequence[Scene], place: int, candidate: Referent = IDA, speakers: Sequence[Referent | None] = ()
) -> View:
    """Return the view of a candidate."""
    return View(scenes, place, candidate, speakers, NOTHING, Anchors((), {}, frozenset(), {}))


class TestTurnsBefore:
    """turns_before()."""

    @pytest.mark.parametrize(("scenes", "speakers", "expected"), BEFORE.values(), ids=BEFORE)
    def test_clues(self, scenes: Sequence[Scene], speakers: Sequence[Referent | None], expected: set[str]) -> None:
        """How long ago a candidate spoke, and what was between."""
        assert expected == {name for name, _ in turns_before(view(scenes, len(scenes) - 1, speakers=speakers))}

    def test_count(self) -> None:
        """The share of the last six turns is counted; other clues are 1."""
        found = dict(turns_before(view([SCENE] * 7, 6, speakers=[IDA, IDA, BO, IDA, BO, BO, IDA])))

        assert {"recent count": 0.5, "nothing: previous adjacent": 1, "previous, bare turn": 1} == found


class TestNextTurn:
    """next_turn()."""

    @pytest.mark.parametrize(("after", "expected"), NEXT.values(), ids=NEXT)
    def test_gender(self, after: Scene | None, expected: set[str]) -> None:
        """A pronoun beside the next turn is of one's own gender or not, if nothing is in between."""
        scenes = [SCENE] if after is None else [SCENE, after]
        assert expected == {name for name, value in next_turn(_of_woman(scenes)) if value == 1}

    @pytest.mark.parametrize(("gap", "tie"), {0: "adjacent", 9: "apart"}.items())
    def test_named(self, gap: int, tie: str) -> None:
        """Whoever is named beside the next turn is known from others."""
        scenes = [SCENE, scene(turn=NAMED, gap=gap)]

        assert [(f"nothing: next named {tie}", 1)] == [*next_turn(view(scenes, 0))]
        assert [] == [
            *next_turn(view([SCENE, scene(turn=SHE)], 0, candidate=Described(SpeakerKind.UNNAMED, ("guest",))))
        ]


def _of_woman(scenes: Sequence[Scene]) -> View:
    return view(scenes, 0, candidate=WOMAN)


class TestNextNames:
    """next_names()."""

    @pytest.mark.parametrize(("following", "expected"), NAMES.values(), ids=NAMES)
    def test_distance(self, following: tuple[int, Referent] | None, expected: set[str]) -> None:
        """The number of turns to the next name is odd or even, and small or not."""
        anchors = Anchors([following], {}, frozenset(), {})
        found = [*next_names(View([SCENE], 0, IDA, (), NOTHING, anchors))]

        assert sorted((name, 1) for name in expected) == sorted(found)
