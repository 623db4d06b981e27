"""The evidence for and against a speaker of a turn, as named features."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from quotekit.speakers.conversations.alternation import next_names, next_turn, turns_before
from quotekit.speakers.conversations.clues import gender, names_said, narration, prior_decision, prominence
from quotekit.speakers.conversations.scenes import Scene
from quotekit.speakers.conversations.view import Anchors, View
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.referents import Referent

__all__ = ["CLUES", "Evidence"]

#: What each part of the evidence looks at. Each yields the names of features and their values.
CLUES: Mapping[str, Callable[[View], Iterator[tuple[str, float]]]] = MappingProxyType(
    {
        # Who spoke in the turns before.
        "turns before": turns_before,
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

    def features(self, place: int, candidate: Referent, speakers: Sequence[Referent | None]) -> dict[str, float]:
        """
        Compute the features of one candidate.

        Args:
            place: The position of the turn.

            candidate: Who may be its speaker.

            speakers: The speakers of the turns before it; None where unknown.

        Returns:
            The features that are not 0, by name.
        """
        view = View(self._scenes, place, candidate, speakers, self._discourse, self._anchors)
        return {name: value for clue in CLUES.values() for name, value in clue(view)}
