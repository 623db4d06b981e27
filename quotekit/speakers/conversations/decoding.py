"""Choose the speakers of turns, by a beam search in text order."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

import attrs

from quotekit.speakers.conversations.evidence import Evidence
from quotekit.speakers.conversations.participants import participants
from quotekit.speakers.conversations.scenes import Scene
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.referents import Referent

__all__ = ["Choice", "choose_speakers"]

# How many readings of the turns so far are kept, and how many speakers of the last turn tell them apart.
_MAX_READINGS = 8
_REMEMBERED_TURNS = 6
# With 0, turns with clear evidence count most in comparing readings; with 1, all turns count the same.
_EVENNESS = 0.5


@attrs.frozen
class Choice:
    """The speaker of a turn, chosen among several."""

    #: The likeliest speaker; None if nobody is a candidate.
    speaker: Referent | None
    #: The estimated probability that it is right, from 0 to 1.
    probability: float = 0.0


@attrs.frozen(eq=False)
class _Reading:
    """One possible reading of the turns so far."""

    score: float = 0.0
    #: The speakers of the last turns.
    speakers: tuple[Referent | None, ...] = ()
    choice: Choice | None = None
    before: _Reading | None = None

    def with_turn(self, choice: Choice, score: float) -> _Reading:
        """Return this reading with one more turn."""
        speakers = (*self.speakers[1 - _REMEMBERED_TURNS :], choice.speaker)
        return _Reading(self.score + score, speakers, choice, self)

    def choices(self) -> list[Choice]:
        """Return the choices in text order."""
        found, reading = [], self
        while reading.choice is not None and reading.before is not None:
            found.append(reading.choice)
            reading = reading.before
        return found[::-1]


def choose_speakers(scenes: Sequence[Scene], discourse: Discourse, weights: Mapping[str, float]) -> list[Choice]:
    """
    Choose the speaker of each turn.

    Args:
        scenes: The scenes of a text's turns.

        discourse: What is known.

        weights: The weight of each feature; a feature that is not in it does not count.

    Returns:
        The choices. A turn with a name beside it has that speaker; the speakers of other turns are those of the
        likeliest reading of all turns.
    """
    search = _Search(scenes, discourse, weights)
    readings = [_Reading()]
    for place in range(len(scenes)):
        extended = [one for reading in readings for one in search.extend(reading, place)]
        readings = sorted(extended, key=lambda reading: -reading.score)[:_MAX_READINGS]
    return readings[0].choices()


class _Search:
    """Extends readings by a turn."""

    def __init__(self, scenes: Sequence[Scene], discourse: Discourse, weights: Mapping[str, float]) -> None:
        self._scenes = scenes
        self._discourse = discourse
        self._weights = weights
        self._evidence = Evidence(scenes, discourse)
        self._fixed: dict[tuple[int, Referent], float] = {}

    def extend(self, reading: _Reading, place: int) -> Iterator[_Reading]:
        """Yield a reading with each possible speaker of the next turn."""
        turn = self._scenes[place].turn
        candidates: list[Referent] = []
        if turn.anchor is None and turn.is_open:
            candidates = participants(self._scenes, place, reading.speakers, self._discourse)
        if not candidates:
            yield reading.with_turn(Choice(turn.anchor, float(turn.anchor is not None)), 0.0)
            return
        scores = [self._weigh(place, one, reading.speakers) for one in candidates]
        highest = max(scores)
        total = highest + math.log(sum(math.exp(score - highest) for score in scores))
        for candidate, score in zip(candidates, scores, strict=True):
            yield reading.with_turn(Choice(candidate, math.exp(score - total)), score - _EVENNESS * total)

    def _weigh(self, place: int, candidate: Referent, speakers: Sequence[Referent | None]) -> float:
        """Return the weight of all features of a candidate together."""
        key = place, candidate
        if key not in self._fixed:
            self._fixed[key] = self._sum(self._evidence.fixed(place, candidate))
        return self._fixed[key] + self._sum(self._evidence.of_history(place, candidate, speakers))

    def _sum(self, features: Mapping[str, float]) -> float:
        return sum(self._weights.get(name, 0.0) * value for name, value in features.items())
