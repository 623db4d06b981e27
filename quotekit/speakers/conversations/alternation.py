"""Evidence from who speaks in the turns around a turn: two people mostly take turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotekit.speakers.conversations.view import View
from quotekit.speakers.referents import Referent

__all__ = ["next_names", "next_turn", "turns_before"]

_TURNS_BACK = 6
# From this much narration on, a new conversation may have begun.
_LONG_GAP_CHARS = 400
# Longer narration after a quotation is more than a cue.
_LONG_TAIL_CHARS = 60
# Names so many turns ahead count separately.
_MAX_NEAR_TURNS = 2


def turns_before(view: View) -> Iterator[tuple[str, float]]:
    """Compare the candidate with the speakers of the turns before."""
    recent = list(view.speakers[-_TURNS_BACK:])[::-1]
    if view.candidate not in recent:
        return
    yield "recent count", recent.count(view.candidate) / _TURNS_BACK
    if recent[0] == view.candidate:
        yield from _as_previous(view)
    elif len(recent) > 1 and recent[1] == view.candidate:
        yield from _as_second(view, recent)
    else:
        yield f"{view.beside}: spoke {recent.index(view.candidate) + 1} turns before", 1


def _as_previous(view: View) -> Iterator[tuple[str, float]]:
    """Yield features of a candidate who spoke the turn before."""
    scene, before = view.scene, view.before
    yield f"{view.beside}: previous {_tie(view)}", 1
    if scene.is_adjacent and not scene.before.size and view.beside == "nothing":
        yield "previous, bare turn", 1
    if scene.gap.size > _LONG_GAP_CHARS:
        yield "previous, long gap", 1
    if before is not None and before.after.size > _LONG_TAIL_CHARS and scene.is_adjacent:
        yield "previous, long tail", 1


def _as_second(view: View, recent: Sequence[Referent | None]) -> Iterator[tuple[str, float]]:
    """Yield features of a candidate who spoke the turn before the last."""
    scenes, place = view.scenes, view.place
    tie = _tie(view) if scenes[place - 1].is_adjacent or not view.scene.is_adjacent else "half adjacent"
    yield f"{view.beside}: second {tie}", 1
    if recent[0] is None:
        yield "second, previous unknown", 1
    if scenes[place - 2].turn.anchor is not None:
        yield "second, named", 1
    if recent[2:4] == [recent[0], recent[1]]:
        yield "second, alternating", 1
    if scenes[place - 1].after.size > _LONG_TAIL_CHARS and view.scene.is_adjacent:
        yield "second, long tail", 1


def _tie(view: View) -> str:
    """Return how a turn follows the one before."""
    return "adjacent" if view.scene.is_adjacent else "apart"


def next_turn(view: View) -> Iterator[tuple[str, float]]:
    """Compare the candidate with the name, pronoun or noun beside the next turn."""
    after = view.after
    if after is None:
        return
    tie = "adjacent" if after.is_adjacent else "apart"
    if after.turn.anchor == view.candidate:
        yield f"{view.beside}: next named {tie}", 1
    elif after.turn.gender is not None and after.is_adjacent and view.gender is not None:
        yield f"next has {'same' if view.gender == after.turn.gender else 'other'} gender", 1


def next_names(view: View) -> Iterator[tuple[str, float]]:
    """Compare the candidate with the next speaker who has a name beside a turn."""
    chain = view.anchors.following[view.place]
    if chain is None:
        return
    distance, speaker = chain
    match = "same" if speaker == view.candidate else "other"
    yield f"{'odd' if distance % 2 else 'even'} turns to name: {match}", 1
    if distance <= _MAX_NEAR_TURNS:
        yield f"{view.beside}: {distance} turns to name: {match}", 1
