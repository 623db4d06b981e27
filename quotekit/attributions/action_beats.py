"""
Attribute quotations next to action beats: "“Stop.” Ivan raised his hand. “They follow us.”".

An action beat is a sentence in which a person acts and no one speaks.

The full stop makes such a quotation a sentence of its own, so the verb after it is not a cue.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

import attrs

from quotekit.attributions.draft import Draft, in_text_order
from quotekit.attributions.rules import Context
from quotekit.english.verb_classes import saying_kind
from quotekit.records import Spans
from quotekit.text import Bounds, Quotation, TextIndex

__all__ = ["attribute_action_beats"]

_SENTENCE_END = re.compile(r"[.!?…]\W{0,30}\Z")
_FULL_STOP = re.compile(r"[.…]\W{0,30}\Z")
# One sentence without quotation marks, up to the next quotation.
_BEAT = re.compile(r"[^.!?…:\n\"“”„«»]{2,160}[.!?…][ ]")
_MAX_BEAT_CHARS = 170
# Drafts with at least this share of the confidence threshold keep their quotations, unless their cues show that they
# are not statements.
_CLAIM_SHARE = 1 / 2


def attribute_action_beats(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Attribute quotations to the person who acts between two of them, or before one, in the same paragraph.

    Args:
        context: The text and its names, and the model's settings: a quotation that is in no draft at or above the
            confidence threshold is left alone.

        drafts: The drafts.

    Returns:
        The drafts in text order. Two quotations separated by a sentence that begins with a person's name become one
        draft with the name as its source. The source of a quotation between two such sentences is the name in the
        first, not the person who reacts in the second. Quotations with a reporting cue are unchanged.
    """
    index, threshold = context.index, context.config.min_confidence
    current = dict(enumerate(drafts))
    holders = _holders(index, drafts, threshold)
    outer = index.outer_quotations
    for quotation, following in zip_longest(outer, outer[1:]):
        place = _only_holder(index, quotation, holders, current)
        if place is None or current[place].confidence < threshold:
            continue
        second = None if following is None else _only_holder(index, following, holders, current)
        parts, actor = [quotation], None
        if following is not None and _is_sentence(index, following) and (second is not None or not holders[following]):
            parts, actor = [quotation, following], _actor(context, quotation.end, following.start)
            if second is not None and (current[second].cue or current[second].source):
                actor = None
        if actor is None and current[place].cue:
            parts, actor = [quotation], _actor_before(context, quotation.start)
        if actor is None:
            continue
        current[place] = _attributed(index, current[place], parts, actor)
        if len(parts) > 1 and second is not None:
            del current[second]
            holders[following] = [place]
    return in_text_order(current.values())


def _holders(index: TextIndex, drafts: Iterable[Draft], threshold: float) -> dict[Quotation | None, list[int]]:
    """Return, for each outermost quotation, the positions of the drafts that have a claim to part of it."""
    holders: dict[Quotation | None, list[int]] = defaultdict(list)
    for place, draft in enumerate(drafts):
        if draft.confidence < (threshold if _has_other_cue(draft) else _CLAIM_SHARE * threshold):
            continue
        for quotation in {q for piece in draft.spans for q in index.outer_quotations_in(piece.start, piece.end)}:
            holders[quotation].append(place)
    return holders


def _only_holder(
    index: TextIndex,
    quotation: Quotation,
    holders: Mapping[Quotation | None, Sequence[int]],
    drafts: Mapping[int, Draft],
) -> int | None:
    """Return the only draft with a quotation of whole sentences, if it has nothing else and no reporting cue."""
    places = holders[quotation]
    if len(places) != 1 or places[0] not in drafts or not _is_sentence(index, quotation):
        return None
    draft = drafts[places[0]]
    is_whole = [(piece.start, piece.end) for piece in draft.content] == [(quotation.start, quotation.end)]
    return places[0] if is_whole and _is_unspoken(index, draft, quotation) else None


def _is_sentence(index: TextIndex, quotation: Quotation) -> bool:
    """Return whether a quotation is one sentence or more."""
    start, end = quotation.inner_start, quotation.inner_end
    return quotation.closed and index.text[start].isupper() and _SENTENCE_END.search(index.text, start, end) is not None


def _is_unspoken(index: TextIndex, draft: Draft, quotation: Quotation) -> bool:
    """Return whether neither cue nor source identifies the speaker; a person who acts afterwards may be reacting."""
    if not draft.cue and not draft.source:
        return True
    at = draft.source[0].start if draft.source else draft.cue[0].start
    if at < quotation.end or index.strip(quotation.end, at) is not None:
        return False
    if draft.cue and not _has_other_cue(draft):
        return False
    return bool(draft.source) and _FULL_STOP.search(index.text, quotation.inner_start, quotation.inner_end) is not None


def _has_other_cue(draft: Draft) -> bool:
    """Return whether a draft has a cue that is not a reporting cue."""
    return draft.cue_lemma is not None and saying_kind(draft.cue_lemma) is None


def _actor(context: Context, start: int, end: int) -> Bounds | None:
    """Return the person's name that begins the only sentence between two offsets."""
    if end - start > _MAX_BEAT_CHARS or context.index.text[start : start + 1] != " ":
        return None
    if _BEAT.fullmatch(context.index.text, start + 1, end) is None:
        return None
    named = [m for m in context.mentions_in(start, end) if m.start == start + 1 and m.is_personal]
    return (named[0].start, named[0].end) if named else None


def _actor_before(context: Context, at: int) -> Bounds | None:
    """Return the person's name that begins the sentence before an offset, in the same paragraph."""
    index = context.index
    start, end = index.narrative_sentence(index.narrative_sentence_of(at - 1)) if at else (0, 0)
    if index.is_quoted(start) or index.text[end - 1 : at] != " " or _BEAT.fullmatch(index.text, start, at) is None:
        return None
    named = [m for m in context.mentions_in(start, at) if m.start == start and m.is_personal]
    return (named[0].start, named[0].end) if named else None


def _attributed(index: TextIndex, draft: Draft, parts: Iterable[Quotation], actor: Bounds) -> Draft:
    content = Spans.of(index.text, [(part.start, part.end) for part in parts])
    return attrs.evolve(draft, content=content, cue=Spans(), source=Spans.of(index.text, [actor]))
