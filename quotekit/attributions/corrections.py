"""What the model is known to get wrong, put right by rules, one after the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import attrs

from quotekit.attributions.cue_recovery import recover_following_cues, recover_introducing_cues
from quotekit.attributions.draft import Draft
from quotekit.attributions.uncued import attach_uncued_quotations
from quotekit.english.lexicons import load_words
from quotekit.records import Spans, TextSpan
from quotekit.tagger.decode import confidence
from quotekit.tagger.session import Config
from quotekit.text import Quotation
from quotekit.text.quoted import Quoted

__all__ = [
    "end_at_sentences",
    "end_at_signatures",
    "mend",
    "prefer_noun_cues",
    "restore_quotations",
    "share_sources",
]

_PARTICIPLE = re.compile(r"(?:(?:also|again|further|later|then)\s)?\w{2,}ing\b", re.IGNORECASE)
_BE = re.compile(r"is|are|was|were|'s|’s", re.IGNORECASE)
_NOUN = re.compile(r"[^\W\d_]+")
_OWNER = re.compile(r"(?:his|her|its|my|our|their|your|[^,;]*?['’]s)\b", re.IGNORECASE)
_DASH = re.compile(r"[-\u2010-\u2015]{1,3}")
_WORD = re.compile(r"[^\W_]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+\Z")
# A content that holds at least such a part of a quotation has lost the rest of it.
_PART = 1 / 3
_LINK = re.compile(r"[\s,;–—-]*(?:and|but|while)?\s*", re.IGNORECASE)


def mend(text: str, found: Sequence[Draft], quotations: Sequence[Quotation], config: Config) -> list[Draft]:
    """
    Apply all rules in their order.

    Args:
        text: The text.

        found: Its attributions in text order.

        quotations: Its quotations, ordered by start.

        config: The model's config.

    Returns:
        The attributions, as many and in the same order.
    """
    found = prefer_noun_cues(text, share_sources(text, found, config))
    found = end_at_signatures(recover_introducing_cues(text, recover_following_cues(text, found)))
    found = restore_quotations(text, end_at_sentences(text, found, quotations), quotations, config)
    return attach_uncued_quotations(text, found, quotations, config)


def share_sources(text: str, found: Sequence[Draft], config: Config) -> list[Draft]:
    """
    Give a participle that goes on with a statement the statement's source.

    In "Berg called it a triumph, adding that …" both have the same source. Annotators agree with that in nine cases of
    ten, and the model misses it, or is in doubt of it, where the source is far off.

    Args:
        text: The text.

        found: Its attributions in text order.

        config: The model's config; only a statement that it would give out is gone on with.

    Returns:
        The attributions, some with the source of the one before; their confidence has no doubt of it left.
    """
    shared: list[Draft] = []
    before: Draft | None = None
    for draft in found:
        own = draft
        if before is not None and before.source and _goes_on(text, before, draft):
            evidence = draft.evidence._replace(source=0.0)
            sure = confidence(evidence, config.calibration)
            own = attrs.evolve(draft, source=before.source, evidence=evidence, confidence=sure)
        before = own if own.confidence >= config.min_confidence else before
        shared.append(own)
    return shared


def _goes_on(text: str, before: Draft, draft: Draft) -> bool:
    """Return whether a participle follows right upon the content before it."""
    if not draft.cue or not before.content or not _PARTICIPLE.fullmatch(draft.cue.text):
        return False
    return _LINK.fullmatch(text, before.content[-1].end, draft.cue[0].start) is not None


def prefer_noun_cues(text: str, found: Sequence[Draft]) -> list[Draft]:
    """
    Take the noun for the cue in ``"No," was his short answer``, and whose it is for the source.

    News seldom writes so, and the model takes "was" for the cue and "his short answer" for the source.

    Args:
        text: The text.

        found: Its attributions.

    Returns:
        The attributions; those with nothing but a form of "to be" between the content and a noun of saying have the
        noun as cue and the possessor, if there is one, as source.
    """
    return [_with_noun(text, t) if _BE.fullmatch(t.cue.text) and t.source else t for t in found]


def _with_noun(text: str, draft: Draft) -> Draft:
    """An attribution with the last noun of its source as cue, if that is a noun of saying."""
    words = list(_NOUN.finditer(text, draft.source[0].start, draft.source[0].end))
    if not words or words[-1].group().lower() not in load_words("saying_nouns"):
        return draft
    owner = _OWNER.match(text, draft.source[0].start, words[-1].start())
    source = [owner.span()] if owner else []
    return attrs.evolve(draft, cue=Spans.of(text, [words[-1].span()]), source=Spans.of(text, source))


def end_at_signatures(found: Sequence[Draft]) -> list[Draft]:
    """
    End a content at its signature: what follows ``"…" — Name`` is the next one's.

    Args:
        found: A text's attributions.

    Returns:
        The attributions; where a dash stands for the verb, with the content and the source on its two sides, the
        content has no piece behind the source.
    """
    return [attrs.evolve(t, content=t.content[: _before_signature(t)]) if _is_signed(t) else t for t in found]


def _is_signed(draft: Draft) -> bool:
    if not draft.cue or not draft.source or not _DASH.fullmatch(draft.cue.text):
        return False
    return draft.content[0].end <= draft.cue[0].start < draft.source[0].start


def _before_signature(draft: Draft) -> int:
    """How many pieces of the content stand before the dash."""
    return sum(piece.start < draft.cue[0].start for piece in draft.content)


def end_at_sentences(text: str, found: Sequence[Draft], quotations: Sequence[Quotation]) -> list[Draft]:
    """
    End a content with the sentence of its cue, unless what follows is quoted.

    In "It rained, she said. Nobody came." the second sentence is the writer's, as far as anybody can tell.

    Args:
        text: The text.

        found: Its attributions.

        quotations: Its quotations, ordered by start.

    Returns:
        The attributions, some with fewer pieces of content; each keeps its first.
    """
    quoted = Quoted(quotations)
    return [_within_sentence(text, t, quoted) if len(t.content) > 1 else t for t in found]


def _within_sentence(text: str, draft: Draft, quoted: Quoted) -> Draft:
    """An attribution without the pieces of content that are next sentences, if its content begins before its end."""
    behind = max((part.end for role in (draft.cue, draft.source) for part in role), default=len(text))
    first, *others = draft.content
    kept = [p for p in others if first.start >= behind or not _is_next_sentence(text, p, behind, quoted)]
    if len(kept) == len(others):
        return draft
    return attrs.evolve(draft, content=Spans.of(text, [(p.start, p.end) for p in (first, *kept)]))


def _is_next_sentence(text: str, piece: TextSpan, behind: int, quoted: Quoted) -> bool:
    """Return whether a piece without marks opens a sentence after the cue and source end."""
    if piece.start <= behind or not text[piece.start].isupper() or not _SENTENCE_END.search(text, behind, piece.start):
        return False
    return piece.start not in quoted


def restore_quotations(
    text: str, found: Sequence[Draft], quotations: Sequence[Quotation], config: Config
) -> list[Draft]:
    """
    Give a content that holds a good part of a quotation all of it.

    The model reads a long quotation in parts and sometimes loses its beginning. The rest is left alone if it belongs to
    another attribution, or if the cue stands in it: then somebody tells within the quotation what was said.

    Args:
        text: The text.

        found: Its attributions.

        quotations: Its quotations, ordered by start.

        config: The model's config; only what it would give out has a claim to the rest.

    Returns:
        The attributions, some with more content.
    """
    outer = [q for q in quotations if q.depth == 0 and q.closed]
    starts = [q.start for q in outer]
    sure = [t for t in found if t.confidence >= config.min_confidence]
    whole = []
    for draft in found:
        printed = [(p.start, p.end) for p in draft.content]
        bounds = printed
        for q in outer[max(0, bisect_left(starts, bounds[0][0]) - 1) : bisect_left(starts, bounds[-1][1])]:
            bounds = _with_rest(text, draft, bounds, q, sure)
        whole.append(draft if bounds == printed else attrs.evolve(draft, content=Spans.of(text, bounds)))
    return whole


def _with_rest(
    text: str, draft: Draft, bounds: list[tuple[int, int]], q: Quotation, sure: Sequence[Draft]
) -> list[tuple[int, int]]:
    """The bounds of a content, with the rest of a quotation if one of them tears it and it is nobody else's."""
    torn = [b for b in bounds if _tears(text, b, q)]
    inside = sum(max(0, min(end, q.inner_end) - max(start, q.inner_start)) for start, end in bounds)
    if not torn or inside < _PART * (q.inner_end - q.inner_start):
        return bounds
    own = {s for role in (draft.content, draft.cue, draft.source) for s in role}
    others = {s for t in sure for role in (t.content, t.cue, t.source) for s in role} - own
    if any(s.start < q.end and q.start < s.end for s in (*others, *draft.cue, *draft.source)):
        return bounds
    rest = [b for b in bounds if b[1] <= q.start or q.end <= b[0]]
    touching = [b for b in bounds if b not in rest]
    return sorted([*rest, (min(q.start, touching[0][0]), max(q.end, touching[-1][1]))])


def _tears(text: str, bounds: tuple[int, int], q: Quotation) -> bool:
    """Return whether an edge has words of the quotation on both sides."""
    start, end = bounds
    lost = [(q.inner_start, start)] if q.inner_start < start < q.inner_end else []
    lost += [(end, q.inner_end)] if q.inner_start < end < q.inner_end else []
    return any(_WORD.search(text, s, e) for s, e in lost)
