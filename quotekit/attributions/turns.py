"""Draft one attribution for each turn of a transcript: its label is the source, its words are the content."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import attrs

from quotekit.attributions.draft import Draft, in_text_order
from quotekit.attributions.rules import Context
from quotekit.attributions.transcripts import Turn, find_turns
from quotekit.records import Spans, SpeakerKind
from quotekit.text import Bounds, TextIndex

__all__ = ["draft_turns"]

# The confidence of a turn found by its label.
_CONFIDENCE = 0.9


def draft_turns(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Draft the turns of transcripts, and keep other drafts within them only if a speaker reports them.

    Args:
        context: The text and its names.

        drafts: The drafts.

    Returns:
        The drafts, including those of the turns. A quoted turn is left to the other rules.
    """
    index = context.index
    people = [mention.name_start for mention in context.mentions if mention.kind is SpeakerKind.PERSON]
    turns = [turn for turn in find_turns(index, people) if not index.is_quoted(turn.pieces[0][0])]
    if not turns:
        return list(drafts)
    kept = [new for draft in drafts if (new := _within_turn(index, draft, turns)) is not None]
    return in_text_order([*kept, *(_draft_turn(index, turn) for turn in turns)])


def _draft_turn(index: TextIndex, turn: Turn) -> Draft:
    cue = [turn.colon] if turn.colon else []
    return Draft(
        content=Spans.of(index.text, turn.pieces),
        cue=Spans.of(index.text, cue),
        source=Spans.of(index.text, [turn.label]),
        confidence=_CONFIDENCE,
    )


def _within_turn(index: TextIndex, draft: Draft, turns: Sequence[Turn]) -> Draft | None:
    """Return the part of a draft in its cue's turn; None if it is the turn itself, or nothing is left."""
    turn = _turn_at(turns, draft.anchor)
    if turn is None:
        content = [part for piece in draft.content for part in _outside(index, (piece.start, piece.end), turns)]
    elif not draft.cue or draft.anchor < turn.pieces[0][0] or _is_whole(draft, turn):
        return None
    else:
        content = [
            part
            for piece in draft.content
            for bounds in turn.pieces
            if (part := (max(piece.start, bounds[0]), min(piece.end, bounds[1])))[0] < part[1]
        ]
    if content == [(piece.start, piece.end) for piece in draft.content]:
        return draft
    return attrs.evolve(draft, content=Spans.of(index.text, content)) if content else None


def _turn_at(turns: Sequence[Turn], at: int) -> Turn | None:
    place = bisect_right(turns, at, key=_start)
    return turns[place - 1] if place and at < turns[place - 1].end else None


def _outside(index: TextIndex, bounds: Bounds, turns: Sequence[Turn]) -> Iterator[Bounds]:
    """Yield the parts of a stretch of text that are outside all turns."""
    start, end = bounds
    for turn in turns[max(0, bisect_right(turns, start, key=_start) - 1) :]:
        if turn.start >= end:
            break
        if start < turn.start and (part := index.strip(start, turn.start)):
            yield part
        start = max(start, turn.end)
    if start < end and (part := index.strip(start, end)):
        yield part


def _is_whole(draft: Draft, turn: Turn) -> bool:
    """Return whether the source of a draft is the label of a turn."""
    return any(span.start < turn.pieces[0][0] and turn.start <= span.start for span in draft.source)


def _start(turn: Turn) -> int:
    return turn.start
