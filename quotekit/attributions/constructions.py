"""
Statements recognized by their construction, and how they are merged with the model's drafts.

The model was trained on one corpus, in which some constructions are rare. Its scores say little about what these rules
find, so the rules set the confidence themselves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import attrs

from quotekit.attributions.draft import Draft, in_text_order
from quotekit.attributions.rules import Context
from quotekit.records import Spans
from quotekit.text import Bounds, TextIndex

__all__ = ["CONFIDENCE", "Construction", "cut_out", "with_constructions"]

#: The confidence of a draft that a construction makes or corrects, unless the model's own is higher. It is set by hand,
#: not measured, and is just enough for a nested attribution.
CONFIDENCE = 0.7


@attrs.frozen
class Construction:
    """One statement found by its construction."""

    #: Bounds of the pieces of the cue; empty if the verb is gapped.
    cue: tuple[Bounds, ...]
    #: Bounds of the source; None if there is none.
    source: Bounds | None
    #: Bounds of the pieces of the content.
    content: tuple[Bounds, ...]
    #: Whether the content of the model's draft is kept, without the cue and source found here.
    keeps_content: bool = False
    #: Bounds of the phrase that says who relays the statement, "by the agency": not part of the content, either.
    relay: Bounds | None = None


def with_constructions(context: Context, drafts: Sequence[Draft], found: Iterable[Construction]) -> list[Draft]:
    """
    Correct the drafts that share a cue with a construction, or make a new draft if there is none.

    Args:
        context: The text.

        drafts: The drafts.

        found: The constructions.

    Returns:
        The drafts. Those with neither cue nor source whose content is that of a construction are replaced by it.
    """
    constructions = list(found)
    if not constructions:
        return list(drafts)
    pieces = sorted((piece.start, piece.end, number) for number, draft in enumerate(drafts) for piece in draft.cue)
    bare = {draft.content[0].start: n for n, draft in enumerate(drafts) if not draft.cue and not draft.source}
    replaced: dict[int, Draft | None] = {}
    made: list[Draft] = []
    for construction in constructions:
        numbers = _sharing_cue(pieces, construction.cue) - replaced.keys()
        numbers |= {bare[start] for start, _ in construction.content if start in bare} - replaced.keys()
        base = max(numbers, key=lambda number: (bool(drafts[number].cue), drafts[number].confidence), default=None)
        draft = _build(context, construction, None if base is None else drafts[base])
        if base is None:
            made.append(draft)
        else:
            replaced |= dict.fromkeys(numbers) | {base: draft}
    kept = [replaced.get(number, draft) for number, draft in enumerate(drafts)]
    return in_text_order([*(draft for draft in kept if draft is not None), *made])


def cut_out(index: TextIndex, spans: Spans, start: int, end: int) -> Spans:
    """
    Return spans without a stretch of text, and without pieces that contain no word.

    Args:
        index: The text.

        spans: The spans.

        start: Offset of the stretch's first character.

        end: Offset after its last character.

    Returns:
        The rest; empty if there is none.
    """
    parts = (part for s in spans for part in ((s.start, min(s.end, start)), (max(s.start, end), s.end)))
    bare = (_strip(index, part) for part in parts)
    return Spans.of(index.text, [part for part in bare if any(map(str.isalnum, index.text[slice(*part)]))])


def _strip(index: TextIndex, bounds: Bounds) -> Bounds:
    """Return bounds without white space at both ends, and without commas and colons at the start."""
    start, end = bounds
    while start < end and index.text[start] in " \t\r\n,:;":
        start += 1
    while start < end and index.text[end - 1].isspace():
        end -= 1
    return start, end


def _sharing_cue(pieces: Sequence[tuple[int, int, int]], cue: Iterable[Bounds]) -> set[int]:
    """Return the numbers of the drafts whose cues share a character with a cue."""
    numbers = set()
    for start, end in cue:
        place = bisect_left(pieces, (start, 0, 0))
        # Cues hardly ever overlap, so only the preceding one can extend into this one.
        for piece_start, piece_end, number in pieces[max(0, place - 2) : place + 4]:
            if piece_start < end and start < piece_end:
                numbers.add(number)
    return numbers


def _build(context: Context, construction: Construction, base: Draft | None) -> Draft:
    """Return a draft of a construction, based on the model's draft if there is one."""
    index = context.index
    content = Spans.of(index.text, construction.content)
    cue = Spans.of(index.text, construction.cue)
    source = Spans.of(index.text, [construction.source] if construction.source else [])
    if base is None:
        return Draft(content, cue, source, CONFIDENCE)
    if construction.keeps_content:
        own = base.content
        relay = Spans.of(index.text, [construction.relay] if construction.relay else [])
        for span in (*source, *cue, *relay):
            own = cut_out(index, own, span.start, span.end)
        content = own or content
    is_same = (content, cue, source) == (base.content, base.cue, base.source)
    if is_same and base.confidence >= context.config.min_confidence:
        return base
    return attrs.evolve(base, content=content, cue=cue, source=source, confidence=max(base.confidence, CONFIDENCE))
