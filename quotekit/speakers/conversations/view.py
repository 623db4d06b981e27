"""What the evidence for a speaker of a turn is drawn from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import attrs

from quotekit.english.words import Gender
from quotekit.speakers.conversations.participants import gender_of
from quotekit.speakers.conversations.scenes import Scene
from quotekit.speakers.conversations.turns import Turn
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.referents import Referent

__all__ = ["Anchors", "View"]

# How many turns without narration in between the next name may be away.
_MAX_TURNS_AHEAD = 6


@attrs.frozen
class Anchors:
    """The turns of a text with a name beside them, and the names in its narration."""

    #: For each turn, how many turns away the next one with a name is, and its speaker; None if narration intervenes.
    following: Sequence[tuple[int, Referent] | None]
    #: How many turns each speaker has with a name beside them.
    counts: Mapping[Referent, int]
    #: The entities addressed by name in any turn.
    addressed: frozenset[int]
    #: Where each entity is named outside quotations.
    narrated: Mapping[int, Sequence[int]]

    @classmethod
    def of(cls, scenes: Sequence[Scene], discourse: Discourse) -> Anchors:
        """Find the anchors of a text."""
        counts: dict[Referent, int] = {}
        for scene in scenes:
            if scene.turn.anchor is not None:
                counts[scene.turn.anchor] = counts.get(scene.turn.anchor, 0) + 1
        narrated: dict[int, list[int]] = {}
        for mention in discourse.mentions:
            if not discourse.index.is_quoted(mention.start):
                narrated.setdefault(discourse.mentions.entity_of(mention), []).append(mention.start)
        addressed = frozenset(entity for scene in scenes for entity in scene.names.addressed)
        return cls(_following(scenes), counts, addressed, narrated)


def _following(scenes: Sequence[Scene]) -> list[tuple[int, Referent] | None]:
    """Find the next turn with a name, for each turn."""
    found: list[tuple[int, Referent] | None] = [None] * len(scenes)
    for place in range(len(scenes) - 2, -1, -1):
        after = scenes[place + 1]
        if not after.is_adjacent:
            continue
        further = found[place + 1]
        if after.turn.anchor is not None:
            found[place] = 1, after.turn.anchor
        elif further is not None and further[0] < _MAX_TURNS_AHEAD:
            found[place] = further[0] + 1, further[1]
    return found


@attrs.define(eq=False, slots=False)
class View:
    """One candidate for the speaker of one turn, with all that is known."""

    #: The scenes of the text.
    scenes: Sequence[Scene]
    #: The position of the turn.
    place: int
    #: Who may be its speaker.
    candidate: Referent
    #: The speakers of the last turns before it, the last one last; None where unknown.
    speakers: Sequence[Referent | None]
    #: What is known.
    discourse: Discourse
    #: The turns with names.
    anchors: Anchors

    @property
    def scene(self) -> Scene:
        """The scene of the turn."""
        return self.scenes[self.place]

    @property
    def turn(self) -> Turn:
        """The turn."""
        return self.scene.turn

    @property
    def before(self) -> Scene | None:
        """The scene before; None for the first."""
        return self.scenes[self.place - 1] if self.place else None

    @property
    def after(self) -> Scene | None:
        """The scene after; None for the last."""
        return self.scenes[self.place + 1] if self.place + 1 < len(self.scenes) else None

    @cached_property
    def beside(self) -> str:
        """What is beside the quotation: "pronoun", "noun" or "nothing"."""
        return "pronoun" if self.turn.pronoun else "noun" if self.turn.noun else "nothing"

    @cached_property
    def gender(self) -> Gender | None:
        """The candidate's gender; None if unknown."""
        return gender_of(self.candidate, self.discourse)
