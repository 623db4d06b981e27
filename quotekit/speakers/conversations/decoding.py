"""Choose the speakers of turns in text order."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import attrs

from quotekit.speakers.conversations.evidence import Evidence
from quotekit.speakers.conversations.participants import participants
from quotekit.speakers.conversations.scenes import Scene
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.referents import Referent

__all__ = ["Choice", "choose_speakers"]


@attrs.frozen
class Choice:
    """The speaker of a turn, chosen among several."""

    #: The likeliest speaker; None if nobody is a candidate.
    speaker: Referent | None
    #: The estimated probability that it is right, from 0 to 1.
    probability: float = 0.0


def choose_speakers(scenes: Sequence[Scene], discourse: Discourse, weights: Mapping[str, float]) -> list[Choice]:
    """
    Choose the speaker of each turn.

    Args:
        scenes: The scenes of a text's turns.

        discourse: What is known.

        weights: The weight of each feature; a feature that is not in it does not count.

    Returns:
        The choices. A turn with a name beside it has that speaker; the chosen speakers of a turn are evidence for those
        after it.
    """
    evidence = Evidence(scenes, discourse)
    speakers: list[Referent | None] = []
    choices = []
    for place, scene in enumerate(scenes):
        choice = Choice(None)
        if scene.turn.anchor is not None:
            choice = Choice(scene.turn.anchor, 1.0)
        elif scene.turn.is_open:
            candidates = participants(scenes, place, speakers, discourse)
            rows = [evidence.features(place, one, speakers) for one in candidates]
            choice = _best(candidates, [sum(weights.get(n, 0.0) * value for n, value in r.items()) for r in rows])
        speakers.append(choice.speaker)
        choices.append(choice)
    return choices


def _best(candidates: Sequence[Referent], scores: Sequence[float]) -> Choice:
    """Choose the candidate with the highest score."""
    if not candidates:
        return Choice(None)
    highest = max(scores)
    odds = [math.exp(score - highest) for score in scores]
    return Choice(candidates[scores.index(highest)], 1 / sum(odds))
