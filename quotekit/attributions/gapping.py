"""Find statements with a gapped verb, understood from the statement before: "A called it “full”; B, “empty”"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from quotekit.attributions.constructions import Construction, with_constructions
from quotekit.attributions.draft import Draft
from quotekit.attributions.rules import Context
from quotekit.attributions.subjects import is_somebody, strip_full_stop
from quotekit.english.lexicons import load_words
from quotekit.english.words import is_role, kind_of_noun
from quotekit.records import Spans
from quotekit.text import Bounds, TextIndex

__all__ = ["divide_gapped_statements"]

_WORD = r"[^\W_][\w.'’-]{0,40}"
_SEMICOLON = r";\s+(?:(?:and|but|while|whereas)\s+)?"
_AND = r",?\s{1,9}(?:and|but|while|whereas)\s{1,9}"
_SOURCE = rf"{_WORD}(?:\s{_WORD}){{0,6}}"
# "; Peter Rask, “empty”".
_BEFORE_QUOTATION = re.compile(rf"{_SEMICOLON}(?P<source>{_SOURCE}),?\s(?P<content>(?=[\"“‘«]))")
# "and Peter Rask, “empty”": without the comma the quotation may continue in a clause.
_AND_QUOTATION = re.compile(rf"{_AND}(?P<source>{_SOURCE}),\s(?P<content>(?=[\"“‘«]))")
# "; the second that it was empty".
_BEFORE_THAT = re.compile(rf"{_SEMICOLON}(?P<source>{_SOURCE}?),?\s(?P<content>that)\s")
_REACH_CHARS = 100
_ORDINAL = re.compile(
    r"(?:(?:the|an?)\s)?(?:another|first|fourth|fifth|last|latter|former|next|one|other|others|second|some|third|rest)"
    r"(?:\s[a-z]+)?",
    re.IGNORECASE,
)
_MAX_STATEMENTS = 6


def divide_gapped_statements(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Find statements with a gapped verb after one with a verb.

    Args:
        context: The text.

        drafts: The drafts.

    Returns:
        The drafts. After a statement in the order source, cue, content, the sequence of a link such as a semicolon, a
        speaker, and a quotation or a "that" clause is a statement by that speaker.
    """
    index = context.index
    claimed = {piece.start for draft in drafts if draft.cue for piece in draft.source}
    kept: list[Draft] = []
    found: list[Construction] = []
    for draft in drafts:
        own = list(_find_gapped(index, draft, claimed)) if draft.confidence >= context.config.min_confidence else []
        found += own
        kept.append(_up_to(index, draft, own[0]) if own else draft)
    return with_constructions(context, kept, found)


def _find_gapped(index: TextIndex, draft: Draft, claimed: set[int]) -> Iterator[Construction]:
    """Yield the gapped statements after a statement."""
    if not draft.cue or not draft.source or not draft.content:
        return
    if not draft.source[-1].end <= draft.cue[0].start < draft.content[0].start or len(draft.content) > 1:
        return
    content = draft.content[0]
    quotations = [q for q in index.outer_quotations_in(content.start, content.end) if q.closed and q.end <= content.end]
    end = quotations[0].end if quotations else None
    for _ in range(_MAX_STATEMENTS):
        found = _after(index, content.start, content.end, end)
        if found is None or found.start("source") in claimed or not _is_source(found["source"]):
            return
        bounds = _content(index, found)
        if bounds is None:
            return
        yield Construction((), found.span("source"), (bounds,))
        end = bounds[1]


def _after(index: TextIndex, start: int, content_end: int, end: int | None) -> re.Match[str] | None:
    """Return the link and source after a quotation, or after a clause."""
    if end is not None:
        patterns = (_BEFORE_QUOTATION, _AND_QUOTATION, _BEFORE_THAT)
        matches = (index.match_after(pattern, end, _REACH_CHARS) for pattern in patterns)
        return next((found for found in matches if found), None)
    semicolon = index.text.find(";", start, content_end + 1)
    return index.match_after(_BEFORE_THAT, semicolon, _REACH_CHARS) if semicolon >= 0 else None


def _content(index: TextIndex, found: re.Match[str]) -> Bounds | None:
    """Return the bounds of the quotation, or of the clause up to a semicolon or the end of the sentence."""
    start = found.start("content")
    quotation = index.quotation_at(start)
    if quotation is not None:
        return (quotation.start, quotation.end) if quotation.closed and quotation.start == start else None
    end = index.sentence_at(start)[1]
    semicolon = index.text.find(";", start, end)
    return strip_full_stop(index, (start, len(index.text[: semicolon if semicolon >= 0 else end].rstrip())))


def _is_source(phrase: str) -> bool:
    """Return whether a phrase may denote a speaker, and has no verb."""
    if _ORDINAL.fullmatch(phrase):
        return True
    words = phrase.split()
    small = [w for w in words[:-1] if w[0].islower() and w not in load_words("determiners")]
    is_phrase = all(is_role(w) or kind_of_noun(w) or w in load_words("prepositions") for w in small)
    return is_phrase and is_somebody(phrase)


def _up_to(index: TextIndex, draft: Draft, first: Construction) -> Draft:
    """Return a draft whose content ends before the first gapped statement."""
    content = draft.content[0]
    start = first.source[0] if first.source else content.end
    if content.end <= start:
        return draft
    bare = index.text[content.start : start].rstrip()
    for word in ("and", "but", "while", "whereas"):
        bare = bare.removesuffix(f" {word}").rstrip()
    end = content.start + len(bare.rstrip(" ,;"))
    return attrs.evolve(draft, content=Spans.of(index.text, [(content.start, end)]))
