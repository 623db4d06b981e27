"""The evidence for and against a speaker of a turn, as named features."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from quotekit.speakers.conversations.alternation import next_names, next_turn, turns_before
from quotekit.speakers.conversations.clues import (
    beside_previous,
    gender,
    names_said,
    narration,
    prior_decision,
    prominence,
)
from quotekit.speakers.conversations.scenes import Scene
from quotekit.speakers.conversations.view import Anchors, View
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.referents import Referent

__all__ = ["CLUES", "CLUES_OF_HISTORY", "Evidence"]

_Clue: TypeAlias = Callable[[View], Iterator[tuple[str, float]]]

#: The parts of the evidence that do not depend on who speaks in the turns before. Each yields the names of features and
#: their values.
CLUES: Mapping[str, _Clue] = MappingProxyType(
    {
        # Who speaks in the next turn, if a name or a pronoun shows that.
        "next turn": next_turn,
        # The next turn with a name beside it, and how many turns away it is.
        "next names": next_names,
        # Who is addressed by name, or spoken of.
        "names said": names_said,
        # Who acts in the paragraph, and in the one before.
        "narration": narration,
        # Whether the pronoun or noun beside the quotation agrees.
        "gender": gender,
        # What the sieves have decided.
        "prior decision": prior_decision,
        # How often and how recently somebody is named.
        "prominence": prominence,
    }
)
#: The parts that do.
CLUES_OF_HISTORY: Mapping[str, _Clue] = MappingProxyType(
    {
        # Who spoke in the turns before.
        "turns before": turns_before,
        # Who is named beside the turn before, and did not speak it.
        "beside previous": beside_previous,
    }
)


class Evidence:
    """
    Features of candidates for the speakers of a text's turns.

    Args:
        scenes: The scenes of the text.

        discourse: What is known.
    """

    def __init__(self, scenes: Sequence[Scene], discourse: Discourse) -> None:
        self._scenes = scenes
        self._discourse = discourse
        self._anchors = Anchors.of(scenes, discourse)
        self._fixed: dict[tuple[int, Referent], Mapping[str, float]] = {}

    def features(self, place: int, candidate: Referent, speakers: Sequence[Referent | None]) -> dict[str, float]:
        """
        Compute the features of one candidate.

        Args:
            place: The position of the turn.

            candidate: Who may be its speaker.

            speakers: The speakers of the last turns before it, the last one last; None where unknown.

        Returns:
            The features that are not 0, by name.
        """
        return {**self.fixed(place, candidate), **self.of_history(place, candidate, speakers)}

    def fixed(self, place: int, candidate: Referent) -> Mapping[str, float]:
        """Return the features that do not depend on the speakers of the turns before."""
        key = place, candidate
        if key not in self._fixed:
            self._fixed[key] = self._read(CLUES, place, candidate, ())
        return self._fixed[key]

    def of_history(self, place: int, candidate: Referent, speakers: Sequence[Referent | None]) -> Mapping[str, float]:
        """Return the features that depend on the speakers of the turns before."""
        return self._read(CLUES_OF_HISTORY, place, candidate, speakers)

    def _read(
        self, clues: Mapping[str, _Clue], place: int, candidate: Referent, speakers: Sequence[Referent | None]
    ) -> dict[str, float]:
        view = View(self._scenes, place, candidate, speakers, self._discourse, self._anchors)
        return {name: value for clue in clues.values() for name, value in clue(view)}
