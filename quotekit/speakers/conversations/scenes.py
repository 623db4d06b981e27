"""The scene of each turn: the narration around it, and who is named in it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotekit.speakers.conversations.narration import Narration, read_narration
from quotekit.speakers.conversations.paragraphs import Paragraphs
from quotekit.speakers.conversations.turns import Turn
from quotekit.speakers.conversations.vocatives import NamesInTurn, names_in_turn
from quotekit.speakers.discourse import Discourse

__all__ = ["Scene", "set_scenes"]

# How much of the narration between two turns is read: its end.
_GAP_CHARS = 1500
# How much of a paragraph's narration on either side of a quotation is read.
_SIDE_CHARS = 400
# Most places have none: it is made once.
_NO_NARRATION = Narration()


@attrs.frozen
class Scene:
    """A turn, and what is said around it."""

    #: The turn.
    turn: Turn
    #: Whom the speaker names.
    names: NamesInTurn
    #: The narration of its paragraph before the first quotation.
    before: Narration
    #: That between its quotations.
    between: Narration
    #: That after the last one.
    after: Narration
    #: The last paragraph of narration between the turn before and this one; empty if there is none.
    lead: Narration
    #: All narration between the turn before and this one, or its end.
    gap: Narration

    @property
    def is_adjacent(self) -> bool:
        """Whether no narration is between the turn before and this one."""
        return self.gap.size == 0


def set_scenes(turns: Sequence[Turn], discourse: Discourse) -> list[Scene]:
    """
    Read the narration around turns.

    Args:
        turns: The turns of a text, in order.

        discourse: What is known.

    Returns:
        The scene of each turn.
    """
    paragraphs = Paragraphs(discourse.index)
    return [_scene(turns[i - 1] if i else None, turn, paragraphs, discourse) for i, turn in enumerate(turns)]


def _scene(previous: Turn | None, turn: Turn, paragraphs: Paragraphs, discourse: Discourse) -> Scene:
    """Read the narration around a turn."""
    previous_end = previous.end if previous is not None else 0
    start, end = paragraphs.start_at(turn.start), paragraphs.end_at(turn.end - 1)
    gap_start = paragraphs.end_at(previous_end - 1) if previous is not None else 0
    lead_start = paragraphs.start_at(start - 1) if start else 0
    tail_end = min(end, _next_quotation(discourse, turn.end), turn.end + _SIDE_CHARS)
    first_end = turn.quotations[0][1]
    second_start = turn.quotations[1][0] if len(turn.quotations) > 1 else first_end
    return Scene(
        turn=turn,
        names=names_in_turn(turn, discourse),
        before=_read(discourse, max(start, previous_end, turn.start - _SIDE_CHARS), turn.start),
        between=_read(discourse, first_end, min(second_start, first_end + _SIDE_CHARS)),
        after=_read(discourse, turn.end, tail_end),
        lead=_read(discourse, max(gap_start, lead_start, start - _GAP_CHARS), start),
        gap=_read(discourse, max(gap_start, start - _GAP_CHARS), start),
    )


def _next_quotation(discourse: Discourse, at: int) -> int:
    following = discourse.index.outer_quotations_in(at, at + _SIDE_CHARS)
    return following[0].start if following and following[0].start >= at else at + _SIDE_CHARS


def _read(discourse: Discourse, start: int, end: int) -> Narration:
    """Read a stretch of narration without the space around it; an empty one if there is nothing else."""
    bounds = discourse.index.strip(start, end) if start < end else None
    return _NO_NARRATION if bounds is None else read_narration(*bounds, discourse)
